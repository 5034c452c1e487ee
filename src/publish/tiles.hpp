// SPDX-License-Identifier: MIT
// A display list drawn in tiles of some rows, each handed on while the next is drawn.
#pragma once

#include "core/result.hpp"
#include "render/renderer.hpp"
#include "scene/display_list.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace jejaring::publish {

struct Tile {
    int firstRow = 0;
    int rows = 0;
    std::vector<std::uint8_t> raw; // RGBA, from bottom to top, alpha premultiplied
};

// Pixels of a list's whole picture.
struct PictureSize {
    int width = 0;
    int height = 0;
};
[[nodiscard]] PictureSize pictureSize(const scene::DisplayList& list, double pixelRatio);

// Calls `take` with each tile from top to bottom; it returns false to stop. Two tiles are under way at a time, so that
// the driver draws one while the other is read.
[[nodiscard]] core::Outcome drawTiles(render::Renderer& renderer, const scene::DisplayList& list, double pixelRatio,
                                      int tileRows, const std::function<bool(Tile)>& take);

} // namespace jejaring::publish
