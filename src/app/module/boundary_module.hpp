// SPDX-License-Identifier: MIT
// What needs GDAL stands in a module of its own, which is loaded when it is asked for: loading GDAL and the hundred
// libraries behind it takes longer than drawing a picture.
#pragma once

#include "data/boundary_build.hpp"
#include "data/boundary_import.hpp"

namespace jejaring::app {

struct BoundaryModule {
    core::Result<data::BoundaryReport> (*build)(const data::BoundaryBuildOptions&, const data::BoundaryProgress&);
    core::Result<data::BoundaryImportReport> (*import)(const std::string&, const data::BoundaryImportOptions&);
    std::string (*buildText)(const data::BoundaryReport&);
    std::string (*importText)(const data::BoundaryImportReport&);
};

// The one function that the module exports, and its name.
using BoundaryModuleEntry = const BoundaryModule*();
inline constexpr const char* kBoundaryModuleEntry = "jejaringBoundaryModule";
inline constexpr const char* kBoundaryModuleFile = "jejaring_boundaries.so";

} // namespace jejaring::app
