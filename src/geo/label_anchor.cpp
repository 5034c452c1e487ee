// SPDX-License-Identifier: MIT
#include "geo/label_anchor.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <queue>

namespace jejaring::geo {
namespace {

struct Cell {
    Point centre;
    double half = 0;   // half its side
    double inside = 0; // of its centre
    [[nodiscard]] double most() const { return inside + half * std::numbers::sqrt2; }
    friend bool operator<(const Cell& a, const Cell& b) { return a.most() < b.most(); }
};

constexpr double kMostFirstCells = 48; // along each side

} // namespace

double insideDistance(std::span<const Segment> border, Point p) {
    bool inside = false;
    double nearest = std::numeric_limits<double>::infinity();
    for (const Segment& s : border) {
        const double dx = s.b.x - s.a.x;
        const double dy = s.b.y - s.a.y;
        const double px = p.x - s.a.x;
        const double py = p.y - s.a.y;
        if ((s.a.y > p.y) != (s.b.y > p.y) && px < dx * py / dy)
            inside = !inside;
        const double length = dx * dx + dy * dy;
        const double t = length > 0 ? std::clamp((px * dx + py * dy) / length, 0.0, 1.0) : 0;
        const double ex = px - t * dx;
        const double ey = py - t * dy;
        nearest = std::min(nearest, ex * ex + ey * ey);
    }
    return inside ? std::sqrt(nearest) : -std::sqrt(nearest);
}

LabelAnchor findLabelAnchor(std::span<const Segment> border, double precision) {
    Box box;
    for (const Segment& s : border) {
        box.extend(s.a);
        box.extend(s.b);
    }
    if (box.empty() || !(box.width() > 0) || !(box.height() > 0))
        return {};
    const auto cellAt = [&](Point centre, double half) { return Cell{centre, half, insideDistance(border, centre)}; };
    const double side =
        std::max(std::min(box.width(), box.height()), std::max(box.width(), box.height()) / kMostFirstCells);
    std::priority_queue<Cell> cells;
    Cell best = cellAt(box.centre(), 0);
    for (double y = box.minY; y < box.maxY; y += side)
        for (double x = box.minX; x < box.maxX; x += side)
            cells.push(cellAt({x + side / 2, y + side / 2}, side / 2));
    // The precision bounds the depth; the count only guards against borders that are no numbers.
    for (int round = 0; !cells.empty() && round < 20000; ++round) {
        const Cell cell = cells.top();
        cells.pop();
        if (cell.inside > best.inside)
            best = cell;
        if (cell.most() - best.inside <= precision)
            break;
        const double half = cell.half / 2;
        for (const double dx : {-half, half})
            for (const double dy : {-half, half}) {
                const Cell part = cellAt({cell.centre.x + dx, cell.centre.y + dy}, half);
                if (part.inside > best.inside)
                    best = part;
                if (part.most() - best.inside > precision)
                    cells.push(part);
            }
    }
    return best.inside > 0 ? LabelAnchor{best.centre, best.inside} : LabelAnchor{};
}

} // namespace jejaring::geo
