// SPDX-License-Identifier: MIT
#include "ui/panel/sheets_panel.hpp"

#include "ui/commands.hpp"
#include "ui/panel/sheet_actions.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/widgets.hpp"

#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace jejaring::ui {
namespace {

constexpr double kAir = 14; // layout units around the strip
constexpr double kBetween = 14;
constexpr double kCaption = 40;       // below a page: its name and what it is
constexpr double kSide = 286;         // of the notes
constexpr double kLeastForSide = 560; // width, for the notes to be shown
constexpr double kSmallestPage = 54;  // height
constexpr double kLargestPage = 260;

void show(Interface& ui, const std::string& id) {
    ui.window.sheetId = id;
    ui.session.showSheet(id);
    ui.keepMoving();
}

} // namespace

void SheetsPanel::tools(Interface& ui, float left, float right, float middle) {
    const auto& project = ui.session.project();
    if (!project || !ui.session.map())
        return;
    const std::size_t count = project->sheets.size();
    float x = right;
    if (count > 0) {
        x -= ui.u(28);
        ImGui::SetCursorScreenPos(ImVec2(x, middle - ui.u(14)));
        if (iconButton(ui, "sheets.present", Icon::play, 28, ui.tr(infoOf(Command::presentSheets).explanation), "F5"))
            perform(ui, Command::presentSheets);
        x -= ui.u(32);
        ImGui::SetCursorScreenPos(ImVec2(x, middle - ui.u(14)));
        if (iconButton(ui, "sheets.export", Icon::file, 28, ui.tr(infoOf(Command::exportDeck).explanation)))
            perform(ui, Command::exportDeck);
        x -= ui.u(8);
        const bool wide = ImGui::GetWindowWidth() > ui.u(900);
        const std::string add = ui.tr(JEJARING_TR("Sheet of this view"));
        x -= wide ? textSize(ui.font.small, "+ " + add).x + ui.u(20) : ui.u(28);
        ImGui::SetCursorScreenPos(ImVec2(x, middle - ui.u(wide ? 11 : 14)));
        const std::string explanation = ui.tr(infoOf(Command::addSheet).explanation);
        if (wide ? chip(ui, "sheets.add", "+ " + add, ChipKind::add, explanation, true, right)
                 : iconButton(ui, "sheets.add", Icon::plus, 28, explanation, "Ctrl+Shift+L"))
            addSheetOfView(ui);
        x -= ui.u(12);
        const std::string text = ui.tr(JEJARING_TR("{0} {0:sheet|sheets}"), {ui.number(static_cast<double>(count))});
        const ImVec2 size = textSize(ui.font.small, text);
        if (x - size.x >= left)
            drawText(ImGui::GetWindowDrawList(), ui.font.small, ImVec2(x - size.x, middle - size.y / 2), ui.color.muted,
                     text);
    }
}

void SheetsPanel::empty(Interface& ui, const Area& area) {
    const float width = std::min(area.width - ui.u(40), ui.u(520));
    const std::string title = ui.tr(JEJARING_TR("No sheets yet"));
    const std::string text = ui.tr(JEJARING_TR(
        "A sheet keeps what the map shows now: its part of the country, indicator, date, filters and choice. Put "
        "sheets in order, give them notes, and present them full screen with F5."));
    const std::string add = ui.tr(JEJARING_TR("Add a sheet of this view"));
    const float x = area.x + (area.width - width) / 2;
    ImGui::SetCursorScreenPos(ImVec2(x, area.y + std::max(ui.u(10), (area.height - ui.u(118)) / 2)));
    ImGui::BeginGroup();
    line(ui, ui.font.heading, ui.color.text, title);
    gap(ui, -2);
    paragraph(ui, ui.font.body, ui.color.muted, text, width);
    gap(ui, 4);
    if (button(ui, "sheets.first", add, true, ui.tr(infoOf(Command::addSheet).explanation),
               ui.session.map() != nullptr))
        addSheetOfView(ui);
    ImGui::EndGroup();
}

