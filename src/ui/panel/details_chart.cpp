// SPDX-License-Identifier: MIT
// Agreements in force over the years, as a stepped line; the pointer reads its values.
#include "ui/panel/details_panel.hpp"
#include "ui/widget/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::ui {
namespace {

// Round steps for at most four lines above zero.
int gridStep(int most) {
    for (const int step : {1, 2, 5, 10, 20, 50, 100, 200, 500})
        if (most <= step * 4)
            return step;
    return 1000;
}

void dashedLine(ImDrawList* list, ImVec2 from, ImVec2 to, ImU32 color, float dash, float gapLength) {
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    if (length < 1)
        return;
    const float dx = (to.x - from.x) / length;
    const float dy = (to.y - from.y) / length;
    for (float at = 0; at < length; at += dash + gapLength) {
        const float end = std::min(length, at + dash);
        list->AddLine(ImVec2(from.x + dx * at, from.y + dy * at), ImVec2(from.x + dx * end, from.y + dy * end), color);
    }
}

} // namespace

void DetailsPanel::chart(Interface& ui) {
    // The line rises from the ground of the year before.
    std::vector<analysis::YearCount> years = facts_.series.years;
    if (!years.empty() && years.front().inForce > 0)
        years.insert(years.begin(), {years.front().year - 1, 0});
    const bool something = std::any_of(years.begin(), years.end(), [](const auto& year) { return year.inForce > 0; });
    if (facts_.passing == 0)
        return;
    separator(ui);
    line(ui, ui.font.strong, ui.color.text, ui.tr(JEJARING_TR("Agreements in force")));
    if (!something || years.size() < 2) {
        paragraph(ui, ui.font.small, ui.color.muted, ui.tr(JEJARING_TR("No dated agreement to draw a line from.")));
    } else {
        int most = 1;
        for (const analysis::YearCount& year : years)
            most = std::max(most, year.inForce);
        const int grid = gridStep(most);
        const int top = (most + grid - 1) / grid * grid;
        const float width = ImGui::GetContentRegionAvail().x;
        const float height = ui.u(84);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float axis = ui.u(22);
        const float left = at.x;
        const float right = at.x + width - axis;
        const float bottom = at.y + height;
        const float roof = at.y + ui.u(6);
        const auto x = [&](double year) {
            const double span = std::max(1, years.back().year + 1 - years.front().year);
            return left + (right - left) * static_cast<float>((year - years.front().year) / span);
        };
        const auto y = [&](double value) { return bottom - (bottom - roof) * static_cast<float>(value / top); };
        ImDrawList* list = ImGui::GetWindowDrawList();
        ImGui::InvisibleButton("right.chart", ImVec2(width, height));
        const bool hovered = ImGui::IsItemHovered();
        mark(ui, "right.chart");
        for (int value = grid; value <= top; value += grid) {
            const float level = std::round(y(value)) + 0.5F;
            dashedLine(list, ImVec2(left, level), ImVec2(right, level), ui.color.line, ui.u(2), ui.u(3));
            const std::string text = ui.number(value);
            const ImVec2 size = textSize(ui.font.small, text);
            drawText(list, ui.font.small, ImVec2(at.x + width - size.x, level - size.y / 2), ui.color.muted, text);
        }
        list->AddLine(ImVec2(left, bottom - 0.5F), ImVec2(right, bottom - 0.5F), ui.color.line);
        // Each year's count holds until the next year's end.
        const ImU32 color = ui.color.ramp[3];
        for (std::size_t i = 0; i < years.size(); ++i) {
            const float level = y(years[i].inForce);
            const ImVec2 from(x(years[i].year), level);
            const ImVec2 to(x(years[i].year + 1), level);
            list->AddRectFilled(from, ImVec2(to.x, bottom - 1), faded(color, 0.10F));
            // Points on a straight line are left out: a stroke bulges where they follow one another closely.
            if (i == 0 || years[i - 1].inForce != years[i].inForce)
                list->PathLineTo(from);
            if (i + 1 == years.size() || years[i + 1].inForce != years[i].inForce)
                list->PathLineTo(to);
        }
        list->PathStroke(color, 0, ui.u(1.8));
        const int shown = static_cast<int>(ui.session.state().view.date.year());
        if (shown >= years.front().year && shown < years.back().year) {
            const float here = std::round(x(shown + 1)) + 0.5F;
            dashedLine(list, ImVec2(here, roof), ImVec2(here, bottom), ui.color.accent, ui.u(3), ui.u(3));
        }
        if (hovered) {
            const float mouse = std::clamp(ImGui::GetIO().MousePos.x, left, right - 1);
            const auto index = std::min(years.size() - 1, static_cast<std::size_t>((mouse - left) / (right - left) *
                                                                                   static_cast<float>(years.size())));
            const analysis::YearCount& year = years[index];
            const ImVec2 point((x(year.year) + x(year.year + 1)) / 2, y(year.inForce));
            list->AddLine(ImVec2(point.x, roof), ImVec2(point.x, bottom), ui.color.accent);
            list->AddCircleFilled(point, ui.u(4), ui.color.panel);
            list->AddCircleFilled(point, ui.u(3), ui.color.accent);
            const std::string text = std::to_string(year.year) + ": " + ui.number(year.inForce);
            const ImVec2 size = textSize(ui.font.caption, text);
            const bool beyond = point.x + ui.u(10) + size.x > right;
            const ImVec2 place(beyond ? point.x - ui.u(8) - size.x : point.x + ui.u(8), roof - ui.u(2));
            list->AddRectFilled(ImVec2(place.x - ui.u(5), place.y - ui.u(2)),
                                ImVec2(place.x + size.x + ui.u(5), place.y + size.y + ui.u(3)), ui.color.selected,
                                ui.u(4));
            drawText(list, ui.font.caption, place, ui.color.text, text);
        }
        gap(ui, -4);
        const ImVec2 labels = ImGui::GetCursorScreenPos();
        const std::string last = std::to_string(years.back().year);
        drawText(list, ui.font.small, labels, ui.color.muted, std::to_string(years.front().year));
        drawText(list, ui.font.small, ImVec2(right - textSize(ui.font.small, last).x, labels.y), ui.color.muted, last);
        ImGui::Dummy(ImVec2(width, textSize(ui.font.small, last).y));
    }
    if (facts_.series.leftOutUndated > 0) {
        gap(ui, -2);
        paragraph(ui, ui.font.small, ui.color.muted,
                  ui.tr(JEJARING_TR("{0} {0:agreement without a date is|agreements without a date are} left out."),
                        {ui.number(facts_.series.leftOutUndated)}));
    }
}

} // namespace jejaring::ui
