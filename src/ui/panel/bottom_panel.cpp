// SPDX-License-Identifier: MIT
#include "ui/panel/bottom_panel.hpp"

#include "ui/widget/layout.hpp"
#include "ui/widget/widgets.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace jejaring::ui {
namespace {

constexpr std::size_t kTabs = static_cast<std::size_t>(session::BottomTab::sheets) + 1;

} // namespace

void BottomPanel::draw(Interface& ui, const Area& area) {
    beginPanel(ui, "bottom", area, ui.color.panel, ImVec2(0, 0),
               ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float bar = ui.u(40);
    const std::array<std::string, kTabs> names{ui.tr(JEJARING_TR("Partners")),   ui.tr(JEJARING_TR("Visits")),
                                               ui.tr(JEJARING_TR("Activities")), ui.tr(JEJARING_TR("Risks")),
                                               ui.tr(JEJARING_TR("Indicators")), ui.tr(JEJARING_TR("Sheets"))};
    const std::array<std::string, kTabs> explanations{
        ui.tr(JEJARING_TR("All agreements and who they are with")),
        ui.tr(JEJARING_TR("Visits of officials, stop by stop")),
        ui.tr(JEJARING_TR("Forums, fairs, missions, exchanges and trainings")),
        ui.tr(JEJARING_TR("What may go wrong and what good is expected, how likely and how severe")),
        ui.tr(JEJARING_TR("Numbers of regions by period")),
        ui.tr(JEJARING_TR("Views that are kept, to be presented one after another")),
    };
    const std::array<const char*, kTabs> ids{"tab.partners", "tab.visits",     "tab.activities",
                                             "tab.risks",    "tab.indicators", "tab.sheets"};
    float x = area.x + ui.u(14);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool open = static_cast<std::size_t>(ui.window.tab) == i;
        ImFont* font = open ? ui.font.medium : ui.font.body;
        const ImVec2 size = textSize(ui.font.medium, names[i]);
        ImGui::SetCursorScreenPos(ImVec2(x, area.y));
        if (ImGui::InvisibleButton(ids[i], ImVec2(size.x + ui.u(20), bar)))
            ui.window.tab = static_cast<session::BottomTab>(i);
        handCursor();
        const bool hovered = ImGui::IsItemHovered();
        drawText(list, font, ImVec2(x + ui.u(4), area.y + (bar - size.y) / 2),
                 open || hovered ? ui.color.text : ui.color.muted, names[i]);
        if (open)
            list->AddRectFilled(ImVec2(x + ui.u(4), area.y + bar - ui.u(2)), ImVec2(x + ui.u(4) + size.x, area.y + bar),
                                ui.color.accent);
        focusRing(ui, 2);
        explain(ui, explanations[i]);
        mark(ui, ids[i]);
        x += size.x + ui.u(22);
    }
    ImGui::SetCursorScreenPos(ImVec2(area.right() - ui.u(38), area.y + ui.u(6)));
    if (iconButton(ui, "bottom.fold", Icon::chevronDown, 28, ui.tr(JEJARING_TR("Fold this area away"))))
        toggleSide(ui, Side::bottom);
    const float toolsRight = area.right() - ui.u(44);
    const float middle = area.y + bar / 2;
    switch (ui.window.tab) {
    case session::BottomTab::partners:
        partners_.tools(ui, x, toolsRight, middle);
        break;
    case session::BottomTab::visits:
        visits_.tools(ui, x, toolsRight, middle);
        break;
    case session::BottomTab::activities:
        activities_.tools(ui, x, toolsRight, middle);
        break;
    case session::BottomTab::risks:
        risks_.tools(ui, x, toolsRight, middle);
        break;
    case session::BottomTab::indicators:
        indicators_.tools(ui, x, toolsRight, middle);
        break;
    case session::BottomTab::sheets:
        sheets_.tools(ui, x, toolsRight, middle);
        break;
    }
    if (ui.window.tab != session::BottomTab::sheets)
        ui.window.sheetFocused = false;
    const float y = std::round(area.y + bar) + 0.5F;
    list->AddLine(ImVec2(area.x, y), ImVec2(area.right(), y), ui.color.line);
    list->AddLine(ImVec2(area.x, area.y + 0.5F), ImVec2(area.right(), area.y + 0.5F), ui.color.line);
    const Area inner{area.x, area.y + bar + 1, area.width, std::max(1.0F, area.height - bar - 1)};
    switch (ui.window.tab) {
    case session::BottomTab::partners:
        partners_.draw(ui, inner);
        break;
    case session::BottomTab::visits:
        visits_.draw(ui, inner);
        break;
    case session::BottomTab::activities:
        activities_.draw(ui, inner);
        break;
    case session::BottomTab::risks:
        risks_.draw(ui, inner);
        break;
    case session::BottomTab::indicators:
        indicators_.draw(ui, inner);
        break;
    case session::BottomTab::sheets:
        sheets_.draw(ui, inner);
        break;
    }
    ui.probe.mark("bottom", area.min(), area.max());
    endPanel();
}

} // namespace jejaring::ui
