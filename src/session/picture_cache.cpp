// SPDX-License-Identifier: MIT
#include "session/picture_cache.hpp"

#include "data/image_file.hpp"

#include <algorithm>

namespace jejaring::session {
namespace {

constexpr int kThumbnailSide = 320;
constexpr int kLargeSide = 2560;
constexpr std::size_t kMostPixels = std::size_t{40} << 20U; // kept decoded: 160 MiB

void layOnWhite(core::Image& image) {
    for (std::size_t i = 0; i + 3 < image.rgba.size(); i += 4) {
        const unsigned alpha = image.rgba[i + 3];
        for (std::size_t c = i; alpha != 255 && c < i + 3; ++c)
            image.rgba[c] = static_cast<std::uint8_t>((image.rgba[c] * alpha + 255U * (255U - alpha) + 127U) / 255U);
        image.rgba[i + 3] = 255;
    }
}

std::shared_ptr<const core::Image> decoded(const core::Picture& picture, int side) {
    data::ImageLimits limits;
    limits.enough = side;
    const core::Result<data::DecodedImage> read = data::decodeImage(picture.bytes, picture.id, limits);
    if (!read)
        return nullptr;
    const core::Image& whole = *read.value().image;
    const core::ImageSize size = core::sizeWithin({whole.width, whole.height}, side);
    const bool smaller = size.width < whole.width || size.height < whole.height;
    core::Image image = smaller ? core::scaledDown(whole, size.width, size.height) : whole;
    layOnWhite(image);
    return std::make_shared<const core::Image>(std::move(image));
}

} // namespace

std::uint64_t PictureCache::sampleOf(std::span<const std::byte> bytes) {
    constexpr std::size_t kTaken = 256;
    std::uint64_t hash = 14695981039346656037U; // FNV-1a
    const std::size_t step = std::max<std::size_t>(1, bytes.size() / kTaken);
    for (std::size_t i = 0; i < bytes.size(); i += step)
        hash = (hash ^ std::to_integer<std::uint64_t>(bytes[i])) * 1099511628211U;
    return hash;
}

PictureCache::Shown PictureCache::get(const std::shared_ptr<const core::Project>& project, const core::Picture& picture,
                                      PictureSize size) {
    const Key key{picture.id, picture.bytes.size(), sampleOf(picture.bytes), size};
    const auto [at, isNew] = kept_.try_emplace(key);
    at->second.lastUsed = ++asked_;
    if (isNew) {
        forgetOldest();
        queue_.start(core::note(""), [this, project, key, source = &picture](TaskContext&) -> TaskQueue::Completion {
            const auto image = decoded(*source, key.size == PictureSize::thumbnail ? kThumbnailSide : kLargeSide);
            return [this, key, image] {
                if (const auto found = kept_.find(key); found != kept_.end())
                    found->second.shown = {image, image == nullptr};
            };
        });
    }
    return kept_.at(key).shown;
}

void PictureCache::forgetOldest() {
    const auto pixels = [](const Kept& kept) {
        return kept.shown.image ? kept.shown.image->rgba.size() / 4 : std::size_t{0};
    };
    std::size_t sum = 0;
    for (const auto& [key, kept] : kept_)
        sum += pixels(kept);
    while (sum > kMostPixels) {
        const auto oldest = std::min_element(kept_.begin(), kept_.end(), [&](const auto& a, const auto& b) {
            return std::pair(pixels(a.second) == 0, a.second.lastUsed) <
                   std::pair(pixels(b.second) == 0, b.second.lastUsed);
        });
        if (pixels(oldest->second) == 0)
            break;
        sum -= pixels(oldest->second);
        kept_.erase(oldest);
    }
}

} // namespace jejaring::session
