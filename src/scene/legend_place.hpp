// SPDX-License-Identifier: MIT
// The corner of a map in which its legend stands, and how much it tells there. Used inside src/scene only.
#pragma once

#include "scene/connections.hpp"
#include "scene/furniture.hpp"
#include "scene/map_compose.hpp"

#include <optional>
#include <vector>

namespace jejaring::scene {

struct PlacedLegend {
    Legend legend;
    geo::Point corner; // upper left
};

// The legend in the corner where it covers least, the lower left one before others; with less detail and in smaller
// type where that leaves the land and the ends of arcs free. `taken` are rectangles that it does not touch.
[[nodiscard]] std::optional<PlacedLegend> placeLegend(const MapContext& context, const MapComposition& composition,
                                                      const std::vector<Dot>& dots, const std::vector<Arc>& arcs,
                                                      const std::vector<Rect>& taken);

// A legend that may stand in a window, and what it loses against the fullest one, as a share of the country's size that
// may be given up for a fuller one.
struct PossibleLegend {
    double width = 0; // layout units
    double height = 0;
    double loss = 0;
};
// Those that may stand in `area`, the fullest first.
[[nodiscard]] std::vector<PossibleLegend> possibleLegends(const MapContext& context, const Rect& area,
                                                          const std::vector<Dot>& dots, LegendWish wish);

} // namespace jejaring::scene
