// SPDX-License-Identifier: MIT
#pragma once

#include "data/boundary/boundary_partition.hpp"

#include <span>
#include <vector>

namespace jejaring::data {

// Divides `whole` among `parts`: element 0 is what no part covers, element i + 1 what part i does. A part's polygons
// may overlap one another and stick out of the whole; where two parts overlap, the first one has it. What the overlay
// cannot do leaves the whole undivided.
[[nodiscard]] std::vector<GridMultiPolygon> splitPolygons(const GridMultiPolygon& whole,
                                                          std::span<const GridMultiPolygon> parts);

} // namespace jejaring::data
