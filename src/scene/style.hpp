// SPDX-License-Identifier: MIT
// The tokens of the two themes.
#pragma once

#include "scene/color.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace jejaring::scene {

enum class Theme : std::uint8_t { dark, light };
[[nodiscard]] std::string_view themeId(Theme theme); // "dark", "light"
[[nodiscard]] std::optional<Theme> parseTheme(std::string_view id);

struct Style {
    Color sea;
    Color noRecord;
    Color neighbours;
    Color neighbourOutline;
    Color zero;
    Color panel;
    Color raised;
    Color line;
    Color text;
    Color muted;
    Color accent;
    Color provinceBorder;
    Color regencyBorder;
    Color coast;
    Color halo; // behind labels
    Color warning;
    std::array<Color, 5> ramp; // low to high
};

[[nodiscard]] const Style& styleOf(Theme theme);

// `classes` colours (1 to 9) along the theme's ramp, low to high; 5 gives the ramp itself.
[[nodiscard]] std::array<Color, 9> rampColors(Theme theme, std::size_t classes);

} // namespace jejaring::scene
