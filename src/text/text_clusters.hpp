// SPDX-License-Identifier: MIT
// Which letters of a run's string stand behind which of its glyphs.
#pragma once

#include "text/font.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace jejaring::text {

// Bytes of the string and the glyphs they became; clusters follow each other in both.
struct TextCluster {
    int bytes = 0;
    int glyphs = 0;
};

// A piece of the run: glyphs beside each other in one face, and the bytes that they show.
struct TextPart {
    FaceId face = 0;
    bool rightToLeft = false; // glyphs then stand in the opposite order of clusters
    std::uint32_t beginByte = 0;
    std::uint32_t endByte = 0;
    std::uint32_t firstGlyph = 0;
    std::uint32_t glyphs = 0;
    std::vector<TextCluster> clusters; // in the order of bytes
};

struct RunText {
    std::vector<TextPart> parts;
    double tracking = 0; // layout units added between letters
    bool rightToLeft = false;
};

// Of a run that FontSet::shape made from the string. Where it was made otherwise the parts are glyphs of one face, one
// cluster each, and the first of them has all of the string.
[[nodiscard]] RunText textOf(const FontSet& fonts, std::string_view utf8, FontWeight weight, float size,
                             std::span<const Glyph> glyphs);

} // namespace jejaring::text
