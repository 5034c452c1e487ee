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
constexpr double kTwoColumns = 720; // layout units: a frame at least as wide has two
constexpr double kColumnGap = 34;

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

// The stops set below each other, in two columns where the frame is wide.
struct StopColumns {
    std::vector<StopLines> stops;
    std::size_t columns = 1;
    std::size_t split = 0; // the first stop of the second column
    double width = 0;      // of a column
    double scale = 1;
    bool agenda = true;
    bool agendaLeftOut = false;
    double height = 0;
};

double heightOf(const std::vector<StopLines>& stops, std::size_t first, std::size_t last, double scale) {
    double height = 0;
    for (std::size_t i = first; i < last; ++i)
        height += stops[i].height + kBetween * scale;
    return height;
}

StopColumns setStops(const LayoutContext& context, const core::Visit& visit, double width, double scale, bool agenda) {
    StopColumns set;
    set.scale = scale;
    set.agenda = agenda;
    set.columns = width >= kTwoColumns && visit.stops.size() > 1 ? 2 : 1;
    set.width = set.columns == 2 ? (width - kColumnGap) / 2 : width;
    for (const core::Stop& stop : visit.stops) {
        set.stops.push_back(setStop(context, stop, set.width, scale, agenda));
        set.agendaLeftOut = set.agendaLeftOut || (!agenda && !stop.agenda.empty());
    }
    set.split = set.stops.size();
    set.height = heightOf(set.stops, 0, set.split, scale);
    for (std::size_t split = 1; set.columns == 2 && split < set.stops.size(); ++split) {
        const double height =
            std::max(heightOf(set.stops, 0, split, scale), heightOf(set.stops, split, set.stops.size(), scale));
        if (height < set.height) {
            set.height = height;
            set.split = split;
        }
    }
    return set;
}

TextStyle noteType(const LayoutContext& context, double scale) {
    return quietType(context, 13 * scale);
}

double noteHeight(const LayoutContext& context, double scale) {
    return lineHeight(noteType(context, scale)) + 4;
}

// Smaller type, then without agendas, before a stop is left out.
StopColumns fitStops(const LayoutContext& context, const core::Visit& visit, const Rect& frame) {
    StopColumns set = setStops(context, visit, frame.width, 1, true);
    const auto fits = [&] {
        return set.height + (set.agendaLeftOut ? noteHeight(context, set.scale) : 0) <= frame.height + kBetween;
    };
    while (!fits() && (set.scale > 0.8 || set.agenda))
        set = set.scale > 0.8 ? setStops(context, visit, frame.width, set.scale * 0.95, true)
                              : setStops(context, visit, frame.width, set.scale, false);
    return set;
}

// A stop whose upper edge is at `at`; a line leads to the next one below it.
void appendStop(DisplayList& list, const LayoutContext& context, const StopLines& stop, geo::Point at, double scale,
                bool leads) {
    const double radius = 12 * scale;
    const geo::Point centre{at.x + radius, at.y + radius + 3 * scale};
    const Color fill = stop.cancelled ? withAlpha(context.style.muted, 0) : context.style.accent;
    if (leads)
        list.items.emplace_back(
            Polyline{{{centre.x, centre.y + radius + 4}, {centre.x, at.y + stop.height + kBetween * scale - 2}},
                     1.4F,
                     context.style.line,
                     0,
                     false});
    list.items.emplace_back(Circle{centre, static_cast<float>(radius), fill,
                                   stop.cancelled ? context.style.muted : context.style.accent, 1.5F,
                                   FillPattern::plain, core::kNoRegion});
    const TextStyle number{text::FontWeight::bold,
                           static_cast<float>(12.5 * scale),
                           stop.cancelled ? context.style.muted : context.style.panel,
                           0,
                           {},
                           0};
    appendText(list, std::to_string(stop.sequence), {centre.x, centre.y + 4.5 * scale}, number, TextAlign::centre);
    double line = at.y;
    for (const TextBlock& text : stop.blocks)
        line = appendBlock(list, text, {at.x + kNumberColumn * scale, line});
}

void appendStops(DisplayList& list, const LayoutContext& context, const StopColumns& set, const Rect& frame) {
    const double scale = set.scale;
    const double note = noteHeight(context, scale);
    const bool all = set.height + (set.agendaLeftOut ? note : 0) <= frame.height + kBetween;
    const double limit = frame.bottom() - (all && !set.agendaLeftOut ? 0 : note);
    double x = frame.x;
    double y = frame.y;
    double lowest = frame.y;
    std::size_t column = 0;
    std::size_t shown = 0;
    for (; shown < set.stops.size(); ++shown) {
        const StopLines& stop = set.stops[shown];
        const bool turns = all ? shown == set.split : y + stop.height > limit;
        if (turns && column + 1 < set.columns) {
            ++column;
            x += set.width + kColumnGap;
            y = frame.y;
        }
        if (!all && y + stop.height > limit)
            break;
        const double next = y + stop.height + kBetween * scale;
        const bool below = shown + 1 < set.stops.size() &&
                           (all ? shown + 1 != set.split : next + set.stops[shown + 1].height <= limit);
        const bool leads = below || (!all && shown + 1 < set.stops.size() && column + 1 == set.columns);
        appendStop(list, context, stop, {x, y}, scale, leads);
        y = next;
        lowest = std::max(lowest, y);
    }
    std::string text;
    if (shown < set.stops.size())
        text = context.tr(JEJARING_TR("and {0} more {0:stop|stops}"),
                          {context.number(static_cast<double>(set.stops.size() - shown))});
    if (set.agendaLeftOut)
        text += (text.empty() ? "" : " · ") + context.tr(JEJARING_TR("agendas are left out for want of room"));
    if (!text.empty())
        appendBlock(list, fitText(context.fonts, text, noteType(context, scale), frame.width - kNumberColumn, 1),
                    {frame.x + kNumberColumn * scale, std::min(lowest, frame.bottom() - note + 4)});
}

// "Stops: 3. 1. Batam (2 March 2024); 2. ..."
std::string describe(const LayoutContext& context, const core::Visit& visit) {
    std::string words =
        context.tr(JEJARING_TR("Stops: {0}."), {context.number(static_cast<double>(visit.stops.size()))});
    for (const core::Stop& stop : visit.stops) {
        const std::string when = whenText(context, stop);
        words += " " + std::to_string(stop.sequence) + ". " +
                 (stop.place.empty() ? context.tr(JEJARING_TR("Place not stated")) : stop.place) +
                 (when.empty() ? "" : " (" + when + ")") + ";";
    }
    words.back() = '.';
    return words;
}

} // namespace

Block stopsBlock(const LayoutContext& context, const core::Visit& visit) {
    Block block;
    block.id = "stops";
    block.name = JEJARING_TR("Stops");
    block.kind = GroupKind::itinerary;
    block.flexible = true;
    block.least = 120;
    block.description = describe(context, visit);
    block.height = [&context, &visit](double width) {
        return visit.stops.empty() ? 40 : setStops(context, visit, width, 1, true).height;
    };
    block.draw = [&context, &visit](DisplayList& list, const Rect& frame) {
        if (visit.stops.empty())
            appendBlock(list,
                        fitText(context.fonts, context.tr(JEJARING_TR("No stops are recorded for this visit.")),
                                quietType(context, 14), frame.width, 2),
                        {frame.x, frame.y});
        else
            appendStops(list, context, fitStops(context, visit, frame), frame);
    };
    return block;
}

} // namespace jejaring::scene
