// SPDX-License-Identifier: MIT
// Lines that make way for texts. Used inside src/scene only.
#pragma once

#include "geo/point.hpp"
#include "scene/camera.hpp"

#include <vector>

namespace jejaring::scene {

// The pieces of a line that lie outside all of `holes`, in order.
[[nodiscard]] std::vector<std::vector<geo::Point>> outside(const std::vector<geo::Point>& line,
                                                           const std::vector<Rect>& holes);

// True where the line runs through the rectangle.
[[nodiscard]] bool crosses(const std::vector<geo::Point>& line, const Rect& rect);

} // namespace jejaring::scene
