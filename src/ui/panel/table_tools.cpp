// SPDX-License-Identifier: MIT
#include "ui/panel/table_tools.hpp"

#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/widgets.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace jejaring::ui {
namespace {

constexpr double kGap = 8; // layout units

// How much room the tools take: the first that fits is drawn.
struct Way {
    double filter;     // width of the text filter
    double widestChip; // of its words
    bool addWords;     // else a plus
    bool count;
};
constexpr std::array<Way, 5> kWays{Way{168, 220, true, true}, Way{168, 150, true, false}, Way{168, 150, false, false},
                                   Way{120, 150, false, false}, Way{110, 80, false, false}};

float addWidth(const Interface& ui, const TableTools& tools, bool words) {
    return words ? textSize(ui.font.small, "+ " + tools.add).x + ui.u(20) : ui.u(28);
}

float chipWidth(const Interface& ui, const std::string& label) {
    return textSize(ui.font.small, label).x + ui.u(34);
}

float widthOf(const Interface& ui, const TableTools& tools, const Way& way) {
    float width = ui.u(way.filter + kGap) + addWidth(ui, tools, way.addWords);
    if (tools.copies)
        width += ui.u(28 + kGap);
    for (const TableTools::Chip& chip : tools.chips)
        width += ui.u(kGap) + chipWidth(ui, fitted(ui.font.small, chip.label, ui.u(way.widestChip)));
    if (way.count)
        width += ui.u(14) + textSize(ui.font.small, tools.count).x;
    return width;
}

// With a cross to clear it where there is something to clear; Esc does that, too.
bool filterField(Interface& ui, const TableTools& tools, std::string& filter, float width, bool focus) {
    const bool filled = !filter.empty();
    const float cross = filled ? ui.u(26) : 0;
    bool changed =
        textField(ui, tools.name + ".filter", filter, tools.filterHint, width - cross, tools.filterHelp, focus, 28);
    bool clears = ImGui::IsItemDeactivated() && keyPressed(Key::escape);
    if (filled) {
        ImGui::SameLine(0, 0);
        clears |= iconButton(ui, tools.name + ".clearFilter", Icon::close, 26, ui.tr(JEJARING_TR("Clear the filter")));
    }
    // ImGui has brought back what stood there when the writing began.
    if (clears && !filter.empty()) {
        filter.clear();
        changed = true;
    }
    return changed;
}

std::string copyHelp(const Interface& ui) {
    return ui.tr(JEJARING_TR("Copy the rows shown, as a table"));
}

// All of them in a menu behind one button, which shows by a dot that rows are filtered.
TableToolsEvent folded(Interface& ui, const TableTools& tools, std::string& filter, float right, float middle) {
    TableToolsEvent event;
    const ImVec2 at(right - ui.u(28), middle - ui.u(14));
    ImGui::SetCursorScreenPos(at);
    const std::string menu = tools.name + ".tools";
    if (iconButton(ui, tools.name + ".more", Icon::more, 28,
                   tools.count + "\n" + ui.tr(JEJARING_TR("Filter, add and copy"))))
        ImGui::OpenPopup(menu.c_str());
    const ImVec2 max = ImGui::GetItemRectMax();
    if (!filter.empty() || !tools.chips.empty())
        ImGui::GetWindowDrawList()->AddCircleFilled(ImVec2(max.x - ui.u(5), at.y + ui.u(6)), ui.u(3), ui.color.accent);
    PopupPlace place{at, max};
    place.alignRight = true;
    if (!beginPopup(ui, menu, place))
        return event;
    const std::vector<MenuEntry> entries{{"+ " + tools.add, ""}, {copyHelp(ui), "Ctrl+C"}};
    const float width = std::max(ui.u(220), menuWidth(ui, entries));
    event.filtered = filterField(ui, tools, filter, width, ImGui::IsWindowAppearing());
    gap(ui, 6);
    for (std::size_t i = 0; i < tools.chips.size(); ++i) {
        const TableTools::Chip& each = tools.chips[i];
        if (chip(ui, each.widget, fitted(ui.font.small, each.label, width - ui.u(40)), ChipKind::removable, each.help,
                 true, 0))
            event.removed = i;
        gap(ui, 6);
    }
    event.added = menuEntry(ui, tools.name + ".add", entries[0], width);
    explain(ui, tools.addHelp);
    if (tools.copies)
        event.copied = menuEntry(ui, tools.name + ".copy", entries[1], width);
    endPopup(ui);
    return event;
}

} // namespace

TableToolsEvent drawTableTools(Interface& ui, const TableTools& tools, std::string& filter, float left, float right,
                               float middle) {
    const float room = right - left - ui.u(kGap);
    const auto* way =
        std::find_if(kWays.begin(), kWays.end(), [&](const Way& each) { return widthOf(ui, tools, each) <= room; });
    if (way == kWays.end())
        return folded(ui, tools, filter, right, middle);
    TableToolsEvent event;
    float x = right;
    const auto place = [&](float width, double height) {
        x -= width;
        ImGui::SetCursorScreenPos(ImVec2(std::round(x), std::round(middle - ui.u(height) / 2)));
        x -= ui.u(kGap);
    };
    if (tools.copies) {
        place(ui.u(28), 28);
        event.copied = iconButton(ui, tools.name + ".copy", Icon::copy, 28, copyHelp(ui), "Ctrl+C");
    }
    place(ui.u(way->filter), 28);
    event.filtered = filterField(ui, tools, filter, ui.u(way->filter), false);
    place(addWidth(ui, tools, way->addWords), way->addWords ? 22 : 28);
    event.added = way->addWords
                      ? chip(ui, tools.name + ".add", "+ " + tools.add, ChipKind::add, tools.addHelp, true, right)
                      : iconButton(ui, tools.name + ".add", Icon::plus, 28, tools.addHelp);
    for (std::size_t i = 0; i < tools.chips.size(); ++i) {
        const TableTools::Chip& each = tools.chips[i];
        const std::string label = fitted(ui.font.small, each.label, ui.u(way->widestChip));
        place(chipWidth(ui, label), 22);
        if (chip(ui, each.widget, label, ChipKind::removable, each.help, true, right))
            event.removed = i;
    }
    if (way->count) {
        const ImVec2 size = textSize(ui.font.small, tools.count);
        drawText(ImGui::GetWindowDrawList(), ui.font.small, ImVec2(x - ui.u(6) - size.x, middle - size.y / 2),
                 ui.color.muted, tools.count);
    }
    return event;
}

} // namespace jejaring::ui
