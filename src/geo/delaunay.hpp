// SPDX-License-Identifier: MIT
#pragma once

#include "geo/vertex.hpp"

#include <cstdint>
#include <span>

namespace jejaring::geo {

// Turns a triangulation's inner edges until it is Delaunay within its outline (Lawson 1977): the same area, vertices
// and number of triangles, without the long slivers that a sweep leaves, which cost a rasteriser most. `indices` are
// triangles of one or more polygons, each anticlockwise; edges that do not join two triangles stay.
void turnToDelaunay(std::span<const Vertex> vertices, std::span<std::uint32_t> indices);

} // namespace jejaring::geo
