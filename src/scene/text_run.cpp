// SPDX-License-Identifier: MIT
#include "scene/text_run.hpp"

namespace jejaring::scene {

float appendText(DisplayList& list, std::string_view utf8, geo::Point at, const TextStyle& style, TextAlign align) {
    if (!list.fonts || utf8.empty())
        return 0;
    text::ShapedRun shaped = list.fonts->shape(utf8, style.weight, style.size, style.tracking);
    if (align == TextAlign::centre)
        at.x -= static_cast<double>(shaped.width) / 2;
    else if (align == TextAlign::right)
        at.x -= static_cast<double>(shaped.width);
    GlyphRun run;
    run.string = utf8;
    run.weight = style.weight;
    run.size = style.size;
    run.origin = at;
    run.glyphs = std::move(shaped.glyphs);
    run.color = style.color;
    run.halo = style.halo;
    run.haloWidth = style.haloWidth;
    list.items.emplace_back(std::move(run));
    return shaped.width;
}

float textWidth(const text::FontSet& fonts, std::string_view utf8, const TextStyle& style) {
    return fonts.width(utf8, style.weight, style.size, style.tracking);
}

} // namespace jejaring::scene
