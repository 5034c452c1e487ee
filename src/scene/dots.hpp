// SPDX-License-Identifier: MIT
// Dots on kabupaten/kota whose fill cannot be seen, and squares on provinces of that kind. Used inside src/scene only.
// Where dots would overlap, they are pushed apart, larger ones less, and one that had to leave its place is tied to it
// by a thin line: no dot hides another.
#pragma once

#include "scene/map_context.hpp"

namespace jejaring::scene {

struct Dot {
    core::RegionIndex region = core::kNoRegion;
    geo::Point home;   // where it belongs, layout units
    geo::Point at;     // where it stands
    double radius = 0; // layout units; of a square, half its side
    RegionStyle style;
    analysis::ValueState state = analysis::ValueState::value;
    bool square = false; // a province

    [[nodiscard]] Rect box(double margin = 0) const {
        const double r = radius + margin;
        return {at.x - r, at.y - r, 2 * r, 2 * r};
    }
};

// The size of dots and squares on this map as a share of their usual one, up to 1: on a small map of the country those
// of one island would find no room side by side.
[[nodiscard]] double symbolScale(const MapContext& context);

// Of the dot of a value, in layout units at a scale of 1 where symbols have their usual size.
[[nodiscard]] double dotRadius(const MapData& data, analysis::ValueState state, double value);

// Large before small. All of the country, also those outside the frame, so that panning moves none against another.
[[nodiscard]] std::vector<Dot> dotsOf(const MapContext& context);

void appendDots(DisplayList& list, const MapContext& context, const std::vector<Dot>& dots);

// One dot as it is on the map, for the legend.
void appendDotSymbol(DisplayList& list, const Style& style, Theme theme, geo::Point at, double radius,
                     const RegionStyle& fill, analysis::ValueState state, double scale,
                     core::RegionIndex region = core::kNoRegion);

// The square of a small province, around `at`.
void appendSquareSymbol(DisplayList& list, const MapContext& context, geo::Point at, double half,
                        const RegionStyle& fill, double scale);

// Moves discs of radius `radii[i]` from `places[i]` until no two are nearer than `gap`; deterministic.
[[nodiscard]] std::vector<geo::Point> spread(const std::vector<geo::Point>& places, const std::vector<double>& radii,
                                             double gap);

} // namespace jejaring::scene
