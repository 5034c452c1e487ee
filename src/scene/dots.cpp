// SPDX-License-Identifier: MIT
#include "scene/dots.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace jejaring::scene {
namespace {

constexpr double kSmallestRadius = 3.3; // layout units at a scale of 1
constexpr double kLargestRadius = 7.2;
// A region whose largest inscribed circle is drawn narrower than this keeps its dot.
constexpr double kSeenAcross = 12;
// A province that is narrower often has many islands, which show its colour together.
constexpr double kProvinceSeenAcross = 9;
constexpr double kSquareHalf = 5;
constexpr double kGap = 1.6;
// On a map of more metres a layout unit than this, symbols shrink with the land, as far as they can be told apart.
constexpr double kFullSize = 6500;
constexpr double kSmallestShare = 0.45;
constexpr double kThinnestShare = 0.7; // of their lines

// The values that have the smallest and the largest dot: zero, or the lowest value below it; and the last edge where
// classes are closed, else the largest value there is.
struct Span {
    double low = 0;
    double high = 0;
};

Span dotSpan(const MapData& data) {
    Span span;
    for (const analysis::RegionValue& value : data.values)
        if (value.state == analysis::ValueState::value) {
            span.low = std::min(span.low, value.value);
            span.high = std::max(span.high, value.value);
        }
    const auto& edges = data.breaks.edges;
    if (data.view.indicator == analysis::IndicatorKind::impact && !edges.empty() && std::isfinite(edges.back()))
        span.high = std::max(span.high, edges.back());
    span.high = std::max(span.high, span.low + 1e-9);
    return span;
}

bool small(const MapContext& context, core::RegionIndex region) {
    const bool province = region < context.catalog().provinceCount();
    return 2 * context.geometry().anchor(region).radius / context.camera.metresPerUnit <
           (province ? kProvinceSeenAcross * symbolScale(context) : kSeenAcross) * context.look.scale;
}

bool hasDot(const MapContext& context, core::RegionIndex region, bool province) {
    const analysis::ValueState state = context.data.values[region].state;
    if (state == analysis::ValueState::noRecord)
        return false;
    // What DKI Jakarta's units show is their province's: it has one mark for them all.
    const bool provincial = context.data.values[region].provincial;
    if (province) {
        const core::RegionCatalog::Range own = context.catalog().regenciesOf(region);
        const bool speaksForItsOwn = own.first < own.last && context.data.values[own.first].provincial;
        return (!context.fillsRegencies || speaksForItsOwn) && small(context, region);
    }
    if (context.data.view.level == MapLevel::province || provincial)
        return false;
    return !context.fillsRegencies || small(context, region);
}

} // namespace

