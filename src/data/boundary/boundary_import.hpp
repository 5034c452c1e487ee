// SPDX-License-Identifier: MIT
// Boundaries from any file GDAL reads, matched to today's regions by code or name.
#pragma once

#include "core/result.hpp"
#include "data/boundary/boundary_build.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace jejaring::data {

struct BoundaryImportOptions {
    std::string layer;     // empty: the first one with polygons
    std::string codeField; // empty: recognised by name and content
    std::string nameField; // empty: recognised by name and content
    std::string credit;    // who made them, for the line on every picture; empty: the file's name
    std::string base;      // a boundaries.gpkg: regions to match to, and what the file does not hold (provinces,
                           // countries, lakes)
    std::string output;
};

struct UnmatchedRow {
    long long row = 0; // its feature id
    std::string code;
    std::string name;
    std::string reason; // message id
};

struct BoundaryImportReport {
    std::string layer;
    std::string codeField;
    std::string nameField;
    std::size_t rows = 0;
    std::size_t regencies = 0; // taken from the file
    std::size_t provinces = 0; // taken from the file, or made of its regencies
    bool provincesMade = false;
    std::size_t repaired = 0; // rows whose rings were invalid
    bool reprojected = false;
    std::string sourceSystem; // name of the reference system
    std::vector<UnmatchedRow> unmatched;
    std::vector<std::string> missing;      // codes of regencies the file did not hold; they keep the base's boundary
    std::vector<std::string> missingNames; // of the same
};

// Rows may be kabupaten/kota or provinces. Fails where no layer holds polygons, no field tells which region a row is,
// no row matches, or `progress` stopped it (ErrorCode::cancelled); then what was at `output` stays.
[[nodiscard]] core::Result<BoundaryImportReport>
importBoundaries(const std::string& file, const BoundaryImportOptions& options, const BoundaryProgress& progress = {});

} // namespace jejaring::data
