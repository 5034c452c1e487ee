// SPDX-License-Identifier: MIT
#include "scene/line_breaks.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace jejaring::scene {
namespace {

using Span = std::pair<double, double>; // of a segment, 0 at its start and 1 at its end

// The part of a segment inside a rectangle (Liang and Barsky, 1984).
std::optional<Span> inside(geo::Point a, geo::Point b, const Rect& rect) {
    Span span{0, 1};
    const auto clip = [&](double delta, double toLower, double toUpper) {
        if (delta == 0)
            return toLower < 0 && toUpper > 0; // along an edge it lies outside
        const double first = (delta > 0 ? toLower : toUpper) / delta;
        const double last = (delta > 0 ? toUpper : toLower) / delta;
        span = {std::max(span.first, first), std::min(span.second, last)};
        return span.first < span.second;
    };
    if (!clip(b.x - a.x, rect.x - a.x, rect.right() - a.x) || !clip(b.y - a.y, rect.y - a.y, rect.bottom() - a.y))
        return std::nullopt;
    return span;
}

} // namespace

std::vector<std::vector<geo::Point>> outside(const std::vector<geo::Point>& line, const std::vector<Rect>& holes) {
    std::vector<std::vector<geo::Point>> pieces(1);
    const auto finish = [&] {
        if (pieces.back().size() < 2)
            pieces.back().clear();
        else
            pieces.emplace_back();
    };
    for (std::size_t i = 1; i < line.size(); ++i) {
        const geo::Point a = line[i - 1];
        const geo::Point b = line[i];
        std::vector<Span> covered;
        for (const Rect& hole : holes)
            if (const auto span = inside(a, b, hole))
                covered.push_back(*span);
        std::sort(covered.begin(), covered.end());
        const auto at = [&](double t) { return geo::Point{a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; };
        double seen = 0; // up to here the segment is drawn or covered
        const auto draw = [&](double to) {
            if (to <= seen)
                return;
            if (pieces.back().empty())
                pieces.back().push_back(at(seen));
            pieces.back().push_back(at(to));
        };
        for (const Span& span : covered) {
            draw(span.first);
            finish();
            seen = std::max(seen, span.second);
        }
        draw(1);
    }
    finish();
    pieces.pop_back();
    return pieces;
}

bool crosses(const std::vector<geo::Point>& line, const Rect& rect) {
    for (std::size_t i = 1; i < line.size(); ++i)
        if (inside(line[i - 1], line[i], rect))
            return true;
    return false;
}

} // namespace jejaring::scene
