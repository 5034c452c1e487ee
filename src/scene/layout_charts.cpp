// SPDX-License-Identifier: MIT
// Numbers and charts of a page: the score with its parts, agreements over the years, sectors, change between dates.
#include "scene/fact_words.hpp"
#include "scene/layout_context.hpp"
#include "scene/map_context.hpp"
#include "text/locale_format.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace jejaring::scene {
namespace {

constexpr double kNumberType = 58;
constexpr double kBarPitch = 25;

void appendBar(DisplayList& list, const Rect& rect, const Color& color) {
    if (rect.width <= 0)
        return;
    RoundedRect bar;
    bar.rect = rect;
    bar.radius = static_cast<float>(std::min(rect.width, rect.height) / 2);
    bar.fill = color;
    list.items.emplace_back(bar);
}

// A label, a bar of `share` of the track and a number at its end.
void appendBarRow(DisplayList& list, const LayoutContext& context, const Rect& row, const std::string& label,
                  double share, const std::string& value, double labelShare, const Color& color) {
    const TextStyle style = bodyType(context, 14);
    const double baseline = row.y + row.height / 2 + static_cast<double>(style.size) * 0.36;
    const double labelWidth = row.width * labelShare;
    const TextBlock name = fitText(context.fonts, label, style, labelWidth - 10, 1, 0.75);
    if (!name.lines.empty())
        appendText(list, name.lines.front(), {row.x, baseline}, name.style);
    appendText(list, value, {row.right(), baseline}, style, TextAlign::right);
    const double valueWidth = 42;
    const Rect track{row.x + labelWidth, row.y + row.height / 2 - 3.5, row.width - labelWidth - valueWidth, 7};
    appendBar(list, track, context.style.line);
    appendBar(list, {track.x, track.y, track.width * std::clamp(share, 0.0, 1.0), track.height}, color);
}

// In the light theme the lower ramp colours are too pale for bars and figures on white.
Color barColor(const LayoutContext& context) {
    return context.style.ramp[3];
}

std::string stateText(const LayoutContext& context, const analysis::RegionImpact& impact) {
    switch (impact.state) {
    case analysis::ValueState::noRecord:
        return noAgreement(context, context.facts().outside);
    case analysis::ValueState::notEnoughData:
        return context.tr(JEJARING_TR("The sources say too little for a number."));
    case analysis::ValueState::zero:
        return context.tr(JEJARING_TR("{0} recorded, none in force"), {context.number(impact.recorded)});
    case analysis::ValueState::value:
        break;
    }
    return "";
}

// In the place of the number the look that the region has on the map, and what it means.
void appendWithoutNumber(DisplayList& list, const LayoutContext& context, const analysis::RegionImpact& impact,
                         const Rect& frame) {
    constexpr double kSide = 52;
    constexpr double kGap = 16;
    analysis::RegionValue value;
    value.state = impact.state;
    const RegionStyle look = styleOfValue(*context.input.map, context.look.theme, value);
    list.items.emplace_back(
        RoundedRect{{frame.x, frame.y + 4, kSide, kSide}, 8, look.fill, {}, 0, 0, look.pattern, look.patternColor});
    TextStyle strong = bodyType(context, 16);
    strong.weight = text::FontWeight::semiBold;
    const double x = frame.x + kSide + kGap;
    const bool none = impact.state == analysis::ValueState::noRecord;
    const double y =
        appendBlock(list,
                    fitText(context.fonts, context.tr(none ? JEJARING_TR("no record") : JEJARING_TR("not enough data")),
                            strong, frame.right() - x, 1),
                    {x, frame.y + 4});
    appendBlock(list,
                fitText(context.fonts, stateText(context, impact), quietType(context, 13.5), frame.right() - x, 2),
                {x, y});
}

// "Kota Surabaya: cooperation impact 84 of 100, rank 2 of 35. Agreements 0.86, partner countries 0.82 ..."
std::string describeScore(const LayoutContext& context, core::RegionIndex region) {
    const analysis::RegionImpact& impact = context.input.map->impact.regions[region];
    const std::string& name = context.catalog()[region].name;
    if (impact.state != analysis::ValueState::value)
        return name + ": " + stateText(context, impact);
    std::string words =
        context.tr(JEJARING_TR("{0}: cooperation impact {1} of 100"), {name, context.number(std::round(impact.score))});
    const analysis::Rank rank = analysis::rankOf(context.input.map->impact, context.catalog(), region);
    if (rank.rank > 0)
        words +=
            ", " + context.tr(JEJARING_TR("rank {0} of {1}"), {context.number(rank.rank), context.number(rank.ranked)});
    words += ". ";
    for (const auto& [part, share] : {std::pair{JEJARING_TR("Agreements"), impact.cooperation},
                                      {JEJARING_TR("Partner countries"), impact.countries},
                                      {JEJARING_TR("Sectors"), impact.sectors}})
        words += context.tr(part) + " " + context.number(share, 2) + "; ";
    return words +
           context.tr(JEJARING_TR("completeness {0}"),
                      {text::formatPercent(context.look.language, impact.completeness)}) +
           ".";
}

// "Agreements in force: 1991 0, 1992 1, ... 2026 6."; years in which nothing changed are left out.
std::string describeYears(const LayoutContext& context, const std::vector<analysis::YearCount>& years) {
    std::string words;
    for (std::size_t i = 0; i < years.size(); ++i)
        if (i == 0 || i + 1 == years.size() || years[i].inForce != years[i - 1].inForce)
            words +=
                (words.empty() ? "" : "; ") + std::to_string(years[i].year) + ": " + context.number(years[i].inForce);
    return context.tr(JEJARING_TR("Agreements in force by year, where their number changes: {0}."), {words});
}

} // namespace

