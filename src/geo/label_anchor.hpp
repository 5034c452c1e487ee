// SPDX-License-Identifier: MIT
#pragma once

#include "geo/segment.hpp"

#include <span>

namespace jejaring::geo {

// Where a label of a region may stand: the centre of its largest inscribed circle.
struct LabelAnchor {
    Point at;          // projected metres
    double radius = 0; // metres to the nearest border
};

// The largest circle inside the area that the segments enclose (even-odd rule), to within `precision` in radius; by the
// quadtree search of Agafonkin's polylabel (2016). Radius 0 where they enclose nothing.
[[nodiscard]] LabelAnchor findLabelAnchor(std::span<const Segment> border, double precision);

// Distance to the nearest segment, negative outside.
[[nodiscard]] double insideDistance(std::span<const Segment> border, Point point);

} // namespace jejaring::geo
