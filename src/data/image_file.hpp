// SPDX-License-Identifier: MIT
// Pictures of others, JPEG and PNG, as pixels; and pixels as JPEG.
#pragma once

#include "core/image.hpp"
#include "core/result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace jejaring::data {

// How much of somebody else's picture is taken in, so that none fills the memory.
struct ImageLimits {
    std::size_t bytes = std::size_t{64} << 20U; // of the file
    std::int64_t pixels = 64'000'000;           // decoded
    // Where more than 0: the longer side need not come out longer than this many pixels, which a JPEG does faster and
    // with less memory. It may still be longer.
    int enough = 0;
};

struct DecodedImage {
    std::shared_ptr<const core::Image> image; // upright; never null
    std::string mediaType;                    // of the bytes: "image/jpeg" or "image/png"
    core::ImageSize fullSize;                 // upright, before `enough`
    bool upright = true;                      // false where the bytes say that the picture is to be turned
};

// What kind of picture bytes begin as: "image/jpeg", "image/png" or nothing.
[[nodiscard]] std::string mediaTypeOf(std::span<const std::byte> bytes);

// Decodes a JPEG (baseline or progressive; grey, colour or CMYK) or a PNG (any kind), turned as its EXIF orientation
// says. Colours are taken as sRGB. `name` is the file's, for messages. A JPEG of which the end is missing comes with a
// warning. Errors: wrongFormat (no such picture, damaged, beyond the limits).
[[nodiscard]] core::Result<DecodedImage> decodeImage(std::span<const std::byte> bytes, const std::string& name,
                                                     const ImageLimits& limits = {});

// A JPEG of the picture on white, for photographs. `quality`: 1 to 100. Errors: internal.
[[nodiscard]] core::Result<std::vector<std::byte>> encodeJpeg(const core::Image& image, int quality);

} // namespace jejaring::data
