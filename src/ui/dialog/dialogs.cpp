// SPDX-License-Identifier: MIT
#include "ui/dialog/dialogs.hpp"

#include "core/version.hpp"
#include "session/search.hpp"
#include "ui/commands.hpp"
#include "ui/dialog/boundary_import_dialog.hpp"
#include "ui/dialog/disk_change.hpp"
#include "ui/dialog/keeping_dialogs.hpp"
#include "ui/form/form.hpp"
#include "ui/form/source_form.hpp"
#include "ui/panel/details_panel.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace jejaring::ui {
namespace {

struct Size {
    double width;
    double height; // layout units; 0: as much as its contents need
};

Size sizeOf(Dialog dialog) {
    switch (dialog) {
    case Dialog::open:
    case Dialog::saveAs:
    case Dialog::boundaries:
    case Dialog::importFile:
    case Dialog::addPicture:
    case Dialog::boundaryFile:
        return {760, 520};
    case Dialog::tables:
        return {560, 0};
    case Dialog::boundaryImport:
        return {640, 600};
    case Dialog::picture:
    case Dialog::importReview:
        return {10000, 10000}; // the whole window
    case Dialog::exportPicture:
        return {1120, 724};
    case Dialog::atlas:
        return {1120, 812};
    case Dialog::deck:
        return {520, 0};
    case Dialog::weights:
        return {460, 0};
    case Dialog::form:
        return {760, 720};
    case Dialog::sources:
        return {720, 560};
    case Dialog::shortcuts:
        return {640, 0};
    case Dialog::about:
        return {620, 0};
    case Dialog::unsaved:
        return {460, 0};
    case Dialog::recovery:
        return {520, 0};
    case Dialog::diskChange:
        return {580, 0};
    case Dialog::none:
        break;
    }
    return {0, 0};
}

} // namespace

void Dialogs::close(Interface& ui) {
    ui.window.dialog = Dialog::none;
    ImGui::CloseCurrentPopup();
    ui.window.framesWanted = std::max(ui.window.framesWanted, 4);
}

