// SPDX-License-Identifier: MIT
#include "scene/map_compose.hpp"

#include "scene/connections.hpp"
#include "scene/furniture.hpp"
#include "scene/labels.hpp"
#include "scene/land_raster.hpp"

#include <array>

namespace jejaring::scene {
namespace {

// How much of what matters a rectangle would cover: regions with a record weigh more than others.
double covered(const MapContext& context, const Rect& rect) {
    const auto land = landRasterOf(context.data.geometry);
    double sum = 0;
    constexpr int kSamples = 24;
    for (int i = 0; i < kSamples; ++i)
        for (int k = 0; k < kSamples; ++k) {
            const geo::Point p{rect.x + rect.width * (i + 0.5) / kSamples, rect.y + rect.height * (k + 0.5) / kSamples};
            const core::RegionIndex region = land->at(toMetres(context.camera, context.frame, p));
            if (region >= context.catalog().size())
                continue;
            const core::RegionIndex filled = context.filledAt(region);
            const bool selected = context.selected(region) || context.selected(filled);
            sum += selected ? 10 : (context.data.values[filled].state == analysis::ValueState::noRecord ? 1 : 3);
        }
    return sum;
}

geo::Point legendCorner(const MapContext& context, const MapComposition& composition, const Legend& legend,
                        double scaleBarHeight) {
    const Rect& area = composition.furnitureArea;
    const double bottom = area.bottom() - legend.height;
    const double right = area.right() - legend.width;
    const geo::Point lowerLeft{area.x, bottom};
    if (!composition.freeCorner)
        return lowerLeft;
    geo::Point best = lowerLeft;
    double least = covered(context, {best.x, best.y, legend.width, legend.height});
    for (const geo::Point& corner :
         {geo::Point{right, bottom - scaleBarHeight}, geo::Point{area.x, area.y}, geo::Point{right, area.y}}) {
        const double cost = covered(context, {corner.x, corner.y, legend.width, legend.height}) + 4;
        if (cost < least) {
            least = cost;
            best = corner;
        }
    }
    return best;
}

} // namespace

void composeMap(DisplayList& list, MapContext& context, const MapComposition& composition) {
    const MapView& view = context.data.view;
    context.map = list.maps.size();
    list.maps.push_back({context.data.geometry, context.frame, context.camera});
    if (!list.fonts)
        list.fonts = context.look.fonts;

    list.items.emplace_back(PushClip{context.frame});
    appendGround(list, context, composition.world);
    if (view.graticule)
        appendGraticule(list, context);
    appendOutlines(list, context);
    const std::vector<Dot> dots = dotsOf(context);
    appendArcs(list, context);
    appendDots(list, context, dots);
    const std::vector<StopMark> marks = stopMarks(context);
    appendRoute(list, context, marks);

    // Labels go round the furniture, but are drawn below it; so it is laid out first.
    const Rect& area = composition.furnitureArea;
    DisplayList furniture;
    furniture.fonts = list.fonts;
    Occupied occupied;
    for (const Rect& rect : composition.keepClear)
        occupied.add(rect);
    double scaleBarHeight = 0;
    if (view.scaleBar) {
        const Rect box = appendScaleBar(furniture, context, area.right(), area.bottom());
        scaleBarHeight = box.height + context.px(12);
        occupied.add(box);
    }
    if (view.northMark)
        occupied.add(appendNorthMark(furniture, context, area.right(), area.y));
    if (view.legend) {
        const Rect room{0, 0, area.width * (area.width > area.height ? 0.5 : 1.0),
                        area.height * (area.width > area.height ? 0.72 : 0.5)};
        if (const auto legend = layOutLegend(context, room, composition.classNames)) {
            const geo::Point corner = legendCorner(context, composition, *legend, scaleBarHeight);
            appendLegend(furniture, context, *legend, corner);
            const double air = context.px(6);
            occupied.add({corner.x - air, corner.y - air, legend->width + 2 * air, legend->height + 2 * air});
        }
    }

    for (const Dot& dot : dots)
        if (dot.box().intersects(context.frame))
            occupied.add(dot.box());
    appendStopNames(list, context, marks, occupied);
    const std::vector<core::RegionIndex> named = appendArcNames(list, context, occupied);
    if (view.labels)
        appendLabels(list, context, dots, named, occupied);
    for (Item& item : furniture.items)
        list.items.push_back(std::move(item));
    list.items.emplace_back(PopClip{});
}

void appendMap(DisplayList& list, const MapData& data, const Highlight& highlight, const Look& look, const Rect& frame,
               const Camera& camera, const std::vector<Rect>& keepClear) {
    MapContext context = makeContext(data, highlight, look, frame, camera);
    MapComposition composition;
    const double margin = 16 * look.scale;
    composition.furnitureArea = {frame.x + margin, frame.y + margin, frame.width - 2 * margin,
                                 frame.height - 2 * margin};
    composition.classNames = false;
    composition.keepClear = keepClear;
    composeMap(list, context, composition);
}

} // namespace jejaring::scene
