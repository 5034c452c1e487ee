// SPDX-License-Identifier: MIT
// The map's geometry, from the cache where it is warm and else from the boundaries.
#pragma once

#include "core/result.hpp"
#include "geo/map_geometry.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace jejaring::data {

struct MapSource {
    std::shared_ptr<const geo::MapGeometry> geometry;
    std::string credit;     // of the boundaries, to be printed on every picture
    bool fromCache = false; // the boundaries themselves were not opened
};

struct MapSourceOptions {
    std::string cacheFolder;         // empty: the user's, see cacheFolder()
    std::vector<std::size_t> levels; // indices into MapGeometry::kTolerances; empty: all of them
};

// `progress` gets 0..1 while geometry is built and returns false to stop. Errors: missingBoundaries (says how to build
// them), cancelled, and those of readBoundaries. That the cache cannot be written is a note, not an error.
[[nodiscard]] core::Result<MapSource> loadMapGeometry(const std::string& boundariesPath, geo::ProjectionKind projection,
                                                      const std::function<bool(double)>& progress = {},
                                                      const MapSourceOptions& options = {});

} // namespace jejaring::data
