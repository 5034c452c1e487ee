// SPDX-License-Identifier: MIT
// The legend where there is little room: a strip of colours with what they mean below it, or its title alone.
#include "scene/legend_parts.hpp"

#include "analysis/class_breaks.hpp"
#include "scene/indicator_words.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::scene {
namespace {

using analysis::ValueState;

// All in layout units at a scale of 1.
constexpr double kPadding = 12;
constexpr double kTitleHeight = 14;
constexpr double kBarGap = 9; // between title and strip
constexpr double kBarHeight = 11;
constexpr double kLeastCell = 27;
constexpr double kLabelHeight = 17; // the numbers below the strip
constexpr double kItemPitch = 18;
constexpr double kItemGap = 14; // between what stands on one line
constexpr double kSymbolGap = 7;
constexpr double kCountGap = 6; // between words and the count of what they say
constexpr double kCountPitch = 15;
constexpr double kLeastWidth = 180;    // without the padding
constexpr double kLeastWithKeys = 192; // so that they need no line of their own
constexpr double kNotePitch = 15;
constexpr double kFoldedHeight = 28;
constexpr double kFoldedCell = 8;

// What is written below the strip: the bounds of the classes between them, or the numbers that each one holds.
struct Marks {
    std::vector<std::string> words;
    bool bounds = false;
};

std::vector<const LegendRow*> classRows(const Legend& legend) {
    std::vector<const LegendRow*> rows; // low to high; the table has the highest first
    for (auto row = legend.rows.rbegin(); row != legend.rows.rend(); ++row)
        if (row->state == ValueState::value)
            rows.push_back(&*row);
    return rows;
}

Marks marksOf(const Legend& legend, const MapContext& context) {
    Marks marks;
    const auto& edges = context.data.breaks.edges;
    marks.bounds = context.data.series || context.data.view.indicator == analysis::IndicatorKind::impact;
    if (marks.bounds && edges.size() == 2 && edges[0] == edges[1]) {
        marks.bounds = false; // one value alone
        marks.words.push_back(edgeNumber(context.data, context.look.language, edges[0]));
    } else if (marks.bounds) {
        for (const double edge : edges)
            marks.words.push_back(edgeNumber(context.data, context.look.language, edge));
    } else {
        for (const LegendRow* row : classRows(legend))
            marks.words.push_back(row->label);
    }
    return marks;
}

// How many regions a class or a state holds, by level: below the strip a line for each level with its name before it.
struct CountLine {
    std::string level; // "prov."
    std::string LegendRow::*count;
};

std::vector<CountLine> countLines(const Legend& legend, const MapContext& context) {
    std::vector<CountLine> lines;
    if (legend.provinceCounts)
        lines.push_back({context.tr(JEJARING_TR("prov.")), &LegendRow::provinces});
    if (legend.regencyCounts)
        lines.push_back({context.tr(JEJARING_TR("kab./kota")), &LegendRow::regencies});
    return lines;
}

// "468", or "12 prov., 468 kab/kota" where there are two levels.
std::string countsOf(const LegendRow& row, const std::vector<CountLine>& lines) {
    if (lines.size() == 1)
        return row.*lines.front().count;
    std::string words;
    for (const CountLine& line : lines)
        words += (words.empty() ? "" : ", ") + row.*line.count + " " + line.level;
    return words;
}

// A swatch or symbol with its words, below the strip.
struct StripItem {
    LegendKey key;
    std::string counts;
    double width = 0; // with its symbol
    double x = 0;     // from the left of all items
    int line = 0;
};

struct Strip {
    double cell = 0;
    double width = 0; // inside the padding
    double names = 0; // of the levels, before the strip; 0 where nothing is counted
    std::vector<StripItem> items;
    int lines = 0; // of items
};

Strip layOutStrip(const Legend& legend, const MapContext& context, const text::FontSet& fonts) {
    const double s = legend.scale;
    const LegendFonts styles = legendFonts(context.style, s);
    const auto width = [&](const std::string& string, const TextStyle& style) {
        return static_cast<double>(textWidth(fonts, string, style));
    };
    Strip strip;
    strip.cell = kLeastCell * s;
    const Marks marks = marksOf(legend, context);
    for (std::size_t i = 0; i < marks.words.size(); ++i) {
        strip.cell = std::max(strip.cell, width(marks.words[i], styles.header) + 7 * s);
        // The outer bounds stand inside the ends of the strip, so that they reach further towards their neighbours.
        if (!marks.bounds || i == 0)
            continue;
        const double before = width(marks.words[i - 1], styles.header) / (i == 1 ? 1 : 2);
        const double own = width(marks.words[i], styles.header) / (i + 1 == marks.words.size() ? 1 : 2);
        strip.cell = std::max(strip.cell, before + own + 7 * s);
    }
    const std::vector<CountLine> lines = countLines(legend, context);
    for (const CountLine& line : lines) {
        strip.names = std::max(strip.names, width(line.level, styles.note) + kSymbolGap * s);
        for (const LegendRow* row : classRows(legend))
            strip.cell = std::max(strip.cell, width(row->*line.count, styles.header) + 7 * s);
    }
    const auto add = [&](LegendKey key, std::string counts) {
        StripItem item;
        item.key = std::move(key);
        item.counts = std::move(counts);
        strip.items.push_back(std::move(item));
    };
    for (const LegendRow& row : legend.rows)
        if (row.state != ValueState::value)
            add({LegendKey::Symbol::swatch, row.style, row.label}, countsOf(row, lines));
    for (const LegendKey& key : legend.keys)
        add(key, {});
    strip.width = std::max({strip.names + strip.cell * static_cast<double>(classRows(legend).size()),
                            width(legend.title, styles.title) + (legend.foldable ? (kFoldMark + 12) * s : 0),
                            (legend.keys.empty() ? kLeastWidth : kLeastWithKeys) * s});
    for (StripItem& item : strip.items) {
        item.width = (kLegendSwatchWidth + kSymbolGap) * s + width(item.key.label, styles.header);
        if (!item.counts.empty())
            item.width += kCountGap * s + width(item.counts, styles.header);
        strip.width = std::max(strip.width, item.width);
    }
    for (const std::string& note : legend.notes)
        strip.width = std::max(strip.width, width(note, styles.note));
    double x = 0;
    for (StripItem& item : strip.items) {
        if (x > 0 && x + item.width > strip.width + 0.01) {
            x = 0;
            ++strip.lines;
        }
        item.x = x;
        item.line = strip.lines;
        x += item.width + kItemGap * s;
    }
    strip.lines += strip.items.empty() ? 0 : 1;
    return strip;
}

void appendStrip(DisplayList& list, const MapContext& context, const Legend& legend, geo::Point upperLeft) {
    const double s = legend.scale;
    const LegendFonts fonts = legendFonts(context.style, s);
    const Strip strip = layOutStrip(legend, context, *list.fonts);
    const double left = upperLeft.x + kPadding * s;
    double y = upperLeft.y + (kPadding + kTitleHeight) * s - 2 * s;
    appendText(list, legend.title, {left, y}, fonts.title);
    if (legend.foldable)
        appendFoldMark(list, context,
                       {upperLeft.x + legend.width - (kPadding + kFoldMark / 2) * s,
                        upperLeft.y + (kPadding + kTitleHeight / 2) * s},
                       true, s);
    y += 2 * s + kBarGap * s;
    const std::vector<const LegendRow*> rows = classRows(legend);
    const double cell =
        std::max(strip.cell, rows.empty() ? 0 : (strip.width - strip.names) / static_cast<double>(rows.size()));
    const double bar = left + strip.names;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        RoundedRect part;
        part.rect = {bar + cell * static_cast<double>(i), y, cell, kBarHeight * s};
        part.fill = rows[i]->style.fill;
        part.pattern = rows[i]->style.pattern;
        part.patternColor = rows[i]->style.patternColor;
        list.items.emplace_back(part);
    }
    y += kBarHeight * s;
    const Marks marks = marksOf(legend, context);
    for (std::size_t i = 0; i < marks.words.size(); ++i) {
        const bool first = marks.bounds && i == 0;
        const bool last = marks.bounds && i + 1 == marks.words.size();
        const double at = bar + cell * (static_cast<double>(i) + (marks.bounds ? 0 : 0.5));
        appendText(list, marks.words[i], {at, y + 12.5 * s}, fonts.header,
                   first ? TextAlign::left : (last ? TextAlign::right : TextAlign::centre));
    }
    y += kLabelHeight * s;
    for (const CountLine& line : countLines(legend, context)) {
        y += kCountPitch * s;
        appendText(list, line.level, {left, y - 4 * s}, fonts.note);
        for (std::size_t i = 0; i < rows.size(); ++i)
            appendText(list, rows[i]->*line.count, {bar + cell * (static_cast<double>(i) + 0.5), y - 4 * s},
                       fonts.header, TextAlign::centre);
    }
    y += 2 * s;
    const double capHeight = static_cast<double>(list.fonts->metrics(fonts.header.weight, fonts.header.size).capHeight);
    for (const StripItem& item : strip.items) {
        const geo::Point middle{left + item.x + kLegendSwatchWidth * s / 2,
                                y + kItemPitch * s * (static_cast<double>(item.line) + 0.5)};
        appendLegendKey(list, context, middle, item.key, s);
        appendText(list, item.key.label,
                   {left + item.x + (kLegendSwatchWidth + kSymbolGap) * s, middle.y + capHeight / 2}, fonts.header);
        if (!item.counts.empty())
            appendText(list, item.counts, {left + item.x + item.width, middle.y + capHeight / 2}, fonts.header,
                       TextAlign::right);
    }
    y += kItemPitch * s * strip.lines;
    for (const std::string& note : legend.notes) {
        y += kNotePitch * s;
        appendText(list, note, {left, y - 3 * s}, fonts.note);
    }
}

