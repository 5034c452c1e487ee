// SPDX-License-Identifier: MIT
// Neighbours, fills, lakes and borders of the map, and the outlines of what is selected and hovered.
#include "scene/map_context.hpp"

#include <algorithm>

namespace jejaring::scene {
namespace {

std::shared_ptr<const std::vector<RegionStyle>> fillStyles(const MapContext& context) {
    const core::RegionCatalog& catalog = context.catalog();
    auto styles = std::make_shared<std::vector<RegionStyle>>();
    styles->reserve(catalog.regencyCount());
    for (std::size_t i = catalog.provinceCount(); i < catalog.size(); ++i)
        styles->push_back(context.styleOfRegion(context.filledAt(static_cast<core::RegionIndex>(i))));
    return styles;
}

// Borders grow a little as one comes closer, so that they neither clog the country nor thin out in a city.
double borderGrowth(double metresPerUnit) {
    return std::clamp(1.6 - metresPerUnit / 5000, 0.9, 1.6);
}

} // namespace

void appendGround(DisplayList& list, const MapContext& context, bool world) {
    const Style& style = context.style;
    const double growth = borderGrowth(context.camera.metresPerUnit * context.look.scale);
    if (world)
        list.items.emplace_back(WorldFill{context.map, style.neighbours, style.neighbourOutline, context.px(0.75)});
    list.items.emplace_back(RegionFills{context.map, fillStyles(context), !context.fillsRegencies});
    list.items.emplace_back(LakeFill{context.map, style.sea});
    list.items.emplace_back(BorderStroke{context.map, geo::BorderClass::coast, style.coast, 0});
    if (context.data.view.level != MapLevel::province)
        list.items.emplace_back(
            BorderStroke{context.map, geo::BorderClass::regency, style.regencyBorder, context.px(0.6 * growth)});
    list.items.emplace_back(
        BorderStroke{context.map, geo::BorderClass::province, style.provinceBorder, context.px(1.1 * growth)});
}

void appendOutlines(DisplayList& list, const MapContext& context) {
    const auto known = [&](core::RegionIndex region) { return region < context.catalog().size(); };
    const core::RegionIndex hovered = context.highlight.hovered;
    if (known(hovered) && !context.selected(hovered))
        list.items.emplace_back(
            RegionOutline{context.map, hovered, withAlpha(context.style.text, 0.85), context.px(1.4)});
    // Back to front, so that the main one lies on top.
    const auto& selection = context.highlight.selection;
    for (auto region = selection.rbegin(); region != selection.rend(); ++region) {
        if (!known(*region))
            continue;
        list.items.emplace_back(
            RegionOutline{context.map, *region, withAlpha(context.style.sea, 0.9), context.px(4.4)});
        list.items.emplace_back(RegionOutline{context.map, *region, context.style.accent, context.px(2.2)});
    }
}

} // namespace jejaring::scene
