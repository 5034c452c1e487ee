// SPDX-License-Identifier: MIT
// Text for drawing letter by letter from left to right, where nothing shapes it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace jejaring::text {

// True where some letters (code points) are read from the right: Arabic, Hebrew and others.
[[nodiscard]] bool hasRightToLeft(std::span<const std::uint32_t> line);

// The letters of a line in the order in which they stand from left to right (UAX #9), Arabic ones in the forms that
// they take beside each other (Unicode's presentation forms). The line itself where all are read from the left.
[[nodiscard]] std::vector<std::uint32_t> visualOrder(std::span<const std::uint32_t> line);

} // namespace jejaring::text