TextStyle foldedTitle(const Legend& legend, const MapContext& context) {
    TextStyle style = legendFonts(context.style, legend.scale).row;
    style.weight = text::FontWeight::medium;
    return style;
}

double foldedColours(const Legend& legend) {
    return kFoldedCell * legend.scale * static_cast<double>(classRows(legend).size());
}

void appendFolded(DisplayList& list, const MapContext& context, const Legend& legend, geo::Point upperLeft) {
    const double s = legend.scale;
    const double middle = upperLeft.y + legend.height / 2;
    double x = upperLeft.x + kPadding * s;
    for (const LegendRow* row : classRows(legend)) {
        RoundedRect part;
        part.rect = {x, middle - kFoldedCell * s * 0.6, kFoldedCell * s, kFoldedCell * s * 1.2};
        part.fill = row->style.fill;
        list.items.emplace_back(part);
        x += kFoldedCell * s;
    }
    x += 9 * s;
    const TextStyle style = foldedTitle(legend, context);
    const double capHeight = static_cast<double>(list.fonts->metrics(style.weight, style.size).capHeight);
    appendText(list, legend.title, {x, middle + capHeight / 2}, style);
    appendFoldMark(list, context, {upperLeft.x + legend.width - (kPadding + kFoldMark / 2) * s, middle}, false, s);
}

} // namespace

