// SPDX-License-Identifier: MIT
// Scale bar, north mark and graticule.
#include "scene/furniture.hpp"

#include "scene/color_math.hpp"
#include "scene/text_run.hpp"
#include "text/locale_format.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace jejaring::scene {
namespace {

constexpr double kEarthRadius = 6371008.8; // metres, mean

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

// Metres on the ground between two geographic points (haversine).
double groundDistance(geo::Point a, geo::Point b) {
    const double dLat = radians(b.y - a.y);
    const double dLon = radians(b.x - a.x);
    const double h = std::pow(std::sin(dLat / 2), 2) +
                     std::cos(radians(a.y)) * std::cos(radians(b.y)) * std::pow(std::sin(dLon / 2), 2);
    return 2 * kEarthRadius * std::asin(std::min(1.0, std::sqrt(h)));
}

// The longest of 1, 2 and 5 times a power of ten that is not above `limit`.
double roundLength(double limit) {
    const double power = std::pow(10, std::floor(std::log10(limit)));
    for (const double step : {5.0, 2.0})
        if (step * power <= limit)
            return step * power;
    return power;
}

// Degrees between lines, so that they stand some 100 to 250 units apart.
double graticuleStep(double metresPerUnit) {
    const double wanted = metresPerUnit * 130 / 111000;
    for (const double step : {0.1, 0.25, 0.5, 1.0, 2.0, 5.0})
        if (wanted <= step)
            return step;
    return 10;
}

// Metres on the ground a layout unit in the middle of the frame; nothing where that is no place on earth.
std::optional<double> groundPerUnit(const MapContext& context) {
    const geo::Projection& projection = projectionOfThread(context.geometry().projection());
    const geo::Point middle = context.camera.centre;
    const double reach = context.camera.metresPerUnit * 20;
    const geo::Point a = projection.inverse({middle.x - reach, middle.y});
    const geo::Point b = projection.inverse({middle.x + reach, middle.y});
    const double perUnit = groundDistance(a, b) / 40;
    return std::isfinite(perUnit) && perUnit > 0 ? std::optional(perUnit) : std::nullopt;
}

double barLength(const MapContext& context, double perUnit) {
    return roundLength(perUnit * 150 * context.look.scale);
}

} // namespace

std::string describeScaleBar(const MapContext& context) {
    const std::optional<double> perUnit = groundPerUnit(context);
    return perUnit ? context.tr(JEJARING_TR("Scale: the bar is {0} long."),
                                {text::formatDistance(context.look.language, barLength(context, *perUnit))})
                   : std::string();
}

Rect appendScaleBar(DisplayList& list, const MapContext& context, double right, double bottom) {
    const std::optional<double> known = groundPerUnit(context);
    if (!known || !list.fonts)
        return {right, bottom, 0, 0};
    const double perUnit = *known;
    const double metres = barLength(context, perUnit);
    const double length = metres / perUnit;
    const double tick = context.px(5);
    const float width = context.px(1.5);
    const Color color = mixed(context.style.muted, context.style.text, 0.5); // it may lie on land
    const Color halo = withAlpha(context.style.sea, 0.8);
    const double height = context.px(20);
    // A ground of its own, as faint as it may be: over land and beside labels the bar would be lost.
    RoundedRect ground;
    ground.rect = {right - length - context.px(6), bottom - height - context.px(1), length + context.px(12),
                   height + context.px(7)};
    ground.radius = context.px(5);
    ground.fill = withAlpha(context.style.sea, 0.72);
    list.items.emplace_back(ground);
    const std::vector<geo::Point> bar{
        {right - length, bottom - tick}, {right - length, bottom}, {right, bottom}, {right, bottom - tick}};
    list.items.emplace_back(Polyline{bar, width + context.px(2), halo, 0, false});
    list.items.emplace_back(Polyline{bar, width, color, 0, false});
    TextStyle style{text::FontWeight::regular, context.px(11), color, 0, halo, context.px(2)};
    const double textRight = right - context.px(7);
    appendText(list, text::formatDistance(context.look.language, metres), {textRight, bottom - context.px(6)}, style,
               TextAlign::right);
    return {right - length, bottom - height, length, height};
}

