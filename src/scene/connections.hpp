// SPDX-License-Identifier: MIT
// Arcs from the selected region to its partners, and the numbered route of a visit. Used inside src/scene only.
#pragma once

#include "scene/labels.hpp"
#include "scene/map_context.hpp"

namespace jejaring::scene {

// Arcs to the partners whose place is known, of agreements that the filter lets through and that stand at the date.
// Names of partners go where they fit: at the partner, or where its arc leaves the frame. Returns the regions among the
// partners named.
void appendArcs(DisplayList& list, const MapContext& context);
std::vector<core::RegionIndex> appendArcNames(DisplayList& list, const MapContext& context, Occupied& occupied);

// One stop as drawn. Stops at one place are pushed apart, so that every number can be read.
struct StopMark {
    int sequence = 0;
    bool cancelled = false;
    std::string place;
    geo::Point home; // layout units
    geo::Point at;
    double radius = 0;
};
[[nodiscard]] std::vector<StopMark> stopMarks(const MapContext& context);
// Projected metres of a visit's stops: their coordinates, else the middle of their region; stops with neither are
// left out.
[[nodiscard]] std::vector<std::pair<const core::Stop*, geo::Point>> stopPlaces(const MapData& data,
                                                                               const std::string& visitId);
void appendRoute(DisplayList& list, const MapContext& context, const std::vector<StopMark>& marks);
void appendStopNames(DisplayList& list, const MapContext& context, const std::vector<StopMark>& marks,
                     Occupied& occupied);

} // namespace jejaring::scene
