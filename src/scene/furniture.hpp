// SPDX-License-Identifier: MIT
// Legend, scale bar, north mark and graticule. Used inside src/scene only.
#pragma once

#include "scene/dots.hpp"
#include "scene/map_context.hpp"
#include "scene/text_run.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jejaring::scene {

// A legend laid out for its language and level, before it has a place.
struct LegendRow {
    std::string label;
    RegionStyle style;
    analysis::ValueState state = analysis::ValueState::value;
    double dotRadius = 0;  // at a scale of 1; 0 for no dot
    std::string provinces; // how many, for people
    std::string regencies;
};

// A symbol that is on the map besides fills and dots, and what it means.
struct LegendKey {
    enum class Symbol : std::uint8_t { square, dot, swatch };
    Symbol symbol = Symbol::square;
    RegionStyle style;
    std::string label;
};

// What a legend tells besides colours and the bounds of classes, and how: a table of classes, with counts and with
// names; a strip of colours with what they mean below it, with counts or without; or folded away, its title beside the
// colours.
enum class LegendDetail : std::uint8_t { folded, strip, countedStrip, bare, counts, countsAndNames };

struct Legend {
    LegendDetail detail = LegendDetail::counts;
    bool foldable = false; // shows that a click folds it away, or back
    std::string title;
    std::vector<LegendRow> rows;
    std::vector<LegendKey> keys;    // below the rows
    std::vector<std::string> notes; // lines below the keys
    bool dots = true;               // a column of dots
    bool provinceCounts = true;
    bool regencyCounts = true;
    double scale = 1;
    double width = 0; // layout units
    double height = 0;
};

// A legend no larger than `room`: a table with less detail than asked for, or any in smaller type, where it must be;
// nothing where it could not be read then. It explains the symbols among `dots` that are in the frame. `shrink` in 0..1
// asks for smaller type than usual, as far as it can be read. Where it stands for two maps of the same classes, its
// counts go from those of `earlier` to those of the context's ("1 → 3").
[[nodiscard]] std::optional<Legend> layOutLegend(const MapContext& context, const std::vector<Dot>& dots,
                                                 const Rect& room, LegendDetail detail, double shrink, bool foldable,
                                                 const MapData* earlier = nullptr);
// What it says, with the numbers of regions in each class, as a sentence.
[[nodiscard]] std::string describeLegend(const MapContext& context, const Legend& legend);
void appendLegend(DisplayList& list, const MapContext& context, const Legend& legend, geo::Point upperLeft);

// How long the bar is, in words: "Scale: the bar is 500 km long."; empty where there is none.
[[nodiscard]] std::string describeScaleBar(const MapContext& context);
// A bar of a round length, true at the middle of the frame; `right` and `bottom` are where it ends. Returns its box.
Rect appendScaleBar(DisplayList& list, const MapContext& context, double right, double bottom);
// An arrow to the north of the frame's middle. Returns its box.
Rect appendNorthMark(DisplayList& list, const MapContext& context, double right, double top);
// The degrees of a line of the graticule, to be written where nothing else stands.
struct GraticuleNumber {
    std::string text;
    geo::Point baseline; // its left end
    TextStyle style;
    Rect box;
};
// Lines of latitude and longitude within `region` of the frame; answers their numbers, which stand at its lower and
// left edges.
[[nodiscard]] std::vector<GraticuleNumber> appendGraticule(DisplayList& list, const MapContext& context,
                                                           const Rect& region);

} // namespace jejaring::scene
