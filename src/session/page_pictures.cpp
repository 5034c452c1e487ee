// SPDX-License-Identifier: MIT
#include "session/page_pictures.hpp"

#include "data/image_file.hpp"

#include <algorithm>
#include <mutex>
#include <span>
#include <vector>

namespace jejaring::session {
namespace {

constexpr std::size_t kMostPixels = std::size_t{24} << 20U; // kept decoded: 96 MiB

struct Kept {
    std::string id;
    core::SharedBytes bytes;
    scene::ImageSource source;
    std::size_t pixels = 0;
};

scene::ImageSource decoded(const core::Picture& picture, const std::shared_ptr<const std::vector<std::byte>>& file) {
    const core::Result<data::DecodedImage> read = data::decodeImage(*file, picture.id);
    if (!read)
        return {};
    return {read.value().image, read.value().upright ? file : nullptr, read.value().mediaType};
}

} // namespace

scene::ImageSource pagePicture(const core::Picture& picture) {
    static std::mutex mutex;
    static std::vector<Kept> kept; // the one asked for last at the end
    const std::lock_guard lock(mutex);
    const auto found = std::find_if(kept.begin(), kept.end(), [&](const Kept& each) {
        return each.id == picture.id && each.bytes == picture.bytes;
    });
    if (found != kept.end()) {
        std::rotate(found, found + 1, kept.end());
        return kept.back().source;
    }
    const std::span<const std::byte> bytes = picture.bytes;
    const auto file = std::make_shared<const std::vector<std::byte>>(bytes.begin(), bytes.end());
    scene::ImageSource source = decoded(picture, file);
    const std::size_t pixels = source.pixels ? source.pixels->rgba.size() / 4 : 0;
    std::erase_if(kept, [&](const Kept& each) { return each.id == picture.id; });
    kept.push_back({picture.id, picture.bytes, source, pixels});
    std::size_t sum = 0;
    for (const Kept& each : kept)
        sum += each.pixels;
    while (kept.size() > 1 && sum > kMostPixels) {
        sum -= kept.front().pixels;
        kept.erase(kept.begin());
    }
    return source;
}

} // namespace jejaring::session
