// SPDX-License-Identifier: MIT
#include "render/image_textures.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace jejaring::render {

namespace {

// Pictures that this many display lists did not draw are dropped by trim().
constexpr std::uint64_t kKeptDraws = 240;
// Texels beyond which pictures that the present list does not draw are dropped at once: 256 MiB and a third.
constexpr std::size_t kMostTexels = std::size_t{64} << 20U;

std::size_t texelsOf(int width, int height) {
    return static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
}

std::vector<std::uint8_t> premultiplied(const core::Image& image) {
    std::vector<std::uint8_t> texels = image.rgba;
    for (std::size_t i = 0; i + 3 < texels.size(); i += 4) {
        const unsigned alpha = texels[i + 3];
        if (alpha != 255)
            for (std::size_t c = i; c < i + 3; ++c)
                texels[c] = static_cast<std::uint8_t>((texels[c] * alpha + 127U) / 255U);
    }
    return texels;
}

} // namespace

ImageTextures::Kept ImageTextures::upload(const std::shared_ptr<const core::Image>& image) const {
    GLint largest = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &largest);
    const core::ImageSize size = core::sizeWithin({image->width, image->height}, std::max(largest, 1));
    const bool smaller = size.width < image->width || size.height < image->height;
    const std::vector<std::uint8_t> texels =
        premultiplied(smaller ? core::scaledDown(*image, size.width, size.height) : *image);

    Kept made{image, {}, size.width, size.height, drawn_};
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, made.texture.name());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size.width, size.height, 0, GL_RGBA, GL_UNSIGNED_BYTE, texels.data());
    glGenerateMipmap(GL_TEXTURE_2D);
    return made;
}

ImageTextures::Texture ImageTextures::textureFor(const std::shared_ptr<const core::Image>& image) {
    auto found = kept_.find(image.get());
    if (found == kept_.end()) {
        makeRoom();
        found = kept_.emplace(image.get(), upload(image)).first;
    }
    Kept& kept = found->second;
    kept.lastDrawn = drawn_;
    return {kept.texture.name(), kept.width, kept.height};
}

void ImageTextures::makeRoom() {
    std::size_t texels = 0;
    for (const auto& [image, kept] : kept_)
        texels += texelsOf(kept.width, kept.height);
    if (texels > kMostTexels)
        std::erase_if(kept_, [this](const auto& entry) { return entry.second.lastDrawn < drawn_; });
}

void ImageTextures::trim() {
    std::erase_if(kept_, [this](const auto& entry) { return entry.second.lastDrawn + kKeptDraws < drawn_; });
}

} // namespace jejaring::render
