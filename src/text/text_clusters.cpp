// SPDX-License-Identifier: MIT
#include "text/text_clusters.hpp"

#include "text/text_layout.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::text {
namespace {

// Less than this, in em, is rounding.
constexpr double kLeastTracking = 0.002;

bool isLaidOutAs(std::span<const Glyph> glyphs, const TextLayout& layout) {
    return std::equal(
        glyphs.begin(), glyphs.end(), layout.glyphs.begin(), layout.glyphs.end(),
        [](const Glyph& glyph, const LaidGlyph& laid) { return glyph.index == laid.index && glyph.face == laid.face; });
}

RunText facesOf(std::span<const Glyph> glyphs, std::size_t bytes) {
    RunText text;
    for (std::uint32_t i = 0; i < glyphs.size(); ++i) {
        if (i == 0 || glyphs[i].face != glyphs[i - 1].face)
            text.parts.push_back({glyphs[i].face, false, 0, 0, i, 0, {}});
        ++text.parts.back().glyphs;
    }
    if (!text.parts.empty())
        text.parts.front().endByte = static_cast<std::uint32_t>(bytes);
    for (TextPart& part : text.parts)
        part.clusters.push_back({static_cast<int>(part.endByte), static_cast<int>(part.glyphs)});
    return text;
}

TextPart partOf(const TextPiece& piece, const TextLayout& layout) {
    TextPart part{piece.face, piece.rightToLeft, piece.beginByte, piece.endByte, piece.firstGlyph, piece.glyphs, {}};
    std::uint32_t last = piece.endByte;
    // From the end of the string to its beginning, so that each cluster reaches to the one that was seen before it.
    for (std::uint32_t i = 0; i < piece.glyphs; ++i) {
        const std::uint32_t at = piece.rightToLeft ? i : piece.glyphs - 1 - i;
        const std::uint32_t byte = layout.glyphs[piece.firstGlyph + at].byte;
        if (part.clusters.empty() || byte != last) {
            part.clusters.push_back({static_cast<int>(last - byte), 0});
            last = byte;
        }
        ++part.clusters.back().glyphs;
    }
    std::reverse(part.clusters.begin(), part.clusters.end());
    return part;
}

} // namespace

RunText textOf(const FontSet& fonts, std::string_view utf8, FontWeight weight, float size,
               std::span<const Glyph> glyphs) {
    const std::shared_ptr<const TextLayout> layout = fonts.layout(utf8, weight);
    if (!isLaidOutAs(glyphs, *layout))
        return facesOf(glyphs, utf8.size());
    RunText text;
    text.rightToLeft = layout->rightToLeft;
    for (const TextPiece& piece : layout->pieces)
        text.parts.push_back(partOf(piece, *layout));
    if (!glyphs.empty() && layout->glyphs.back().gaps > 0) {
        const double added = static_cast<double>(glyphs.back().x) -
                             static_cast<double>(layout->glyphs.back().x) * static_cast<double>(size);
        const double tracking = added / layout->glyphs.back().gaps;
        text.tracking = std::abs(tracking) < kLeastTracking * static_cast<double>(size) ? 0 : tracking;
    }
    return text;
}

} // namespace jejaring::text
