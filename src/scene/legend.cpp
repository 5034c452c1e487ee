// SPDX-License-Identifier: MIT
#include "scene/furniture.hpp"

#include "scene/dots.hpp"
#include "scene/indicator_words.hpp"
#include "scene/legend_parts.hpp"
#include "scene/text_run.hpp"
#include "text/locale_format.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace jejaring::scene {
namespace {

using analysis::IndicatorKind;
using analysis::ValueState;

// All in layout units at a scale of 1, on a rhythm of 4.
constexpr double kPadding = 15;
constexpr double kRowPitch = 19;
constexpr double kTitleHeight = 14;
constexpr double kHeaderGap = 19;
constexpr double kColumnGap = 13;
constexpr double kDotColumn = 17;
constexpr double kNotePitch = 15;
constexpr double kKeyGap = 7;
constexpr double kSmallestShrink = 0.6;
constexpr double kFoldedShare = 0.42; // of the width there is, for its title to stand on what is folded away
constexpr double kReadable = 0.75;    // the scale at which the rows are still easily read

constexpr std::array<const char*, 5> kClassNames{JEJARING_TR("very low"), JEJARING_TR("low"), JEJARING_TR("medium"),
                                                 JEJARING_TR("high"), JEJARING_TR("very high")};

struct Columns {
    double label = 0; // width of the longest label
    double provinces = 0;
    double regencies = 0;
};

Columns columnsOf(const Legend& legend, const MapContext& context, const text::FontSet& fonts, double scale) {
    const LegendFonts styles = legendFonts(context.style, scale);
    const auto width = [&](const std::string& string, const TextStyle& style) {
        return static_cast<double>(textWidth(fonts, string, style));
    };
    Columns columns;
    columns.provinces = width(context.tr(JEJARING_TR("prov.")), styles.header);
    columns.regencies = width(context.tr(JEJARING_TR("kab./kota")), styles.header);
    for (const LegendRow& row : legend.rows) {
        columns.label = std::max(columns.label, width(row.label, styles.row));
        columns.provinces = std::max(columns.provinces, width(row.provinces, styles.quiet));
        columns.regencies = std::max(columns.regencies, width(row.regencies, styles.quiet));
    }
    return columns;
}

double middleOfClass(const MapData& data, std::size_t index) {
    const auto& edges = data.breaks.edges;
    const double upper = edges[index + 1];
    return std::isfinite(upper) && upper < 1e6 ? (edges[index] + upper) / 2 : edges[index];
}

// What the rows do not explain, of that which is in the frame.
std::vector<LegendKey> keysOf(const MapContext& context, const std::vector<Dot>& dots) {
    std::vector<LegendKey> keys;
    // In the colour of the highest class, which stands out best.
    const auto& edges = context.data.breaks.edges;
    const RegionStyle top =
        styleOfValue(context.data, context.look.theme, {ValueState::value, edges.empty() ? 0 : edges.back()});
    const auto first = [&](bool square) {
        return std::find_if(dots.begin(), dots.end(), [&](const Dot& dot) {
            return dot.square == square && dot.box().intersects(context.frame);
        });
    };
    if (first(true) != dots.end())
        keys.push_back({LegendKey::Symbol::square, top, context.tr(JEJARING_TR("small province"))});
    if (!context.fillsRegencies)
        return keys;
    if (first(false) != dots.end())
        keys.push_back({LegendKey::Symbol::dot, top, context.tr(JEJARING_TR("small kabupaten/kota"))});
    const geo::Point upper = toMetres(context.camera, context.frame, {context.frame.x, context.frame.y});
    const geo::Point lower = toMetres(context.camera, context.frame, {context.frame.right(), context.frame.bottom()});
    for (std::size_t i = context.catalog().provinceCount(); i < context.catalog().size(); ++i)
        if (const auto region = static_cast<core::RegionIndex>(i);
            context.showsProvince(region) &&
            context.geometry().bounds(region).intersects({upper.x, lower.y, lower.x, upper.y})) {
            keys.push_back({LegendKey::Symbol::swatch, context.styleOfRegion(region),
                            context.tr(JEJARING_TR("provincial authority"))});
            break;
        }
    return keys;
}

// How many regions a row stands for: in words that say what there was before, too, where that is known.
class Counts {
  public:
    Counts(const MapContext& context, const MapData* earlier) : context_(context), earlier_(earlier) {}
    template <typename Get> // int of a LevelCount
    void write(LegendRow& row, const Get& get) const {
        row.provinces = words(&MapData::provinces, get);
        row.regencies = words(&MapData::regencies, get);
    }

