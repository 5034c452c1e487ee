// SPDX-License-Identifier: MIT
#include "scene/map_compose.hpp"

#include "scene/connections.hpp"
#include "scene/furniture.hpp"
#include "scene/labels.hpp"
#include "scene/legend_place.hpp"
#include "scene/text_run.hpp"
#include "text/locale_format.hpp"

#include <algorithm>
#include <utility>

namespace jejaring::scene {

namespace {

// Those that are not among `wanted`.
std::vector<core::RegionIndex> others(const core::RegionCatalog& catalog,
                                      const std::vector<core::RegionIndex>& wanted) {
    std::vector<core::RegionIndex> rest;
    for (std::size_t i = 0; i < catalog.size(); ++i)
        if (std::find(wanted.begin(), wanted.end(), static_cast<core::RegionIndex>(i)) == wanted.end())
            rest.push_back(static_cast<core::RegionIndex>(i));
    return rest;
}

// How many partners are not named for want of room, in a corner that is free.
void appendLeftOut(DisplayList& list, const MapContext& context, int count, const Rect& area, Occupied& occupied) {
    TextStyle style{text::FontWeight::regular, context.px(10), context.style.muted, 0,
                    context.style.halo,        context.px(2.4)};
    const std::string words = context.tr(JEJARING_TR("{0} {0:partner is|partners are} not named for want of room."),
                                         {text::formatNumber(context.look.language, count)});
    const double width = static_cast<double>(textWidth(*list.fonts, words, style));
    const double height = static_cast<double>(style.size);
    for (const bool lower : {true, false})
        for (const bool right : {false, true}) {
            const Rect box{right ? area.right() - width : area.x, lower ? area.bottom() - height : area.y, width,
                           height};
            if (!occupied.free(box))
                continue;
            appendText(list, words, {box.x, box.bottom() - height * 0.2}, style);
            occupied.add(box);
            return;
        }
}

} // namespace

std::vector<core::RegionIndex> composeMap(DisplayList& list, MapContext& context, const MapComposition& composition) {
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
    const std::vector<Arc> arcs = arcsOf(context);
    const std::vector<StopMark> marks = stopMarks(context);

    // Labels go round the furniture, but are drawn below it, and arcs break off before labels, but are drawn below
    // dots; so what is to be drawn last is laid out first.
    const Rect& area = composition.furnitureArea;
    DisplayList furniture;
    furniture.fonts = list.fonts;
    Occupied occupied;
    for (const Rect& rect : composition.keepClear)
        occupied.add(rect);
    Rect scaleBar;
    if (view.scaleBar) {
        const ItemGroup group(furniture, GroupKind::scaleBar, describeScaleBar(context));
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
        if (const auto placed = placeLegend(context, composition, dots, arcs, taken)) {
            const ItemGroup group(furniture, GroupKind::legend, describeLegend(context, placed->legend));
            appendLegend(furniture, context, placed->legend, placed->corner);
            const double air = context.px(6);
            occupied.add({placed->corner.x - air, placed->corner.y - air, placed->legend.width + 2 * air,
                          placed->legend.height + 2 * air});
        }

    for (const Dot& dot : dots)
        if (dot.box().intersects(context.frame))
            occupied.add(dot.box());
    occupyArcs(context, arcs, occupied);
    const StopMark* last = nullptr;
    for (const StopMark& mark : marks) {
        if (mark.cancelled)
            continue;
        if (last != nullptr)
            occupied.addLine({last->at, mark.at});
        last = &mark;
    }
    DisplayList texts;
    texts.fonts = list.fonts;
    const auto firstText = static_cast<std::ptrdiff_t>(occupied.rects().size());
    {
        const ItemGroup group(texts, GroupKind::graticule);
        for (const GraticuleNumber& number : degrees)
            if (list.fonts && occupied.free(number.box)) {
                appendText(texts, number.text, number.baseline, number.style);
                occupied.add(number.box);
            }
    }
    std::vector<core::RegionIndex> named;
    {
        const ItemGroup group(texts, GroupKind::labels);
        appendStopNames(texts, context, marks, occupied);
        const ArcNames partners = appendArcNames(texts, context, arcs, occupied);
        if (partners.leftOut > 0 && composition.legend == nullptr) // a window tells them when pointed at
            appendLeftOut(texts, context, partners.leftOut, area, occupied);
        std::vector<core::RegionIndex> passedOver = partners.regions;
        if (composition.onlyNames != nullptr) {
            const std::vector<core::RegionIndex> rest = others(context.catalog(), *composition.onlyNames);
            passedOver.insert(passedOver.end(), rest.begin(), rest.end());
        }
        if (view.labels && composition.regionNames)
            for (const PlacedLabel& label : appendLabels(texts, context, dots, passedOver, occupied))
                named.push_back(label.region);
    }
    {
        const ItemGroup group(list, GroupKind::connections);
        appendArcs(list, context, arcs, {occupied.rects().begin() + firstText, occupied.rects().end()});
    }
    {
        const ItemGroup group(list, GroupKind::dots);
        appendDots(list, context, dots);
    }
    {
        const ItemGroup group(list, GroupKind::route);
        appendRoute(list, context, marks);
    }
    for (DisplayList* part : {&texts, &furniture})
        for (Item& item : part->items)
            list.items.push_back(std::move(item));
    list.items.emplace_back(PopClip{});
    return named;
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
    composition.fullestLegend = LegendDetail::counts;
    composition.keepClear = keepClear;
    composition.legend = legend;
    composeMap(list, context, composition);
}

} // namespace jejaring::scene
