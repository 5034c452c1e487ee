// SPDX-License-Identifier: MIT
#include "publish/pattern_marks.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace jejaring::publish {
namespace {

struct Span {
    double begin = 0;
    double end = 0;
};

// Where the level line `y` lies within the area.
std::vector<Span> spansAt(const VectorPath& area, double y) {
    std::vector<double> crossings;
    for (const std::vector<geo::Point>& ring : area)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const geo::Point& a = ring[i];
            const geo::Point& b = ring[(i + 1) % ring.size()];
            if ((a.y <= y) != (b.y <= y))
                crossings.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
        }
    std::sort(crossings.begin(), crossings.end());
    std::vector<Span> spans;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
        spans.push_back({crossings[i], crossings[i + 1]});
    return spans;
}

bool holds(const std::vector<Span>& spans, double x, double margin) {
    return std::any_of(spans.begin(), spans.end(),
                       [&](const Span& span) { return span.begin <= x - margin && x + margin <= span.end; });
}

// From the lowest to the highest y.
std::pair<double, double> reach(const VectorPath& area) {
    std::pair<double, double> y{INFINITY, -INFINITY};
    for (const std::vector<geo::Point>& ring : area)
        for (const geo::Point& point : ring)
            y = {std::min(y.first, point.y), std::max(y.second, point.y)};
    return y;
}

VectorPath hatch(const VectorPath& area, geo::Point origin) {
    // In a system in which the lines are level: along them, and down across them.
    constexpr double kHalf = std::numbers::sqrt2 / 2;
    VectorPath turned = area;
    for (std::vector<geo::Point>& ring : turned)
        for (geo::Point& point : ring)
            point = {(point.x - point.y) * kHalf, (point.x + point.y) * kHalf};
    const double first = (origin.x + origin.y) * kHalf + kPatternPeriod / 2;
    const auto [top, bottom] = reach(turned);
    VectorPath lines;
    for (double k = std::ceil((top - first) / kPatternPeriod); first + k * kPatternPeriod < bottom; ++k) {
        const double across = first + k * kPatternPeriod;
        for (const Span& span : spansAt(turned, across))
            lines.push_back({{(span.begin + across) * kHalf, (across - span.begin) * kHalf},
                             {(span.end + across) * kHalf, (across - span.end) * kHalf}});
    }
    return lines;
}

VectorPath dots(const VectorPath& area, geo::Point origin) {
    constexpr double kStep = kPatternPeriod / 2; // between rows, of which every second one is shifted by as much
    const auto [top, bottom] = reach(area);
    VectorPath middles;
    for (double row = std::ceil((top - origin.y) / kStep); origin.y + row * kStep < bottom; ++row) {
        const double y = origin.y + row * kStep;
        const std::vector<Span> above = spansAt(area, y - kDotRadius);
        const std::vector<Span> below = spansAt(area, y + kDotRadius);
        const double first = origin.x + (std::fmod(row, 2) == 0 ? 0 : kStep);
        for (const Span& span : spansAt(area, y))
            for (double k = std::ceil((span.begin + kDotRadius - first) / kPatternPeriod);
                 first + k * kPatternPeriod + kDotRadius <= span.end; ++k) {
                const double x = first + k * kPatternPeriod;
                if (holds(above, x, 0) && holds(below, x, 0))
                    middles.push_back({{x, y}});
            }
    }
    return middles;
}

} // namespace

VectorPath patternMarks(const VectorPath& area, scene::FillPattern pattern, geo::Point origin) {
    switch (pattern) {
    case scene::FillPattern::plain:
        break;
    case scene::FillPattern::hatch:
        return hatch(area, origin);
    case scene::FillPattern::dots:
        return dots(area, origin);
    }
    return {};
}

} // namespace jejaring::publish
