// SPDX-License-Identifier: MIT
// A display list drawn in tiles of some rows, each handed on while the next is drawn.
#pragma once

#include "core/result.hpp"
#include "render/renderer.hpp"
#include "scene/display_list.hpp"

#include <cstdint>
#include <functional>
#include <mutex>
#include <vector>

namespace jejaring::publish {

struct Tile {
    int firstRow = 0;
    int rows = 0;
    std::vector<std::uint8_t> raw; // RGBA, from bottom to top, alpha premultiplied
};

// Buffers of tiles that are used again and again, as fresh memory costs more than it seems. Any thread.
class TileBuffers {
  public:
    // Of `size` bytes, whatever they are.
    [[nodiscard]] std::vector<std::uint8_t> take(std::size_t size);
    void giveBack(std::vector<std::uint8_t> buffer);

  private:
    std::mutex mutex_;
    std::vector<std::vector<std::uint8_t>> free_;
};

// Pixels of a list's whole picture.
struct PictureSize {
    int width = 0;
    int height = 0;
};
[[nodiscard]] PictureSize pictureSize(const scene::DisplayList& list, double pixelRatio);

// Calls `take` with each tile from top to bottom, in a buffer that it gives back when done; it returns false to stop.
// Two tiles are under way at a time, so that the driver draws one while the other is read.
[[nodiscard]] core::Outcome drawTiles(render::Renderer& renderer, const scene::DisplayList& list, double pixelRatio,
                                      int tileRows, TileBuffers& buffers, const std::function<bool(Tile)>& take);

} // namespace jejaring::publish
