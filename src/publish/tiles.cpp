// SPDX-License-Identifier: MIT
#include "publish/tiles.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

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

core::Result<const render::OffscreenTarget*> TileTargets::get(std::size_t number, int width, int rows) {
    std::unique_ptr<render::OffscreenTarget>& kept = targets_[number];
    if (!kept || kept->width() != width || kept->height() != rows) {
        kept.reset(); // before the next takes its memory
        auto made = render::OffscreenTarget::create(width, rows);
        if (!made)
            return made.error();
        kept = std::move(made).value();
    }
    return kept.get();
}

PictureSize pictureSize(const scene::DisplayList& list, double pixelRatio) {
    return {std::max(1, static_cast<int>(std::lround(list.width * pixelRatio))),
            std::max(1, static_cast<int>(std::lround(list.height * pixelRatio)))};
}

core::Outcome drawTiles(render::Renderer& renderer, const scene::DisplayList& list, double pixelRatio, int tileRows,
                        TileMemory& memory, const std::function<bool(Tile)>& take) {
    const PictureSize size = pictureSize(list, pixelRatio);
    const int rowsATile = std::clamp(tileRows, 1, size.height);
    const int count = (size.height + rowsATile - 1) / rowsATile;
    std::array<const render::OffscreenTarget*, 2> targets{};
    for (std::size_t i = 0; i < std::min<std::size_t>(targets.size(), static_cast<std::size_t>(count)); ++i) {
        auto target = memory.targets.get(i, size.width, rowsATile);
        if (!target)
            return target.error();
        targets[i] = target.value();
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
        drawn.raw =
            memory.buffers.take(static_cast<std::size_t>(size.width) * 4 * static_cast<std::size_t>(drawn.rows));
        targets[static_cast<std::size_t>(tile % 2)]->readRaw(0, drawn.rows, drawn.raw);
        if (!take(std::move(drawn)))
            break;
    }
    return core::Nothing{};
}

} // namespace jejaring::publish
