// SPDX-License-Identifier: MIT
// Glyphs as lines, for outputs that draw their edges themselves.
#pragma once

#include "text/font.hpp"

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
    // The fonts must outlive this.
    explicit GlyphOutlines(const FontSet& fonts);
    ~GlyphOutlines();
    GlyphOutlines(const GlyphOutlines&) = delete;
    GlyphOutlines& operator=(const GlyphOutlines&) = delete;

    // Empty for a glyph without ink. The reference holds until the next call.
    [[nodiscard]] const GlyphContours& of(FaceId face, std::uint32_t glyph);

  private:
    struct Face;
    const FontSet& fonts_;
    std::unordered_map<FaceId, std::unique_ptr<Face>> faces_;
};

} // namespace jejaring::text
