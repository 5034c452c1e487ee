// SPDX-License-Identifier: MIT
// How a camera was held, after EXIF 2.3 (tag 0x0112). Used inside src/data only.
#pragma once

#include "core/image.hpp"

#include <cstdint>
#include <span>

namespace jejaring::data {

// Of EXIF data, which begin with the TIFF header, or of a JPEG: 1 to 8, 1 where they say nothing that can be read.
[[nodiscard]] int exifOrientation(std::span<const std::uint8_t> exif);
[[nodiscard]] int jpegOrientation(std::span<const std::uint8_t> jpeg);

// The picture turned (and mirrored) upright.
[[nodiscard]] core::Image turnedUpright(core::Image image, int orientation);

} // namespace jejaring::data
