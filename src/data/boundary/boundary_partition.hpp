// SPDX-License-Identifier: MIT
// Turns polygons that nearly fit together into a partition of the plane in which neighbours share every vertex of their
// common border: overlaps are given to one side, slivers between neighbours are closed.
#pragma once

#include "geo/polygon.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace jejaring::data {

// A position on a grid of kGridStep degrees. The source's coordinates have four decimals, so nothing is lost, and all
// geometry here is exact integer arithmetic.
struct GridPoint {
    std::int32_t x = 0;
    std::int32_t y = 0;
    friend auto operator<=>(const GridPoint&, const GridPoint&) = default;
};
inline constexpr double kGridStep = 1e-4; // degrees; about 11 m
[[nodiscard]] GridPoint toGrid(geo::Point degrees);
[[nodiscard]] geo::Point toDegrees(GridPoint point);

// Without the repeated last point.
using GridRing = std::vector<GridPoint>;
struct GridPolygon {
    GridRing outer;
    std::vector<GridRing> holes;
};
using GridMultiPolygon = std::vector<GridPolygon>;
[[nodiscard]] geo::MultiPolygon toDegrees(const GridMultiPolygon& polygons);

inline constexpr std::uint32_t kNoUnit = 0xffffffff;

// Grid steps, about 50 m: the width (twice the area over the perimeter) below which a face is a sliver, however long.
inline constexpr double kNarrowest = 4.5;
// The same between two owners, about 100 m: what they enclose together is, but for lakes, their border drawn twice.
inline constexpr double kNarrowestBetween = 9;

struct Crack;
struct Shore;

class Partition {
  public:
    // Areas here are squares of the grid step.
    struct Statistics {
        std::size_t overlaps = 0; // faces claimed by more than one unit
        double overlapArea = 0;
        std::size_t gaps = 0; // slivers closed
        double gapArea = 0;
        std::size_t openGaps = 0; // holes too large to be slivers, left as they are
        double openGapArea = 0;
        std::size_t pockets = 0; // given away by absorbPockets()
        double pocketArea = 0;
        std::size_t cracks = 0; // closed by closeCracks()
        double crackArea = 0;
        std::size_t edges = 0;
    };

    // Nodes the outlines of all units by snap rounding (Hobby 1999) and settles who owns each face. Rings may run in
    // either direction.
    explicit Partition(std::span<const GridMultiPolygon> units);

    [[nodiscard]] const Statistics& statistics() const { return statistics_; }

    // Tidies the land that is to be dissolved by `ownerOf`. A piece of an owner's land that no border of its own joins
    // to the rest goes to a neighbour where it is a sliver narrower than kNarrowest, or a pocket: small, small beside
    // the owner's largest piece, and with no land around it but one neighbour's. Owners from `land` on are water.
    void absorbPockets(std::span<const std::uint32_t> ownerOf, std::size_t land);

    // Closes the cracks between owners below `land` that are open to the sea (see findCracks), and the enclosed ones
    // narrower than kNarrowestBetween: each goes to the unit with which it shares most of its border.
    void closeCracks(std::span<const std::uint32_t> ownerOf, std::size_t land);

    // The union of the units of each owner, by owner: valid polygons, outer rings anticlockwise. `ownerOf` maps a unit
    // to an owner below `owners`, or to kNoUnit. Whatever the grouping, no vertex is ever dropped, so the results of
    // two groupings share their borders too.
    [[nodiscard]] std::vector<GridMultiPolygon> dissolve(std::span<const std::uint32_t> ownerOf,
                                                         std::size_t owners) const;

  private:
    void link();
    void label(std::span<const std::uint32_t> claimOffsets, std::span<const std::uint32_t> claims);
    void enclose();
    struct Gaps {
        std::size_t count = 0;
        double area = 0;
    };
    Gaps closeGaps(std::span<const std::uint32_t> ownerOf, std::size_t land);
    void cut(std::span<const Crack> cracks);
    [[nodiscard]] std::vector<Shore> shores(std::span<const std::uint32_t> ownerOf, std::size_t land) const;
    [[nodiscard]] bool absorbOnce(std::span<const std::uint32_t> ownerOf, std::size_t land);

    // Half-edge 2e runs from points_[edges_[e].a] to b, 2e + 1 back. The face is on the left.
    struct Edge {
        std::uint32_t a = 0;
        std::uint32_t b = 0;
    };
    [[nodiscard]] std::uint32_t origin(std::uint32_t half) const {
        return half & 1 ? edges_[half / 2].b : edges_[half / 2].a;
    }
    [[nodiscard]] std::uint32_t target(std::uint32_t half) const { return origin(half ^ 1); }

    std::vector<GridPoint> points_;
    std::vector<Edge> edges_;
    std::vector<std::uint32_t> next_;        // by half-edge: the next one around its face
    std::vector<std::uint32_t> cycleOf_;     // by half-edge
    std::vector<std::uint32_t> cycleStart_;  // by cycle: one of its half-edges
    std::vector<double> cycleArea_;          // signed; positive for the outside of a face
    std::vector<std::uint32_t> unitOfCycle_; // or kNoUnit
    std::vector<std::uint32_t> faceOf_;      // by cycle: the one around its face; kNoUnit for the open sea
    Statistics statistics_;
};

} // namespace jejaring::data
