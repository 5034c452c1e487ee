// SPDX-License-Identifier: MIT
// Makes polygons of the world fit for a map whose edge is not at 180°.
#pragma once

#include "geo/polygon.hpp"
#include "geo/projection.hpp"

#include <cstdint>

namespace jejaring::geo {

// Cuts polygons along the meridian at the map's edge (kWesternEdge) and moves what is west of it to the east end, so
// that longitudes come to lie in [kWesternEdge, kWesternEdge + 360] and no ring runs across the map. Cuts away what
// Mercator cannot show (beyond 85°). Long edges along the cut and along 180° get points in between, for they are
// curves on the map. Degrees; rings run within -180..180 as sources give them.
[[nodiscard]] MultiPolygon cutForMap(const MultiPolygon& polygons, ProjectionKind projection);

// Which lines that the map or its source is cut along a point lies on, one bit each. An edge whose ends share a bit is
// no border.
[[nodiscard]] std::uint8_t cutsAt(Point degrees, ProjectionKind projection);

} // namespace jejaring::geo
