// SPDX-License-Identifier: MIT
// Pieces of DrawingML (ISO/IEC 29500-1) that slides, masters and themes share. Used inside src/publish only.
#pragma once

#include "scene/color.hpp"
#include "scene/style.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace jejaring::publish {

inline constexpr std::string_view kXmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
// Of every part that is drawn: on its root element.
inline constexpr std::string_view kDrawingNamespaces =
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

// English Metric Units, in which PowerPoint measures.
inline constexpr std::int64_t kEmuPerInch = 914400;
inline constexpr std::int64_t kEmuPerPoint = 12700;
inline constexpr double kEmuPerMillimetre = 36000;

// Text for an element or an attribute in double quotes. What XML cannot hold (control characters, bytes that are no
// UTF-8) becomes U+FFFD.
[[nodiscard]] std::string xmlEscaped(std::string_view text);

struct SlideSize {
    std::int64_t width = 0; // EMU
    std::int64_t height = 0;
};

// The colours of a presentation's theme, by which shapes name theirs, so that a changed theme changes them all.
class ThemeColors {
  public:
    explicit ThemeColors(scene::Theme theme);
    // <a:schemeClr> where the theme has exactly this colour, else <a:srgbClr>.
    [[nodiscard]] std::string element(const scene::Color& color) const;
    [[nodiscard]] scene::Theme theme() const { return theme_; }
    // In the order of a theme: dk1, lt1, dk2, lt2, accent1 to accent6, hlink, folHlink.
    [[nodiscard]] const std::array<scene::Color, 12>& slots() const { return slots_; }

  private:
    scene::Theme theme_;
    std::array<scene::Color, 12> slots_;
};

// <a:solidFill>, or <a:noFill/> for a colour that cannot be seen.
[[nodiscard]] std::string solidFill(const ThemeColors& colors, const scene::Color& color);

} // namespace jejaring::publish
