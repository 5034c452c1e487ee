// SPDX-License-Identifier: MIT
#pragma once

#include "data/boundary/boundary_partition.hpp"

#include <vector>

namespace jejaring::data {

// A directed segment with a unit on its left.
struct ClaimedSegment {
    GridPoint from;
    GridPoint to;
    std::uint32_t unit = kNoUnit;
};

// The same segments split and moved by at most one grid step, so that two of them touch at common ends only or are
// the same. Snap rounding after J. D. Hobby, Practical segment intersection with finite precision output, 1999.
[[nodiscard]] std::vector<ClaimedSegment> nodeSegments(std::vector<ClaimedSegment> segments);

} // namespace jejaring::data
