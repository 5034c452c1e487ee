// SPDX-License-Identifier: MIT
// The names of a page's map on the way from one camera to another: each keeps to its place on the ground.
#pragma once

#include "scene/display_list.hpp"

namespace jejaring::scene {

// Appends the names that stand on maps of `page`, whose whole frame is seen through `own`, where they are to be seen
// through `now` in a frame of the same size; `share` of their opacity. Names that would be far denser than on their own
// page are left out, and those beyond the frame.
void appendNamesUnderWay(DisplayList& list, const DisplayList& page, const Camera& own, const Camera& now,
                         double share);

// How much of the names of where a flight starts and where it ends is seen at `t`, 0 to 1: at no time none of both.
struct NameShares {
    double start = 0;
    double end = 0;
};
[[nodiscard]] NameShares nameSharesAt(double t);

} // namespace jejaring::scene
