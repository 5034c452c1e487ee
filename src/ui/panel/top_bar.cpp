// SPDX-License-Identifier: MIT
#include "ui/panel/top_bar.hpp"

#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

namespace jejaring::ui {
namespace {

// The command's name, with what it would undo or do again.
std::string labelOf(const Interface& ui, Command command) {
    const core::Message* what = command == Command::undo   ? ui.session.undoLabel()
                                : command == Command::redo ? ui.session.redoLabel()
                                                           : nullptr;
    const std::string name = ui.tr(infoOf(command).name);
    return what == nullptr ? name : name + ": " + text::translate(ui.language(), *what);
}

MenuEntry entryOf(const Interface& ui, Command command) {
    const CommandInfo& info = infoOf(command);
    return {labelOf(ui, command), std::string(info.shortcut), available(ui, command), switchedOn(ui, command)};
}

void commandEntry(Interface& ui, Command command, float width) {
    const CommandInfo& info = infoOf(command);
    if (menuEntry(ui, "command." + std::string(info.name), entryOf(ui, command), width))
        perform(ui, command);
    explain(ui, ui.tr(info.explanation));
}

void menuLine(const Interface& ui, float width) {
    gap(ui, 5);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddLine(ImVec2(at.x, std::round(at.y) + 0.5F),
                                        ImVec2(at.x + width, std::round(at.y) + 0.5F), ui.color.line);
    ImGui::Dummy(ImVec2(width, 1));
    gap(ui, 5);
}

} // namespace

float TopBar::menu(Interface& ui, const char* id, std::string_view name, std::string_view explanation, float x,
                   const Area& area) {
    const std::string text = ui.tr(name);
    const ImVec2 size = textSize(menuFont_, text);
    const float width = size.x + 2 * menuAir_;
    const float height = ui.u(30);
    const float y = area.y + (area.height - height) / 2;
    ImGui::SetCursorScreenPos(ImVec2(x, y));
    const bool open = ImGui::IsPopupOpen(id);
    if (ImGui::InvisibleButton((std::string("menu.") + id).c_str(), ImVec2(width, height)))
        ImGui::OpenPopup(id);
    // With one menu open, pointing at another one opens that.
    const bool anyOpen = !openMenu_.empty() && openMenu_ != id;
    const bool pointed = ImGui::IsMouseHoveringRect(ImVec2(x, y), ImVec2(x + width, y + height), false);
    if (anyOpen && pointed && !open)
        ImGui::OpenPopup(id);
    handCursor();
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (open || ImGui::IsItemHovered())
        list->AddRectFilled(ImVec2(x, y), ImVec2(x + width, y + height), open ? ui.color.selected : ui.color.hovered,
                            ui.u(6));
    drawText(list, menuFont_, ImVec2(x + menuAir_, area.y + (area.height - size.y) / 2),
             open || ImGui::IsItemHovered() ? ui.color.text : ui.color.muted, text);
    focusRing(ui, 6);
    if (!open)
        explain(ui, ui.tr(explanation));
    mark(ui, std::string("menu.") + id);
    menuPlace_ = {ImVec2(x, y), ImVec2(x + width, y + height)};
    return x + width;
}

void TopBar::plainMenu(Interface& ui, const char* id, std::span<const Command> commands) {
    if (!beginPopup(ui, id, menuPlace_))
        return;
    openMenu_ = id;
    std::vector<MenuEntry> entries;
    for (const Command command : commands)
        entries.push_back(entryOf(ui, command));
    const float width = menuWidth(ui, entries);
    for (const Command command : commands)
        commandEntry(ui, command, width);
    endPopup(ui);
}

void TopBar::fileMenu(Interface& ui) {
    if (!beginPopup(ui, "file", menuPlace_))
        return;
    openMenu_ = "file";
    constexpr std::array kFirst{Command::newProject, Command::open, Command::openSample};
    constexpr std::array kSecond{Command::save, Command::saveAs};
    const float width = ui.u(260);
    for (const Command command : kFirst)
        commandEntry(ui, command, width);
    const std::vector<std::string>& recent = ui.session.settings().recentProjects;
    if (!recent.empty()) {
        menuLine(ui, width);
        gap(ui, 2);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        drawText(ImGui::GetWindowDrawList(), ui.font.small, ImVec2(at.x + ui.u(28), at.y), ui.color.muted,
                 ui.tr(JEJARING_TR("Recent")));
        gap(ui, 18);
        for (std::size_t i = 0; i < std::min<std::size_t>(recent.size(), 6); ++i) {
            const std::string path = recent[i];
            const std::string name = std::filesystem::path(path).filename().string();
            if (menuEntry(ui, "recent." + std::to_string(i), {fitted(ui.font.body, name, width - ui.u(44)), ""},
                          width)) {
                session::Session& session = ui.session;
                unlessUnsaved(ui, [&session, path] { session.openProject(path); });
            }
            explain(ui, path);
        }
    }
    menuLine(ui, width);
    for (const Command command : kSecond)
        commandEntry(ui, command, width);
    menuLine(ui, width);
    commandEntry(ui, Command::quit, width);
    endPopup(ui);
}

void TopBar::viewMenu(Interface& ui) {
    if (!beginPopup(ui, "view", menuPlace_))
        return;
    openMenu_ = "view";
    const float width = ui.u(280);
    for (const Command command : {Command::home, Command::zoomIn, Command::zoomOut})
        commandEntry(ui, command, width);
    menuLine(ui, width);
    for (const Command command :
         {Command::foldLeft, Command::foldRight, Command::foldBottom, Command::resetLayout, Command::presentation})
        commandEntry(ui, command, width);
    menuLine(ui, width);
    for (const auto projection :
         {geo::ProjectionKind::equalEarth, geo::ProjectionKind::mercator, geo::ProjectionKind::plateCarree}) {
        const std::string id = "projection." + std::string(geo::projectionId(projection));
        const bool chosen = ui.session.state().view.projection == projection;
        if (menuEntry(ui, id, {ui.tr(nameOf(projection)), "", true, chosen}, width))
            ui.changeView([&](scene::MapView& view) { view.projection = projection; });
        explain(ui, ui.tr(JEJARING_TR("Map projection")));
    }
    menuLine(ui, width);
    for (const Command command : {Command::scaleUp, Command::scaleDown, Command::scaleReset, Command::theme})
        commandEntry(ui, command, width);
    endPopup(ui);
}

void TopBar::search(Interface& ui, const Area& area, float left, float right) {
    const float height = ui.u(32);
    const float widest = ui.u(380);
    const float width = std::min(widest, right - left - ui.u(32));
    searchField_ = {};
    if (width < ui.u(110))
        return;
    // In the middle of the window where there is room, else between its neighbours.
    const float x = std::clamp(area.x + (area.width - width) / 2, left + ui.u(16), right - ui.u(16) - width);
    const float y = std::round(area.y + (area.height - height) / 2);
    searchField_ = {std::round(x), y, std::round(width), height};
    ImGui::SetCursorScreenPos(searchField_.min());
    if (ImGui::InvisibleButton("search.field", ImVec2(searchField_.width, height)))
        perform(ui, Command::search);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const bool hovered = ImGui::IsItemHovered();
    if (hovered)
        ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    list->AddRectFilled(searchField_.min(), searchField_.max(), ui.color.raised, ui.u(6));
    list->AddRect(ImVec2(searchField_.x + 0.5F, y + 0.5F),
                  ImVec2(searchField_.right() - 0.5F, searchField_.bottom() - 0.5F),
                  hovered ? ui.color.muted : ui.color.line, ui.u(6));
    const std::string shortcut = "Ctrl K";
    const ImVec2 shortcutSize = textSize(ui.font.small, shortcut);
    const bool wide = width > ui.u(220);
    const std::string hint = fitted(ui.font.body, ui.tr(JEJARING_TR("Search for a region, code or partner")),
                                    width - ui.u(26) - (wide ? shortcutSize.x + ui.u(12) : 0));
    drawText(list, ui.font.body, ImVec2(searchField_.x + ui.u(12), y + (height - textSize(ui.font.body, hint).y) / 2),
             ui.color.faint, hint);
    if (wide)
        drawText(list, ui.font.small,
                 ImVec2(searchField_.right() - ui.u(12) - shortcutSize.x, y + (height - shortcutSize.y) / 2),
                 ui.color.faint, shortcut);
    focusRing(ui, 6);
    explain(ui, ui.tr(JEJARING_TR("Regions, codes, partners and visits; spelling errors are forgiven")), "Ctrl+K");
    mark(ui, "search.field");
}

float TopBar::right(Interface& ui, const Area& area) {
    float x = area.right() - ui.u(16);
    const float height = ui.u(30);
    const float y = std::round(area.y + (area.height - height) / 2);
    const std::array<Choice, 2> languages{Choice{"ID", ui.tr(JEJARING_TR("Indonesian"))},
                                          Choice{"EN", ui.tr(JEJARING_TR("English"))}};
    auto chosen = static_cast<std::size_t>(ui.language());
    x -= ui.u(76);
    ImGui::SetCursorScreenPos(ImVec2(x, y));
    if (segmented(ui, "top.language", languages, chosen, ui.u(76)))
        ui.changeSettings(
            [chosen](session::Settings& settings) { settings.language = static_cast<text::Language>(chosen); });
    if (themeShown_) {
        x -= ui.u(38);
        ImGui::SetCursorScreenPos(ImVec2(x, y));
        const bool dark = ui.theme() == scene::Theme::dark;
        if (iconButton(ui, "top.theme", dark ? Icon::sun : Icon::moon, 30,
                       dark ? ui.tr(JEJARING_TR("Light theme")) : ui.tr(JEJARING_TR("Dark theme"))))
            perform(ui, Command::theme);
    }
    x -= ui.u(12);
    if (const auto& project = ui.session.project(); project && area.width > ui.u(900)) {
        std::string title = project->title.empty() ? ui.tr(JEJARING_TR("Untitled project")) : project->title;
        title = fitted(ui.font.body, title, ui.u(260));
        const ImVec2 size = textSize(ui.font.body, title);
        drawText(ImGui::GetWindowDrawList(), ui.font.body, ImVec2(x - size.x, area.y + (area.height - size.y) / 2),
                 ui.color.muted, title);
        x -= size.x;
    }
    return x;
}

// Menus and language are always there; before they would run into each other the name goes, then the button for the
// theme, which the menus have, too, then the air between the menus, then the
// size of their names.
void TopBar::fit(const Interface& ui, const Area& area, float brand) {
    const auto namesIn = [&](ImFont* font) {
        float width = 0;
        for (const char* name : {"File", "Edit", "Data", "View", "Export", "Help"})
            width += textSize(font, ui.tr(name)).x;
        return width;
    };
    menuFont_ = ui.font.body;
    float names = namesIn(menuFont_);
    const float language = ui.u(16 + 76 + 8);
    brandShown_ = themeShown_ = true;
    menuAir_ = ui.u(10);
    const auto tooWide = [&] {
        return ui.u(brandShown_ ? 30 : 8) + (brandShown_ ? brand : 0) + names + 12 * menuAir_ +
                   (themeShown_ ? ui.u(38) : 0) + language >
               area.width;
    };
    brandShown_ = !tooWide();
    themeShown_ = brandShown_ || !tooWide();
    if (tooWide())
        menuAir_ = ui.u(4);
    if (tooWide()) {
        menuFont_ = ui.font.small;
        names = namesIn(menuFont_);
    }
}

void TopBar::draw(Interface& ui, const Area& area) {
    beginPanel(ui, "top", area, ui.color.panel, ImVec2(0, 0), ImGuiWindowFlags_NoScrollbar);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const std::string_view brand = "Jejaring";
    const ImVec2 size = textSize(ui.font.heading, brand);
    fit(ui, area, size.x);
    if (brandShown_)
        drawText(list, ui.font.heading, ImVec2(area.x + ui.u(18), area.y + (area.height - size.y) / 2), ui.color.text,
                 brand);
    float x = area.x + ui.u(brandShown_ ? 30 : 8) + (brandShown_ ? size.x : 0);
    const std::string before = openMenu_;
    x = menu(ui, "file", JEJARING_TR("File"), JEJARING_TR("Projects: new, open, save; leave the program"), x, area);
    openMenu_ = before;
    fileMenu(ui);
    x = menu(ui, "edit", JEJARING_TR("Edit"), JEJARING_TR("Take back and do again, find"), x, area);
    constexpr std::array kEdit{Command::undo, Command::redo, Command::search};
    plainMenu(ui, "edit", kEdit);
    x = menu(ui, "data", JEJARING_TR("Data"),
             JEJARING_TR("Import of tables, new records of every kind, weights of the score, sources, boundaries"), x,
             area);
    constexpr std::array kData{Command::importTable,  Command::newAgreement,      Command::newPartner,
                               Command::newVisit,     Command::newActivity,       Command::newRisk,
                               Command::newIndicator, Command::newIndicatorValue, Command::weights,
                               Command::sources,      Command::boundaries,        Command::importBoundaries};
    plainMenu(ui, "data", kData);
    x = menu(ui, "view", JEJARING_TR("View"), JEJARING_TR("Zoom, areas of the window, projection, theme"), x, area);
    viewMenu(ui);
    x = menu(ui, "export", JEJARING_TR("Export"),
             JEJARING_TR("Pictures of the map for documents and slides, tables for spreadsheets, sheets to present"), x,
             area);
    constexpr std::array kExport{Command::exportPicture,   Command::exportAtlas, Command::exportDeck,
                                 Command::saveTables,      Command::addSheet,    Command::presentSheets,
                                 Command::presentFromSheet};
    plainMenu(ui, "export", kExport);
    x = menu(ui, "help", JEJARING_TR("Help"), JEJARING_TR("Shortcuts, and what Jejaring is made of"), x, area);
    constexpr std::array kHelp{Command::shortcuts, Command::about};
    plainMenu(ui, "help", kHelp);
    if (!ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId))
        openMenu_.clear();
    const float end = right(ui, area);
    search(ui, area, x, end);
    const float y = area.bottom() - 0.5F;
    list->AddLine(ImVec2(area.x, y), ImVec2(area.right(), y), ui.color.line);
    endPanel();
}

} // namespace jejaring::ui
