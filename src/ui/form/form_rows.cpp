// SPDX-License-Identifier: MIT
#include "ui/form/form_rows.hpp"

#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::ui {
namespace {

constexpr double kHeight = 46; // layout units
constexpr double kTool = 28;

} // namespace

RowAction recordRow(const Interface& ui, const std::string& field, std::size_t index, std::size_t count,
                    const RecordRow& row, bool movable, bool& dragged) {
    const std::string id = "form." + field + "." + std::to_string(index);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.u(14);
    const float height = ui.u(kHeight);
    const std::size_t toolCount = movable && count > 1 ? 3 : 1;
    const float toolsWidth = ui.u(kTool) * static_cast<float>(toolCount);
    RowAction action = RowAction::none;

    ImGui::PushID((field + "." + row.key).c_str());
    const bool pressed = ImGui::InvisibleButton("row", ImVec2(std::max(1.0F, width - toolsWidth), height));
    ImGui::PopID();
    const bool hovered = ImGui::IsItemHovered();
    const bool active = ImGui::IsItemActive();
    handCursor();
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (hovered || active)
        list->AddRectFilled(at, ImVec2(at.x + width, at.y + height), active ? ui.color.selected : ui.color.hovered,
                            ui.u(6));
    focusRing(ui, 6);
    explain(ui, movable && count > 1 ? ui.tr(JEJARING_TR("Open it; drag to change the order"))
                                     : ui.tr(JEJARING_TR("Open it")));
    mark(ui, id);
    if (pressed && !dragged)
        action = RowAction::edit;
    if (active && movable && ImGui::IsMouseDown(0)) {
        const float y = ImGui::GetIO().MousePos.y;
        if (y < at.y && index > 0)
            action = RowAction::up;
        else if (y > at.y + height && index + 1 < count)
            action = RowAction::down;
        dragged = dragged || action == RowAction::up || action == RowAction::down;
    }
    if (!ImGui::IsMouseDown(0) && !pressed && !ImGui::IsMouseReleased(0))
        dragged = false;

    float x = at.x + ui.u(10);
    if (!row.number.empty()) {
        const ImVec2 size = textSize(ui.font.caption, row.number);
        const ImVec2 centre(x + ui.u(10), at.y + height / 2);
        list->AddCircleFilled(centre, ui.u(10), ui.color.accent);
        drawText(list, ui.font.caption, ImVec2(centre.x - size.x / 2, centre.y - size.y / 2), ui.color.onAccent,
                 row.number);
        x += ui.u(32);
    }
    const float end = at.x + width - toolsWidth - ui.u(8);
    const ImVec2 rightSize = textSize(ui.font.small, row.right);
    const float rightY = row.detail.empty() ? at.y + (height - rightSize.y) / 2 : at.y + ui.u(8);
    drawText(list, ui.font.small, ImVec2(end - rightSize.x, rightY), ui.color.muted, row.right);
    const bool two = !row.detail.empty();
    const float titleY = two ? at.y + ui.u(6) : at.y + (height - textSize(ui.font.body, "A").y) / 2;
    drawText(list, ui.font.body, ImVec2(x, titleY), ui.color.text,
             fitted(ui.font.body, row.title, std::max(1.0F, end - x - rightSize.x - ui.u(12))));
    if (two)
        drawText(list, ui.font.small, ImVec2(x, at.y + ui.u(25)), ui.color.muted,
                 fitted(ui.font.small, row.detail, std::max(1.0F, end - x)));

    float toolX = at.x + width - ui.u(kTool);
    const float toolY = at.y + (height - ui.u(kTool)) / 2;
    const auto tool = [&](const char* name, Icon icon, const std::string& explanation) {
        ImGui::SetCursorScreenPos(ImVec2(toolX, toolY));
        toolX -= ui.u(kTool);
        return iconButton(ui, id + name, icon, kTool, explanation);
    };
    if (tool(".remove", Icon::close, ui.tr(JEJARING_TR("Take this line away"))))
        action = RowAction::remove;
    if (toolCount > 1) {
        if (index + 1 == count)
            toolX -= ui.u(kTool);
        else if (tool(".down", Icon::chevronDown, ui.tr(JEJARING_TR("Further down"))))
            action = RowAction::down;
        if (index > 0 && tool(".up", Icon::chevronUp, ui.tr(JEJARING_TR("Further up"))))
            action = RowAction::up;
    }
    ImGui::SetCursorScreenPos(ImVec2(at.x, at.y + height));
    ImGui::Dummy(ImVec2(width, 0));
    if (row.message) {
        const bool fault = row.message->severity == core::Severity::error;
        gap(ui, -6);
        ImGui::SetCursorScreenPos(ImVec2(x, ImGui::GetCursorScreenPos().y));
        paragraph(ui, ui.font.small, fault ? ui.color.warning : ui.color.muted, sentence(ui.language(), *row.message),
                  end - x);
        mark(ui, id + ".message");
    }
    const float y = std::round(ImGui::GetItemRectMax().y + ui.u(1)) + 0.5F;
    list->AddLine(ImVec2(at.x, y), ImVec2(at.x + width, y), faded(ui.color.line, 0.7F));
    ImGui::SetCursorScreenPos(ImVec2(at.x, y + ui.u(1)));
    return action;
}

} // namespace jejaring::ui
