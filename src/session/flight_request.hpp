// SPDX-License-Identifier: MIT
#pragma once

#include "core/region.hpp"
#include "geo/point.hpp"
#include "geo/projection.hpp"

#include <string>
#include <vector>

namespace jejaring::session {

// Where the camera is to go; the window flies there.
struct FlightRequest {
    enum class Kind : std::uint8_t { home, region, regions, visit, extent } kind = Kind::home;
    core::RegionIndex region = core::kNoRegion;
    std::string visitId;
    // Of an extent: what is to be seen whole, in metres of `projection`. It waits until that is shown.
    geo::Point centre{};
    double width = 0;
    double height = 0;
    geo::ProjectionKind projection = geo::ProjectionKind::equalEarth;
    std::vector<core::RegionIndex> regions{}; // all of which are to be seen
};

} // namespace jejaring::session
