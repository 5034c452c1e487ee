// SPDX-License-Identifier: MIT
// What the forms of a legend share, and its two compact forms. Used by the legend's files only.
#pragma once

#include "scene/furniture.hpp"

namespace jejaring::scene {

// Layout units at a scale of 1.
inline constexpr double kLegendSwatchWidth = 22;
inline constexpr double kLegendSwatchHeight = 13;

struct LegendFonts {
    TextStyle title;
    TextStyle header;
    TextStyle row;
    TextStyle quiet; // rows without a number, and counts
    TextStyle note;
};
[[nodiscard]] LegendFonts legendFonts(const Style& style, double scale);

void appendLegendPanel(DisplayList& list, const MapContext& context, const Rect& rect, double scale);
// A colour with its pattern, around `middle`.
void appendLegendSwatch(DisplayList& list, geo::Point middle, const RegionStyle& style, double scale);
void appendLegendKey(DisplayList& list, const MapContext& context, geo::Point middle, const LegendKey& key,
                     double scale);
// The sign that a click folds the legend away (pointing down), or back, as wide as kFoldMark.
inline constexpr double kFoldMark = 9;
void appendFoldMark(DisplayList& list, const MapContext& context, geo::Point middle, bool down, double scale);

// Sets width and height of a legend whose detail is strip or folded, and appends it; `legend.scale` is set.
void measureCompact(Legend& legend, const MapContext& context, const text::FontSet& fonts);
void appendCompact(DisplayList& list, const MapContext& context, const Legend& legend, geo::Point upperLeft);

} // namespace jejaring::scene
