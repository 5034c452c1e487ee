// SPDX-License-Identifier: MIT
// Builds boundaries.gpkg from the packages that set-up installs: today's 38 provinces and 514 kabupaten/kota out of
// polygons of about 2012.
#pragma once

#include "core/result.hpp"
#include "data/boundary/boundary_report.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace jejaring::data {

struct BoundaryBuildOptions {
    std::string packages;   // the folder node_modules with geojson-indonesia, idn-area-data and world-atlas
    std::string aliases;    // region_aliases.csv
    std::string doubts;     // region_doubts.csv; empty: the one beside region_aliases.csv
    std::string output;     // boundaries.gpkg
    bool districts = false; // write the layer `district` too
    bool villages = false;  // write the layer `village` too
};

// Gets the share done (0 to 1) and what is being done, as a message id. Answers false to stop.
using BoundaryProgress = std::function<bool(double, std::string_view)>;

// Fails, and leaves what was at `output`, where a package is missing or unreadable, where a region of today's is not
// found (ErrorCode::incompleteBoundaries, naming it), or where `progress` stopped it (ErrorCode::cancelled).
[[nodiscard]] core::Result<BoundaryReport> buildBoundaries(const BoundaryBuildOptions& options,
                                                           const BoundaryProgress& progress = {});

} // namespace jejaring::data