void Dialogs::draw(Interface& ui, const Area& window, double density) {
    constexpr const char* kName = "dialog";
    askWhatKeepsWorkSafe(ui);
    if (opening_ && !ui.session.opening().running && ui.window.dialog != Dialog::open) {
        opening_ = false; // the chooser was closed meanwhile
        if (ui.session.opening().failure)
            ui.session.notify(*ui.session.opening().failure);
    }
    if (ui.window.dialog == Dialog::none && ui.session.imports().phase() != session::ImportSession::Phase::idle)
        ui.window.dialog = Dialog::importReview;
    if (ui.window.dialog == Dialog::none && !ui.window.pictureId.empty())
        ui.window.dialog = Dialog::picture; // back from its form
    if (ui.window.dialog == Dialog::none && ui.session.boundaryImport() != nullptr)
        ui.window.dialog = Dialog::boundaryImport;
    if (ui.window.dialog != shown_) {
        const bool back = shown_ == Dialog::form; // to the list that the form was about
        shown_ = ui.window.dialog;
        ui.window.framesWanted = std::max(ui.window.framesWanted, 14); // ImGui fades what is behind
        if (shown_ == Dialog::open)
            chooser_.start(ui, {FileChooser::Mode::open, ui.tr(JEJARING_TR("Open a project")),
                                ui.tr(JEJARING_TR("Open")), ".gpkg", ""});
        if (shown_ == Dialog::boundaries)
            chooser_.start(ui, {FileChooser::Mode::open, ui.tr(JEJARING_TR("Open a boundary file")),
                                ui.tr(JEJARING_TR("Open")), ".gpkg", ""});
        if (shown_ == Dialog::boundaryFile)
            chooser_.start(ui, {FileChooser::Mode::open,
                                ui.tr(JEJARING_TR("Import boundaries")),
                                ui.tr(JEJARING_TR("Import")),
                                ".gpkg",
                                "",
                                {".geojson", ".json", ".topojson", ".shp", ".fgb", ".gml", ".kml"}});
        if (shown_ == Dialog::importFile)
            chooser_.start(ui, {FileChooser::Mode::open,
                                ui.tr(JEJARING_TR("Import a table")),
                                ui.tr(JEJARING_TR("Import")),
                                ".xlsx",
                                "",
                                {".ods", ".csv", ".tsv", ".txt", ".gpkg", ".geojson"}});
        if (shown_ == Dialog::addPicture)
            chooser_.start(ui, {FileChooser::Mode::open,
                                ui.tr(JEJARING_TR("Add a picture")),
                                ui.tr(JEJARING_TR("Add")),
                                ".jpg",
                                "",
                                {".jpeg", ".png"}});
        if (shown_ == Dialog::tables)
            tables_.start(ui);
        if (shown_ == Dialog::saveAs)
            chooser_.start(ui, {FileChooser::Mode::save, ui.tr(JEJARING_TR("Save the project as")),
                                ui.tr(JEJARING_TR("Save")), ".jejaring.gpkg", "proyek.jejaring.gpkg"});
        if (shown_ == Dialog::exportPicture)
            export_.start(ui);
        if (shown_ == Dialog::sources && !back)
            sourceFilter_.clear();
        if (shown_ == Dialog::atlas)
            atlas_.start(ui);
        if (shown_ == Dialog::deck)
            deck_.start(ui);
        if (shown_ == Dialog::weights && ui.session.project())
            weights_ = ui.session.project()->weights;
    }
    if (shown_ == Dialog::none)
        return;
    if (!ImGui::IsPopupOpen(kName))
        ImGui::OpenPopup(kName);
    Size size = sizeOf(shown_);
    if (shown_ == Dialog::form)
        size.height = formHeight(ui);
    const float width = std::min(ui.u(size.width), window.width - ui.u(32));
    const float height = size.height > 0 ? std::min(ui.u(size.height), window.height - ui.u(32)) : 0;
    ImGui::SetNextWindowPos(ImVec2(std::round(window.width / 2), std::round(window.height / 2)), ImGuiCond_Always,
                            ImVec2(0.5F, 0.5F));
    ImGui::SetNextWindowSize(ImVec2(std::round(width), std::round(height)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.u(24), ui.u(22)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.u(10));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, ui.u(10));
    ImGui::PushStyleColor(ImGuiCol_PopupBg, ui.color.panel);
    const bool open =
        ImGui::BeginPopupModal(kName, nullptr,
                               ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                                   ImGuiWindowFlags_NoSavedSettings | (height > 0 ? ImGuiWindowFlags_NoScrollbar : 0));
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
    if (!open)
        return;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.u(8), ui.u(8)));
    const ImVec2 corner = ImGui::GetWindowPos();
    const ImVec2 extent = ImGui::GetWindowSize();
    ui.probe.mark("dialog", corner, ImVec2(corner.x + extent.x, corner.y + extent.y));
    bool leave = false;
    switch (shown_) {
    case Dialog::open:
    case Dialog::saveAs:
    case Dialog::boundaries:
    case Dialog::importFile:
    case Dialog::addPicture:
    case Dialog::boundaryFile:
        files(ui);
        break;
    case Dialog::boundaryImport:
        leave = drawBoundaryImport(ui);
        break;
    case Dialog::exportPicture:
        if (export_.draw(ui, density))
            leave = true;
        break;
    case Dialog::atlas:
        leave = atlas_.draw(ui, density);
        break;
    case Dialog::deck:
        leave = deck_.draw(ui);
        break;
    case Dialog::weights:
        weights(ui);
        break;
    case Dialog::form:
        leave = !drawForm(ui);
        break;
    case Dialog::sources:
        sources(ui);
        break;
    case Dialog::shortcuts:
        shortcuts(ui);
        break;
    case Dialog::about:
        about(ui);
        break;
    case Dialog::unsaved:
        unsaved(ui);
        break;
    case Dialog::recovery:
        leave = drawRecovery(ui);
        break;
    case Dialog::diskChange:
        leave = drawDiskChange(ui);
        break;
    case Dialog::importReview:
        leave = import_.draw(ui);
        break;
    case Dialog::picture:
        leave = !viewer_.draw(ui);
        break;
    case Dialog::tables:
        leave = tables_.draw(ui);
        break;
    case Dialog::none:
        break;
    }
    // Last, so that the keyboard's first stop is what the dialog is about.
    const ImVec2 after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(ImVec2(corner.x + extent.x - ui.u(46), corner.y + ui.u(18)));
    bool asked = iconButton(ui, "dialog.close", Icon::close, 28, ui.tr(JEJARING_TR("Close")), "Esc");
    ImGui::SetCursorScreenPos(after);
    // A form takes Esc itself. Esc closes a list that is open in the dialog before the dialog itself; that list may be
    // closed already by now.
    const bool form = shown_ == Dialog::form;
    asked |= keyPressed(Key::escape) && !form && !listWasOpen_ && shown_ == ui.window.dialog;
    if (asked && !leave && shown_ == Dialog::exportPicture && keyPressed(Key::escape))
        asked = !export_.escape();
    // A review may hold answers, or be followed by another; a form asks before it loses what was typed.
    if (asked && !leave && shown_ == Dialog::importReview)
        asked = import_.close(ui);
    if (asked && !leave && form)
        asked = !leaveForm(ui);
    if (leave || asked) {
        if (shown_ == Dialog::boundaryImport)
            ui.session.discardImportedBoundaries(); // where they are not in use by now
        ui.window.recoveryLater |= shown_ == Dialog::recovery;
        if (shown_ == Dialog::picture)
            ui.window.pictureId.clear();
        close(ui);
        if (form)
            ui.window.dialog = std::exchange(ui.window.beneathForms, Dialog::none);
    }
    listWasOpen_ = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId);
    ImGui::PopStyleVar();
    ImGui::EndPopup();
}