std::optional<core::Message> SheetsPanel::picture(Interface& ui, const core::Sheet& sheet, const Area& area,
                                                  double density, ImU32 tint) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const SheetPictures::Shown shown =
        pictures_.get(ui, sheet, static_cast<int>(std::lround(static_cast<double>(area.width) * density)),
                      static_cast<int>(std::lround(static_cast<double>(area.height) * density)));
    const float rounding = ui.u(4);
    list->AddRectFilled(area.min(), area.max(), ui.color.raised, rounding);
    if (shown.texture != 0) {
        // Pages of other shapes stand in the middle.
        const float width = std::min(area.width, std::round(area.height * static_cast<float>(shown.aspect)));
        const float height = std::min(area.height, std::round(area.width / static_cast<float>(shown.aspect)));
        const ImVec2 min(std::round(area.x + (area.width - width) / 2),
                         std::round(area.y + (area.height - height) / 2));
        list->AddImageRounded(textureId(shown.texture), min, ImVec2(min.x + width, min.y + height), ImVec2(0, 1),
                              ImVec2(1, 0), tint, rounding);
    } else if (shown.failure) {
        drawIcon(list, Icon::warning, ImVec2(area.x + area.width / 2, area.y + area.height / 2), ui.u(20),
                 ui.color.warning);
    }
    return shown.failure;
}

void SheetsPanel::startRenaming(const core::Sheet& sheet) {
    renaming_ = sheet.id;
    newName_ = sheet.name;
    nameActive_ = false;
    nameTakesFocus_ = true;
}

void SheetsPanel::name(Interface& ui, const core::Sheet& sheet, std::size_t at, const Area& area,
                       const std::optional<core::Message>& failure) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (renaming_ == sheet.id) {
        ImGui::SetCursorScreenPos(ImVec2(area.x, area.y - ui.u(3)));
        const float size = ui.font.body->FontSize * ui.font.body->Scale;
        ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui.u(7), (ui.u(26) - size) / 2));
        ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, ui.u(5));
        ImGui::SetNextItemWidth(area.width);
        const bool first = std::exchange(nameTakesFocus_, false);
        if (first) {
            ImGui::SetKeyboardFocusHere();
            ui.keepMoving();
        }
        // Enter or a click elsewhere takes the name; after Esc it is the one there was.
        ImGui::InputText("##sheets.name", &newName_, ImGuiInputTextFlags_AutoSelectAll);
        const bool done = std::exchange(nameActive_, ImGui::IsItemActive()) && !nameActive_;
        ImGui::PopStyleVar(2);
        list->AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), ui.color.accent, ui.u(5), 0, ui.u(1.2));
        mark(ui, "sheets.name");
        if (done) {
            renaming_.clear();
            renameSheet(ui, sheet.id, newName_);
            refocus_ = sheet.id;
            ui.keepMoving();
        }
        return;
    }
    const std::string number = std::to_string(at + 1);
    const float indent = std::max(ui.u(16), textSize(ui.font.caption, number).x + ui.u(7));
    const float y = area.y + ui.u(1);
    drawText(list, ui.font.caption, ImVec2(area.x, y + ui.u(1)), ui.color.muted, number);
    drawText(list, ui.font.medium, ImVec2(area.x + indent, y), ui.color.text,
             fitted(ui.font.medium, sheet.name, area.width - indent));
    const std::string below = failure ? text::translate(ui.language(), *failure) : sheetKindName(ui, sheet);
    drawText(list, ui.font.small, ImVec2(area.x + indent, y + ui.u(18)), failure ? ui.color.warning : ui.color.muted,
             fitted(ui.font.small, below, area.width - indent));
}

