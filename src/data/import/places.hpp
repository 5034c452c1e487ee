// SPDX-License-Identifier: MIT
// Where the world's cities lie, so that partners of an imported table stand on the map: Natural Earth's populated
// places, from the package libmagics++-data.
#pragma once

#include "core/result.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::data {

struct Place {
    std::string name;
    std::vector<std::string> otherNames;
    std::string country;      // ISO 3166-1 alpha-3; empty where disputed
    double latitude = 0.0;    // degrees, north positive
    double longitude = 0.0;   // degrees, east positive
    long long population = 0; // of the agglomeration; 0 where unknown
};

inline constexpr const char* kPlacesFile = "/usr/share/magics/10m/ne_10m_populated_places_simple.shp";
inline constexpr const char* kPlacesCredit = "Natural Earth";

// Asks GDAL's module. Errors: notFound (names the package), wrongFormat.
[[nodiscard]] core::Result<std::vector<Place>> readPlaces(const std::string& path = kPlacesFile);

// Finds a city by its name and country. Immutable after construction.
class PlaceFinder {
  public:
    explicit PlaceFinder(std::vector<Place> places);

    // The place of that name, else of that other name; words such as "City of" or "Kota" before or after it do not
    // count, nor do capitals and marks. Of several the most populous, if it has ten times the people of the next;
    // else none: which one is meant is not to be guessed. `country` is alpha-3 and must not be empty. The answer lives
    // as long as the finder.
    [[nodiscard]] const Place* find(std::string_view name, std::string_view country) const;

  private:
    std::vector<Place> places_;
    std::multimap<std::string, std::size_t> byName_;  // by country and key
    std::multimap<std::string, std::size_t> byOther_; // likewise
};

} // namespace jejaring::data
