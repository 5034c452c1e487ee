// SPDX-License-Identifier: MIT
// Makes polygons of the world fit for a map whose edge is not where their source was cut.
#pragma once

#include "geo/polygon.hpp"
#include "geo/projection.hpp"

#include <cstdint>

namespace jejaring::geo {

// Cuts polygons along the meridian `western` so that longitudes come to lie in [western, western + 360] and no ring
// runs across the map. Degrees. Edges take the shorter way round, so rings may cross 180° as they please, or be cut
// there; one that runs round a pole (Antarctica) is closed along it. Shared points stay equal to the last bit.
[[nodiscard]] MultiPolygon cutAtMeridian(const MultiPolygon& polygons, double western);

// The same at the map's edge, kWesternEdge. Also cuts away what Mercator cannot show (beyond 85°), and gives long edges
// along a meridian points in between, for they are curves on the map.
[[nodiscard]] MultiPolygon cutForMap(const MultiPolygon& polygons, ProjectionKind projection);

// Which lines that the map or its source is cut along a point lies on, one bit each. An edge whose ends share a bit is
// no border.
[[nodiscard]] std::uint8_t cutsAt(Point degrees, ProjectionKind projection);

} // namespace jejaring::geo
