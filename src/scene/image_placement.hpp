// SPDX-License-Identifier: MIT
// Where an image item's pixels lie: the same on the screen and in every output.
#pragma once

#include "scene/display_list.hpp"

namespace jejaring::scene {

struct ImagePlacement {
    Rect rect; // what is covered, within the item's rect; layout units
    Rect part; // of the picture, in 0..1 of its width and height from its upper left corner
};

// An empty rect where there are no pixels or no room.
[[nodiscard]] ImagePlacement placementOf(const Image& item);

} // namespace jejaring::scene
