// SPDX-License-Identifier: MIT
// Where on this machine the font files of the interface are.
#pragma once

#include "core/result.hpp"
#include "text/font.hpp"

#include <array>
#include <string>

namespace jejaring::text {

struct FontFile {
    std::string path;
    int faceIndex = 0;
    std::string family{};
};

struct FontFiles {
    std::string family;
    std::array<FontFile, kFontWeightCount> weights; // by FontWeight
};

// Inter, else Noto Sans, by fontconfig; a weight that the family lacks is taken from the nearest one. The environment
// variable JEJARING_FONTS names a folder with Inter-Regular.otf, -Medium, -SemiBold and -Bold to use instead.
// Fails with missingFont.
[[nodiscard]] core::Result<FontFiles> findFontFiles();

} // namespace jejaring::text