void Dialogs::title(Interface& ui, std::string_view text) {
    line(ui, ui.font.title, ui.color.text, text);
    gap(ui, 4);
}

void Dialogs::files(Interface& ui) {
    if (opening_ && !ui.session.opening().running) {
        opening_ = false;
        if (!ui.session.opening().failure) {
            close(ui);
            return;
        }
        chooser_.refuse(sentence(ui.language(), *ui.session.opening().failure));
    }
    const std::optional<FileChooser::Choice> choice = chooser_.draw(ui);
    if (!choice)
        return;
    const Dialog dialog = shown_;
    if (dialog == Dialog::open && !choice->path.empty()) {
        // It stays until the project is there: where it cannot be opened, another one is chosen.
        ui.session.openProject(choice->path, true);
        opening_ = true;
        chooser_.wait(true);
        return;
    }
    close(ui);
    if (choice->path.empty()) {
        ui.window.afterSaving = nullptr;
        return;
    }
    if (dialog == Dialog::boundaries)
        ui.session.loadBoundaries(choice->path);
    else if (dialog == Dialog::boundaryFile)
        ui.session.importBoundaries(choice->path);
    else if (dialog == Dialog::importFile)
        ui.session.imports().open({choice->path});
    else if (dialog == Dialog::addPicture)
        ui.session.addPictures({choice->path}, ui.window.pictureSubject);
    else
        ui.session.saveProjectAs(choice->path, choice->overwrite);
}

void Dialogs::weights(Interface& ui) {
    title(ui, ui.tr(JEJARING_TR("Weights of the index")));
    paragraph(ui, ui.font.body, ui.color.muted,
              ui.tr(JEJARING_TR("How much each part counts in the score. They are saved in the project and normalised "
                                "to their sum.")));
    gap(ui, 6);
    const float width = ImGui::GetContentRegionAvail().x;
    bool changed = false;
    const auto part = [&](const char* id, std::string_view name, double& value) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const std::string number = ui.number(value, 2);
        line(ui, ui.font.body, ui.color.text, ui.tr(name));
        drawText(ImGui::GetWindowDrawList(), ui.font.body,
                 ImVec2(at.x + width - textSize(ui.font.body, number).x, at.y), ui.color.muted, number);
        gap(ui, -4);
        double steps = value * 20;
        if (slider(ui, id, steps, 0, 20, width, ui.tr(JEJARING_TR("0 leaves the part out")))) {
            value = std::round(steps) / 20;
            changed = true;
        }
        gap(ui, 4);
    };
    part("weights.cooperation", JEJARING_TR("Agreements"), weights_.cooperation);
    part("weights.countries", JEJARING_TR("Partner countries"), weights_.countries);
    part("weights.sectors", JEJARING_TR("Sectors"), weights_.sectors);
    if (changed && weights_.cooperation + weights_.countries + weights_.sectors > 0)
        ui.session.changeWeights(weights_);
    gap(ui, 6);
    if (button(ui, "weights.reset", ui.tr(JEJARING_TR("Standard weights")), false,
               ui.tr(JEJARING_TR("0.50, 0.25 and 0.25")))) {
        weights_ = {};
        ui.session.changeWeights(weights_);
    }
    ImGui::SameLine();
    if (button(ui, "weights.done", ui.tr(JEJARING_TR("Done")), true, ui.tr(JEJARING_TR("Back to the map"))))
        close(ui);
}

