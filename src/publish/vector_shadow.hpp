// SPDX-License-Identifier: MIT
#pragma once

#include "scene/display_list.hpp"

#include <vector>

namespace jejaring::publish {

// One layer of a shadow: black with `alpha` of 0..1.
struct ShadowLayer {
    scene::Rect rect;
    double radius = 0;
    double alpha = 0;
};

// The soft shadow of a panel as rounded rectangles over each other, from the largest to the smallest; empty
// where it has none. Together they darken as the renderer does.
[[nodiscard]] std::vector<ShadowLayer> shadowOf(const scene::RoundedRect& panel);

} // namespace jejaring::publish
