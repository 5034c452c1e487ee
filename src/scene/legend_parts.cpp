// SPDX-License-Identifier: MIT
#include "scene/legend_parts.hpp"

namespace jejaring::scene {

LegendFonts legendFonts(const Style& style, double scale) {
    const auto px = [&](double size) { return static_cast<float>(size * scale); };
    LegendFonts fonts;
    fonts.title = {text::FontWeight::semiBold, px(13.5), style.text, 0, {}, 0};
    fonts.header = {text::FontWeight::regular, px(11), style.muted, 0, {}, 0};
    fonts.row = {text::FontWeight::regular, px(12), style.text, 0, {}, 0};
    fonts.quiet = {text::FontWeight::regular, px(12), style.muted, 0, {}, 0};
    fonts.note = {text::FontWeight::regular, px(11), style.muted, 0, {}, 0};
    return fonts;
}

void appendLegendPanel(DisplayList& list, const MapContext& context, const Rect& rect, double scale) {
    RoundedRect panel;
    panel.rect = rect;
    panel.radius = static_cast<float>(10 * scale);
    panel.fill = withAlpha(context.style.panel, 0.96);
    panel.shadow = static_cast<float>(18 * scale);
    if (context.look.theme == Theme::dark) {
        panel.stroke = withAlpha(context.style.line, 0.7);
        panel.strokeWidth = static_cast<float>(scale);
    }
    list.items.emplace_back(panel);
}

void appendLegendSwatch(DisplayList& list, geo::Point middle, const RegionStyle& style, double scale) {
    RoundedRect swatch;
    swatch.rect = {middle.x - kLegendSwatchWidth * scale / 2, middle.y - kLegendSwatchHeight * scale / 2,
                   kLegendSwatchWidth * scale, kLegendSwatchHeight * scale};
    swatch.radius = static_cast<float>(3 * scale);
    swatch.fill = style.fill;
    swatch.pattern = style.pattern;
    swatch.patternColor = style.patternColor;
    list.items.emplace_back(swatch);
}

void appendLegendKey(DisplayList& list, const MapContext& context, geo::Point middle, const LegendKey& key,
                     double scale) {
    if (key.symbol == LegendKey::Symbol::square)
        appendSquareSymbol(list, context, middle, 5 * scale, key.style, scale);
    else if (key.symbol == LegendKey::Symbol::dot)
        appendDotSymbol(list, context.style, context.look.theme, middle, 4.5 * scale, key.style,
                        analysis::ValueState::value, scale);
    else
        appendLegendSwatch(list, middle, key.style, scale);
}

void appendFoldMark(DisplayList& list, const MapContext& context, geo::Point middle, bool down, double scale) {
    const double half = kFoldMark * scale / 2;
    const double rise = (down ? -0.25 : 0.25) * kFoldMark * scale;
    list.items.emplace_back(
        Polyline{{{middle.x - half, middle.y + rise}, {middle.x, middle.y - rise}, {middle.x + half, middle.y + rise}},
                 static_cast<float>(1.5 * scale),
                 context.style.muted,
                 0,
                 false});
}

} // namespace jejaring::scene
