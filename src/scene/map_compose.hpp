// SPDX-License-Identifier: MIT
// How window and picture put a map together. Used inside src/scene only.
#pragma once

#include "scene/map_context.hpp"

#include <vector>

namespace jejaring::scene {

struct MapComposition {
    bool world = true;
    Rect furnitureArea;     // where legend, scale bar and north mark stand, at its corners
    bool classNames = true; // in the legend, where there is room
    // The legend goes to the corner where it covers least; else it stands in the lower left one.
    bool freeCorner = false;
    std::vector<Rect> keepClear;
};

void composeMap(DisplayList& list, MapContext& context, const MapComposition& composition);

} // namespace jejaring::scene