void Dialogs::sources(Interface& ui) {
    title(ui, ui.tr(JEJARING_TR("Sources of the facts")));
    const auto& project = ui.session.project();
    if (!project)
        return;
    const std::string add = "+ " + ui.tr(JEJARING_TR("Source"));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float right = at.x + ImGui::GetContentRegionAvail().x;
    const float addWidth = buttonWidth(ui, add);
    textField(ui, "sources.filter", sourceFilter_, ui.tr(JEJARING_TR("Filter the sources")),
              right - at.x - addWidth - ui.u(8), ui.tr(JEJARING_TR("Show only sources that contain this")));
    const ImVec2 below = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(ImVec2(right - addWidth, at.y));
    if (button(ui, "sources.add", add, false, ui.tr(JEJARING_TR("Record a source by hand"))))
        openForm(ui, std::make_shared<SourceForm>(ui, ""));
    ImGui::SetCursorScreenPos(below);
    ImGui::BeginChild("list", ImVec2(0, 0), false, kNavFlattened);
    const std::string form = session::searchForm(sourceFilter_);
    std::size_t shown = 0;
    for (std::size_t i = 0; i < project->sources.size(); ++i) {
        const core::Source& source = project->sources[i];
        if (!form.empty() &&
            session::searchForm(source.publisher + " " + source.title + " " + source.address).find(form) ==
                std::string::npos)
            continue;
        sourceRow(ui, "sources.source." + std::to_string(i), source);
        ++shown;
    }
    if (shown == 0)
        paragraph(ui, ui.font.body, ui.color.muted, ui.tr(JEJARING_TR("Nothing matches “{0}”."), {sourceFilter_}));
    ImGui::EndChild();
}

void Dialogs::shortcuts(Interface& ui) {
    title(ui, ui.tr(JEJARING_TR("Keyboard shortcuts")));
    struct Line {
        std::string keys;
        std::string what;
    };
    std::vector<Line> lines;
    for (const CommandInfo& info : allCommands())
        if (!info.shortcut.empty())
            lines.push_back({std::string(info.shortcut), ui.tr(info.name)});
    lines.push_back({"← ↑ → ↓", ui.tr(JEJARING_TR("Move the map"))});
    lines.push_back({ui.tr(JEJARING_TR("Wheel")), ui.tr(JEJARING_TR("Zoom to the pointer"))});
    lines.push_back({ui.tr(JEJARING_TR("Click")), ui.tr(JEJARING_TR("Choose a region"))});
    lines.push_back({ui.tr(JEJARING_TR("Shift+click")), ui.tr(JEJARING_TR("Choose one more"))});
    lines.push_back({ui.tr(JEJARING_TR("Double click")), ui.tr(JEJARING_TR("Fly to a region"))});
    lines.push_back({"Esc", ui.tr(JEJARING_TR("Choose nothing, close"))});
    lines.push_back({"N", ui.tr(JEJARING_TR("Notes while presenting"))});
    lines.push_back({"B", ui.tr(JEJARING_TR("Black screen while presenting"))});
    lines.push_back({"Tab", ui.tr(JEJARING_TR("Next control"))});
    lines.push_back({"Ctrl+C", ui.tr(JEJARING_TR("Copy the rows of the table"))});
    const float width = ImGui::GetContentRegionAvail().x;
    const std::size_t half = (lines.size() + 1) / 2;
    const ImVec2 top = ImGui::GetCursorScreenPos();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float columnWidth = (width - ui.u(32)) / 2;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const float x = top.x + (i < half ? 0 : columnWidth + ui.u(32));
        const float y = top.y + ui.u(27) * static_cast<float>(i % half);
        drawText(list, ui.font.body, ImVec2(x, y), ui.color.text, lines[i].what);
        const ImVec2 size = textSize(ui.font.caption, lines[i].keys);
        const ImVec2 min(x + columnWidth - size.x - ui.u(14), y - ui.u(2));
        list->AddRectFilled(min, ImVec2(x + columnWidth, y + ui.u(19)), ui.color.selected, ui.u(4));
        drawText(list, ui.font.caption, ImVec2(min.x + ui.u(7), y + ui.u(8.5) - size.y / 2), ui.color.text,
                 lines[i].keys);
    }
    ImGui::Dummy(ImVec2(width, ui.u(27) * static_cast<float>(half)));
}