  private:
    template <typename Get> std::string words(MapData::LevelCount MapData::*level, const Get& get) const {
        std::string now = text::formatNumber(context_.look.language, get(context_.data.*level));
        if (earlier_ == nullptr)
            return now;
        return text::formatNumber(context_.look.language, get(earlier_->*level)) + " → " + now;
    }
    const MapContext& context_;
    const MapData* earlier_;
};

// With the period of its values, and the unit; a long name gives way to them.
std::string legendTitle(const MapContext& context) {
    const MapData& data = context.data;
    const text::Language language = context.look.language;
    if (!data.series)
        return indicatorName(data, language);
    const std::string unit = data.series->unit.empty() ? "" : " (" + data.series->unit + ")";
    const std::string periods = periodsText(data, language);
    const std::string rest = unit + (periods.empty() ? "" : ", " + periods);
    constexpr double kWidest = 300; // at a scale of 1
    constexpr double kLeastName = 110;
    const text::FontSet& fonts = *context.look.fonts;
    const TextStyle style = legendFonts(context.style, 1).title;
    const double room = std::max(kLeastName, kWidest - static_cast<double>(textWidth(fonts, rest, style)));
    return fonts.ellipsize(data.series->name, style.weight, style.size, static_cast<float>(room)) + rest;
}

Legend contentOf(const MapContext& context, LegendDetail detail, const MapData* earlier) {
    const MapData& data = context.data;
    const MapView& view = data.view;
    const double symbols = symbolScale(context);
    Legend legend;
    legend.detail = detail;
    legend.title = legendTitle(context);
    const bool counts = detail >= LegendDetail::counts || detail == LegendDetail::countedStrip;
    legend.provinceCounts = counts && !context.fillsRegencies;
    legend.regencyCounts = counts && view.level != MapLevel::province;
    legend.dots = !context.fillsRegencies && view.level != MapLevel::province;

    const Counts regions(context, earlier);
    const std::size_t classes = data.breaks.classCount();
    const bool named = detail == LegendDetail::countsAndNames && view.indicator == IndicatorKind::impact &&
                       view.classMethod == analysis::ClassMethod::fixed && classes == kClassNames.size();
    for (std::size_t i = classes; i-- > 0;) {
        LegendRow row;
        row.label = classLabel(data, context.look.language, i);
        if (named)
            row.label = context.tr(kClassNames[i]) + ", " + row.label;
        row.style = styleOfValue(data, context.look.theme, {ValueState::value, data.breaks.edges[i]});
        row.dotRadius = symbols * dotRadius(data, ValueState::value, middleOfClass(data, i));
        regions.write(row, [i](const MapData::LevelCount& level) { return level.perClass[i]; });
        legend.rows.push_back(std::move(row));
    }
    const auto addState = [&](ValueState state, int MapData::LevelCount::*count) {
        LegendRow row{context.tr(stateWords(data, state)),
                      styleOfValue(data, context.look.theme, {state, 0}),
                      state,
                      state == ValueState::noRecord ? 0 : symbols * dotRadius(data, state, 0),
                      {},
                      {}};
        regions.write(row, [count](const MapData::LevelCount& level) { return level.*count; });
        legend.rows.push_back(std::move(row));
    };
    const auto unsure = [](const MapData* map) {
        return map == nullptr ? 0 : map->provinces.notEnoughData + map->regencies.notEnoughData;
    };
    const auto zeros = [](const MapData* map) {
        return map == nullptr ? 0 : map->provinces.zero + map->regencies.zero;
    };
    if (!data.series || zeros(&data) + zeros(earlier) > 0)
        addState(ValueState::zero, &MapData::LevelCount::zero);
    if (unsure(&data) + unsure(earlier) > 0)
        addState(ValueState::notEnoughData, &MapData::LevelCount::notEnoughData);
    addState(ValueState::noRecord, &MapData::LevelCount::noRecord);

    if (data.facts.leftOutUndated > 0 && !data.series)
        legend.notes.push_back(context.tr(JEJARING_TR("{0} undated {0:agreement is|agreements are} left out"),
                                          {text::formatNumber(context.look.language, data.facts.leftOutUndated)}));
    return legend;
}

void measure(Legend& legend, const MapContext& context, const text::FontSet& fonts) {
    if (legend.detail < LegendDetail::bare) {
        measureCompact(legend, context, fonts);
        return;
    }
    const double s = legend.scale;
    const Columns columns = columnsOf(legend, context, fonts, s);
    const LegendFonts styles = legendFonts(context.style, s);
    double width = (kLegendSwatchWidth + 10) * s + columns.label;
    if (legend.provinceCounts)
        width += kColumnGap * s + columns.provinces;
    if (legend.regencyCounts)
        width += kColumnGap * s + columns.regencies;
    if (legend.dots)
        width += kDotColumn * s;
    width = std::max(width, static_cast<double>(textWidth(fonts, legend.title, styles.title)) +
                                (legend.foldable ? (kFoldMark + 12) * s : 0));
    for (const LegendKey& key : legend.keys)
        width = std::max(width, (kLegendSwatchWidth + 10) * s +
                                    static_cast<double>(textWidth(fonts, key.label, styles.quiet)));
    for (const std::string& note : legend.notes)
        width = std::max(width, static_cast<double>(textWidth(fonts, note, styles.note)));
    legend.width = width + 2 * kPadding * s;
    const bool header = legend.provinceCounts || legend.regencyCounts;
    legend.height =
        (2 * kPadding + kTitleHeight + (header ? kHeaderGap : 4) + kRowPitch * static_cast<double>(legend.rows.size()) +
         (legend.keys.empty() ? 0 : kKeyGap + kRowPitch * static_cast<double>(legend.keys.size())) +
         (legend.notes.empty() ? 0 : 6 + kNotePitch * static_cast<double>(legend.notes.size()))) *
        s;
}

} // namespace

