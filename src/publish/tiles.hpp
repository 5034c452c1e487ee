// SPDX-License-Identifier: MIT
// A display list drawn in tiles of some rows, each handed on while the next is drawn.
#pragma once

#include "core/result.hpp"
#include "render/renderer.hpp"
#include "scene/display_list.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
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

// What tiles are drawn into: two, used in turns. They stay from one picture to the next, as drivers that draw in
// software cannot use the memory of those that went (glibc before 2.38 loses aligned blocks).
class TileTargets {
  public:
    // `number`: 0 or 1. Of the size asked for, whatever it shows.
    [[nodiscard]] core::Result<const render::OffscreenTarget*> get(std::size_t number, int width, int rows);

  private:
    std::array<std::unique_ptr<render::OffscreenTarget>, 2> targets_;
};

// What drawing in tiles takes. Those who draw many pictures keep it; it must go before the OpenGL context does.
struct TileMemory {
    TileTargets targets;
    TileBuffers buffers;
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
                                      int tileRows, TileMemory& memory, const std::function<bool(Tile)>& take);

} // namespace jejaring::publish
