// SPDX-License-Identifier: MIT
// Arcs from the selected region to its partners, and the numbered route of a visit. Used inside src/scene only.
#pragma once

#include "scene/labels.hpp"
#include "scene/map_context.hpp"

namespace jejaring::scene {

struct Arc {
    geo::Point from; // layout units, as all of it
    geo::Point to;
    std::vector<geo::Point> points;
    std::string name;
    core::RegionIndex region = core::kNoRegion; // of the other end, where it is one
    bool emphasised = false;
};
// Arcs to the partners whose place is known, of agreements that the filter lets through and that stand at the date.
[[nodiscard]] std::vector<Arc> arcsOf(const MapContext& context);
// An arc breaks off before each of the texts and goes on behind it.
void appendArcs(DisplayList& list, const MapContext& context, const std::vector<Arc>& arcs,
                const std::vector<Rect>& texts);
// Their ends are taken; along the lines there is better room elsewhere.
void occupyArcs(const MapContext& context, const std::vector<Arc>& arcs, Occupied& occupied);
// Names of partners go where they fit: at the partner, or where its arc leaves the frame. Returns the regions among the
// partners named.
std::vector<core::RegionIndex> appendArcNames(DisplayList& list, const MapContext& context, std::vector<Arc> arcs,
                                              Occupied& occupied);

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
