// SPDX-License-Identifier: MIT
#pragma once

#include "render/strip.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jejaring::render {

// Twice the signed area by the shoelace formula.
[[nodiscard]] double doubledArea(std::span<const StripPoint> ring);

// Triangles of a simple ring by clipping ears (Meisters 1975), as indices into it; for the small polygons of a layout,
// as it takes quadratic time. A ring that is not simple gives some triangles, never an endless loop.
[[nodiscard]] std::vector<std::uint32_t> triangulate(std::span<const StripPoint> ring);

} // namespace jejaring::render
