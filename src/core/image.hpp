// SPDX-License-Identifier: MIT
// The pixels of a picture.
#pragma once

#include <cstdint>
#include <vector>

namespace jejaring::core {

// Upright, 8 bits a channel, sRGB, RGBA with straight alpha, rows from top to bottom.
struct Image {
    int width = 0; // pixels
    int height = 0;
    std::vector<std::uint8_t> rgba; // width × height × 4
    friend bool operator==(const Image&, const Image&) = default;
};

// The picture at a smaller size: each pixel is the mean of the area that it stands for, weighted by alpha.
// Precondition: 1 <= width <= image.width, and so the heights.
[[nodiscard]] Image scaledDown(const Image& image, int width, int height);

// The largest size in the picture's proportion of which no side is longer than `side`; its own where it is no larger.
struct ImageSize {
    int width = 0;
    int height = 0;
    friend bool operator==(const ImageSize&, const ImageSize&) = default;
};
[[nodiscard]] ImageSize sizeWithin(ImageSize size, int side);

// False where some pixel lets the ground through.
[[nodiscard]] bool isOpaque(const Image& image);

} // namespace jejaring::core