Rect appendNorthMark(DisplayList& list, const MapContext& context, double right, double top) {
    const geo::Projection& projection = projectionOfThread(context.geometry().projection());
    const geo::Point place = projection.inverse(context.camera.centre);
    const geo::Point north = projection.forward({place.x, std::min(place.y + 0.1, 90.0)});
    double angle = std::atan2(north.x - context.camera.centre.x, north.y - context.camera.centre.y);
    if (!std::isfinite(angle))
        angle = 0;
    const double half = context.px(13);
    const geo::Point c{right - half, top + half + context.px(14)};
    const auto turned = [&](double x, double y) {
        return geo::Point{c.x + x * std::cos(angle) - y * std::sin(angle),
                          c.y + x * std::sin(angle) + y * std::cos(angle)};
    };
    const double w = half * 0.52;
    list.items.emplace_back(
        FilledPolygon{{turned(0, -half), turned(w, half * 0.8), turned(0, half * 0.42)}, context.style.muted});
    list.items.emplace_back(
        Polyline{{turned(0, -half), turned(w, half * 0.8), turned(0, half * 0.42), turned(-w, half * 0.8)},
                 context.px(1.1),
                 context.style.muted,
                 0,
                 true});
    const TextStyle style{text::FontWeight::semiBold,        context.px(10.5), context.style.muted, 0,
                          withAlpha(context.style.sea, 0.8), context.px(2)};
    const geo::Point letter = turned(0, -half - context.px(9));
    appendText(list, context.tr(JEJARING_TR("N")), {letter.x, letter.y + context.px(4)}, style, TextAlign::centre);
    return {right - 2 * half, top, 2 * half, 2 * half + context.px(16)};
}

std::vector<GraticuleNumber> appendGraticule(DisplayList& list, const MapContext& context, const Rect& region) {
    std::vector<GraticuleNumber> numbers;
    const geo::Projection& projection = projectionOfThread(context.geometry().projection());
    const double step = graticuleStep(context.camera.metresPerUnit / context.look.scale);
    geo::Box degrees;
    for (int i = 0; i <= 8; ++i)
        for (int k = 0; k <= 8; ++k) {
            const geo::Point p = projection.inverse(toMetres(
                context.camera, context.frame,
                {context.frame.x + context.frame.width * i / 8, context.frame.y + context.frame.height * k / 8}));
            if (std::isfinite(p.x) && std::isfinite(p.y))
                degrees.extend(p);
        }
    if (degrees.empty() || region.width <= 0 || region.height <= 0)
        return numbers;
    list.items.emplace_back(PushClip{region});
    const Color color = withAlpha(context.style.muted, 0.28);
    const TextStyle style{text::FontWeight::regular,         context.px(9),  withAlpha(context.style.muted, 0.9), 0,
                          withAlpha(context.style.sea, 0.8), context.px(1.6)};
    const int decimals = step < 0.5 ? 2 : (step < 1 ? 1 : 0);
    const bool indonesian = context.look.language == text::Language::indonesian;
    const auto sideOf = [&](bool meridian, double at) -> std::string {
        if (std::abs(at) < 1e-9)
            return "";
        if (meridian)
            return at < 0 ? (indonesian ? "BB" : "W") : (indonesian ? "BT" : "E");
        return at < 0 ? (indonesian ? "LS" : "S") : (indonesian ? "LU" : "N");
    };
    const auto line = [&](bool meridian, double at) {
        std::vector<geo::Point> points;
        constexpr int kSteps = 48;
        const double from = meridian ? degrees.minY : degrees.minX;
        const double to = meridian ? degrees.maxY : degrees.maxX;
        for (int i = 0; i <= kSteps; ++i) {
            const double along = from + (to - from) * i / kSteps;
            const geo::Point metres = projection.forward(meridian ? geo::Point{at, along} : geo::Point{along, at});
            if (std::isfinite(metres.x) && std::isfinite(metres.y))
                points.push_back(context.layout(metres));
        }
        if (points.size() < 2)
            return;
        // Its number stands where it enters: meridians at the lower edge, parallels at the left one.
        const Rect& f = region;
        for (std::size_t i = 1; i < points.size(); ++i) {
            const geo::Point a = points[i - 1];
            const geo::Point b = points[i];
            const double edge = meridian ? f.bottom() - context.px(6) : f.x + context.px(6);
            const double pa = (meridian ? a.y : a.x) - edge;
            const double pb = (meridian ? b.y : b.x) - edge;
            if ((pa < 0) == (pb < 0))
                continue;
            const double t = pa / (pa - pb);
            const geo::Point p{a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
            const std::string number =
                text::formatNumber(context.look.language, std::abs(at), decimals) + "° " + sideOf(meridian, at);
            const geo::Point baseline{p.x + context.px(3), p.y - context.px(3)};
            const double width = list.fonts ? static_cast<double>(textWidth(*list.fonts, number, style)) : 0;
            const Rect box{baseline.x, baseline.y - context.px(8), width, context.px(9)};
            if (box.x >= f.x && box.y >= f.y && box.right() <= f.right() && box.bottom() <= f.bottom())
                numbers.push_back({number, baseline, style, box});
            break;
        }
        list.items.emplace_back(Polyline{std::move(points), context.px(0.8), color, 0, false});
    };
    for (double lon = std::ceil(degrees.minX / step) * step; lon <= degrees.maxX; lon += step)
        line(true, lon);
    for (double lat = std::ceil(degrees.minY / step) * step; lat <= degrees.maxY; lat += step)
        line(false, lat);
    list.items.emplace_back(PopClip{});
    return numbers;
}

} // namespace jejaring::scene
