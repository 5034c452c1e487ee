// SPDX-License-Identifier: MIT
// Reads boundaries.gpkg, quickly: it stands between the start of the program and the first picture.
#pragma once

#include "core/result.hpp"
#include "geo/map_geometry.hpp"

#include <string>
#include <vector>

namespace jejaring::data {

struct BoundarySet {
    // Regencies are the boundaries themselves; a province is the union of its regencies and shares their vertices.
    geo::BoundaryShapes shapes;
    std::vector<geo::MultiPolygon> provinces; // by RegionIndex; empty unless asked for
    std::vector<std::string> countryCodes;    // ISO 3166-1 alpha-2 by index of shapes.countries; empty where none
    std::vector<std::string> countryNames;    // English, the same index
    std::vector<std::string> lakeNames;       // by index of shapes.lakes
    std::string credit;                       // to be printed on every picture
    std::string terms;                        // under which the boundaries may be used, as a message id
    std::string fingerprint;                  // changes whenever the file does: the key of what is cached from it
};

struct BoundaryReadOptions {
    bool provinces = false;
    bool countries = true;
    bool lakes = true;
};

[[nodiscard]] core::Result<BoundarySet> readBoundaries(const std::string& path,
                                                       const BoundaryReadOptions& options = {});

// The fingerprint alone, without opening the file as a dataset: size, time of change and inode. Empty where it is
// missing.
[[nodiscard]] std::string boundaryFingerprint(const std::string& path);

} // namespace jejaring::data
