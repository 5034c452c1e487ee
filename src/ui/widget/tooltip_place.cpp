// SPDX-License-Identifier: MIT
#include "ui/widget/tooltip_place.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace jejaring::ui {
namespace {

constexpr double kAir = 6;        // layout units to its control
constexpr double kEdge = 6;       // to the window's edge
constexpr double kFarthest = 360; // that it may stand away from its control
constexpr double kStep = 8;

bool contains(const scene::Rect& outer, const scene::Rect& inner) {
    return outer.x <= inner.x && outer.y <= inner.y && outer.right() >= inner.right() &&
           outer.bottom() >= inner.bottom();
}

double distance(const scene::Rect& a, const scene::Rect& b) {
    const double x = std::max({0.0, b.x - a.right(), a.x - b.right()});
    const double y = std::max({0.0, b.y - a.bottom(), a.y - b.bottom()});
    return std::hypot(x, y);
}

} // namespace

geo::Point placeTooltip(const scene::Rect& own, geo::Point pointer, geo::Point size,
                        std::span<const scene::Rect> controls, const scene::Rect& window, double unit) {
    std::vector<scene::Rect> others;
    for (const scene::Rect& control : controls)
        if (!contains(control, own) && !contains(own, control))
            others.push_back(control);
    const scene::Rect room{window.x + kEdge * unit, window.y + kEdge * unit, window.width - 2 * kEdge * unit,
                           window.height - 2 * kEdge * unit};
    const double right = std::max(room.x, room.right() - size.x);
    const double bottom = std::max(room.y, room.bottom() - size.y);
    geo::Point best{std::clamp(pointer.x, room.x, right), std::clamp(own.bottom() + kAir * unit, room.y, bottom)};
    double least = std::numeric_limits<double>::max();
    const auto consider = [&](double x, double y, double order) {
        const scene::Rect at{std::round(x), std::round(y), size.x, size.y};
        if (!contains(room, at) || at.intersects(own))
            return;
        double cost = distance(at, own) / unit + order;
        for (const scene::Rect& other : others)
            if (at.intersects(other))
                cost += 400 + 600 * std::exp(-distance(other, own) / (80 * unit));
        if (cost < least) {
            least = cost;
            best = {at.x, at.y};
        }
    };
    // Beside it and below it stand first; of a wide control that is where the pointer is.
    const double middleX = std::clamp(pointer.x - size.x / 2, room.x, right);
    const double startX = std::clamp(own.x, room.x, right);
    const double startY = std::clamp(own.y + std::min(0.0, (own.height - size.y) / 2), room.y, bottom);
    for (double away = kAir; away <= kFarthest; away += kStep) {
        const double out = away * unit;
        for (const double y : {startY, std::clamp(own.y, room.y, bottom), own.bottom() + kAir * unit}) {
            consider(own.right() + out, y, 0);
            consider(own.x - out - size.x, y, 2);
        }
        for (const double x : {startX, middleX, own.right() + kAir * unit}) {
            consider(x, own.bottom() + out, 1);
            consider(x, own.y - out - size.y, 3);
        }
    }
    return best;
}

} // namespace jejaring::ui
