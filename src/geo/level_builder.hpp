// SPDX-License-Identifier: MIT
// From simplified arcs to what is drawn: fills of triangles, and lines.
#pragma once

#include "geo/map_geometry.hpp"
#include "geo/simplify.hpp"
#include "geo/topology.hpp"

#include <functional>
#include <span>
#include <vector>

namespace jejaring::geo {

// Appends the triangles of faces [first, last) of the topology; `ranges` gets one entry a face.
void appendFills(const Topology& topology, const SimplifiedArcs& simplified, FaceIndex first, FaceIndex last,
                 std::vector<Vertex>& vertices, std::vector<std::uint32_t>& indices, std::vector<IndexRange>* ranges);

// Which border an arc is to be drawn as.
struct BorderLine {
    BorderClass border = BorderClass::coast;
    core::RegionIndex left = core::kNoRegion;
    core::RegionIndex right = core::kNoRegion;
};

// Appends the lines of all arcs that separate two different faces, grouped by border class. An edge whose ends are both
// marked in `hidden` with a common bit (empty, or one mask a point) is left out and parts its line in two.
void appendLines(const Topology& topology, const SimplifiedArcs& simplified,
                 const std::function<BorderLine(const TopologyArc&)>& lineOf, std::span<const std::uint8_t> hidden,
                 std::vector<Vertex>& points, std::vector<Arc>& arcs);

} // namespace jejaring::geo
