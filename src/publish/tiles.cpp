// SPDX-License-Identifier: MIT
#include "publish/tiles.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace jejaring::publish {

std::vector<std::uint8_t> TileBuffers::take(std::size_t size) {
    std::vector<std::uint8_t> buffer;
    {
        const std::lock_guard lock(mutex_);
        if (!free_.empty()) {
            buffer = std::move(free_.back());
            free_.pop_back();
        }
    }
    buffer.resize(size);
    return buffer;
}

void TileBuffers::giveBack(std::vector<std::uint8_t> buffer) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(buffer));
}

PictureSize pictureSize(const scene::DisplayList& list, double pixelRatio) {
    return {std::max(1, static_cast<int>(std::lround(list.width * pixelRatio))),
            std::max(1, static_cast<int>(std::lround(list.height * pixelRatio)))};
}

core::Outcome drawTiles(render::Renderer& renderer, const scene::DisplayList& list, double pixelRatio, int tileRows,
                        TileBuffers& buffers, const std::function<bool(Tile)>& take) {
    const PictureSize size = pictureSize(list, pixelRatio);
    const int rowsATile = std::clamp(tileRows, 1, size.height);
    const int count = (size.height + rowsATile - 1) / rowsATile;
    std::array<std::unique_ptr<render::OffscreenTarget>, 2> targets;
    for (auto& target : targets) {
        auto made = render::OffscreenTarget::create(size.width, rowsATile);
        if (!made)
            return made.error();
        target = std::move(made).value();
        if (count == 1)
            break;
    }
    const auto rowsOf = [&](int tile) { return std::min(rowsATile, size.height - tile * rowsATile); };
    const auto draw = [&](int tile) {
        targets[static_cast<std::size_t>(tile % 2)]->bind();
        const int rows = rowsOf(tile);
        renderer.draw(list, {0, rowsATile - rows, size.width, rows, pixelRatio, 0, tile * rowsATile / pixelRatio});
        render::OffscreenTarget::flush();
    };
    draw(0);
    for (int tile = 0; tile < count; ++tile) {
        if (tile + 1 < count)
            draw(tile + 1);
        Tile drawn{tile * rowsATile, rowsOf(tile), {}};
        drawn.raw = buffers.take(static_cast<std::size_t>(size.width) * 4 * static_cast<std::size_t>(drawn.rows));
        targets[static_cast<std::size_t>(tile % 2)]->readRaw(0, drawn.rows, drawn.raw);
        if (!take(std::move(drawn)))
            break;
    }
    return core::Nothing{};
}

} // namespace jejaring::publish
