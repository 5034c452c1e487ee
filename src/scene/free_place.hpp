// SPDX-License-Identifier: MIT
// Room on a page for something more.
#pragma once

#include "scene/layout.hpp"

namespace jejaring::scene {

// Where a rectangle of this size covers least of what stands on the page, and least land: rather in a corner, and
// rather at the right and below. Where it would cover something it may be made smaller, down to `smallest` of its size.
[[nodiscard]] Rect freePlace(const LaidOut& page, double width, double height, double smallest = 1);

} // namespace jejaring::scene
