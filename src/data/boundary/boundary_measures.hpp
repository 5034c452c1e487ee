// SPDX-License-Identifier: MIT
// How large, and how detailed, polygons are.
#pragma once

#include "data/boundary/boundary_partition.hpp"

#include <cstddef>

namespace jejaring::data {

// On the sphere of the Earth's area.
[[nodiscard]] double squareKilometres(const GridMultiPolygon& polygons);
[[nodiscard]] double squareKilometres(const geo::MultiPolygon& degrees);
[[nodiscard]] std::size_t vertexCount(const GridMultiPolygon& polygons);

} // namespace jejaring::data
