// SPDX-License-Identifier: MIT
// A visit's stops as a numbered list.
#include "scene/layout_context.hpp"
#include "text/locale_format.hpp"

#include <algorithm>
#include <cctype>

namespace jejaring::scene {
namespace {

constexpr double kNumberColumn = 38;
constexpr double kBetween = 14;

const char* statusName(core::StopStatus status) {
    switch (status) {
    case core::StopStatus::notStated:
        break;
    case core::StopStatus::planned:
        return JEJARING_TR("planned");
    case core::StopStatus::scheduled:
        return JEJARING_TR("scheduled");
    case core::StopStatus::held:
        return JEJARING_TR("held");
    case core::StopStatus::cancelled:
        return JEJARING_TR("cancelled");
    }
    return "";
}

struct StopLines {
    int sequence = 0;
    bool cancelled = false;
    std::vector<TextBlock> blocks;
    double height = 0;
};

std::string whenText(const LayoutContext& context, const core::Stop& stop) {
    std::string when;
    if (stop.date)
        when = text::formatDate(context.look.language, *stop.date);
    if (stop.time) {
        when += (when.empty() ? "" : ", ") + text::formatTime(context.look.language, *stop.time);
        if (stop.endTime)
            when += " – " + text::formatTime(context.look.language, *stop.endTime);
        // A zone that the source does not give is the region's, in brackets.
        if (stop.zone)
            when += " " + std::string(core::abbreviation(*stop.zone));
        else if (const auto zone = core::officialTimeZone(stop.region))
            when += " (" + std::string(core::abbreviation(*zone)) + ")";
    }
    if (const char* status = statusName(stop.status); *status != '\0')
        when += (when.empty() ? "" : " · ") + context.tr(status);
    return when;
}

StopLines setStop(const LayoutContext& context, const core::Stop& stop, double width, double scale, bool agenda) {
    StopLines lines;
    lines.sequence = stop.sequence;
    lines.cancelled = stop.status == core::StopStatus::cancelled;
    const auto add = [&](const std::string& text, TextStyle style, std::size_t most) {
        if (text.empty())
            return;
        style.size *= static_cast<float>(scale);
        lines.blocks.push_back(fitText(context.fonts, text, style, width - kNumberColumn * scale, most, 0.85));
        lines.height += lines.blocks.back().height();
    };
    TextStyle strong = bodyType(context, 16);
    strong.weight = text::FontWeight::semiBold;
    std::string place = stop.place;
    if (place.empty() && !stop.region.empty())
        if (const auto region = context.catalog().find(stop.region))
            place = context.catalog()[*region].name;
    add(whenText(context, stop), quietType(context, 13), 1);
    add(place.empty() ? context.tr(JEJARING_TR("Place not stated")) : place, strong, 2);
    add(stop.counterpart, bodyType(context, 14), 2);
    if (agenda)
        add(stop.agenda, quietType(context, 14), 3);
    return lines;
}

std::vector<StopLines> setStops(const LayoutContext& context, const core::Visit& visit, double width, double scale,
                                bool agenda) {
    std::vector<StopLines> stops;
    for (const core::Stop& stop : visit.stops)
        stops.push_back(setStop(context, stop, width, scale, agenda));
    return stops;
}

double heightOf(const std::vector<StopLines>& stops, double scale) {
    double height = 0;
    for (const StopLines& stop : stops)
        height += stop.height + kBetween * scale;
    return height;
}

} // namespace

Block stopsBlock(const LayoutContext& context, const core::Visit& visit) {
    Block block;
    block.id = "stops";
    block.name = JEJARING_TR("Stops");
    block.kind = GroupKind::itinerary;
    block.flexible = true;
    block.least = 120;
    block.height = [&context, &visit](double width) {
        return visit.stops.empty() ? 40 : heightOf(setStops(context, visit, width, 1, true), 1);
    };
    block.draw = [&context, &visit](DisplayList& list, const Rect& frame) {
        if (visit.stops.empty()) {
            appendBlock(list,
                        fitText(context.fonts, context.tr(JEJARING_TR("No stops are recorded for this visit.")),
                                quietType(context, 14), frame.width, 2),
                        {frame.x, frame.y});
            return;
        }
        // Smaller type, then without agendas, before a stop is left out.
        double scale = 1;
        bool agenda = true;
        std::vector<StopLines> stops = setStops(context, visit, frame.width, scale, agenda);
        while (heightOf(stops, scale) > frame.height + kBetween) {
            if (scale > 0.8)
                scale *= 0.95;
            else if (agenda)
                agenda = false;
            else
                break;
            stops = setStops(context, visit, frame.width, scale, agenda);
        }
        const bool all = heightOf(stops, scale) <= frame.height + kBetween;
        const TextStyle more = quietType(context, 13 * scale);
        const double limit = frame.bottom() - (all ? 0 : lineHeight(more) + 4);
        double y = frame.y;
        const double radius = 12 * scale;
        std::size_t shown = 0;
        for (; shown < stops.size(); ++shown) {
            const StopLines& stop = stops[shown];
            if (!all && y + stop.height > limit)
                break;
            const geo::Point centre{frame.x + radius, y + radius + 3 * scale};
            const Color fill = stop.cancelled ? withAlpha(context.style.muted, 0) : context.style.accent;
            if (shown + 1 < stops.size())
                list.items.emplace_back(
                    Polyline{{{centre.x, centre.y + radius + 4}, {centre.x, y + stop.height + kBetween * scale - 2}},
                             1.4F,
                             context.style.line,
                             0,
                             false});
            list.items.emplace_back(Circle{centre, static_cast<float>(radius), fill,
                                           stop.cancelled ? context.style.muted : context.style.accent, 1.5F,
                                           FillPattern::plain, core::kNoRegion});
            TextStyle number{text::FontWeight::bold,
                             static_cast<float>(12.5 * scale),
                             stop.cancelled ? context.style.muted : context.style.panel,
                             0,
                             {},
                             0};
            appendText(list, std::to_string(stop.sequence), {centre.x, centre.y + 4.5 * scale}, number,
                       TextAlign::centre);
            double line = y;
            for (const TextBlock& text : stop.blocks)
                line = appendBlock(list, text, {frame.x + kNumberColumn * scale, line});
            y += stop.height + kBetween * scale;
        }
        if (shown < stops.size())
            appendBlock(list,
                        fitText(context.fonts,
                                context.tr(JEJARING_TR("and {0} more {0:stop|stops}"),
                                           {context.number(static_cast<double>(stops.size() - shown))}),
                                more, frame.width, 1),
                        {frame.x + kNumberColumn * scale, y});
    };
    return block;
}

} // namespace jejaring::scene
