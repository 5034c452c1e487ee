// SPDX-License-Identifier: MIT
#include "ui/widget/widgets.hpp"

#include "ui/widget/imgui_shim.hpp"

#include <algorithm>
#include <cfloat>
#include <cmath>

namespace jejaring::ui {

float menuWidth(const Interface& ui, std::span<const MenuEntry> entries) {
    float width = ui.u(150);
    for (const MenuEntry& entry : entries) {
        const float shortcut = entry.shortcut.empty() ? 0 : textSize(ui.font.small, entry.shortcut).x + ui.u(28);
        width = std::max(width, textSize(ui.font.body, entry.label).x + shortcut + ui.u(44));
    }
    return width;
}

bool menuEntry(const Interface& ui, const std::string& id, const MenuEntry& entry, float width) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size(width, ui.u(kMenuEntryHeight));
    ImGui::BeginDisabled(!entry.enabled);
    const bool pressed = ImGui::InvisibleButton(id.c_str(), size);
    ImGui::EndDisabled();
    const ImVec2 max(at.x + size.x, at.y + size.y);
    if (entry.enabled && (ImGui::IsItemHovered() || ImGui::IsItemFocused()))
        list->AddRectFilled(at, max, ui.color.dark ? IM_COL32(255, 255, 255, 16) : ui.color.selected, ui.u(5));
    const float alpha = entry.enabled ? 1.0F : 0.45F;
    const float middle = (at.y + max.y) / 2;
    if (entry.checked)
        drawIcon(list, Icon::check, ImVec2(at.x + ui.u(14), middle), ui.u(13), faded(ui.color.accent, alpha));
    const ImVec2 text = textSize(ui.font.body, entry.label);
    drawText(list, ui.font.body, ImVec2(at.x + ui.u(28), middle - text.y / 2), faded(ui.color.text, alpha),
             entry.label);
    if (!entry.shortcut.empty()) {
        const ImVec2 shortcut = textSize(ui.font.small, entry.shortcut);
        drawText(list, ui.font.small, ImVec2(max.x - ui.u(10) - shortcut.x, middle - shortcut.y / 2),
                 faded(ui.color.muted, alpha), entry.shortcut);
    }
    focusRing(ui, 5);
    mark(ui, id);
    if (pressed && !entry.keepsOpen)
        ImGui::CloseCurrentPopup();
    return pressed;
}

bool beginPopup(const Interface& ui, const std::string& id, const PopupPlace& place) {
    // Inside of the window: a list that is longer than the room there is scrolls.
    constexpr double kAir = 4;
    const ImGuiID key = ImGui::GetID(id.c_str());
    const ImVec2 padding(ui.u(place.paddingX), ui.u(place.paddingY));
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const float edge = ui.u(8);
    const auto known = ui.window.popupSizes.find(key);
    ImVec2 size = known != ui.window.popupSizes.end() ? known->second : ImVec2(0, 0);
    const float air = ui.u(kAir);
    const float below = display.y - edge - place.max.y - air;
    const float above = place.min.y - air - edge;
    const bool up = place.side == PopupSide::below && size.y > below && above > below;
    const float room = place.side == PopupSide::right ? display.y - 2 * edge : std::max(up ? above : below, ui.u(96));
    if (size.y > room)
        size.x += ImGui::GetStyle().ScrollbarSize;
    float x = place.max.x + air;
    float y = (place.min.y + place.max.y) / 2 - size.y * 0.4F;
    if (place.side == PopupSide::below) {
        x = place.alignRight ? place.max.x - size.x : place.min.x;
        y = up ? place.min.y - air - std::min(size.y, room) : place.max.y + air;
    } else if (x + size.x > display.x - edge && place.min.x - air - size.x >= edge) {
        x = place.min.x - air - size.x;
    }
    x = std::max(edge, std::min(x, display.x - edge - size.x));
    y = std::max(edge, std::min(y, display.y - edge - std::min(size.y, room)));
    ImGui::SetNextWindowPos(ImVec2(std::round(x), std::round(y)));
    ImGui::SetNextWindowSizeConstraints(ImVec2(0, 0), ImVec2(FLT_MAX, std::floor(room)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.u(6), 0));
    const bool open = ImGui::BeginPopup(id.c_str(), ImGuiWindowFlags_NoMove);
    ImGui::PopStyleVar(2);
    if (open) {
        ui.window.popups.push_back({key, padding});
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.u(6), 0));
        // ImGui would first leave the list inside, and close with the second press only.
        if (keyPressed(Key::escape) && !ImGui::GetIO().WantTextInput)
            ImGui::CloseCurrentPopup();
        // A soft shadow outside the popup's own rectangle.
        const ImVec2 min = ImGui::GetWindowPos();
        const ImVec2 max(min.x + ImGui::GetWindowWidth(), min.y + ImGui::GetWindowHeight());
        ImDrawList* list = ImGui::GetWindowDrawList();
        list->PushClipRectFullScreen();
        for (int i = 1; i <= 5; ++i) {
            const float out = ui.u(i * 2);
            list->AddRect(ImVec2(min.x - out + ui.u(1), min.y - out + ui.u(4)),
                          ImVec2(max.x + out - ui.u(1), max.y + out + ui.u(2)),
                          faded(ui.color.shadow, 0.07F / static_cast<float>(i)), ui.u(8) + out, 0, ui.u(2.5));
        }
        list->PopClipRect();
        ImGui::BeginGroup();
    }
    return open;
}

void endPopup(const Interface& ui) {
    ImGui::EndGroup();
    const ImVec2 content = ImGui::GetItemRectSize();
    const WindowState::OpenPopup popup = ui.window.popups.back();
    ui.window.popups.pop_back();
    const ImVec2 size(content.x + 2 * popup.padding.x, content.y + 2 * popup.padding.y);
    ImVec2& known = ui.window.popupSizes[popup.id];
    if (known.x != size.x || known.y != size.y)
        ui.keepMoving(); // it stands elsewhere in the next frame
    known = size;
    ImGui::PopStyleVar();
    ImGui::EndPopup();
}

bool listRow(const Interface& ui, const std::string& id, double height, bool selected) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size(ImGui::GetContentRegionAvail().x, ui.u(height));
    const bool pressed = ImGui::InvisibleButton(id.c_str(), size);
    const ImVec2 max(at.x + size.x, at.y + size.y);
    if (selected)
        list->AddRectFilled(at, max, ui.color.selected);
    else if (ImGui::IsItemHovered())
        list->AddRectFilled(at, max, ui.color.hovered);
    focusRing(ui, 2, true);
    return pressed;
}

bool beginPanel(const Interface& ui, const char* name, const Area& area, ImU32 ground, ImVec2 padding, int extraFlags,
                bool floats) {
    ImGui::SetNextWindowPos(area.min());
    ImGui::SetNextWindowSize(ImVec2(std::max(1.0F, area.width), std::max(1.0F, area.height)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding,
                        ImVec2(ui.u(static_cast<double>(padding.x)), ui.u(static_cast<double>(padding.y))));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ground);
    const bool open = ImGui::Begin(name, nullptr,
                                   ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                                       ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings |
                                       (floats ? 0 : ImGuiWindowFlags_NoBringToFrontOnFocus) | extraFlags);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    return open;
}

void endPanel() {
    ImGui::End();
}

} // namespace jejaring::ui
