// SPDX-License-Identifier: MIT
// Polygons as well-known binary (OGC 06-103r4), read and written without geometry objects in between: that is what
// makes reading the boundaries quick.
#pragma once

#include "geo/polygon.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace jejaring::data {

// A MULTIPOLYGON in little-endian order.
[[nodiscard]] std::vector<std::byte> toWkb(const geo::MultiPolygon& polygons);

// A POLYGON or MULTIPOLYGON of two or more dimensions in either byte order, plain or in the GeoPackage wrapping.
// Nothing where the bytes end early or hold something else; empty rings are left out.
[[nodiscard]] std::optional<geo::MultiPolygon> fromWkb(std::span<const std::byte> bytes);

} // namespace jejaring::data
