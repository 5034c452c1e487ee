// SPDX-License-Identifier: MIT
// A line of text laid out in one em, with what its glyphs do not say.
#pragma once

#include "text/font.hpp"

#include <cstdint>
#include <vector>

namespace jejaring::text {

struct LaidGlyph {
    std::uint32_t index = 0;
    float x = 0; // em from the beginning of the line, without tracking
    float y = 0;
    FaceId face = 0;
    std::uint32_t gaps = 0; // between letters at the left of it, where tracking is added
    std::uint32_t byte = 0; // of the text, where its letter begins
};

// Letters beside each other in one face, read in one direction. Their glyphs lie side by side too.
struct TextPiece {
    FaceId face = 0;
    bool rightToLeft = false;
    std::uint32_t beginByte = 0; // of the text
    std::uint32_t endByte = 0;
    std::uint32_t firstGlyph = 0;
    std::uint32_t glyphs = 0;
};

struct TextLayout {
    std::vector<LaidGlyph> glyphs; // from left to right
    std::vector<TextPiece> pieces; // in the order in which they are read; one where the family has all letters
    float width = 0;               // em, without tracking
    std::uint32_t gaps = 0;        // between all letters
    bool rightToLeft = false;      // the line begins at its right
};

} // namespace jejaring::text