std::optional<Legend> layOutLegend(const MapContext& context, const std::vector<Dot>& dots, const Rect& room,
                                   LegendDetail detail, double shrink, bool foldable, const MapData* earlier) {
    if (!context.look.fonts)
        return std::nullopt;
    const text::FontSet& fonts = *context.look.fonts;
    const double smallest = std::clamp(kReadable / context.look.scale, kSmallestShrink, 1.0);
    Legend legend;
    // A strip is no lesser table: which of them stands better is for the caller to try.
    for (const LegendDetail tried : {LegendDetail::countsAndNames, LegendDetail::counts, LegendDetail::bare,
                                     LegendDetail::countedStrip, LegendDetail::strip, LegendDetail::folded}) {
        if (tried > detail || (tried < detail && tried < LegendDetail::bare))
            continue;
        legend = contentOf(context, tried, earlier);
        legend.foldable = foldable;
        legend.keys = keysOf(context, dots);
        // A table has a column of dots; the strip of a picture, which nobody can point at, names them.
        const auto round = std::find_if(dots.begin(), dots.end(), [&](const Dot& dot) {
            return !dot.square && dot.box().intersects(context.frame);
        });
        if (!foldable && tried < LegendDetail::bare && legend.dots && round != dots.end())
            legend.keys.push_back(
                {LegendKey::Symbol::dot,
                 styleOfValue(
                     context.data, context.look.theme,
                     {ValueState::value, context.data.breaks.edges.empty() ? 0 : context.data.breaks.edges.back()}),
                 context.tr(JEJARING_TR("kabupaten/kota"))});
        legend.scale = context.look.scale * std::max(shrink, smallest);
        measure(legend, context, fonts);
        if (tried == LegendDetail::folded && legend.width > kFoldedShare * room.width) {
            legend.title = context.tr(JEJARING_TR("Legend"));
            measure(legend, context, fonts);
        }
        if (legend.width <= room.width && legend.height <= room.height)
            return legend;
    }
    // Too large even without its details: smaller type, as long as it can be read.
    const double needed = std::min(room.width / legend.width, room.height / legend.height) * 0.995;
    if (legend.scale * needed < context.look.scale * smallest)
        return std::nullopt;
    legend.scale *= needed;
    measure(legend, context, fonts);
    return legend;
}

