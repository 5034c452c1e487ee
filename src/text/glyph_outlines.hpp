// SPDX-License-Identifier: MIT
// Glyphs as lines, for outputs that draw their edges themselves.
#pragma once

#include "text/font.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

namespace jejaring::text {

// In em from the glyph's origin, y down.
struct OutlinePoint {
    double x = 0;
    double y = 0;
};
// Closed lines that do not repeat their first point; curves are a few straight pieces each.
using GlyphContours = std::vector<std::vector<OutlinePoint>>;

// The contours of a font set's glyphs, each read once. Not to be shared between threads.
class GlyphOutlines {
  public:
    explicit GlyphOutlines(const FontSet& fonts);
    ~GlyphOutlines();
    GlyphOutlines(const GlyphOutlines&) = delete;
    GlyphOutlines& operator=(const GlyphOutlines&) = delete;

    // Empty for a glyph without ink. The reference holds until the next call.
    [[nodiscard]] const GlyphContours& of(FontWeight weight, std::uint32_t glyph);

  private:
    struct Face;
    std::array<std::unique_ptr<Face>, kFontWeightCount> faces_;
    std::array<std::unordered_map<std::uint32_t, GlyphContours>, kFontWeightCount> known_;
};

} // namespace jejaring::text
