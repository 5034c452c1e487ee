// SPDX-License-Identifier: MIT
// The rows of somebody else's file of boundaries: their polygons in degrees of WGS 84, and what their fields say.
#pragma once

#include "core/result.hpp"
#include "geo/polygon.hpp"

#include <string>
#include <vector>

namespace jejaring::data {

struct SourceRow {
    long long id = 0;
    std::vector<std::string> values; // by field
    geo::MultiPolygon polygons;      // valid; empty where the row has none
    bool repaired = false;
};

struct SourceRows {
    std::string layer;
    std::string referenceSystem; // its name; empty where the file states none
    bool reprojected = false;
    std::vector<std::string> fields;
    std::vector<SourceRow> rows;
};

// Reads a layer, or the first one with polygons where `layer` is empty. Positions without a reference system are taken
// for degrees where they can be degrees, and refused where they cannot.
[[nodiscard]] core::Result<SourceRows> readRows(const std::string& file, const std::string& layer);

} // namespace jejaring::data
