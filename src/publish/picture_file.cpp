// SPDX-License-Identifier: MIT
#include "publish/picture_file.hpp"

#include "data/atomic_file.hpp"
#include "publish/png_stream.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace jejaring::publish {

namespace {

// Tiles that wait to be encoded; more would only cost memory.
constexpr std::size_t kWaitingTiles = 2;
constexpr double kMetresPerInch = 0.0254;
constexpr double kPixelsPerMetre = 96 / kMetresPerInch; // of a layout unit, as CSS has it

// Encodes tiles on a thread of its own, in the order in which they come.
class Encoder {
  public:
    Encoder(PngStream& stream, TileBuffers& buffers, int width, bool alpha)
        : stream_(stream), buffers_(buffers), stride_(static_cast<std::ptrdiff_t>(width) * 4), alpha_(alpha),
          thread_([this] { run(); }) {}
    ~Encoder() { join(); }
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;

    void add(Tile tile) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return waiting_.size() < kWaitingTiles; });
        waiting_.push_back(std::move(tile));
        changed_.notify_all();
    }
    // Returns when all tiles are encoded.
    void join() {
        if (!thread_.joinable())
            return;
        {
            const std::lock_guard lock(mutex_);
            complete_ = true;
        }
        changed_.notify_all();
        thread_.join();
    }

  private:
    void run() {
        for (;;) {
            Tile tile;
            {
                std::unique_lock lock(mutex_);
                changed_.wait(lock, [this] { return !waiting_.empty() || complete_; });
                if (waiting_.empty())
                    return;
                tile = std::move(waiting_.front());
                waiting_.pop_front();
            }
            changed_.notify_all();
            if (alpha_)
                render::straightenAlpha(tile.raw);
            stream_.addRows(tile.raw.data() + (tile.rows - 1) * stride_, -stride_, static_cast<std::size_t>(tile.rows));
            buffers_.giveBack(std::move(tile.raw));
        }
    }

    PngStream& stream_;
    TileBuffers& buffers_;
    std::ptrdiff_t stride_;
    bool alpha_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Tile> waiting_;
    bool complete_ = false;
    std::thread thread_;
};

PngHeader headerOf(PictureSize size, bool alpha, const PngOptions& options) {
    return {static_cast<std::uint32_t>(size.width), static_cast<std::uint32_t>(size.height), alpha,
            options.dotsPerInch > 0 ? options.dotsPerInch / kMetresPerInch : kPixelsPerMetre * options.pixelRatio,
            options.texts};
}

} // namespace

core::Outcome writePng(render::Renderer& renderer, const scene::DisplayList& list, const std::string& path,
                       const PngOptions& options, const std::function<bool(double)>& progress) {
    auto opened = data::AtomicFile::create(path, options.overwrite);
    if (!opened)
        return opened.error();
    data::AtomicFile file = std::move(opened).value();
    const PictureSize size = pictureSize(list, options.pixelRatio);
    const bool alpha = list.background.a < 255;
    PngStream stream(headerOf(size, alpha, options), [&](std::span<const std::uint8_t> bytes) { file.write(bytes); });

    bool cancelled = progress && !progress(0);
    if (!cancelled) {
        TileMemory own;
        TileMemory& memory = options.memory != nullptr ? *options.memory : own;
        Encoder encoder(stream, memory.buffers, size.width, alpha);
        core::Outcome drawn = drawTiles(renderer, list, options.pixelRatio, options.tileRows, memory, [&](Tile tile) {
            const double done = static_cast<double>(tile.firstRow + tile.rows) / size.height;
            encoder.add(std::move(tile));
            cancelled = progress && !progress(done);
            return !cancelled;
        });
        if (!drawn)
            return drawn;
    }
    if (cancelled)
        return core::error(core::ErrorCode::cancelled, JEJARING_TR("Cancelled; {0} was not written."), {path});
    stream.finish();
    return file.commit();
}

core::Outcome writePng(const Pixels& pixels, const std::string& path, const PngOptions& options) {
    auto opened = data::AtomicFile::create(path, options.overwrite);
    if (!opened)
        return opened.error();
    data::AtomicFile file = std::move(opened).value();
    bool alpha = false;
    for (std::size_t i = 3; i < pixels.rgba.size() && !alpha; i += 4)
        alpha = pixels.rgba[i] != 255;
    PngStream stream(headerOf({pixels.width, pixels.height}, alpha, options),
                     [&](std::span<const std::uint8_t> bytes) { file.write(bytes); });
    stream.addRows(pixels.rgba.data(), static_cast<std::ptrdiff_t>(pixels.width) * 4,
                   static_cast<std::size_t>(pixels.height));
    stream.finish();
    return file.commit();
}

core::Result<Pixels> renderToPixels(render::Renderer& renderer, const scene::DisplayList& list, double pixelRatio,
                                    int tileRows) {
    const PictureSize size = pictureSize(list, pixelRatio);
    const std::size_t rowBytes = static_cast<std::size_t>(size.width) * 4;
    Pixels pixels{size.width, size.height, {}};
    pixels.rgba.resize(rowBytes * static_cast<std::size_t>(size.height));
    TileMemory memory;
    const core::Outcome drawn = drawTiles(renderer, list, pixelRatio, tileRows, memory, [&](Tile tile) {
        for (int row = 0; row < tile.rows; ++row) {
            const std::uint8_t* from = tile.raw.data() + static_cast<std::size_t>(tile.rows - 1 - row) * rowBytes;
            std::copy_n(from, rowBytes, pixels.rgba.data() + static_cast<std::size_t>(tile.firstRow + row) * rowBytes);
        }
        memory.buffers.giveBack(std::move(tile.raw));
        return true;
    });
    if (!drawn)
        return drawn.error();
    render::straightenAlpha(pixels.rgba);
    return pixels;
}

} // namespace jejaring::publish