void SheetsPanel::tile(Interface& ui, std::size_t at, const Area& area, double density) {
    const core::Sheet sheet = ui.session.project()->sheets[at]; // the project may change below
    const std::string id = "sheets.sheet." + sheet.id;
    const bool naming = renaming_ == sheet.id;
    const Area page{area.x, area.y, area.width, area.height - ui.u(kCaption)};
    ImDrawList* list = ImGui::GetWindowDrawList();
    ImGui::SetCursorScreenPos(area.min());
    if (refocus_ == sheet.id) {
        refocus_.clear();
        ImGui::SetKeyboardFocusHere();
        ui.keepMoving();
    }
    ImGui::InvisibleButton(id.c_str(), ImVec2(area.width, naming ? page.height : area.height));
    handCursor();
    const bool hovered = ImGui::IsItemHovered();
    if (ImGui::IsItemActivated()) {
        ui.window.sheetId = sheet.id;
        pressed_ = sheet.id;
        ui.keepMoving();
    }
    if (navigationVisible() && ImGui::IsItemFocused() && ui.window.sheetId != sheet.id) {
        ui.window.sheetId = sheet.id; // the choice goes along with the keyboard
        ui.keepMoving();
    }
    if (ImGui::IsItemActive() && pressed_ == sheet.id && ImGui::IsMouseDragging(0, ui.u(5)))
        dragging_ = true;
    if (hovered && ImGui::IsMouseDoubleClicked(0))
        show(ui, sheet.id);
    if (ImGui::IsItemClicked(1)) {
        ui.window.sheetId = menuOf_ = sheet.id;
        ImGui::OpenPopup("sheetMenu");
        menuPlace_ = {ImGui::GetMousePos(), ImGui::GetMousePos()};
    }
    focusRing(ui, 6);
    mark(ui, id);
    ui.probe.mark("sheets.at." + std::to_string(at), area.min(), area.max());
    const bool chosen = ui.window.sheetId == sheet.id;
    const bool carried = dragging_ && pressed_ == sheet.id;
    std::optional<core::Message> failure;
    if (ImGui::IsRectVisible(area.min(), area.max())) {
        failure = picture(ui, sheet, page, density, carried ? IM_COL32(255, 255, 255, 90) : IM_COL32_WHITE);
        const float out = chosen ? ui.u(2.5) : 0.5F;
        const ImU32 frame = chosen ? ui.color.accent : hovered ? ui.color.muted : ui.color.line;
        list->AddRect(ImVec2(page.x - out, page.y - out), ImVec2(page.right() + out, page.bottom() + out), frame,
                      ui.u(chosen ? 6 : 4), 0, chosen ? ui.u(2) : 1.0F);
    }
    if (!ImGui::IsRectVisible(area.min(), area.max()) && !naming)
        return;                          // reading the sheets out of sight takes time
    if (!dragging_ && renaming_.empty()) // where it would cover the name that is typed
        explain(ui, sheet.name + "\n" +
                        (failure ? text::translate(ui.language(), *failure)
                                 : ui.tr(JEJARING_TR("Double click shows it on the map; drag to order"))));
    name(ui, sheet, at, {area.x, page.bottom() + ui.u(7), area.width, ui.u(kCaption - 7)}, failure);
}

void SheetsPanel::drag(Interface& ui, const Area& area, double density) {
    const ImGuiIO& io = ImGui::GetIO();
    if (!dragging_) {
        if (!io.MouseDown[0])
            pressed_.clear();
        return;
    }
    const core::Project& project = *ui.session.project();
    const core::Sheet* carried = session::findSheet(project, pressed_);
    if (carried == nullptr || keyPressed(Key::escape)) {
        dragging_ = false;
        pressed_.clear();
        return;
    }
    const std::size_t from = placeOfSheet(project, pressed_);
    std::size_t gapAt = 0; // before which tile it would come
    while (gapAt < tiles_.size() && tiles_[gapAt].x + tiles_[gapAt].width / 2 < io.MousePos.x)
        ++gapAt;
    const std::size_t to = gapAt > from ? gapAt - 1 : gapAt;
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (!io.MouseDown[0]) {
        dragging_ = false;
        const std::string id = std::exchange(pressed_, "");
        if (area.contains(io.MousePos) && to != from)
            moveSheet(ui, id, to);
        ui.keepMoving();
        return;
    }
    // At the edges the strip goes along.
    const float edge = ui.u(36);
    const float speed = ui.u(600) * std::min(io.DeltaTime, 0.05F);
    if (io.MousePos.x < area.x + edge && ImGui::GetScrollX() > 0) {
        ImGui::SetScrollX(std::max(0.0F, ImGui::GetScrollX() - speed));
        ui.keepMoving();
    } else if (io.MousePos.x > area.right() - edge && ImGui::GetScrollX() < ImGui::GetScrollMaxX()) {
        ImGui::SetScrollX(std::min(ImGui::GetScrollMaxX(), ImGui::GetScrollX() + speed));
        ui.keepMoving();
    }
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Area& tile = tiles_[from];
    const float bottom = tile.bottom() - ui.u(kCaption);
    if (to != from && area.contains(io.MousePos)) {
        const float x = std::round(gapAt < tiles_.size() ? tiles_[gapAt].x - ui.u(kBetween) / 2
                                                         : tiles_.back().right() + ui.u(kBetween) / 2);
        list->AddRectFilled(ImVec2(x - ui.u(1.5), tile.y - ui.u(4)), ImVec2(x + ui.u(1.5), bottom + ui.u(4)),
                            ui.color.accent, ui.u(1.5));
        ui.probe.mark("sheets.insertion", ImVec2(x - 2, tile.y), ImVec2(x + 2, bottom));
    }
    const float width = tile.width * 0.7F;
    const float height = (bottom - tile.y) * 0.7F;
    const Area ghost{io.MousePos.x - width / 2, io.MousePos.y - height / 2, width, height};
    list->PushClipRectFullScreen();
    list->AddRectFilled(ImVec2(ghost.x + ui.u(2), ghost.y + ui.u(4)),
                        ImVec2(ghost.right() + ui.u(2), ghost.bottom() + ui.u(5)), faded(ui.color.shadow, 0.35F),
                        ui.u(5));
    const SheetPictures::Shown shown =
        pictures_.get(ui, *carried, static_cast<int>(std::lround(static_cast<double>(tile.width) * density)),
                      static_cast<int>(std::lround(static_cast<double>(bottom - tile.y) * density)));
    if (shown.texture != 0)
        list->AddImageRounded(textureId(shown.texture), ghost.min(), ghost.max(), ImVec2(0, 1), ImVec2(1, 0),
                              IM_COL32(255, 255, 255, 235), ui.u(4));
    else
        list->AddRectFilled(ghost.min(), ghost.max(), ui.color.raised, ui.u(4));
    list->AddRect(ghost.min(), ghost.max(), ui.color.accent, ui.u(4));
    list->PopClipRect();
}

