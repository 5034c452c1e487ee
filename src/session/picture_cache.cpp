// SPDX-License-Identifier: MIT
#include "session/picture_cache.hpp"

#include "core/reason.hpp"
#include "data/image_file.hpp"

#include <algorithm>
#include <exception>
#include <optional>
#include <utility>

namespace jejaring::session {
namespace {

constexpr int kThumbnailSide = 320;
constexpr int kLargeSide = 2560;

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

std::size_t bytesOf(const PictureCache::Shown& shown) {
    return shown.image ? shown.image->rgba.size() : std::size_t{0};
}

} // namespace

PictureCache::PictureCache(std::function<void()> wake, std::size_t mostBytes, Decode decode)
    : mostBytes_(mostBytes), decode_(decode ? std::move(decode) : Decode(&decoded)), queue_(std::move(wake), 1) {}

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
        queue_.start(core::note(""), [this, project, key, source = &picture](TaskContext&) -> TaskQueue::Completion {
            std::shared_ptr<const core::Image> image;
            std::optional<core::Message> failure;
            try {
                image = decode_(*source, key.size == PictureSize::thumbnail ? kThumbnailSide : kLargeSide);
            } catch (const std::exception& exception) {
                failure =
                    core::warning(JEJARING_TR("A picture could not be shown: {0}"), {core::thrownReason(exception)});
            }
            return [this, key, image, failure] {
                if (const auto found = kept_.find(key); found != kept_.end())
                    found->second.shown = {image, image == nullptr};
                if (failure && failed_)
                    failed_(*failure);
                forgetOldest();
            };
        });
    }
    return kept_.at(key).shown;
}

std::size_t PictureCache::keptBytes() const {
    std::size_t sum = 0;
    for (const auto& [key, kept] : kept_)
        sum += bytesOf(kept.shown);
    return sum;
}

// The picture that came last stays, however large it is: it is what is looked at.
void PictureCache::forgetOldest() {
    std::size_t sum = keptBytes();
    while (sum > mostBytes_) {
        auto oldest = kept_.end();
        std::size_t decoded = 0;
        for (auto at = kept_.begin(); at != kept_.end(); ++at) {
            if (bytesOf(at->second.shown) == 0)
                continue;
            ++decoded;
            if (oldest == kept_.end() || at->second.lastUsed < oldest->second.lastUsed)
                oldest = at;
        }
        if (decoded < 2)
            return;
        sum -= bytesOf(oldest->second.shown);
        kept_.erase(oldest);
    }
}

} // namespace jejaring::session
