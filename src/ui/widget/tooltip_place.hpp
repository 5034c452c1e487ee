// SPDX-License-Identifier: MIT
// Where a tooltip stands. It covers neither its own control nor, while there is room elsewhere, any other: the next one
// the user goes to is one of those, and the nearer it is the worse it would be to cover it.
#pragma once

#include "scene/display_list.hpp"

#include <span>

namespace jejaring::ui {

// The corner of a tooltip of `size` for the control `own`, which the pointer rests on at `pointer`. `controls` may hold
// `own` itself and controls that contain it, which count for nothing. `unit`: of these lengths a layout unit.
[[nodiscard]] geo::Point placeTooltip(const scene::Rect& own, geo::Point pointer, geo::Point size,
                                      std::span<const scene::Rect> controls, const scene::Rect& window, double unit);

} // namespace jejaring::ui
