// SPDX-License-Identifier: MIT
// Strings as glyph runs of a display list. Used inside src/scene only.
#pragma once

#include "scene/display_list.hpp"

#include <string>
#include <string_view>

namespace jejaring::scene {

struct TextStyle {
    text::FontWeight weight = text::FontWeight::regular;
    float size = 13; // em, layout units
    Color color;
    float tracking = 0; // em
    Color halo;
    float haloWidth = 0;
};

enum class TextAlign : std::uint8_t { left, centre, right };

// Appends one line whose baseline is at `at`, which is its left end, middle or right end by `align`. Returns its width.
float appendText(DisplayList& list, std::string_view utf8, geo::Point at, const TextStyle& style,
                 TextAlign align = TextAlign::left);

[[nodiscard]] float textWidth(const text::FontSet& fonts, std::string_view utf8, const TextStyle& style);

} // namespace jejaring::scene
