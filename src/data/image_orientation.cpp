// SPDX-License-Identifier: MIT
#include "data/image_orientation.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace jejaring::data {

namespace {

// Numbers of a TIFF structure, in its byte order; 0 beyond its end.
struct Tiff {
    std::span<const std::uint8_t> bytes;
    bool bigEndian = false;

    [[nodiscard]] std::uint32_t number(std::size_t at, std::size_t size) const {
        if (at > bytes.size() || bytes.size() - at < size)
            return 0;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i)
            value = value << 8U | bytes[at + (bigEndian ? i : size - 1 - i)];
        return value;
    }
};

} // namespace

int exifOrientation(std::span<const std::uint8_t> exif) {
    constexpr std::uint32_t kOrientationTag = 0x0112;
    constexpr std::uint32_t kShort = 3;
    constexpr std::size_t kEntrySize = 12;
    if (exif.size() < 8 || exif[0] != exif[1] || (exif[0] != 'I' && exif[0] != 'M'))
        return 1;
    const Tiff tiff{exif, exif[0] == 'M'};
    if (tiff.number(2, 2) != 42)
        return 1;
    const std::size_t directory = tiff.number(4, 4);
    const std::size_t entries = tiff.number(directory, 2);
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + i * kEntrySize;
        if (entry >= exif.size())
            break;
        if (tiff.number(entry, 2) == kOrientationTag && tiff.number(entry + 2, 2) == kShort) {
            const std::uint32_t value = tiff.number(entry + 8, 2);
            return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
        }
    }
    return 1;
}

int jpegOrientation(std::span<const std::uint8_t> jpeg) {
    constexpr std::array<std::uint8_t, 6> kExif{'E', 'x', 'i', 'f', 0, 0};
    std::size_t at = 2;
    while (at + 4 <= jpeg.size() && jpeg[at] == 0xff) {
        const std::uint8_t marker = jpeg[at + 1];
        if (marker == 0xff) { // padding before a marker
            ++at;
            continue;
        }
        if (marker == 0xda) // the picture itself begins
            break;
        const std::size_t length = static_cast<std::size_t>(jpeg[at + 2]) << 8U | jpeg[at + 3];
        if (length < 2 || jpeg.size() - at - 2 < length)
            break;
        const std::span<const std::uint8_t> content = jpeg.subspan(at + 4, length - 2);
        if (marker == 0xe1 && content.size() > kExif.size() && std::equal(kExif.begin(), kExif.end(), content.begin()))
            return exifOrientation(content.subspan(kExif.size()));
        at += 2 + length;
    }
    return 1;
}

core::Image turnedUpright(core::Image image, int orientation) {
    if (orientation <= 1 || orientation > 8)
        return image;
    const int w = image.width;
    const int h = image.height;
    const bool swapped = orientation >= 5;
    core::Image turned{swapped ? h : w, swapped ? w : h, std::vector<std::uint8_t>(image.rgba.size())};
    std::uint8_t* out = turned.rgba.data();
    for (int y = 0; y < turned.height; ++y) {
        for (int x = 0; x < turned.width; ++x) {
            int fromX = swapped ? y : x;
            int fromY = swapped ? x : y;
            if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8)
                fromX = w - 1 - fromX;
            if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7)
                fromY = h - 1 - fromY;
            const std::size_t from =
                (static_cast<std::size_t>(fromY) * static_cast<std::size_t>(w) + static_cast<std::size_t>(fromX)) * 4;
            out = std::copy_n(image.rgba.data() + from, 4, out);
        }
    }
    return turned;
}

} // namespace jejaring::data
