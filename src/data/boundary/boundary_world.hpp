// SPDX-License-Identifier: MIT
// The countries around Indonesia and the rest of the world, from world-atlas.
#pragma once

#include "core/result.hpp"
#include "geo/polygon.hpp"

#include <string>
#include <vector>

namespace jejaring::data {

struct WorldCountry {
    std::string numeric; // ISO 3166-1, three digits; empty where the source has none
    std::string name;    // English, as the source writes it
    geo::MultiPolygon polygons;
};

struct World {
    std::vector<WorldCountry> countries; // without Indonesia
    geo::MultiPolygon indonesia;         // as this source draws it
    std::size_t repaired = 0;            // countries whose rings were invalid
};

// Countries near Indonesia at 1:10 million, the others at 1:50 million.
[[nodiscard]] core::Result<World> readWorld(const std::string& packages);

} // namespace jejaring::data