Block scoreBlock(const LayoutContext& context, core::RegionIndex region) {
    Block block;
    block.id = "score";
    block.name = JEJARING_TR("Score");
    block.kind = GroupKind::chart;
    const analysis::RegionImpact impact = context.input.map->impact.regions[region];
    const bool value = impact.state == analysis::ValueState::value;
    block.description = describeScore(context, region);
    block.height = [value](double) { return value ? 64 + 12 + 3 * kBarPitch + 22 : 64.0; };
    block.draw = [&context, impact, value, region](DisplayList& list, const Rect& frame) {
        const Style& style = context.style;
        if (!value && impact.state != analysis::ValueState::zero) {
            appendWithoutNumber(list, context, impact, frame);
            return;
        }
        // In ink: not every class's colour can be read as a number. The class is the swatch beside it.
        const TextStyle figure{text::FontWeight::bold, static_cast<float>(kNumberType), style.text, -0.02F, {}, 0};
        const std::string number = context.number(value ? std::round(impact.score) : 0);
        const double width = static_cast<double>(appendText(list, number, {frame.x, frame.y + 50}, figure));
        const double x = frame.x + width + 16;
        const analysis::Rank rank = analysis::rankOf(context.input.map->impact, context.catalog(), region);
        std::string second = stateText(context, impact);
        if (value) {
            if (rank.rank > 0)
                second = context.tr(JEJARING_TR("rank {0} of {1}"),
                                    {context.number(rank.rank), context.number(rank.ranked)}) +
                         " · ";
            second += context.tr(JEJARING_TR("completeness {0}"),
                                 {text::formatPercent(context.look.language, impact.completeness)});
        }
        TextStyle strong = bodyType(context, 16);
        strong.weight = text::FontWeight::semiBold;
        constexpr Rect kSwatch{0, 15, 18, 12};
        constexpr double kAfterSwatch = 26;
        RoundedRect swatch;
        swatch.rect = {x, frame.y + kSwatch.y, kSwatch.width, kSwatch.height};
        swatch.radius = 3;
        swatch.fill =
            value ? style.ramp[std::min<std::size_t>(static_cast<std::size_t>(impact.score / 20), 4)] : style.zero;
        swatch.stroke = style.line;
        swatch.strokeWidth = 1;
        list.items.emplace_back(swatch);
        const std::string whose = context.authority();
        const TextBlock first = fitText(context.fonts,
                                        whose.empty() ? context.tr(JEJARING_TR("cooperation impact"))
                                                      : context.tr(JEJARING_TR("cooperation impact of {0}"), {whose}),
                                        strong, frame.right() - x - kAfterSwatch, 1);
        const double y = appendBlock(list, first, {x + kAfterSwatch, frame.y + 10});
        appendBlock(list, fitText(context.fonts, second, quietType(context, 13.5), frame.right() - x, 1), {x, y});
        if (!value)
            return;
        const std::array<std::pair<std::string, double>, 3> parts{
            std::pair{context.tr(JEJARING_TR("Agreements")), impact.cooperation},
            std::pair{context.tr(JEJARING_TR("Partner countries")), impact.countries},
            std::pair{context.tr(JEJARING_TR("Sectors")), impact.sectors}};
        double at = frame.y + 64 + 12;
        for (const auto& [name, share] : parts) {
            appendBarRow(list, context, {frame.x, at, frame.width, kBarPitch}, name, share, context.number(share, 2),
                         0.4, barColor(context));
            at += kBarPitch;
        }
        appendBlock(list,
                    fitText(context.fonts,
                            context.tr(JEJARING_TR("Index of the Jejaring project, not an official index.")),
                            quietType(context, 11.5), frame.width, 1),
                    {frame.x, at + 4});
    };
    return block;
}

