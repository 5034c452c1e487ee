// SPDX-License-Identifier: MIT
// The land borders of Indonesia, which the source of its regions and that of its neighbours draw kilometres apart.
#pragma once

#include "data/boundary/boundary_report.hpp"
#include "data/boundary/boundary_world.hpp"
#include "geo/polygon.hpp"

#include <vector>

namespace jejaring::data {

// Lets the neighbours by land reach Indonesia as `land` draws it, so that no sea shows between the two:
// - what the neighbours' source has for land of Indonesia, `land` does not, and lies between the two becomes the
//   neighbour's;
// - the neighbour goes on beneath `land`, which is drawn over it: borders simplified apart then leave no gap, nor do
//   other boundaries of Indonesia that lie a little elsewhere. It keeps clear of coasts, the more so the farther it
//   reaches: 13 km at most.
// Coasts stay as they are drawn. The borders in order of the neighbour's name; one that could not be fitted stays as
// it was and is left out.
[[nodiscard]] std::vector<LandBorder> fitNeighbours(World& world, const geo::MultiPolygon& land);

} // namespace jejaring::data
