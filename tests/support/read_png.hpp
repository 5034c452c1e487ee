// SPDX-License-Identifier: MIT
// PNG files that others wrote, or were written before, as pixels.
#pragma once

#include "publish/picture_file.hpp"

#include <png.h>
#include <string>

namespace jejaring::test {

// Empty where it is no PNG.
inline publish::Pixels readPng(const std::string& path) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    publish::Pixels pixels;
    if (png_image_begin_read_from_file(&image, path.c_str()) == 0)
        return pixels;
    image.format = PNG_FORMAT_RGBA;
    pixels.width = static_cast<int>(image.width);
    pixels.height = static_cast<int>(image.height);
    pixels.rgba.resize(PNG_IMAGE_SIZE(image));
    if (png_image_finish_read(&image, nullptr, pixels.rgba.data(), 0, nullptr) == 0)
        pixels.rgba.clear();
    return pixels;
}

} // namespace jejaring::test
