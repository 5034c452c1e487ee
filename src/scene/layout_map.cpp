// SPDX-License-Identifier: MIT
// Maps of a page: composed as those of windows and pictures are, each with a camera of its own.
#include "analysis/credit.hpp"
#include "scene/layout_context.hpp"
#include "scene/legend_place.hpp"
#include "scene/map_compose.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::scene {
namespace {

// Projected metres of a partner, where its place is known.
std::optional<geo::Point> placeOf(const LayoutContext& context, const core::Partner& partner) {
    if (!partner.place)
        return std::nullopt;
    const geo::Point metres = projectionOfThread(context.input.map->geometry->projection())
                                  .forward({partner.place->longitude, partner.place->latitude});
    if (!std::isfinite(metres.x) || !std::isfinite(metres.y))
        return std::nullopt;
    return metres;
}

} // namespace

Camera tiesCamera(const LayoutContext& context, const Rect& frame) {
    const geo::MapGeometry& geometry = *context.input.map->geometry;
    geo::Box box;
    const core::RegionIndex region = context.region();
    const core::RegionCode own = region == core::kNoRegion ? core::RegionCode() : context.actingCode();
    bool led = false; // anywhere
    const auto take = [&](const core::Agreement& agreement) {
        if (!standing(context, agreement))
            return;
        for (const core::Party& party : agreement.parties) {
            if (const core::Partner* partner = core::findPartner(context.project(), party.partnerId)) {
                if (const auto place = placeOf(context, *partner)) {
                    box.extend(*place);
                    led = true;
                } else if (const auto within = context.catalog().find(partner->region)) {
                    box.extend(geometry.anchor(*within).at);
                    led = true;
                }
            }
            if (!party.region.empty())
                if (const auto end = context.catalog().find(party.region)) {
                    box.extend(geometry.anchor(*end).at);
                    led = led || (!own.empty() && !analysis::covers(own, party.region, false));
                }
        }
    };
    if (region != core::kNoRegion) {
        box.extend(geometry.bounds(region));
        for (const core::Agreement* agreement : context.facts().agreements)
            take(*agreement);
    } else if (const core::Partner* partner = context.partner()) {
        for (const core::Agreement* agreement : agreementsWith(context, *partner).shown)
            take(*agreement);
    }
    if (!led) // there is no arc to follow
        return homeCamera(geometry, frame);
    // So much of the surroundings that it can be told where this is.
    constexpr double kLeast = 2.5e6; // metres
    const geo::Point centre = box.centre();
    box.extend(geo::Box{centre.x - kLeast / 2, centre.y - kLeast / 2, centre.x + kLeast / 2, centre.y + kLeast / 2});
    // Not scene::fit, which comes no farther than a window does: the ties may span the world.
    const double margin = std::min(frame.width, frame.height) * 0.13;
    Camera camera;
    camera.centre = box.centre();
    camera.metresPerUnit = std::max(box.width() / std::max(frame.width - 2 * margin, 1.0),
                                    box.height() / std::max(frame.height - 2 * margin, 1.0));
    // No more of the nothing beyond the poles than must be.
    constexpr double kPole = 83.6; // degrees, the northernmost land
    const geo::Projection& projection = projectionOfThread(geometry.projection());
    const double top = projection.forward({118, kPole}).y;
    const double half = frame.height / 2 * camera.metresPerUnit;
    if (camera.centre.y + half > top)
        camera.centre.y = std::max(top - half, box.maxY - half + margin * camera.metresPerUnit * 0.4);
    return camera;
}

DrawnMap appendLayoutMap(DisplayList& list, const LayoutContext& context, const LayoutMap& map, const Rect& frame) {
    Look look = context.look;
    look.scale = map.scale;
    MapData data = *map.data;      // shares project and geometry
    constexpr double kSmall = 560; // layout units
    const bool small = frame.width < kSmall;
    data.view.legend = map.legend && (map.dots || !small); // the world has no corner to spare, if it is small
    data.view.scaleBar = map.scaleBar;
    const auto own = context.layout.cameras.find(map.id);
    const Camera camera =
        own != context.layout.cameras.end() ? own->second : map.camera.value_or(homeCamera(data, look, frame));
    MapContext mapContext = makeContext(data, map.highlight, look, frame, camera);
    MapComposition composition;
    const double air = 14 * map.scale;
    composition.furnitureArea = map.furniture.width > 0
                                    ? map.furniture
                                    : Rect{frame.x + air, frame.y + air, frame.width - 2 * air, frame.height - 2 * air};
    composition.fullestLegend = small      ? LegendDetail::strip
                                : map.dots ? LegendDetail::counts
                                           : LegendDetail::countedStrip;
    composition.dots = map.dots;
    composition.world = !context.input.transparent || map.grounded || !map.dots; // so far away arcs lead there
    composition.regionNames = map.dots; // so far away they would only be in the way
    composition.keepClear = map.keepClear;
    // Names do not lean on the edge of the frame: they would look cut off there.
    const double edge = 9 * map.scale;
    composition.keepClear.insert(composition.keepClear.end(), {{frame.x, frame.y, frame.width, edge},
                                                               {frame.x, frame.bottom() - edge, frame.width, edge},
                                                               {frame.x, frame.y, edge, frame.height},
                                                               {frame.right() - edge, frame.y, edge, frame.height}});
    composition.onlyNames = map.onlyNames;
    return {camera, composeMap(list, mapContext, composition)};
}

