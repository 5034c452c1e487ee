// SPDX-License-Identifier: MIT
#include "scene/map_compose.hpp"

#include "scene/connections.hpp"
#include "scene/furniture.hpp"
#include "scene/labels.hpp"
#include "scene/land_raster.hpp"

#include <array>
#include <optional>
#include <utility>

namespace jejaring::scene {
namespace {

// How much of what matters a rectangle would cover, in square layout units at a scale of 1: regions with a record weigh
// more than others, and dots more than fills.
double covered(const MapContext& context, const std::vector<Dot>& dots, const Rect& rect) {
    const auto land = landRasterOf(context.data.geometry);
    const double step = 7 * context.look.scale;
    double sum = 0;
    for (double x = rect.x; x < rect.right(); x += step)
        for (double y = rect.y; y < rect.bottom(); y += step) {
            const core::RegionIndex region = land->at(toMetres(context.camera, context.frame, {x, y}));
            if (region >= context.catalog().size())
                continue;
            const core::RegionIndex filled = context.filledAt(region);
            const bool selected = context.selected(region) || context.selected(filled);
            sum += selected ? 10 : (context.data.values[filled].state == analysis::ValueState::noRecord ? 1 : 3);
        }
    for (const Dot& dot : dots)
        if (dot.box().intersects(rect))
            sum += context.selected(dot.region) ? 100 : 10;
    return sum * 49;
}

struct PlacedLegend {
    Legend legend;
    geo::Point corner;
};

// The legend in the corner where it covers least, the lower left one before others; with less
// detail and in smaller type where that leaves the land free.
std::optional<PlacedLegend> placeLegend(const MapContext& context, const MapComposition& composition,
                                        const std::vector<Dot>& dots, const std::vector<Rect>& taken) {
    constexpr double kFree = 400;  // as good as nothing covered
    constexpr double kWorth = 0.7; // of what another corner covers, for the legend to leave its own
    const Rect& area = composition.furnitureArea;
    const bool wide = area.width > area.height;
    const Rect room{0, 0, area.width * (wide ? 0.5 : 1.0), area.height * (wide ? 0.8 : 0.5)};
    const double gap = context.px(10);
    std::optional<PlacedLegend> best;
    double least = 0;
    struct Attempt {
        LegendDetail detail;
        double shrink;
    };
    constexpr std::array<Attempt, 6> kAttempts{{{LegendDetail::countsAndNames, 1},
                                                {LegendDetail::countsAndNames, 0.9},
                                                {LegendDetail::counts, 0.9},
                                                {LegendDetail::counts, 0.75},
                                                {LegendDetail::bare, 0.9},
                                                {LegendDetail::bare, 0.7}}};
    for (const Attempt& attempt : kAttempts) {
        if (attempt.detail == LegendDetail::countsAndNames && !composition.classNames && attempt.shrink < 1)
            continue;
        const std::optional<Legend> legend = layOutLegend(
            context, dots, room,
            composition.classNames ? attempt.detail : std::min(attempt.detail, LegendDetail::counts), attempt.shrink);
        if (!legend)
            continue;
        std::optional<geo::Point> corner;
        double cost = 0;
        for (const auto& [right, lower] : {std::pair{false, true}, {true, true}, {false, false}, {true, false}}) {
            Rect box{right ? area.right() - legend->width : area.x, lower ? area.bottom() - legend->height : area.y,
                     legend->width, legend->height};
            for (const Rect& rect : taken) {
                if (!box.intersects(rect))
                    continue;
                if (right && !lower)
                    box.x = rect.x - gap - box.width;
                else if (lower)
                    box.y = rect.y - gap - box.height;
                else
                    box.y = rect.bottom() + gap;
            }
            if (box.x < area.x || box.y < area.y || box.right() > area.right() || box.bottom() > area.bottom())
                continue;
            const double covers = covered(context, dots, box);
            if (!corner || (cost > kFree && covers < cost * kWorth)) {
                corner = geo::Point{box.x, box.y};
                cost = covers;
            }
        }
        if (corner && (!best || cost <= kFree)) {
            best = PlacedLegend{*legend, *corner};
            least = cost;
        }
        if (best && least <= kFree)
            break;
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
    Rect scaleBar;
    if (view.scaleBar) {
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
        taken.push_back(appendNorthMark(furniture, context, right, area.y));
        occupied.add(taken.back());
    }
    if (view.legend)
        if (const auto placed = placeLegend(context, composition, dots, taken)) {
            appendLegend(furniture, context, placed->legend, placed->corner);
            const double air = context.px(6);
            occupied.add({placed->corner.x - air, placed->corner.y - air, placed->legend.width + 2 * air,
                          placed->legend.height + 2 * air});
        }

    for (const Dot& dot : dots)
        if (dot.box().intersects(context.frame))
            occupied.add(dot.box());
    appendStopNames(list, context, marks, occupied);
    const std::vector<core::RegionIndex> named = appendArcNames(list, context, occupied);
    if (view.labels)
        (void)appendLabels(list, context, dots, named, occupied);
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
