// SPDX-License-Identifier: MIT
#include "ui/widget/layout.hpp"

#include "ui/dialog/disk_change.hpp"
#include "ui/panel/presentation.hpp"
#include "ui/widget/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::ui {
namespace {

constexpr double kTopHeight = 46;
constexpr double kStatusHeight = 26;
constexpr double kGrip = 6; // of the lines that can be dragged

// A strip that can be dragged; answers how far it was dragged this frame, in layout units.
struct Drag {
    double distance = 0;
    bool reset = false;
};
Drag splitter(Interface& ui, const char* name, const Area& area, bool vertical) {
    Drag drag;
    beginPanel(ui, name, area, 0, ImVec2(0, 0),
               ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoFocusOnAppearing,
               true);
    ImGui::InvisibleButton("grip", ImVec2(area.width, area.height));
    const bool active = ImGui::IsItemActive();
    if (active || ImGui::IsItemHovered()) {
        ImGui::SetMouseCursor(vertical ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_ResizeNS);
        const ImVec2 middle(area.x + area.width / 2, area.y + area.height / 2);
        const float half = ui.u(1);
        ImGui::GetWindowDrawList()->AddRectFilled(
            vertical ? ImVec2(middle.x - half, area.y) : ImVec2(area.x, middle.y - half),
            vertical ? ImVec2(middle.x + half, area.bottom()) : ImVec2(area.right(), middle.y + half),
            active ? ui.color.accent : faded(ui.color.accent, 0.5F));
    }
    explain(ui, ui.tr(JEJARING_TR("Drag to change the size; double-click to reset it")));
    if (active) {
        const ImVec2 moved = ImGui::GetIO().MouseDelta;
        drag.distance = static_cast<double>((vertical ? moved.x : moved.y) / ui.unit);
        ui.keepMoving();
    }
    drag.reset = ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(0);
    mark(ui, name);
    endPanel();
    return drag;
}

// A small tab on the map's edge that folds an area away, or back.
bool foldTab(Interface& ui, const char* id, const Area& area, Icon icon, const std::string& explanation) {
    beginPanel(ui, id, area, 0, ImVec2(0, 0),
               ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoFocusOnAppearing,
               true);
    const bool pressed = ImGui::InvisibleButton("tab", ImVec2(area.width, area.height));
    handCursor();
    const bool hovered = ImGui::IsItemHovered();
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(area.min(), area.max(), hovered ? ui.color.raised : faded(ui.color.panel, 0.8F), ui.u(4));
    drawIcon(list, icon, ImVec2(area.x + area.width / 2, area.y + area.height / 2), ui.u(12),
             hovered ? ui.color.text : ui.color.muted);
    explain(ui, explanation);
    mark(ui, id);
    endPanel();
    return pressed;
}

} // namespace

Layout layoutOf(const Interface& ui, float width, float height) {
    const session::Settings& settings = ui.session.settings();
    Layout layout;
    layout.window = {0, 0, width, height};
    if (ui.window.presentation) {
        const float footer = std::min(presentationFooterHeight(ui, width), height / 2);
        layout.footer = {0, height - footer, width, footer};
        layout.map = {0, 0, width, std::max(1.0F, height - footer)};
        return layout;
    }
    const float menus = std::round(ui.u(kTopHeight));
    const float status = std::round(ui.u(kStatusHeight));
    layout.top = {0, 0, width, menus};
    layout.bar = {0, menus, width, diskChangeBarHeight(ui, width)};
    const float top = layout.bar.bottom();
    layout.status = {0, height - status, width, status};
    const float middle = std::max(1.0F, height - top - status);

    const double unit = static_cast<double>(ui.unit);
    const Arrangement sides =
        arrange(settings, ui.window.asked, static_cast<double>(width) / unit, static_cast<double>(middle) / unit);
    const float left = std::round(ui.u(sides.left));
    const float right = std::round(ui.u(sides.right));
    const float bottom = std::round(ui.u(sides.bottom));
    layout.left = {0, top, left, middle - bottom};
    layout.map = {left, top, std::max(1.0F, width - left - right), std::max(1.0F, middle - bottom)};
    layout.right = {width - right, top, right, middle};
    layout.bottom = {0, top + middle - bottom, width - right, bottom};
    return layout;
}

