// SPDX-License-Identifier: MIT
// Pictures made by the tests, as the bytes of files.
#pragma once

#include "core/image.hpp"
#include "data/image_file.hpp"

#include <cstddef>
#include <png.h>
#include <string>
#include <vector>

namespace jejaring::test {

// A picture whose corners differ: red grows to the right, green downwards; the upper left quarter is blue.
inline core::Image sampleImage(int width, int height, bool transparent = false) {
    core::Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const bool quarter = x < width / 2 && y < height / 2;
            image.rgba.push_back(static_cast<std::uint8_t>(255 * x / width));
            image.rgba.push_back(static_cast<std::uint8_t>(255 * y / height));
            image.rgba.push_back(quarter ? 255 : 0);
            image.rgba.push_back(transparent && quarter ? 0 : 255);
        }
    return image;
}

inline std::vector<std::byte> pngOf(const core::Image& image) {
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    header.width = static_cast<png_uint_32>(image.width);
    header.height = static_cast<png_uint_32>(image.height);
    header.format = PNG_FORMAT_RGBA;
    png_alloc_size_t size = 0;
    png_image_write_to_memory(&header, nullptr, &size, 0, image.rgba.data(), 0, nullptr);
    std::vector<std::byte> bytes(size);
    png_image_write_to_memory(&header, bytes.data(), &size, 0, image.rgba.data(), 0, nullptr);
    bytes.resize(size);
    return bytes;
}

// A JPEG; `orientation` 0 writes no EXIF data.
inline std::vector<std::byte> jpegOf(const core::Image& image, int orientation = 0, bool bigEndian = false) {
    std::vector<std::byte> bytes = data::encodeJpeg(image, 95).value();
    if (orientation == 0)
        return bytes;
    const auto turn = static_cast<char>(orientation);
    std::string exif("\xff\xe1\0\x22"
                     "Exif\0\0",
                     10);
    exif += bigEndian ? std::string("MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19) + turn
                      : std::string("II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 18) + turn + '\0';
    exif += std::string(6, '\0');
    const auto* begin = reinterpret_cast<const std::byte*>(exif.data());
    bytes.insert(bytes.begin() + 2, begin, begin + exif.size());
    return bytes;
}

} // namespace jejaring::test
