// SPDX-License-Identifier: MIT
// How window and picture put a map together. Used inside src/scene only.
#pragma once

#include "scene/furniture.hpp"
#include "scene/map_context.hpp"

#include <vector>

namespace jejaring::scene {

struct MapComposition {
    bool world = true;
    Rect furnitureArea; // where legend, scale bar and north mark stand, at its corners
    LegendDetail fullestLegend = LegendDetail::countsAndNames; // less where there is no room
    bool regionNames = true;
    bool dots = true; // false: fills alone
    std::vector<Rect> keepClear;
    const std::vector<core::RegionIndex>* onlyNames = nullptr; // of regions; null: as many as there is room for
    Rect lines = {};                // where the graticule is drawn; empty for all of the frame
    LegendMemory* legend = nullptr; // of a window; null chooses a place for this picture alone
};

// Where the furniture of a window's map stands.
[[nodiscard]] Rect windowFurniture(const Look& look, const Rect& frame);

// All of Indonesia in the frame, `margin` layout units from its sides or more, with no land in `corner`, which lies at
// the frame's lower left; where that would make it much smaller, simply all of Indonesia.
[[nodiscard]] Camera countryCamera(const geo::MapGeometry& geometry, const Rect& frame, geo::Point margin,
                                   const Rect& corner);

// Answers whose names it placed, in no particular order; those of partners and stops are not among them.
std::vector<core::RegionIndex> composeMap(DisplayList& list, MapContext& context, const MapComposition& composition);

} // namespace jejaring::scene