Block seriesBlock(const LayoutContext& context, core::RegionIndex region) {
    Block block;
    block.id = "series";
    block.name = JEJARING_TR("Agreements in force");
    block.kind = GroupKind::chart;
    const analysis::InForceSeries series =
        analysis::inForceByYear(context.project(), context.catalog(), region, scopeOf(*context.input.map));
    std::vector<analysis::YearCount> years = series.years;
    if (!years.empty() && years.front().inForce > 0)
        years.insert(years.begin(), {years.front().year - 1, 0});
    const bool drawn =
        years.size() > 1 && std::any_of(years.begin(), years.end(), [](const auto& year) { return year.inForce > 0; });
    const int leftOut = series.leftOutUndated;
    const double noteHeight = leftOut > 0 ? 18 : 0;
    block.height = [drawn, noteHeight](double) { return drawn ? 150 + noteHeight : 0.0; };
    block.flexible = drawn;
    if (drawn)
        block.description = describeYears(context, years);
    block.least = 110 + noteHeight;
    block.draw = [&context, years, leftOut, noteHeight](DisplayList& list, const Rect& frame) {
        const Style& style = context.style;
        const double top = appendBlock(list,
                                       fitText(context.fonts, context.tr(JEJARING_TR("Agreements in force")),
                                               headingType(context), frame.width, 1),
                                       {frame.x, frame.y}) +
                           12;
        const double bottom = frame.bottom() - noteHeight - 20;
        const double right = frame.right() - 30;
        int most = 1;
        for (const analysis::YearCount& year : years)
            most = std::max(most, year.inForce);
        int step = 1;
        for (const int tried : {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000})
            if (step = tried; most <= tried * 3)
                break;
        const int roof = (most + step - 1) / step * step;
        const double span = years.back().year + 1 - years.front().year;
        const auto x = [&](int year) { return frame.x + (right - frame.x) * (year - years.front().year) / span; };
        const auto y = [&](int value) { return bottom - (bottom - top) * value / roof; };
        const TextStyle small = quietType(context, 12);
        for (int value = step; value <= roof; value += step) {
            list.items.emplace_back(Polyline{{{frame.x, y(value)}, {right, y(value)}}, 1, style.line, 3, false});
            appendText(list, context.number(value), {frame.right(), y(value) + 4}, small, TextAlign::right);
        }
        list.items.emplace_back(Polyline{{{frame.x, bottom}, {right, bottom}}, 1, style.line, 0, false});
        std::vector<geo::Point> line;
        for (std::size_t i = 0; i < years.size(); ++i) {
            const geo::Point from{x(years[i].year), y(years[i].inForce)};
            if (i == 0 || years[i].inForce != years[i - 1].inForce)
                line.push_back(from);
            if (i + 1 == years.size() || years[i + 1].inForce != years[i].inForce)
                line.push_back({x(years[i].year + 1), from.y});
        }
        // Below the line, from where it leaves the ground.
        std::vector<geo::Point> area;
        for (const geo::Point& point : line)
            if (!area.empty() || point.y < bottom)
                area.push_back(point);
        area.push_back({line.back().x, bottom});
        area.push_back({area.front().x, bottom});
        list.items.emplace_back(FilledPolygon{area, withAlpha(barColor(context), 0.14)});
        list.items.emplace_back(Polyline{line, 2.4F, barColor(context), 0, false});
        appendText(list, std::to_string(years.front().year), {frame.x, bottom + 16}, small);
        appendText(list, std::to_string(years.back().year), {right, bottom + 16}, small, TextAlign::right);
        if (leftOut > 0)
            appendBlock(
                list,
                fitText(context.fonts,
                        context.tr(
                            JEJARING_TR("{0} {0:agreement without a date is|agreements without a date are} left out."),
                            {context.number(leftOut)}),
                        quietType(context, 11.5), frame.width, 1),
                {frame.x, frame.bottom() - noteHeight + 2});
    };
    return block;
}