void measureCompact(Legend& legend, const MapContext& context, const text::FontSet& fonts) {
    const double s = legend.scale;
    if (legend.detail == LegendDetail::folded) {
        legend.width = (2 * kPadding + 9 + 10 + kFoldMark) * s + foldedColours(legend) +
                       static_cast<double>(textWidth(fonts, legend.title, foldedTitle(legend, context)));
        legend.height = kFoldedHeight * s;
        return;
    }
    const Strip strip = layOutStrip(legend, context, fonts);
    legend.width = strip.width + 2 * kPadding * s;
    legend.height = (2 * kPadding + kTitleHeight + kBarGap + kBarHeight + kLabelHeight - 2 + kItemPitch * strip.lines +
                     kCountPitch * static_cast<double>(countLines(legend, context).size()) +
                     kNotePitch * static_cast<double>(legend.notes.size())) *
                    s;
}

void appendCompact(DisplayList& list, const MapContext& context, const Legend& legend, geo::Point upperLeft) {
    appendLegendPanel(list, context, {upperLeft.x, upperLeft.y, legend.width, legend.height}, legend.scale);
    if (legend.detail == LegendDetail::folded)
        appendFolded(list, context, legend, upperLeft);
    else
        appendStrip(list, context, legend, upperLeft);
}

} // namespace jejaring::scene
