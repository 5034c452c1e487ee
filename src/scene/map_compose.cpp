// SPDX-License-Identifier: MIT
#include "scene/map_compose.hpp"

#include "scene/connections.hpp"
#include "scene/furniture.hpp"
#include "scene/labels.hpp"
#include "scene/legend_place.hpp"
#include "scene/text_run.hpp"

#include <utility>

namespace jejaring::scene {

void composeMap(DisplayList& list, MapContext& context, const MapComposition& composition) {
    const MapView& view = context.data.view;
    context.map = list.maps.size();
    list.maps.push_back({context.data.geometry, context.frame, context.camera});
    if (!list.fonts)
        list.fonts = context.look.fonts;

    list.items.emplace_back(PushClip{context.frame});
    appendGround(list, context, composition.world);
    std::vector<GraticuleNumber> degrees;
    if (view.graticule) {
        const ItemGroup group(list, GroupKind::graticule);
        degrees = appendGraticule(list, context, composition.lines.width > 0 ? composition.lines : context.frame);
    }
    appendOutlines(list, context);
    const std::vector<Dot> dots = composition.dots ? dotsOf(context) : std::vector<Dot>{};
    {
        const ItemGroup group(list, GroupKind::connections);
        appendArcs(list, context);
    }
    {
        const ItemGroup group(list, GroupKind::dots);
        appendDots(list, context, dots);
    }
    const std::vector<StopMark> marks = stopMarks(context);
    {
        const ItemGroup group(list, GroupKind::route);
        appendRoute(list, context, marks);
    }

    // Labels go round the furniture, but are drawn below it; so it is laid out first.
    const Rect& area = composition.furnitureArea;
    DisplayList furniture;
    furniture.fonts = list.fonts;
    Occupied occupied;
    for (const Rect& rect : composition.keepClear)
        occupied.add(rect);
    Rect scaleBar;
    if (view.scaleBar) {
        const ItemGroup group(furniture, GroupKind::scaleBar);
        scaleBar = appendScaleBar(furniture, context, area.right(), area.bottom());
        occupied.add(scaleBar);
    }
    std::vector<Rect> taken = composition.keepClear;
    if (view.scaleBar)
        taken.push_back(scaleBar);
    if (view.northMark) {
        double right = area.right();
        for (const Rect& rect : composition.keepClear)
            if (rect.contains({area.right() - 1, area.y + 1}))
                right = rect.x - context.px(8);
        const ItemGroup group(furniture, GroupKind::northMark);
        taken.push_back(appendNorthMark(furniture, context, right, area.y));
        occupied.add(taken.back());
    }
    if (view.legend)
        if (const auto placed = placeLegend(context, composition, dots, taken)) {
            const ItemGroup group(furniture, GroupKind::legend);
            appendLegend(furniture, context, placed->legend, placed->corner);
            const double air = context.px(6);
            occupied.add({placed->corner.x - air, placed->corner.y - air, placed->legend.width + 2 * air,
                          placed->legend.height + 2 * air});
        }

    for (const Dot& dot : dots)
        if (dot.box().intersects(context.frame))
            occupied.add(dot.box());
    {
        const ItemGroup group(list, GroupKind::graticule);
        for (const GraticuleNumber& number : degrees)
            if (list.fonts && occupied.free(number.box)) {
                appendText(list, number.text, number.baseline, number.style);
                occupied.add(number.box);
            }
    }
    {
        const ItemGroup group(list, GroupKind::labels);
        appendStopNames(list, context, marks, occupied);
        const std::vector<core::RegionIndex> named = appendArcNames(list, context, occupied);
        if (view.labels && composition.regionNames)
            (void)appendLabels(list, context, dots, named, occupied);
    }
    for (Item& item : furniture.items)
        list.items.push_back(std::move(item));
    list.items.emplace_back(PopClip{});
}

Rect windowFurniture(const Look& look, const Rect& frame) {
    const double margin = 16 * look.scale;
    return {frame.x + margin, frame.y + margin, frame.width - 2 * margin, frame.height - 2 * margin};
}

void appendMap(DisplayList& list, const MapData& data, const Highlight& highlight, const Look& look, const Rect& frame,
               const Camera& camera, const std::vector<Rect>& keepClear, LegendMemory* legend) {
    MapContext context = makeContext(data, highlight, look, frame, camera);
    MapComposition composition;
    composition.furnitureArea = windowFurniture(look, frame);
    composition.classNames = false;
    composition.keepClear = keepClear;
    composition.legend = legend;
    composeMap(list, context, composition);
}

} // namespace jejaring::scene
