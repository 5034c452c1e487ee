// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <set>
#include <string>

namespace jejaring::text {

// A font file with the glyphs of these code points only, which shapes them as the whole does. Empty where the file
// cannot be read or is no font.
[[nodiscard]] std::string subsetFont(const std::string& path, int faceIndex, const std::set<std::uint32_t>& points);

} // namespace jejaring::text
