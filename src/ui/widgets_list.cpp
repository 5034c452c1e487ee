// SPDX-License-Identifier: MIT
#include "ui/widgets.hpp"

#include "ui/imgui_shim.hpp"

#include <algorithm>
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
    const ImVec2 size(width, ui.u(30));
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

bool beginPopup(const Interface& ui, const std::string& id) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.u(6), ui.u(6)));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.u(6), 0));
    const bool open = ImGui::BeginPopup(id.c_str(), ImGuiWindowFlags_NoMove);
    ImGui::PopStyleVar(2);
    if (open) {
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
    }
    return open;
}

void endPopup() {
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
    focusRing(ui, 2);
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