std::vector<geo::Point> spread(const std::vector<geo::Point>& places, const std::vector<double>& radii, double gap) {
    std::vector<geo::Point> at = places;
    std::vector<std::size_t> order(places.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const double reach = radii.empty() ? 0 : 2 * *std::max_element(radii.begin(), radii.end()) + gap;
    constexpr int kRounds = 160;
    for (int round = 0; round < kRounds; ++round) {
        std::sort(order.begin(), order.end(),
                  [&](std::size_t a, std::size_t b) { return at[a].x != at[b].x ? at[a].x < at[b].x : a < b; });
        // At first a spring pulls home, so that clusters settle round their middle; then only overlap counts.
        if (round < kRounds / 2)
            for (std::size_t i = 0; i < at.size(); ++i) {
                at[i].x += (places[i].x - at[i].x) * 0.04;
                at[i].y += (places[i].y - at[i].y) * 0.04;
            }
        bool overlapped = false;
        for (std::size_t i = 0; i < order.size(); ++i)
            for (std::size_t j = i + 1; j < order.size() && at[order[j]].x - at[order[i]].x < reach; ++j) {
                const std::size_t a = order[i];
                const std::size_t b = order[j];
                double dx = at[b].x - at[a].x;
                double dy = at[b].y - at[a].y;
                double distance = std::hypot(dx, dy);
                const double wanted = radii[a] + radii[b] + gap;
                if (distance >= wanted - 1e-3)
                    continue;
                if (distance < 1e-6) { // in the same place: any direction will do, as long as it is always the same
                    const double angle = 2.399963 * static_cast<double>(std::max(a, b));
                    dx = std::cos(angle);
                    dy = std::sin(angle);
                    distance = 1;
                    at[a].x -= dx * 1e-3;
                }
                overlapped = true;
                const double push = (wanted - std::min(distance, wanted)) / distance + 1e-4;
                const double weightA = radii[a] * radii[a];
                const double weightB = radii[b] * radii[b];
                const double shareA = weightB / (weightA + weightB);
                at[a].x -= dx * push * shareA;
                at[a].y -= dy * push * shareA;
                at[b].x += dx * push * (1 - shareA);
                at[b].y += dy * push * (1 - shareA);
            }
        if (!overlapped)
            break;
    }
    return at;
}

double symbolScale(const MapContext& context) {
    return std::clamp(kFullSize / (context.camera.metresPerUnit * context.look.scale), kSmallestShare, 1.0);
}

double dotRadius(const MapData& data, analysis::ValueState state, double value) {
    double share = 0;
    if (state == analysis::ValueState::value) {
        const Span span = dotSpan(data);
        share = std::clamp((value - span.low) / (span.high - span.low), 0.0, 1.0);
    }
    return kSmallestRadius + (kLargestRadius - kSmallestRadius) * share;
}

std::vector<Dot> dotsOf(const MapContext& context) {
    const core::RegionCatalog& catalog = context.catalog();
    std::vector<Dot> dots;
    const double size = context.look.scale * symbolScale(context);
    for (std::size_t i = 0; i < catalog.size(); ++i) {
        const auto region = static_cast<core::RegionIndex>(i);
        const bool province = i < catalog.provinceCount();
        if (!hasDot(context, region, province))
            continue;
        const analysis::RegionValue& value = context.data.values[i];
        Dot dot;
        dot.region = region;
        dot.home = context.geometry().anchor(region).at;
        dot.radius = (province ? kSquareHalf : dotRadius(context.data, value.state, value.value)) * size;
        dot.style = context.styleOfRegion(region);
        dot.state = value.state;
        dot.square = province;
        dots.push_back(dot);
    }
    std::stable_sort(dots.begin(), dots.end(), [](const Dot& a, const Dot& b) { return a.radius > b.radius; });

    // Spread in units of the map rather than of the frame: the result depends on the scale alone, not on the place.
    std::vector<geo::Point> places;
    std::vector<double> radii;
    for (const Dot& dot : dots) {
        places.push_back({dot.home.x / context.camera.metresPerUnit, dot.home.y / context.camera.metresPerUnit});
        radii.push_back(dot.radius);
    }
    const std::vector<geo::Point> spreadPlaces = spread(places, radii, kGap * size);
    for (std::size_t i = 0; i < dots.size(); ++i) {
        dots[i].home = context.layout(dots[i].home);
        dots[i].at = {dots[i].home.x + (spreadPlaces[i].x - places[i].x),
                      dots[i].home.y - (spreadPlaces[i].y - places[i].y)};
    }
    return dots;
}

void appendDotSymbol(DisplayList& list, const Style& style, Theme theme, geo::Point at, double radius,
                     const RegionStyle& fill, analysis::ValueState state, double scale, core::RegionIndex region) {
    const auto px = [&](double length) { return static_cast<float>(length * scale); };
    const auto r = static_cast<float>(radius);
    const Color ground = theme == Theme::dark ? withAlpha(style.sea, 0.92) : withAlpha(style.panel, 0.95);
    list.items.emplace_back(Circle{at, r + px(1.5), ground, ground, 0, FillPattern::plain, region});
    Circle body{at,           r,     fill.fill, withAlpha(rgb(0x000000), theme == Theme::dark ? 0.3 : 0.5), px(0.8),
                fill.pattern, region};
    if (state == analysis::ValueState::zero) {
        // A ring: at this size a hatch would be a smudge.
        body.fill = ground;
        body.stroke = fill.fill;
        body.strokeWidth = px(1.8);
        body.radius = r - px(0.4);
        body.pattern = FillPattern::plain;
    } else if (state == analysis::ValueState::notEnoughData) {
        // Its ground is that of the land without a record: only its edge is to be seen there.
        body.stroke = fill.patternColor;
        body.strokeWidth = px(1.2);
    }
    list.items.emplace_back(body);
}

void appendSquareSymbol(DisplayList& list, const MapContext& context, geo::Point at, double half,
                        const RegionStyle& fill, double scale) {
    RoundedRect square;
    square.rect = {at.x - half, at.y - half, 2 * half, 2 * half};
    square.radius = static_cast<float>(1.8 * scale);
    square.fill = fill.fill;
    square.pattern = fill.pattern;
    square.patternColor = fill.patternColor;
    square.stroke = context.look.theme == Theme::dark ? context.style.sea : context.style.panel;
    square.strokeWidth = static_cast<float>(1.2 * scale);
    list.items.emplace_back(square);
}

void appendDots(DisplayList& list, const MapContext& context, const std::vector<Dot>& dots) {
    const Rect& frame = context.frame;
    const double scale = context.look.scale;
    const double lines = scale * std::max(symbolScale(context), kThinnestShare);
    const auto visible = [&](const Dot& dot) { return dot.box(4 * scale).intersects(frame); };
    for (const Dot& dot : dots) {
        if (!visible(dot) || std::hypot(dot.at.x - dot.home.x, dot.at.y - dot.home.y) < dot.radius + 1.5 * scale)
            continue;
        list.items.emplace_back(
            Polyline{{dot.home, dot.at}, context.px(2.2), withAlpha(context.style.sea, 0.75), 0, false});
        list.items.emplace_back(
            Polyline{{dot.home, dot.at}, context.px(0.9), withAlpha(context.style.text, 0.75), 0, false});
    }
    // Those that are chosen lie above the others, whose crowd would hide their rings.
    std::vector<const Dot*> order;
    for (const bool chosen : {false, true})
        for (const Dot& dot : dots)
            if (visible(dot) && context.selected(dot.region) == chosen)
                order.push_back(&dot);
    for (const Dot* each : order) {
        const Dot& dot = *each;
        if (context.selected(dot.region)) {
            const float around = static_cast<float>(dot.radius) + context.px(4.0);
            list.items.emplace_back(Circle{dot.at, around, withAlpha(context.style.sea, 0),
                                           withAlpha(context.style.sea, 0.9), context.px(4.2), FillPattern::plain,
                                           dot.region});
            list.items.emplace_back(Circle{dot.at, around, withAlpha(context.style.accent, 0.22), context.style.accent,
                                           context.px(2.2), FillPattern::plain, dot.region});
        } else if (dot.region == context.highlight.hovered) {
            const float around = static_cast<float>(dot.radius) + context.px(3.0);
            list.items.emplace_back(Circle{dot.at, around, withAlpha(context.style.text, 0.12), context.style.text,
                                           context.px(1.3), FillPattern::plain, dot.region});
        }
        if (dot.square) {
            appendSquareSymbol(list, context, dot.at, dot.radius, dot.style, lines);
            continue;
        }
        appendDotSymbol(list, context.style, context.look.theme, dot.at, dot.radius, dot.style, dot.state, lines,
                        dot.region);
    }
}

} // namespace jejaring::scene
