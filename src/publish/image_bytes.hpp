// SPDX-License-Identifier: MIT
#pragma once

#include "scene/display_list.hpp"

#include <string>

namespace jejaring::publish {

struct ImageBytes {
    std::string mediaType; // "image/jpeg" or "image/png"
    std::string bytes;     // of a whole file
};

// The picture as a file: its own where that is a JPEG or a PNG, else a PNG of its pixels. Precondition: it has pixels.
[[nodiscard]] ImageBytes imageBytes(const scene::ImageSource& source);

} // namespace jejaring::publish
