// SPDX-License-Identifier: MIT
#include "scene/connections.hpp"

#include "scene/text_run.hpp"

#include <fmt/format.h>

#include <cmath>

namespace jejaring::scene {
namespace {

// A filled arrow head in the middle of a leg, where there is room for one.
void appendArrow(DisplayList& list, const MapContext& context, geo::Point from, geo::Point to) {
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double length = std::hypot(dx, dy);
    if (length < 46 * context.look.scale)
        return;
    const double ux = dx / length;
    const double uy = dy / length;
    const double half = 5 * context.look.scale;
    const geo::Point tip{from.x + dx / 2 + ux * half, from.y + dy / 2 + uy * half};
    const geo::Point base{tip.x - ux * 2 * half, tip.y - uy * 2 * half};
    list.items.emplace_back(FilledPolygon{{tip,
                                           {base.x - uy * half * 0.9, base.y + ux * half * 0.9},
                                           {base.x + uy * half * 0.9, base.y - ux * half * 0.9}},
                                          context.style.accent});
}

} // namespace

std::vector<std::pair<const core::Stop*, geo::Point>> stopPlaces(const MapData& data, const std::string& visitId) {
    std::vector<std::pair<const core::Stop*, geo::Point>> places;
    const core::Visit* visit = visitId.empty() ? nullptr : core::findVisit(*data.project, visitId);
    if (visit == nullptr)
        return places;
    const geo::Projection& projection = projectionOfThread(data.geometry->projection());
    for (const core::Stop& stop : visit->stops) {
        if (stop.coordinates) {
            const geo::Point metres = projection.forward({stop.coordinates->longitude, stop.coordinates->latitude});
            if (std::isfinite(metres.x) && std::isfinite(metres.y))
                places.emplace_back(&stop, metres);
        } else if (const auto region =
                       stop.region.empty() ? std::nullopt : data.geometry->catalog().find(stop.region)) {
            places.emplace_back(&stop, data.geometry->anchor(*region).at);
        }
    }
    return places;
}

std::vector<StopMark> stopMarks(const MapContext& context) {
    std::vector<StopMark> marks;
    if (!context.data.view.visitRoute)
        return marks;
    const double radius = 9 * context.look.scale;
    std::vector<geo::Point> homes;
    for (const auto& [stop, metres] : stopPlaces(context.data, context.highlight.visitId)) {
        StopMark mark;
        mark.sequence = stop->sequence;
        mark.cancelled = stop->status == core::StopStatus::cancelled;
        mark.place = stop->place;
        mark.home = context.layout(metres);
        mark.radius = radius;
        homes.push_back({metres.x / context.camera.metresPerUnit, -metres.y / context.camera.metresPerUnit});
        marks.push_back(mark);
    }
    const std::vector<geo::Point> places =
        spread(homes, std::vector<double>(homes.size(), radius), 2 * context.look.scale);
    for (std::size_t i = 0; i < marks.size(); ++i)
        marks[i].at = {marks[i].home.x + places[i].x - homes[i].x, marks[i].home.y + places[i].y - homes[i].y};
    return marks;
}

void appendRoute(DisplayList& list, const MapContext& context, const std::vector<StopMark>& marks) {
    const Style& style = context.style;
    std::vector<geo::Point> line;
    for (const StopMark& mark : marks)
        if (!mark.cancelled)
            line.push_back(mark.at);
    if (line.size() > 1) {
        list.items.emplace_back(Polyline{line, context.px(4.4), withAlpha(style.sea, 0.7), 0, false});
        list.items.emplace_back(Polyline{line, context.px(2.0), style.accent, context.px(6), false});
        for (std::size_t i = 1; i < line.size(); ++i)
            appendArrow(list, context, line[i - 1], line[i]);
    }
    TextStyle number{text::FontWeight::bold, context.px(10.5), style.sea, 0, {}, 0};
    for (const StopMark& mark : marks) {
        if (std::hypot(mark.at.x - mark.home.x, mark.at.y - mark.home.y) > mark.radius) {
            list.items.emplace_back(Polyline{{mark.home, mark.at}, context.px(1.2), style.accent, 0, false});
            list.items.emplace_back(
                Circle{mark.home, context.px(2.2), style.accent, style.sea, context.px(0.8), FillPattern::plain, {}});
        }
        // A cancelled stop is an empty ring, off the line.
        Circle circle{mark.at,
                      static_cast<float>(mark.radius),
                      mark.cancelled ? style.sea : style.accent,
                      mark.cancelled ? style.muted : style.sea,
                      context.px(1.6),
                      FillPattern::plain,
                      core::kNoRegion};
        list.items.emplace_back(circle);
        if (!list.fonts)
            continue;
        number.color = mark.cancelled ? style.muted : style.sea;
        const double capHeight = static_cast<double>(list.fonts->metrics(number.weight, number.size).capHeight);
        appendText(list, fmt::format("{}", mark.sequence), {mark.at.x, mark.at.y + capHeight / 2}, number,
                   TextAlign::centre);
    }
}

namespace {

// Beside the mark, below or above it; false where it stands nowhere.
bool appendStopName(DisplayList& list, const MapContext& context, const StopMark& mark, const std::string& name,
                    const TextStyle& style, Occupied& occupied) {
    constexpr std::size_t kMostLines = 3;
    const std::vector<std::string> lines = list.fonts->wrap(name, style.weight, style.size, context.px(220));
    if (lines.empty() || lines.size() > kMostLines)
        return false;
    double width = 0;
    for (const std::string& line : lines)
        width = std::max(width, static_cast<double>(textWidth(*list.fonts, line, style)));
    const double capHeight = static_cast<double>(list.fonts->metrics(style.weight, style.size).capHeight);
    const double lineHeight = static_cast<double>(style.size) * 1.2;
    const double height = capHeight + lineHeight * static_cast<double>(lines.size() - 1);
    const double gap = mark.radius + context.px(6);
    const double air = context.px(2.5);
    struct Place {
        geo::Point middle;
        TextAlign align;
    };
    for (const Place& place : {Place{{mark.at.x + gap + width / 2, mark.at.y}, TextAlign::left},
                               Place{{mark.at.x - gap - width / 2, mark.at.y}, TextAlign::right},
                               Place{{mark.at.x, mark.at.y + gap + height / 2}, TextAlign::centre},
                               Place{{mark.at.x, mark.at.y - gap - height / 2}, TextAlign::centre}}) {
        const Rect box{place.middle.x - width / 2 - air, place.middle.y - height / 2 - air, width + 2 * air,
                       height + 2 * air};
        const Rect& frame = context.frame;
        if (box.x < frame.x || box.y < frame.y || box.right() > frame.right() || box.bottom() > frame.bottom() ||
            !occupied.free(box))
            continue;
        const double x = place.align == TextAlign::left    ? box.x + air
                         : place.align == TextAlign::right ? box.right() - air
                                                           : place.middle.x;
        double baseline = box.y + air + capHeight;
        for (const std::string& line : lines) {
            appendText(list, line, {x, baseline}, style, place.align);
            baseline += lineHeight;
        }
        occupied.add(box);
        return true;
    }
    return false;
}

} // namespace

void appendStopNames(DisplayList& list, const MapContext& context, const std::vector<StopMark>& marks,
                     Occupied& occupied) {
    for (const StopMark& mark : marks)
        occupied.add({mark.at.x - mark.radius, mark.at.y - mark.radius, 2 * mark.radius, 2 * mark.radius});
    if (!list.fonts || !context.data.view.labels)
        return;
    const TextStyle style{text::FontWeight::medium, context.px(10.5), context.style.text, 0,
                          context.style.halo,       context.px(2.4)};
    for (const StopMark& mark : marks) {
        // The whole name, on as many lines as it takes; where there is no room for it, what stands before its first
        // comma, which names the place without its address. Never a part of a word.
        const std::size_t comma = mark.place.find(',');
        if (!appendStopName(list, context, mark, mark.place, style, occupied) && comma != std::string::npos)
            (void)appendStopName(list, context, mark, mark.place.substr(0, comma), style, occupied);
    }
}

} // namespace jejaring::scene
