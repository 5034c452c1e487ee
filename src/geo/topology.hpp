// SPDX-License-Identifier: MIT
// Polygons that share borders, taken apart into arcs that each exist once.
#pragma once

#include "geo/polygon.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace jejaring::geo {

// Index of a MultiPolygon (a face of the map) in what a topology was built from.
using FaceIndex = std::uint32_t;
inline constexpr FaceIndex kNoFace = std::numeric_limits<FaceIndex>::max();

// A stretch of border with the same faces on either side all along. It ends where borders meet; one that meets no
// other (the shore of an island, the border of an enclave) is `closed`.
struct TopologyArc {
    std::uint32_t firstPoint = 0; // into Topology::points
    std::uint32_t pointCount = 0; // a closed arc repeats its first point
    FaceIndex left = kNoFace;
    FaceIndex right = kNoFace;
    bool closed = false;
    std::uint32_t component = 0; // arcs that hang together have the same; below Topology::componentCount
};

struct ArcUse {
    std::uint32_t arc = 0;
    bool reversed = false;
};

// A ring as the arcs it runs along, its face always to the left.
struct TopologyRing {
    std::uint32_t firstUse = 0; // into Topology::uses
    std::uint32_t useCount = 0;
    FaceIndex face = kNoFace;
    std::uint32_t polygon = 0; // counted over all faces
    bool hole = false;         // holes follow the outer ring of their polygon
};

struct Topology {
    std::vector<Point> points;
    std::vector<TopologyArc> arcs;
    std::vector<ArcUse> uses;
    std::vector<TopologyRing> rings;
    FaceIndex faceCount = 0;
    std::uint32_t componentCount = 0;

    [[nodiscard]] std::span<const Point> pointsOf(const TopologyArc& arc) const {
        return {points.data() + arc.firstPoint, arc.pointCount};
    }
    [[nodiscard]] std::span<const ArcUse> usesOf(const TopologyRing& ring) const {
        return {uses.data() + ring.firstUse, ring.useCount};
    }
};

// Borders count as shared where their vertices are equal to the last bit; others stay apart. Rings may run either way;
// repeated points and spikes are dropped, and so are rings of fewer than three points. Where faces overlap, what one
// arc cannot say of its two sides is said by a second arc of the same points.
[[nodiscard]] Topology buildTopology(std::span<const MultiPolygon> faces);

} // namespace jejaring::geo
