// SPDX-License-Identifier: MIT
// Arcs from the selected region to its partners, and the numbered route of a visit. Used inside src/scene only.
#pragma once

#include "scene/labels.hpp"
#include "scene/map_context.hpp"

namespace jejaring::scene {

inline constexpr double kArcEnd = 3.2; // radius of the circle at a partner, layout units at a scale of 1

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
// Names of partners. One stands beside its point, nearer to it than to any other, or at the end of a thin line from it;
// where the point is not to be seen, beside its arc. Names without such a place are left out.
struct ArcNames {
    std::vector<core::RegionIndex> regions; // among the partners named
    int leftOut = 0;
};
ArcNames appendArcNames(DisplayList& list, const MapContext& context, const std::vector<Arc>& arcs, Occupied& occupied);

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
