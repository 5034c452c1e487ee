// SPDX-License-Identifier: MIT
// Pictures of the project as pixels for the eyes, decoded by a worker when they are first asked for and kept a while.
#pragma once

#include "core/image.hpp"
#include "core/project.hpp"
#include "session/tasks.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <utility>

namespace jejaring::session {

enum class PictureSize : std::uint8_t {
    thumbnail, // the longer side has up to 320 pixels
    large,     // up to 2560
};

class PictureCache {
  public:
    // A picture with no side longer than `side` pixels; null where it cannot be decoded. Called on a worker.
    using Decode = std::function<std::shared_ptr<const core::Image>(const core::Picture& picture, int side)>;
    // `wake` is called from the worker when a picture is there. Decoded pictures of about `mostBytes` are kept.
    explicit PictureCache(std::function<void()> wake, std::size_t mostBytes = kMostBytes, Decode decode = {});
    // Told of what went wrong beyond the picture itself: there was no memory for it.
    void onFailure(std::function<void(core::Message)> handler) { failed_ = std::move(handler); }

    struct Shown {
        std::shared_ptr<const core::Image> image; // opaque, on white; null while it is being decoded
        bool failed = false;                      // it cannot be decoded
    };
    // Of a picture of `project`, which stays alive until it has been decoded.
    [[nodiscard]] Shown get(const std::shared_ptr<const core::Project>& project, const core::Picture& picture,
                            PictureSize size);
    // True where a picture has come.
    bool takeOver() { return queue_.takeOver(); }
    [[nodiscard]] std::size_t keptBytes() const;
    void finish() { queue_.drain(); }

  private:
    static constexpr std::size_t kMostBytes = std::size_t{160} << 20U;
    // The bytes of a picture never change, but its id may be used again: told apart by their number and a sample.
    struct Key {
        std::string id;
        std::size_t bytes = 0;
        std::uint64_t sample = 0;
        PictureSize size = PictureSize::thumbnail;
        friend auto operator<=>(const Key&, const Key&) = default;
    };
    struct Kept {
        Shown shown;
        std::uint64_t lastUsed = 0;
    };
    static std::uint64_t sampleOf(std::span<const std::byte> bytes);
    void forgetOldest();

    std::size_t mostBytes_;
    Decode decode_;
    std::function<void(core::Message)> failed_;
    std::map<Key, Kept> kept_;
    std::uint64_t asked_ = 0;
    TaskQueue queue_; // last, so that its worker ends first
};

} // namespace jejaring::session