void SheetsPanel::menu(Interface& ui) {
    if (!beginPopup(ui, "sheetMenu", menuPlace_))
        return;
    const core::Project& project = *ui.session.project();
    const core::Sheet* found = session::findSheet(project, menuOf_);
    if (found == nullptr) {
        ImGui::CloseCurrentPopup();
        endPopup(ui);
        return;
    }
    const core::Sheet sheet = *found;
    const std::size_t at = placeOfSheet(project, sheet.id);
    const bool readable = session::sheetRecipe(sheet).ok();
    const std::array<MenuEntry, 9> entries{
        MenuEntry{ui.tr(JEJARING_TR("Show on the map")), "Enter", readable},
        MenuEntry{ui.tr(JEJARING_TR("Present from here")), "Shift+F5"},
        MenuEntry{ui.tr(JEJARING_TR("Update from the view")), "", readable},
        MenuEntry{ui.tr(JEJARING_TR("Edit the page …")), "", readable},
        MenuEntry{ui.tr(JEJARING_TR("Rename")), "F2"},
        MenuEntry{ui.tr(JEJARING_TR("Duplicate")), "Ctrl+D"},
        MenuEntry{ui.tr(JEJARING_TR("Move forward")), "Alt+←", at > 0},
        MenuEntry{ui.tr(JEJARING_TR("Move back")), "Alt+→", at + 1 < project.sheets.size()},
        MenuEntry{ui.tr(JEJARING_TR("Delete")), "Del"},
    };
    const float width = menuWidth(ui, entries);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!menuEntry(ui, "sheets.menu." + std::to_string(i), entries[i], width))
            continue;
        switch (i) {
        case 0:
            show(ui, sheet.id);
            break;
        case 1:
            presentSheets(ui, sheet.id);
            break;
        case 2:
            updateSheetFromView(ui, sheet.id);
            break;
        case 3:
            editSheet(ui, sheet.id);
            break;
        case 4:
            startRenaming(sheet);
            break;
        case 5:
            duplicateSheet(ui, sheet.id);
            break;
        case 6:
            moveSheet(ui, sheet.id, at - 1);
            break;
        case 7:
            moveSheet(ui, sheet.id, at + 1);
            break;
        default:
            removeSheet(ui, sheet.id);
            break;
        }
        ui.keepMoving();
    }
    endPopup(ui);
}