std::string describeLegend(const MapContext& context, const Legend& legend) {
    const MapLevel level = context.data.view.level;
    std::string words = context.tr(JEJARING_TR("Legend")) + ": " + legend.title + ".";
    for (const LegendRow& row : legend.rows) {
        words += " " + row.label + ": ";
        if (!context.fillsRegencies)
            words += row.provinces + " " + context.tr(JEJARING_TR("prov."));
        if (!context.fillsRegencies && level != MapLevel::province)
            words += ", ";
        if (level != MapLevel::province)
            words += row.regencies + " " + context.tr(JEJARING_TR("kab./kota"));
        words += ";";
    }
    words.back() = '.';
    for (const std::string& note : legend.notes)
        words += " " + note + ".";
    return words;
}

void appendLegend(DisplayList& list, const MapContext& context, const Legend& legend, geo::Point upperLeft) {
    if (!list.fonts)
        return;
    if (legend.detail < LegendDetail::bare) {
        appendCompact(list, context, legend, upperLeft);
        return;
    }
    const double s = legend.scale;
    const Style& style = context.style;
    const LegendFonts fonts = legendFonts(style, s);
    const Columns columns = columnsOf(legend, context, *list.fonts, s);
    appendLegendPanel(list, context, {upperLeft.x, upperLeft.y, legend.width, legend.height}, s);

    const double left = upperLeft.x + kPadding * s;
    const double right = upperLeft.x + legend.width - kPadding * s;
    const double regencyRight = right;
    const double dotCentre = regencyRight - (legend.regencyCounts ? columns.regencies : 0) - kDotColumn * s * 0.35;
    const double provinceRight =
        legend.regencyCounts ? dotCentre - (legend.dots ? kDotColumn * s * 0.65 : 0) - kColumnGap * s : right;
    double y = upperLeft.y + (kPadding + kTitleHeight) * s - 2 * s;
    appendText(list, legend.title, {left, y}, fonts.title);
    if (legend.foldable)
        appendFoldMark(list, context, {right - kFoldMark * s / 2, upperLeft.y + (kPadding + kTitleHeight / 2) * s},
                       true, s);
    y += (legend.provinceCounts || legend.regencyCounts ? kHeaderGap : 4) * s;
    if (legend.provinceCounts)
        appendText(list, context.tr(JEJARING_TR("prov.")), {provinceRight, y}, fonts.header, TextAlign::right);
    if (legend.regencyCounts)
        appendText(list, context.tr(JEJARING_TR("kab./kota")), {regencyRight, y}, fonts.header, TextAlign::right);

    const double capHeight = static_cast<double>(list.fonts->metrics(fonts.row.weight, fonts.row.size).capHeight);
    y += 10 * s;
    for (const LegendRow& row : legend.rows) {
        const double middle = y + kRowPitch * s / 2;
        const double baseline = middle + capHeight / 2;
        appendLegendSwatch(list, {left + kLegendSwatchWidth * s / 2, middle}, row.style, s);
        const bool number = row.state == ValueState::value;
        appendText(list, row.label, {left + (kLegendSwatchWidth + 10) * s, baseline}, number ? fonts.row : fonts.quiet);
        if (legend.provinceCounts)
            appendText(list, row.provinces, {provinceRight, baseline}, fonts.quiet, TextAlign::right);
        if (legend.regencyCounts)
            appendText(list, row.regencies, {regencyRight, baseline}, fonts.quiet, TextAlign::right);
        if (legend.dots && row.dotRadius > 0)
            appendDotSymbol(list, style, context.look.theme, {dotCentre, middle},
                            std::min(row.dotRadius * context.look.scale, kRowPitch * s / 2 - 1), row.style, row.state,
                            s);
        y += kRowPitch * s;
    }
    if (!legend.keys.empty())
        y += kKeyGap * s;
    for (const LegendKey& key : legend.keys) {
        const geo::Point middle{left + kLegendSwatchWidth * s / 2, y + kRowPitch * s / 2};
        appendLegendKey(list, context, middle, key, s);
        appendText(list, key.label, {left + (kLegendSwatchWidth + 10) * s, middle.y + capHeight / 2}, fonts.quiet);
        y += kRowPitch * s;
    }
    y += 6 * s;
    for (const std::string& note : legend.notes) {
        appendText(list, note, {left, y + kNotePitch * s * 0.7}, fonts.note);
        y += kNotePitch * s;
    }
}

} // namespace jejaring::scene
