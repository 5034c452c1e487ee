// SPDX-License-Identifier: MIT
#include "ui/arrangement.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::ui {
namespace {

// The map below which an area folds away, the details sooner than the left area, and below which not even one that was
// asked for stands beside it.
constexpr double kMapBesideDetails = 480;
constexpr double kReadableMapWidth = 400;
constexpr double kReadableMapHeight = 230;
constexpr double kLeastMapWidth = 200;
constexpr double kLeastMapHeight = 120;
constexpr double kNarrowLeft = 240; // its controls still have air between them
// Of the bottom area: tabs and headings above the rows of the table.
constexpr double kAboveRows = 68;
constexpr double kRow = 28;

} // namespace

Arrangement arrange(const session::Settings& settings, std::optional<Side> asked, double width, double height) {
    Arrangement sides;
    if (settings.leftOpen)
        sides.left = std::clamp(settings.leftWidth, kLeastLeft, kMostSide);
    if (settings.rightOpen)
        sides.right = std::clamp(settings.rightWidth, kLeastRight, kMostSide);
    if (settings.bottomOpen)
        sides.bottom = std::max(settings.bottomHeight, kLeastBottom);
    // In a narrow window, or at a large interface, no side takes more than its share.
    sides.left = std::min(sides.left, std::max(kNarrowLeft, width * 0.26));
    sides.right = std::min(sides.right, std::max(kLeastRight, width * 0.29));
    // But who drags the table up wants more of it, as long as the map can still be read.
    const bool dragged = settings.bottomHeight > session::Settings().bottomHeight;
    const double mostBottom = dragged ? std::max(height * 0.33, height - kReadableMapHeight) : height * 0.33;
    sides.bottom = std::min(sides.bottom, std::max(kLeastBottom, mostBottom));

    const auto foldIfNarrow = [&](Side side, double& size) {
        const double least = asked == side         ? kLeastMapWidth
                             : side == Side::right ? kMapBesideDetails
                                                   : kReadableMapWidth;
        if (width - sides.left - sides.right < least)
            size = 0;
    };
    if (asked == Side::right) {
        foldIfNarrow(Side::left, sides.left);
        foldIfNarrow(Side::right, sides.right);
    } else {
        foldIfNarrow(Side::right, sides.right);
        foldIfNarrow(Side::left, sides.left);
    }
    if (height - sides.bottom < (asked == Side::bottom ? kLeastMapHeight : kReadableMapHeight))
        sides.bottom = 0;
    if (sides.bottom > 0)
        sides.bottom = kAboveRows + kRow * std::max(1.0, std::floor((sides.bottom - kAboveRows) / kRow));
    return sides;
}

} // namespace jejaring::ui
