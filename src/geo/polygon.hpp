// SPDX-License-Identifier: MIT
#pragma once

#include "geo/point.hpp"

#include <vector>

namespace jejaring::geo {

// A closed ring without the repeated last point.
using Ring = std::vector<Point>;

struct Polygon {
    Ring outer;
    std::vector<Ring> holes;
};

using MultiPolygon = std::vector<Polygon>;

// Area by the shoelace formula, in the square of the ring's unit; positive where the ring runs anticlockwise.
[[nodiscard]] double signedArea(const Ring& ring);
// Area of the outer rings less the holes, whatever their direction.
[[nodiscard]] double area(const MultiPolygon& polygons);
[[nodiscard]] Box bounds(const MultiPolygon& polygons);
// Even-odd rule; a point on the border may fall on either side.
[[nodiscard]] bool contains(const MultiPolygon& polygons, Point p);

} // namespace jejaring::geo