Rect appendLayoutLegend(DisplayList& list, const LayoutContext& context, const MapData& data, const MapData& earlier,
                        const Rect& frame) {
    const Highlight none;
    const MapContext mapContext =
        makeContext(data, none, context.look, frame, homeCamera(*data.geometry, {0, 0, context.width, context.height}));
    const auto legend =
        layOutLegend(mapContext, {}, {0, 0, frame.width, frame.height}, LegendDetail::counts, 1, false, &earlier);
    if (!legend)
        return {frame.x, frame.y, 0, 0};
    const ItemGroup group(list, GroupKind::legend, describeLegend(mapContext, *legend));
    appendLegend(list, mapContext, *legend, {frame.x, frame.y});
    return {frame.x, frame.y, legend->width, legend->height};
}

Block classesBlock(const LayoutContext& context) {
    Block block;
    block.id = "legend";
    block.name = JEJARING_TR("Legend");
    block.kind = GroupKind::legend;
    block.gap = 10;
    const Highlight none;
    const Rect page{0, 0, context.width, context.height};
    const MapData& data = *context.input.map;
    const MapContext mapContext = makeContext(data, none, context.look, page, homeCamera(*data.geometry, page));
    const auto legend = layOutLegend(mapContext, {}, page, LegendDetail::counts, 1, false);
    if (!legend || !data.view.legend) {
        block.height = [](double) { return 0.0; };
        return block;
    }
    block.description = describeLegend(mapContext, *legend);
    struct Key {
        std::string words;
        RegionStyle style;
    };
    std::vector<Key> keys; // from low to high, then what is no number
    for (const LegendRow& row : legend->rows)
        if (row.state == analysis::ValueState::value)
            keys.insert(keys.begin(), {row.label, row.style});
        else
            keys.push_back({row.label, row.style});
    constexpr double kType = 12;
    constexpr double kPitch = 19;
    constexpr double kSwatch = 16; // wide
    constexpr double kAir = 6;     // between swatch and words
    constexpr double kBetween = 14;
    const TextStyle style = quietType(context, kType);
    // Where each stands from the upper left; the title has a line of its own.
    const auto places = [&context, keys, style](double width) {
        std::vector<geo::Point> at;
        double x = 0;
        double y = kPitch;
        for (const Key& key : keys) {
            const double wide = kSwatch + kAir + static_cast<double>(textWidth(context.fonts, key.words, style));
            if (x > 0 && x + wide > width) {
                x = 0;
                y += kPitch;
            }
            at.push_back({x, y});
            x += wide + kBetween;
        }
        return at;
    };
    block.height = [places](double width) {
        const std::vector<geo::Point> at = places(width);
        return at.empty() ? 0.0 : at.back().y + kPitch;
    };
    block.draw = [&context, keys, places, style, title = legend->title](DisplayList& list, const Rect& frame) {
        TextStyle strong = style;
        strong.weight = text::FontWeight::semiBold;
        appendBlock(list, fitText(context.fonts, title, strong, frame.width, 1, 0.8), {frame.x, frame.y});
        const std::vector<geo::Point> at = places(frame.width);
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const double x = frame.x + at[i].x;
            const double middle = frame.y + at[i].y + kPitch / 2;
            RoundedRect swatch;
            swatch.rect = {x, middle - 5, kSwatch, 10};
            swatch.radius = 2;
            swatch.fill = keys[i].style.fill;
            swatch.pattern = keys[i].style.pattern;
            swatch.patternColor = keys[i].style.patternColor;
            swatch.stroke = context.style.line;
            swatch.strokeWidth = 1;
            list.items.emplace_back(swatch);
            appendText(list, keys[i].words, {x + kSwatch + kAir, middle + kType * 0.36}, style);
        }
    };
    return block;
}

} // namespace jejaring::scene
