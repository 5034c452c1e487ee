// SPDX-License-Identifier: MIT
#include "ui/dialog/export_dialog.hpp"

#include "data/atomic_file.hpp"
#include "session/clipboard.hpp"
#include "ui/dialog/look_row.hpp"
#include "ui/panel/map_canvas.hpp"
#include "ui/panel/sheet_actions.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

namespace jejaring::ui {
namespace fs = std::filesystem;
namespace {

struct Size {
    std::string_view name;
    int width; // pixels
    int height;
};
// A4 at 300 pixels an inch, which is also what pages are measured by.
constexpr std::array kSizes{
    Size{"1920 × 1080", 1920, 1080},
    Size{"3840 × 2160 (4K)", 3840, 2160},
    Size{"7680 × 4320 (8K)", 7680, 4320},
    Size{"A4, 3508 × 2480", 3508, 2480},
};
constexpr double kDotsPerInch = session::kUsualDots;

std::string pageName(const Size& size) {
    const auto millimetres = [](int pixels) { return std::lround(pixels / kDotsPerInch * 25.4); };
    const bool a4 = size.name.starts_with("A4");
    return fmt::format("{}, {} × {} mm", a4 ? "A4" : "16:9", millimetres(size.width), millimetres(size.height));
}

constexpr std::array<std::string_view, 4> kEndings{".png", ".pdf", ".svg", ".pptx"}; // by session::PictureFormat

} // namespace

void ExportDialog::start(Interface& ui) {
    sheet_.reset();
    if (own_) { // a sheet's were shown meanwhile
        template_ = own_->layout;
        page_ = own_->page;
        ownPage_ = own_->ownPage;
        typeScale_ = own_->typeScale;
        furniture_ = own_->furniture;
        transparent_ = own_->transparent;
        partnerId_ = own_->partnerId;
        visitId_ = own_->visitId;
        own_.reset();
    }
    editor_.leave();
    sheetEditor_.leave();
    extent_ = ui.window.atHome ? Extent::country : Extent::view; // what the user sees
    title_.clear();
    subtitle_.clear();
    themeChosen_ = false;
    proposeTheme(ui);
    language_ = static_cast<std::size_t>(ui.language());
    takeSubject(ui);
    file_.propose(ui, "jejaring", kEndings[format_]);
    refusal_.reset();
    copies_ = !session::clipboardTool().empty();
    shown_.reset();
    // What was done to a page is still there when the dialog is opened again, but not in another project.
    const std::string project =
        ui.session.projectPath() + "\n" + (ui.session.project() ? ui.session.project()->title : "");
    if (project != editedIn_)
        editor_.start();
    editedIn_ = project;
    if (!ui.window.sheetEdited.empty() && !takeSheet(ui))
        ui.window.sheetEdited.clear();
}

session::ExportRequest ExportDialog::request(const Interface& ui) const {
    if (sheet_)
        return sheetRequest(ui);
    const session::State& state = ui.session.state();
    session::ExportRequest made;
    made.path = file_.path();
    made.width = kSizes[size_].width;
    made.height = kSizes[size_].height;
    // Layout units follow from the size, so that a picture twice as large is the same picture, sharper.
    made.pixelRatio = typeScale_ * scene::defaultPixelRatio(made.width, made.height);
    made.dotsPerInch = kDotsPerInch;
    scene::setPictureSize(made.picture, made.width, made.height, made.pixelRatio);
    made.picture.title = title_;
    made.picture.credit = ui.session.boundaryCredit();
    made.picture.furniture = furniture_;
    made.picture.transparent = transparent_ && mayBeTransparent();
    made.picture.country = extent_ == Extent::country;
    if (extent_ == Extent::region && !state.selection.empty())
        made.picture.region = state.selection.front();
    if (extent_ == Extent::view) {
        // As much of the plane as the window shows, whatever the shape of the page.
        scene::Camera camera = ui.window.camera;
        camera.metresPerUnit *= std::max(
            {ui.window.mapFrame.width / made.picture.width, ui.window.mapFrame.height / made.picture.height, 0.05});
        made.picture.camera = camera;
    }
    made.layout = layout(ui);
    if (made.layout)
        session::setPageSize(made, made.layout->page, dotsPerInch(made.layout->page));
    made.highlight = {state.selection, core::kNoRegion, state.visitId, state.agreementId};
    made.look = lookOf(ui);
    made.look.scale = 1;
    made.look.theme = static_cast<scene::Theme>(theme_);
    made.look.language = static_cast<text::Language>(language_);
    made.map = ui.session.map();
    return made;
}

bool ExportDialog::same(const session::ExportRequest& a, const session::ExportRequest& b) {
    return a.width == b.width && a.height == b.height && a.pixelRatio == b.pixelRatio &&
           a.picture.title == b.picture.title && a.picture.region == b.picture.region &&
           a.picture.camera == b.picture.camera && a.picture.country == b.picture.country &&
           a.picture.furniture == b.picture.furniture && a.picture.transparent == b.picture.transparent &&
           a.look.theme == b.look.theme && a.look.language == b.look.language && a.map == b.map &&
           a.highlight.selection == b.highlight.selection && a.highlight.visitId == b.highlight.visitId &&
           a.highlight.agreementId == b.highlight.agreementId && a.layout == b.layout;
}

bool ExportDialog::escape() {
    if (template_ == 0)
        return false;
    return ImGui::GetIO().WantTextInput || editor().escape(); // in a field it ends the writing
}

bool ExportDialog::waitsForWriter(const Interface& ui, const session::ExportRequest& wanted) {
    constexpr double kPause = 0.25; // seconds between letters after which the page follows
    if (!ImGui::GetIO().WantTextInput || !image_.drawn())
        return false;
    if (!written_ || !same(*written_, wanted)) {
        written_ = wanted;
        writtenAt_ = ui.now;
    }
    if (ui.now - writtenAt_ >= kPause)
        return false;
    ui.wakeAt(writtenAt_ + kPause);
    return true;
}

bool ExportDialog::draw(Interface& ui, const session::ExportRequest& wanted, const PageImage::Place& place) {
    Shown shown{wanted, place.width, {}};
    scene::DisplayList plain;
    if (wanted.layout)
        shown.page = session::layOutExport(wanted);
    else
        plain = session::composeExport(wanted);
    if (!image_.draw(ui, shown.page ? shown.page->list : plain, place))
        return false;
    shown_ = std::move(shown);
    return true;
}

void ExportDialog::preview(Interface& ui, const Area& area, double density) {
    const session::ExportRequest wanted = request(ui);
    const PageImage::Place place = PageImage::placeOf(wanted.width, wanted.height, area, density);
    if ((!shown_ ||
         ((shown_->width != place.width || !same(shown_->request, wanted)) && !waitsForWriter(ui, wanted))) &&
        !draw(ui, wanted, place))
        return;
    const ImVec2 min = place.area.min();
    const ImVec2 max = place.area.max();
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (wanted.picture.transparent) {
        const float cell = ui.u(10);
        list->PushClipRect(min, max, true);
        for (int row = 0; static_cast<float>(row) * cell < place.area.height; ++row)
            for (int column = row % 2; static_cast<float>(column) * cell < place.area.width; column += 2) {
                const ImVec2 corner(min.x + static_cast<float>(column) * cell, min.y + static_cast<float>(row) * cell);
                list->AddRectFilled(corner, ImVec2(corner.x + cell, corner.y + cell), ui.color.raised);
            }
        list->PopClipRect();
    }
    image_.show(ui, place, "export.preview");
    if (shown_->page)
        editor().draw(ui, min, static_cast<double>(place.area.width) / shown_->page->list.width, *shown_->page);
}

bool ExportDialog::write(Interface& ui) {
    // What is wrong with the place is said while it can still be corrected here.
    if (const auto tried = data::AtomicFile::create(file_.path(), true); !tried) {
        refusal_ = tried.error();
        return false;
    }
    std::error_code ignored;
    if (fs::exists(file_.path(), ignored) && !file_.asking()) {
        file_.ask(true);
        return false;
    }
    session::ExportRequest made = request(ui);
    made.overwrite = file_.asking();
    file_.remember(ui);
    ui.session.exportPicture(made);
    file_.ask(false);
    return true;
}

void ExportDialog::chooseFormat(Interface& ui, float width) {
    // What was typed tells the format as well as the buttons do.
    if (const auto typed = session::pictureFormatOf(file_.path()))
        format_ = static_cast<std::size_t>(*typed);
    caption(ui, ui.tr(JEJARING_TR("Format")));
    const std::array<Choice, kEndings.size()> formats{
        Choice{"PNG", ui.tr(JEJARING_TR("Pixels, for slides and web pages"))},
        Choice{"PDF", ui.tr(JEJARING_TR("A page to print and to read, with text that can be searched"))},
        Choice{"SVG", ui.tr(JEJARING_TR("Shapes for designers: each region is a group of its own"))},
        Choice{"PPTX", ui.tr(JEJARING_TR("A slide for PowerPoint or Impress: texts and regions can be changed, the "
                                         "sources are in the notes"))}};
    if (segmented(ui, "export.format", formats, format_, width)) {
        file_.setPath(fs::path(file_.path()).replace_extension(kEndings[format_]).string());
    }
    gap(ui, 2);
    if (template_ > 0)
        choosePage(ui, width);
    else if (format_ == static_cast<std::size_t>(session::PictureFormat::pptx))
        chooseSlide(ui, width);
    else
        chooseSize(ui, width);
    gap(ui, 2);
}

void ExportDialog::chooseSize(Interface& ui, float width) {
    const bool inPixels = pixels();
    caption(ui, inPixels ? ui.tr(JEJARING_TR("Size in pixels")) : ui.tr(JEJARING_TR("Page")));
    std::vector<Choice> sizes;
    sizes.reserve(kSizes.size());
    for (const Size& size : kSizes)
        sizes.push_back({inPixels ? std::string(size.name) : pageName(size), ""});
    combo(ui, "export.size", sizes, size_, width,
          inPixels ? ui.tr(JEJARING_TR("The picture's size")) : ui.tr(JEJARING_TR("The page's size")));
}

// Slides have a shape, and are as large as the screen that shows them.
void ExportDialog::chooseSlide(Interface& ui, float width) {
    constexpr std::size_t kWide = 1; // of kSizes
    constexpr std::size_t kA4 = 3;
    caption(ui, ui.tr(JEJARING_TR("Slide")));
    const std::array<Choice, 2> shapes{Choice{"16:9", ui.tr(JEJARING_TR("For screens and projectors"))},
                                       Choice{"A4", ui.tr(JEJARING_TR("For paper"))}};
    std::size_t shape = size_ == kA4 ? 1 : 0;
    if (segmented(ui, "export.slide", shapes, shape, width))
        size_ = shape == 1 ? kA4 : kWide;
}

void ExportDialog::choosePlain(Interface& ui, float width) {
    caption(ui, ui.tr(JEJARING_TR("Extent")));
    const bool selected = !ui.session.state().selection.empty();
    std::vector<Choice> extents{{ui.tr(JEJARING_TR("Indonesia")), ui.tr(JEJARING_TR("The whole country"))},
                                {ui.tr(JEJARING_TR("Region")), ui.tr(JEJARING_TR("The chosen region"))},
                                {ui.tr(JEJARING_TR("View")), ui.tr(JEJARING_TR("What the window shows now"))}};
    std::size_t extent = static_cast<std::size_t>(extent_);
    if (!selected) {
        extents.erase(extents.begin() + 1);
        extent = extent_ == Extent::view ? 1 : 0;
    }
    if (segmented(ui, "export.extent", extents, extent, width))
        extent_ = selected ? static_cast<Extent>(extent) : (extent == 0 ? Extent::country : Extent::view);
    gap(ui, 2);
    chooseFormat(ui, width);
    chooseTextSize(ui, width);
}

void ExportDialog::chooseTextSize(Interface& ui, float width) {
    caption(ui, ui.tr(JEJARING_TR("Size of text and lines")));
    const std::array<double, 4> scales{0.8, 1, 1.25, 1.5};
    const std::array<Choice, 4> scaleNames{Choice{"80 %", ""}, Choice{"100 %", ""}, Choice{"125 %", ""},
                                           Choice{"150 %", ""}};
    std::size_t scale = static_cast<std::size_t>(std::find(scales.begin(), scales.end(), typeScale_) - scales.begin());
    if (segmented(ui, "export.scale", scaleNames, scale, width))
        typeScale_ = scales[scale];
    gap(ui, 2);
}

void ExportDialog::options(Interface& ui, float width) {
    chooseTemplate(ui, width);
    // Esc ends the writing and takes nothing back.
    const auto field = [&](const std::string& id, std::string& text, const std::string& hint,
                           const std::string& explanation) {
        const std::string written = text;
        if (textField(ui, id, text, hint, width, explanation) && keyPressed(Key::escape))
            text = written;
    };
    caption(ui, ui.tr(JEJARING_TR("Title")));
    field("export.title", title_, ui.tr(JEJARING_TR("From what the map shows")),
          ui.tr(JEJARING_TR("Leave it empty for a title computed from the map")));
    gap(ui, 2);
    if (template_ > 0) {
        caption(ui, ui.tr(JEJARING_TR("Subtitle")));
        field("export.subtitle", subtitle_, ui.tr(JEJARING_TR("From what the page shows")),
              ui.tr(JEJARING_TR("Leave it empty for one computed from the data")));
        gap(ui, 2);
        if (sheet_) {
            choosePage(ui, width);
            gap(ui, 2);
        } else {
            chooseFormat(ui, width);
        }
    } else if (sheet_) {
        chooseTextSize(ui, width);
    } else {
        choosePlain(ui, width);
    }
    const std::size_t theme = theme_;
    lookRow(ui, "export", theme_, language_, width);
    themeChosen_ = themeChosen_ || theme_ != theme;
    if (template_ == 0) {
        checkbox(ui, "export.furniture", ui.tr(JEJARING_TR("Title, legend, scale and source")), furniture_,
                 ui.tr(JEJARING_TR("Without them only the map is drawn")));
        gap(ui, -6);
    }
    if (mayBeTransparent()) {
        checkbox(ui, "export.transparent",
                 template_ == 0 ? ui.tr(JEJARING_TR("Transparent sea")) : ui.tr(JEJARING_TR("Transparent ground")),
                 transparent_, ui.tr(JEJARING_TR("For slides with a ground of their own")));
        gap(ui, 2);
    }
}

bool ExportDialog::destination(Interface& ui, float width) {
    if (sheet_)
        return sheetButtons(ui);
    file_.draw(ui, width,
               {ui.tr(JEJARING_TR("File")), ui.tr(JEJARING_TR("Where the file goes")),
                ui.tr(JEJARING_TR("Save the picture as")), "jejaring" + std::string(kEndings[format_])},
               kEndings[format_]);
    bool done = false;
    if (refusedPath_ != file_.path()) {
        refusedPath_ = file_.path();
        refusal_.reset();
    }
    if (refusal_)
        paragraph(ui, ui.font.small, ui.color.warning, text::translate(ui.language(), *refusal_), width);
    else if (file_.asking())
        paragraph(ui, ui.font.small, ui.color.warning,
                  ui.tr(JEJARING_TR("{0} is there already. Replace it?"), {fs::path(file_.path()).filename().string()}),
                  width);
    if (button(ui, "export.write",
               file_.asking() ? ui.tr(JEJARING_TR("Replace")) : ui.tr(JEJARING_TR("Write the picture")), true,
               ui.tr(JEJARING_TR("Drawn and written in the background")), !file_.path().empty() && !missing(ui)))
        done = write(ui);
    ImGui::SameLine(0, ui.u(6));
    if (button(ui, "export.sheet", ui.tr(JEJARING_TR("+ Sheet")), false,
               ui.tr(JEJARING_TR("Keep this page in the project as a sheet, to be presented and exported again")),
               !missing(ui))) {
        addSheet(ui, request(ui),
                 template_ == 0 && extent_ == Extent::view
                     ? std::optional(session::extentOf(ui.window.camera, ui.window.mapFrame))
                     : std::nullopt);
        done = true;
    }
    if (!copies_)
        return done;
    ImGui::SameLine(0, ui.u(6));
    if (button(ui, "export.copy", ui.tr(JEJARING_TR("Copy")), false,
               ui.tr(JEJARING_TR("Onto the clipboard as a picture, to be pasted into another program")),
               !missing(ui))) {
        ui.session.copyPicture(request(ui));
    }
    return done;
}

bool ExportDialog::draw(Interface& ui, double density) {
    if (!ui.session.map())
        return true;
    if (file_.choosing(ui))
        return false;
    if (editor().choosing()) {
        editor().chooseFile(ui);
        return false;
    }
    line(ui, ui.font.title, ui.color.text,
         sheet_ ? ui.tr(JEJARING_TR("Edit the sheet")) : ui.tr(JEJARING_TR("Export a picture")));
    gap(ui, 6);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float side = ui.u(300);
    const float previewWidth = room.x - side - ui.u(24);
    const float tools = template_ > 0 ? ui.u(LayoutEditor::kToolsHeight + 12) : 0;
    if (const std::optional<scene::Layout> wanted = layout(ui)) {
        const std::vector<core::RegionIndex>& chosen = selection(ui);
        const core::RegionCode region =
            chosen.empty() ? core::RegionCode() : ui.session.geometry()->catalog()[chosen.front()].code;
        editor().show(*wanted, region, sheet_ ? sheet_->highlight.visitId : ui.session.state().visitId);
    }
    preview(ui, {at.x, at.y, previewWidth, room.y - tools}, density);
    if (shown_ && shown_->page) {
        ImGui::SetCursorScreenPos(ImVec2(at.x, at.y + room.y - ui.u(LayoutEditor::kToolsHeight)));
        editor().tools(ui, previewWidth, *shown_->page);
    }
    // The choices scroll where there is no room; where the file goes, and the button, are always there.
    const float below = ui.u(sheet_ ? 56 : file_.asking() || refusal_ ? 154 : 112);
    const float left = at.x + room.x - side;
    ImGui::SetCursorScreenPos(ImVec2(left, at.y - ui.u(10)));
    ImGui::BeginChild("options", ImVec2(side, room.y + ui.u(10) - below), false, kNavFlattened);
    options(ui, side - ui.u(10));
    ImGui::EndChild();
    ImGui::SetCursorScreenPos(ImVec2(left, at.y + room.y - below + ui.u(12)));
    ImGui::BeginGroup();
    const bool done = destination(ui, side - ui.u(10));
    ImGui::EndGroup();
    return done;
}

} // namespace jejaring::ui