void drawSplitters(Interface& ui, const Layout& layout) {
    if (ui.window.presentation)
        return;
    const session::Settings fresh;
    const float grip = std::round(ui.u(kGrip));
    const float half = grip / 2;
    if (layout.left.width > 0) {
        const Drag drag =
            splitter(ui, "splitter.left", {layout.left.right() - half, layout.left.y, grip, layout.left.height}, true);
        if (drag.reset)
            ui.changeSettings([&](session::Settings& settings) { settings.leftWidth = fresh.leftWidth; });
        else if (drag.distance != 0)
            ui.changeSettings([&](session::Settings& settings) {
                settings.leftWidth = std::clamp(settings.leftWidth + drag.distance, kLeastLeft, kMostSide);
            });
    }
    if (layout.right.width > 0) {
        const Drag drag =
            splitter(ui, "splitter.right", {layout.right.x - half, layout.right.y, grip, layout.right.height}, true);
        if (drag.reset)
            ui.changeSettings([&](session::Settings& settings) { settings.rightWidth = fresh.rightWidth; });
        else if (drag.distance != 0)
            ui.changeSettings([&](session::Settings& settings) {
                settings.rightWidth = std::clamp(settings.rightWidth - drag.distance, kLeastRight, kMostSide);
            });
    }
    if (layout.bottom.height > 0) {
        const Drag drag = splitter(ui, "splitter.bottom",
                                   {layout.bottom.x, layout.bottom.y - half, layout.bottom.width, grip}, false);
        const double most = static_cast<double>((layout.window.height) / ui.unit) - 300;
        if (drag.reset)
            ui.changeSettings([&](session::Settings& settings) { settings.bottomHeight = fresh.bottomHeight; });
        else if (drag.distance != 0)
            ui.changeSettings([&](session::Settings& settings) {
                settings.bottomHeight =
                    std::clamp(settings.bottomHeight - drag.distance, kLeastBottom, std::max(kLeastBottom, most));
            });
    }
    const bool leftOpen = layout.left.width > 0;
    const bool rightOpen = layout.right.width > 0;
    const Area& map = layout.map;
    const std::vector<Area> tabs = foldTabs(ui, map);
    const auto explanation = [&](bool open) {
        return open ? ui.tr(JEJARING_TR("Fold this area away")) : ui.tr(JEJARING_TR("Unfold"));
    };
    if (foldTab(ui, "fold.left", tabs[0], leftOpen ? Icon::chevronLeft : Icon::chevronRight, explanation(leftOpen)))
        toggleSide(ui, Side::left);
    if (foldTab(ui, "fold.right", tabs[1], rightOpen ? Icon::chevronRight : Icon::chevronLeft, explanation(rightOpen)))
        toggleSide(ui, Side::right);
    if (tabs.size() > 2 && foldTab(ui, "fold.bottom", tabs[2], Icon::chevronUp, explanation(false)))
        toggleSide(ui, Side::bottom);
}

std::vector<Area> foldTabs(const Interface& ui, const Area& map) {
    const float half = std::round(ui.u(kGrip)) / 2;
    const float length = ui.u(44);
    const float depth = ui.u(14);
    const float middle = std::round(map.y + (map.height - length) / 2);
    std::vector<Area> tabs{{std::round(map.x + half), middle, depth, length},
                           {std::round(map.right() - depth - half), middle, depth, length}};
    if (!shown(ui, Side::bottom))
        tabs.push_back(
            {std::round(map.x + (map.width - length) / 2), std::round(map.bottom() - depth - half), length, depth});
    return tabs;
}

bool shown(const Interface& ui, Side side) {
    const Arrangement& areas = ui.window.areas;
    return (side == Side::left ? areas.left : side == Side::right ? areas.right : areas.bottom) > 0;
}

void toggleSide(Interface& ui, Side side) {
    const bool open = !shown(ui, side);
    ui.changeSettings([&](session::Settings& settings) {
        (side == Side::left    ? settings.leftOpen
         : side == Side::right ? settings.rightOpen
                               : settings.bottomOpen) = open;
    });
    if (open)
        ui.window.asked = side;
    else if (ui.window.asked == side)
        ui.window.asked.reset();
    ui.keepMoving();
}

void askForDetails(Interface& ui) {
    const std::vector<core::RegionIndex>& selection = ui.session.state().selection;
    const core::RegionIndex main = selection.empty() ? core::kNoRegion : selection.front();
    if (main == ui.window.detailsOf)
        return;
    const bool asked = ui.window.detailsOf != core::kNoRegion;
    ui.window.detailsOf = main;
    if (main != core::kNoRegion)
        ui.window.asked = Side::right;
    else if (asked && ui.window.asked == Side::right)
        ui.window.asked.reset();
}

} // namespace jejaring::ui
