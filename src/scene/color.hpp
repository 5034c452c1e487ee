// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace jejaring::scene {

// sRGB with straight alpha.
struct Color {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;
    friend bool operator==(const Color&, const Color&) = default;
};

// 0xrrggbb.
[[nodiscard]] constexpr Color rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U & 0xffU),
            static_cast<std::uint8_t>(hex & 0xffU), 255};
}
[[nodiscard]] constexpr Color withAlpha(Color c, double alpha) {
    c.a = static_cast<std::uint8_t>(alpha * 255 + 0.5);
    return c;
}

} // namespace jejaring::scene
