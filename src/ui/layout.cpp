// SPDX-License-Identifier: MIT
#include "ui/layout.hpp"

#include "ui/presentation.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::ui {
namespace {

constexpr double kTopHeight = 46;
constexpr double kStatusHeight = 26;
constexpr double kLeastMapWidth = 260;
constexpr double kLeastMapHeight = 160;
constexpr double kLeastLeft = 220;
constexpr double kLeastRight = 260;
constexpr double kLeastBottom = 120;
constexpr double kMostSide = 560;

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
bool foldTab(Interface& ui, const char* id, ImVec2 corner, ImVec2 size, Icon icon, const std::string& explanation) {
    const Area area{std::round(corner.x), std::round(corner.y), size.x, size.y};
    beginPanel(ui, id, area, 0, ImVec2(0, 0),
               ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoFocusOnAppearing,
               true);
    const bool pressed = ImGui::InvisibleButton("tab", size);
    handCursor();
    const bool hovered = ImGui::IsItemHovered();
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(area.min(), area.max(), hovered ? ui.color.raised : faded(ui.color.panel, 0.8F), ui.u(4));
    drawIcon(list, icon, ImVec2(area.x + size.x / 2, area.y + size.y / 2), ui.u(12),
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
    const float top = std::round(ui.u(kTopHeight));
    const float status = std::round(ui.u(kStatusHeight));
    layout.top = {0, 0, width, top};
    layout.status = {0, height - status, width, status};
    const float middle = std::max(1.0F, height - top - status);

    float left = settings.leftOpen ? ui.u(std::clamp(settings.leftWidth, kLeastLeft, kMostSide)) : 0;
    float right = settings.rightOpen ? ui.u(std::clamp(settings.rightWidth, kLeastRight, kMostSide)) : 0;
    // In a narrow window, or at a large interface, no side takes more than its share; then the details give way
    // first, and the left area after them.
    left = std::min(left, std::max(ui.u(kLeastLeft), width * 0.26F));
    right = std::min(right, std::max(ui.u(kLeastRight), width * 0.29F));
    if (width - left - right < ui.u(kLeastMapWidth))
        right = std::max(0.0F, std::min(right, width - left - ui.u(kLeastMapWidth)));
    if (right < ui.u(120))
        right = 0;
    if (width - left < ui.u(kLeastMapWidth))
        left = 0;
    left = std::round(left);
    right = std::round(right);
    float bottom = settings.bottomOpen ? ui.u(std::max(settings.bottomHeight, kLeastBottom)) : 0;
    // In a low window the map keeps two thirds of the height.
    bottom = std::min(bottom, std::max(ui.u(kLeastBottom), middle * 0.33F));
    bottom = std::round(std::min(bottom, std::max(0.0F, middle - ui.u(kLeastMapHeight))));
    if (bottom < ui.u(80))
        bottom = 0;
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
    const float grip = std::round(ui.u(6));
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
    const ImVec2 tall(ui.u(14), ui.u(44));
    const float middle = map.y + (map.height - tall.y) / 2;
    if (foldTab(ui, "fold.left", ImVec2(map.x + half, middle), tall, leftOpen ? Icon::chevronLeft : Icon::chevronRight,
                leftOpen ? ui.tr(JEJARING_TR("Fold this area away")) : ui.tr(JEJARING_TR("Unfold"))))
        ui.changeSettings([](session::Settings& settings) { settings.leftOpen = !settings.leftOpen; });
    if (foldTab(ui, "fold.right", ImVec2(map.right() - tall.x - half, middle), tall,
                rightOpen ? Icon::chevronRight : Icon::chevronLeft,
                rightOpen ? ui.tr(JEJARING_TR("Fold this area away")) : ui.tr(JEJARING_TR("Unfold"))))
        ui.changeSettings([](session::Settings& settings) { settings.rightOpen = !settings.rightOpen; });
    if (layout.bottom.height <= 0) {
        const ImVec2 flat(ui.u(44), ui.u(14));
        if (foldTab(ui, "fold.bottom", ImVec2(map.x + (map.width - flat.x) / 2, map.bottom() - flat.y - half), flat,
                    Icon::chevronUp, ui.tr(JEJARING_TR("Unfold"))))
            ui.changeSettings([](session::Settings& settings) { settings.bottomOpen = true; });
    }
}

} // namespace jejaring::ui
