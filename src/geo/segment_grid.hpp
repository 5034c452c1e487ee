// SPDX-License-Identifier: MIT
// Which of many segments cross one another.
#pragma once

#include "geo/point.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jejaring::geo {

struct Segment {
    Point a;
    Point b;
};

// True where the segments cross, or where an end of one lies inside the other; segments that merely share ends do not.
// Exact for coordinates that are integers below 2^24 times a power of two.
[[nodiscard]] bool segmentsConflict(const Segment& one, const Segment& two);

// One flag a segment: whether it is in conflict with any other. Pairs of which neither is `fresh` (one flag a segment)
// are known to be free of conflict and passed over.
[[nodiscard]] std::vector<std::uint8_t> findConflicts(std::span<const Segment> segments,
                                                      std::span<const std::uint8_t> fresh);

} // namespace jejaring::geo