void SheetsPanel::keys(Interface& ui) {
    if (!focused_ || dragging_ || ImGui::GetIO().WantTextInput || ui.window.dialog != Dialog::none ||
        ui.window.searchOpen || ui.window.popupOpen)
        return;
    const core::Project& project = *ui.session.project();
    const core::Sheet* found = session::findSheet(project, ui.window.sheetId);
    if (found == nullptr)
        return;
    const core::Sheet sheet = *found;
    const std::size_t at = placeOfSheet(project, sheet.id);
    const int step = !altDown() ? 0 : keyPressed(Key::left, true) ? -1 : keyPressed(Key::right, true) ? 1 : 0;
    if (step != 0) {
        if (at > 0 || step > 0)
            moveSheet(ui, sheet.id, step > 0 ? at + 1 : at - 1);
        movedWithAlt_ = true;
    }
    if (controlDown() && keyPressed(Key::d))
        duplicateSheet(ui, sheet.id);
    else if (keyPressed(Key::deleteKey))
        removeSheet(ui, sheet.id);
    else if (keyPressed(Key::f2))
        startRenaming(sheet);
    else if (keyPressed(Key::enter) || keyPressed(Key::keypadEnter))
        show(ui, sheet.id);
    else if (step == 0)
        return;
    if (ui.window.sheetId != sheet.id)
        refocus_ = ui.window.sheetId;
    ui.keepMoving();
}

void SheetsPanel::strip(Interface& ui, const Area& area, double density) {
    ImGui::SetCursorScreenPos(area.min());
    // With Alt the arrows move the sheet, and not the keyboard from sheet to sheet.
    ImGui::BeginChild("strip", ImVec2(area.width, area.height), false,
                      kNavFlattened | ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                          (altDown() ? ImGuiWindowFlags_NoNavInputs : 0));
    focused_ = ImGui::IsWindowFocused();
    if (movedWithAlt_ && !altDown()) { // ImGui has taken the keyboard to where menus would be
        movedWithAlt_ = false;
        refocus_ = ui.window.sheetId;
    }
    if (ImGui::IsWindowHovered() && ImGui::GetIO().MouseWheel != 0)
        ImGui::SetScrollX(
            std::clamp(ImGui::GetScrollX() - ImGui::GetIO().MouseWheel * ui.u(120), 0.0F, ImGui::GetScrollMaxX()));
    const float air = ui.u(kAir);
    const float height =
        std::clamp(area.height - 2 * air - ui.u(kCaption - 2), ui.u(kSmallestPage), ui.u(kLargestPage));
    const float width = std::round(height * 16 / 9);
    const std::size_t count = ui.session.project()->sheets.size();
    const float step = width + ui.u(kBetween);
    // The chosen one comes to sight.
    if (shownChosen_ != ui.window.sheetId) {
        shownChosen_ = ui.window.sheetId;
        if (const std::size_t at = placeOfSheet(*ui.session.project(), shownChosen_); at < count) {
            const float left = air + static_cast<float>(at) * step;
            if (left - air < ImGui::GetScrollX())
                ImGui::SetScrollX(left - air);
            else if (left + width + air > ImGui::GetScrollX() + area.width)
                ImGui::SetScrollX(left + width + air - area.width);
        }
    }
    const ImVec2 start = ImGui::GetCursorScreenPos(); // as far as it is scrolled
    tiles_.clear();
    for (std::size_t i = 0; i < count; ++i)
        tiles_.push_back({start.x + air + static_cast<float>(i) * step, start.y + air, width, height + ui.u(kCaption)});
    for (std::size_t i = 0; i < tiles_.size() && i < ui.session.project()->sheets.size(); ++i)
        tile(ui, i, tiles_[i], density);
    ImGui::SetCursorScreenPos(ImVec2(start.x, start.y + 1));
    ImGui::Dummy(ImVec2(2 * air + static_cast<float>(count) * step - ui.u(kBetween), 1));
    menu(ui);
    if (!tiles_.empty() && tiles_.size() == ui.session.project()->sheets.size())
        drag(ui, area, density);
    ImGui::EndChild();
    ui.probe.mark("sheets.strip", area.min(), area.max());
}

void SheetsPanel::draw(Interface& ui, const Area& area) {
    const auto& project = ui.session.project();
    if (!project || !ui.session.geometry())
        return;
    pictures_.begin();
    if (project->sheets.empty()) {
        focused_ = dragging_ = false;
        empty(ui, area);
        ui.window.sheetFocused = false;
        return;
    }
    const ImGuiIO& io = ImGui::GetIO();
    const double density = std::max(1.0, static_cast<double>(io.DisplayFramebufferScale.x));
    const float right = area.width >= ui.u(kLeastForSide) ? ui.u(kSide) : 0;
    strip(ui, {area.x, area.y, area.width - right, area.height}, density);
    keys(ui);
    ui.window.sheetFocused = focused_ && !io.WantTextInput;
    if (right > 0 && ui.session.project())
        side(ui, {area.right() - right, area.y, right, area.height});
}

} // namespace jejaring::ui