void Dialogs::about(Interface& ui) {
    title(ui, "Jejaring " + std::string(core::version()));
    paragraph(ui, ui.font.body, ui.color.text,
              ui.tr(JEJARING_TR("A map of where the regions of Indonesia cooperate, with whom, and what came of it.")));
    gap(ui, 4);
    const auto part = [&](std::string_view name, std::string_view text) {
        line(ui, ui.font.strong, ui.color.text, ui.tr(name));
        gap(ui, -4);
        paragraph(ui, ui.font.small, ui.color.muted, ui.tr(text));
        gap(ui, 2);
    };
    part(JEJARING_TR("Licence"), JEJARING_TR("MIT."));
    part(JEJARING_TR("Boundaries"),
         JEJARING_TR("GADM 4.1 (package geojson-indonesia): free for academic and other non-commercial use, not to be "
                     "redistributed. Codes and names of today: idn-area-data (ODbL 1.0). World: Natural Earth, public "
                     "domain (package world-atlas)."));
    part(JEJARING_TR("Facts"),
         JEJARING_TR("From the sources that each region's details name; no source, no fact. The impact index is this "
                     "project's own."));
    part(JEJARING_TR("Made with"),
         JEJARING_TR("Dear ImGui (MIT), GLFW (zlib), libepoxy (MIT), GDAL (MIT), GEOS (LGPL 2.1), PROJ (MIT), GLU "
                     "(SGI B), SQLite (public domain), Expat (MIT), FreeType (FTL), HarfBuzz (MIT), FriBidi (LGPL "
                     "2.1), fontconfig (MIT), cairo (LGPL 2.1), libpng, libjpeg-turbo (IJG, BSD), libdeflate (MIT), "
                     "pugixml (MIT), stb (public domain), fmt (MIT), spdlog (MIT), CLI11 (BSD), nlohmann-json (MIT), "
                     "iso-codes (LGPL 2.1)."));
    part(JEJARING_TR("Type"), JEJARING_TR("Inter, by Rasmus Andersson (SIL Open Font License 1.1)."));
}

void Dialogs::unsaved(Interface& ui) {
    title(ui, ui.tr(JEJARING_TR("Save your changes?")));
    paragraph(ui, ui.font.body, ui.color.muted,
              ui.tr(JEJARING_TR("The project has changes that no file holds yet. Without saving they are lost.")));
    gap(ui, 8);
    if (button(ui, "unsaved.save", ui.tr(JEJARING_TR("Save")), true, ui.tr(JEJARING_TR("Save, and then go on")))) {
        const std::function<void()> next = ui.window.afterUnsaved;
        ui.window.afterUnsaved = nullptr;
        close(ui);
        ui.window.afterSaving = next;
        if (ui.session.projectPath().empty())
            ui.window.dialog = Dialog::saveAs;
        else
            ui.session.saveProject();
    }
    ImGui::SameLine();
    if (button(ui, "unsaved.discard", ui.tr(JEJARING_TR("Do not save")), false,
               ui.tr(JEJARING_TR("Lose the changes and go on")))) {
        const std::function<void()> next = ui.window.afterUnsaved;
        ui.window.afterUnsaved = nullptr;
        close(ui);
        if (next)
            next();
    }
    ImGui::SameLine();
    if (button(ui, "unsaved.cancel", ui.tr(JEJARING_TR("Cancel")), false, ui.tr(JEJARING_TR("Change nothing")))) {
        ui.window.afterUnsaved = nullptr;
        close(ui);
    }
}

} // namespace jejaring::ui
