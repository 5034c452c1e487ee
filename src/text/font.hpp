// SPDX-License-Identifier: MIT
// Fonts found by fontconfig, shaped by HarfBuzz. Inter first, Noto Sans where Inter is absent; letters that this family
// lacks are taken from whatever other font is installed that has them.
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

// A face of a font set: the four of its family, by weight, then those that were found for letters it lacks.
using FaceId = std::uint16_t;
[[nodiscard]] constexpr FaceId faceOf(FontWeight weight) {
    return static_cast<FaceId>(weight);
}

// One glyph of a run: its index in the font file of its face and the place of its origin, in layout units from the
// run's origin (x to the right, y down).
struct Glyph {
    std::uint32_t index = 0;
    float x = 0;
    float y = 0;
    FaceId face = 0;
};

struct ShapedRun {
    std::vector<Glyph> glyphs; // from left to right, whichever way the text is read
    float width = 0;           // layout units
};

struct FontMetrics {
    float ascent = 0;    // layout units above the baseline
    float descent = 0;   // below it, positive
    float capHeight = 0; // of a capital letter
};

struct TextLayout;

// The faces of one family, and of others for what it lacks. Shaping from several threads at once is safe.
class FontSet {
  public:
    // Fails with missingFont, naming the Debian package to install, where neither family is installed.
    [[nodiscard]] static core::Result<std::shared_ptr<const FontSet>> load();
    ~FontSet();

    // `size` is the em in layout units; `tracking` is added between letters, in em.
    [[nodiscard]] ShapedRun shape(std::string_view utf8, FontWeight weight, float size, float tracking = 0) const;
    [[nodiscard]] float width(std::string_view utf8, FontWeight weight, float size, float tracking = 0) const;
    [[nodiscard]] FontMetrics metrics(FontWeight weight, float size) const;
    // The letters of a text that no installed font has and that are drawn as boxes, each once, in order.
    [[nodiscard]] std::vector<std::string> lacking(std::string_view utf8, FontWeight weight) const;
    // What text_layout.hpp tells: pieces of one font and direction, and the letters behind the glyphs.
    [[nodiscard]] std::shared_ptr<const TextLayout> layout(std::string_view utf8, FontWeight weight) const;
    // The font file of a face that a glyph or layout named, the index of the face in it, and its family; the renderer
    // reads glyph outlines from there.
    [[nodiscard]] const std::string& path(FaceId face) const;
    [[nodiscard]] int faceIndex(FaceId face) const;
    [[nodiscard]] const std::string& family(FaceId face) const;
    // The one that text is written in.
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
