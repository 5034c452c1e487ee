// SPDX-License-Identifier: MIT
// Fonts found by fontconfig, shaped by HarfBuzz. Inter first, Noto Sans where Inter is absent.
#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::text {

enum class FontWeight : std::uint8_t { regular, medium, semiBold, bold };
inline constexpr std::size_t kFontWeightCount = 4;

// One glyph of a run: its index in the font file and the place of its origin, in layout units from the run's origin
// (x to the right, y down).
struct Glyph {
    std::uint32_t index = 0;
    float x = 0;
    float y = 0;
};

struct ShapedRun {
    std::vector<Glyph> glyphs;
    float width = 0; // layout units
};

struct FontMetrics {
    float ascent = 0;    // layout units above the baseline
    float descent = 0;   // below it, positive
    float capHeight = 0; // of a capital letter
};

// The faces of one family. Shaping from several threads at once is safe.
class FontSet {
  public:
    // Fails with missingFont, naming the Debian package to install, where neither family is installed.
    [[nodiscard]] static core::Result<std::shared_ptr<const FontSet>> load();
    ~FontSet();

    // `size` is the em in layout units; `tracking` is added between letters, in em.
    [[nodiscard]] ShapedRun shape(std::string_view utf8, FontWeight weight, float size, float tracking = 0) const;
    [[nodiscard]] float width(std::string_view utf8, FontWeight weight, float size, float tracking = 0) const;
    [[nodiscard]] FontMetrics metrics(FontWeight weight, float size) const;
    // The letters of a text that the font lacks and draws as boxes, each once, in order.
    [[nodiscard]] std::vector<std::string> lacking(std::string_view utf8, FontWeight weight) const;
    // The font file of a weight and the index of the face in it; the renderer reads glyph outlines from there.
    [[nodiscard]] const std::string& path(FontWeight weight) const;
    [[nodiscard]] int faceIndex(FontWeight weight) const;
    [[nodiscard]] const std::string& family() const;

    // Breaks text at spaces so that no line is wider than `width`; a single longer word stands alone on its line.
    [[nodiscard]] std::vector<std::string> wrap(std::string_view utf8, FontWeight weight, float size,
                                                float width) const;
    // The text, or its beginning and "…" where it is wider than `width`.
    [[nodiscard]] std::string ellipsize(std::string_view utf8, FontWeight weight, float size, float width) const;

  private:
    FontSet();
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace jejaring::text