Block sectorsBlock(const LayoutContext& context, core::RegionIndex region) {
    constexpr std::size_t kMost = 6;
    Block block;
    block.id = "sectors";
    block.name = JEJARING_TR("Sectors");
    block.kind = GroupKind::chart;
    std::vector<std::pair<std::string, int>> sectors =
        analysis::factsOf(context.project(), context.catalog(), context.input.map->impact, region,
                          scopeOf(*context.input.map))
            .sectors;
    const std::size_t all = sectors.size();
    if (all > kMost)
        sectors.resize(kMost);
    for (const auto& [id, count] : sectors)
        block.description += (block.description.empty() ? context.tr(JEJARING_TR("Sectors")) + ": " : ", ") +
                             sectorList(context.project(), context.look.language, {id}) + " " + context.number(count);
    if (all > sectors.size())
        block.description +=
            ", " + context.tr(JEJARING_TR("and {0} more"), {context.number(static_cast<double>(all - sectors.size()))});
    const double top = lineHeight(headingType(context)) + 6;
    block.height = [sectors, top, all](double) {
        return sectors.empty()
                   ? 0.0
                   : top + kBarPitch * static_cast<double>(sectors.size()) + (all > sectors.size() ? 20 : 0);
    };
    block.draw = [&context, sectors, all](DisplayList& list, const Rect& frame) {
        double y =
            appendBlock(
                list, fitText(context.fonts, context.tr(JEJARING_TR("Sectors")), headingType(context), frame.width, 1),
                {frame.x, frame.y}) +
            6;
        for (const auto& [id, count] : sectors) {
            appendBarRow(list, context, {frame.x, y, frame.width, kBarPitch},
                         sectorList(context.project(), context.look.language, {id}),
                         static_cast<double>(count) / sectors.front().second, context.number(count), 0.45,
                         barColor(context));
            y += kBarPitch;
        }
        if (all > sectors.size())
            appendBlock(list,
                        fitText(context.fonts,
                                context.tr(JEJARING_TR("and {0} more"),
                                           {context.number(static_cast<double>(all - sectors.size()))}),
                                quietType(context, 12.5), frame.width, 1),
                        {frame.x, y + 2});
    };
    return block;
}

Block changeBlock(const LayoutContext& context, const MapData& before, const MapData& after) {
    Block block;
    block.id = "change";
    block.name = JEJARING_TR("Change");
    block.kind = GroupKind::chart;
    const auto recorded = [](const MapData::LevelCount& count) {
        int regions = count.zero;
        for (const int each : count.perClass)
            regions += each;
        return regions;
    };
    const auto withValue = [&](const MapData::LevelCount& count) { return recorded(count) - count.zero; };
    struct Figure {
        std::string label;
        int before;
        int after;
    };
    std::vector<Figure> figures;
    if (after.series) {
        figures = {
            {context.tr(JEJARING_TR("provinces with a value")), recorded(before.provinces), recorded(after.provinces)},
            {context.tr(JEJARING_TR("kabupaten/kota with a value")), recorded(before.regencies),
             recorded(after.regencies)}};
    } else {
        figures = {{context.tr(JEJARING_TR("agreements in force")), before.facts.inForce, after.facts.inForce},
                   {context.tr(JEJARING_TR("provinces with an agreement in force")), withValue(before.provinces),
                    withValue(after.provinces)},
                   {context.tr(JEJARING_TR("kabupaten/kota with an agreement in force")), withValue(before.regencies),
                    withValue(after.regencies)}};
    }
    for (const Figure& figure : figures)
        block.description += (block.description.empty() ? "" : "; ") + figure.label + ": " +
                             context.number(figure.before) + " → " + context.number(figure.after);
    // Undated ones count today and are in no map of the past.
    const int undated = before.facts.leftOutUndated - after.facts.leftOutUndated;
    const std::string note =
        undated > 0 && !after.series
            ? context.tr(JEJARING_TR("{0} undated {0:agreement counts|agreements count} at the later date only."),
                         {context.number(undated)})
            : std::string();
    constexpr double kPitch = 92;
    constexpr double kNoteTop = 2;
    constexpr std::size_t kNoteLines = 3;
    const auto noteText = [&context, note](double width) {
        return fitText(context.fonts, note, quietType(context, 12.5), width, kNoteLines);
    };
    block.height = [figures, note, noteText](double width) {
        return kPitch * static_cast<double>(figures.size()) - 14 +
               (note.empty() ? 0 : kNoteTop + noteText(width).height());
    };
    block.draw = [&context, figures, note, noteText](DisplayList& list, const Rect& frame) {
        double y = frame.y;
        for (const Figure& figure : figures) {
            TextStyle quiet = quietType(context, 30);
            TextStyle strong{text::FontWeight::bold, 42, context.style.text, -0.02F, {}, 0};
            double x = frame.x;
            x += static_cast<double>(appendText(list, context.number(figure.before), {x, y + 38}, quiet)) + 14;
            list.items.emplace_back(Polyline{{{x, y + 27}, {x + 26, y + 27}}, 2, context.style.muted, 0, false});
            list.items.emplace_back(
                Polyline{{{x + 19, y + 20}, {x + 26, y + 27}, {x + 19, y + 34}}, 2, context.style.muted, 0, false});
            x += 26 + 14;
            appendText(list, context.number(figure.after), {x, y + 38}, strong);
            appendBlock(list, fitText(context.fonts, figure.label, quietType(context, 14), frame.width, 1, 0.75),
                        {frame.x, y + 46});
            y += kPitch;
        }
        if (!note.empty())
            appendBlock(list, noteText(frame.width), {frame.x, y - 14 + kNoteTop});
    };
    return block;
}

} // namespace jejaring::scene
