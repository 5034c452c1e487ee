// SPDX-License-Identifier: MIT
// Finds the cracks between neighbours: narrow channels of water along a border, open to the sea, that are there only
// because the source draws the border once for each side.
#pragma once

#include "data/boundary/boundary_partition.hpp"

#include <optional>
#include <span>
#include <vector>

namespace jejaring::data {

// Grid steps, about 100 m: no point of a crack's sides is farther from the other side.
inline constexpr double kWidestCrack = 9;
// Grid steps, about 60 m: its mouth is no wider.
inline constexpr double kWidestMouth = 5.4;
// Grid steps, about 30 m: what it measures on average is less (twice the area over the perimeter). Wider channels are
// estuaries as often as not, by other maps of the same coast.
inline constexpr double kWideCrack = 2.7;
// It is this many times as long as its mouth is wide: else it is a bay at whose head the border happens to end.
inline constexpr double kSlenderest = 5;

struct Segment {
    GridPoint from;
    GridPoint to;
};

// A closed walk along water, which lies on its left.
struct Shore {
    std::vector<GridPoint> points;
    std::vector<std::uint32_t> owners; // of the land right of the edge from a point to the next; kNoUnit for none
};

struct Crack {
    Segment mouth; // the crack lies on its left
    // The edge of a shore that is to be divided for an end of the mouth, a new point less than a step beside it.
    struct Division {
        Segment edge;
        GridPoint at;
    };
    std::optional<Division> division;
};

// A crack begins where the lands of two owners meet at the water. Its mouth crosses none of `edges`, the shores and all
// others, nor do the halves of a divided one. No edge is divided twice: what needs that is left for another call.
[[nodiscard]] std::vector<Crack> findCracks(std::span<const Shore> shores, std::span<const Segment> edges);

} // namespace jejaring::data
