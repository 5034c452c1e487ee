// SPDX-License-Identifier: MIT
// What needs GDAL stands in a module of its own, which is loaded when it is asked for: loading GDAL and the hundred
// libraries behind it takes longer than drawing a picture.
#pragma once

#include "core/result.hpp"
#include "data/boundary/boundary_build.hpp"
#include "data/boundary/boundary_import.hpp"
#include "data/import/places.hpp"
#include "data/table/table_file.hpp"

#include <string>
#include <vector>

namespace jejaring::data {

// The functions of the module. They are called as those of the same names in data/ are.
struct GdalModule {
    core::Result<BoundaryReport> (*buildBoundaries)(const BoundaryBuildOptions&, const BoundaryProgress&);
    core::Result<BoundaryImportReport> (*importBoundaries)(const std::string&, const BoundaryImportOptions&,
                                                           const BoundaryProgress&);
    core::Result<TableFile> (*readTables)(const std::string&, TableFormat, const TableProgress&);
    core::Result<std::string> (*workbookBytes)(const TableFile&);
    core::Result<std::vector<Place>> (*readPlaces)(const std::string&);
};

// Loads the module on the first call, found by the run path of the program; safe from any thread. It stays loaded: GDAL
// does not survive being unloaded. Error: internal, with the loader's reason.
[[nodiscard]] core::Result<const GdalModule*> gdalModule();

// The one function that the module exports, and its name.
using GdalModuleEntry = const GdalModule*();
inline constexpr const char* kGdalModuleEntry = "jejaringGdalModule";
inline constexpr const char* kGdalModuleFile = "jejaring_gdal.so";

} // namespace jejaring::data
