// SPDX-License-Identifier: MIT
#include "scene/legend_place.hpp"

#include "scene/dots.hpp"
#include "scene/land_raster.hpp"

#include <algorithm>
#include <array>

namespace jejaring::scene {
namespace {

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
// The lower left one before others.
constexpr std::array<LegendPlace, 4> kCorners{{{false, true, 0}, {true, true, 0}, {false, false, 0}, {true, false, 0}}};

std::optional<Legend> layOut(const MapContext& context, const Rect& area, const std::vector<Dot>& dots, bool classNames,
                             std::size_t attempt) {
    const Attempt& asked = kAttempts[attempt];
    if (asked.detail == LegendDetail::countsAndNames && !classNames && asked.shrink < 1)
        return std::nullopt; // the next one is the same
    const bool wide = area.width > area.height;
    const Rect room{0, 0, area.width * (wide ? 0.5 : 1.0), area.height * (wide ? 0.8 : 0.5)};
    const LegendDetail detail = classNames ? asked.detail : std::min(asked.detail, LegendDetail::counts);
    return layOutLegend(context, dots, room, detail, asked.shrink);
}

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

bool coversSelected(const MapContext& context, const std::vector<Dot>& dots, const Rect& rect) {
    const auto selected = [&](core::RegionIndex region) { return context.selected(region); };
    if (context.highlight.selection.empty())
        return false;
    if (std::any_of(dots.begin(), dots.end(),
                    [&](const Dot& dot) { return selected(dot.region) && dot.box().intersects(rect); }))
        return true;
    const auto land = landRasterOf(context.data.geometry);
    const core::RegionCatalog& catalog = context.catalog();
    const double step = 7 * context.look.scale;
    for (double x = rect.x; x < rect.right(); x += step)
        for (double y = rect.y; y < rect.bottom(); y += step) {
            const core::RegionIndex region = land->at(toMetres(context.camera, context.frame, {x, y}));
            if (region < catalog.size() && (selected(region) || selected(catalog.provinceOf(region))))
                return true;
        }
    return false;
}

// Where a legend of this size stands in a corner, beside what stands there already; nothing where it does not fit.
std::optional<Rect> boxIn(const LegendPlace& corner, const Legend& legend, const Rect& area,
                          const std::vector<Rect>& taken, double gap) {
    Rect box{corner.right ? area.right() - legend.width : area.x, corner.lower ? area.bottom() - legend.height : area.y,
             legend.width, legend.height};
    for (const Rect& rect : taken) {
        if (!box.intersects(rect))
            continue;
        if (corner.right && !corner.lower)
            box.x = rect.x - gap - box.width;
        else if (corner.lower)
            box.y = rect.y - gap - box.height;
        else
            box.y = rect.bottom() + gap;
    }
    if (box.x < area.x || box.y < area.y || box.right() > area.right() || box.bottom() > area.bottom())
        return std::nullopt;
    return box;
}

struct Chosen {
    PlacedLegend placed;
    LegendPlace place;
};

std::optional<Chosen> choose(const MapContext& context, const MapComposition& composition, const std::vector<Dot>& dots,
                             const std::vector<Rect>& taken) {
    constexpr double kFree = 400;  // as good as nothing covered
    constexpr double kWorth = 0.7; // of what another corner covers, for the legend to leave its own
    std::optional<Chosen> best;
    double least = 0;
    for (std::size_t attempt = 0; attempt < kAttempts.size(); ++attempt) {
        const std::optional<Legend> legend =
            layOut(context, composition.furnitureArea, dots, composition.classNames, attempt);
        if (!legend)
            continue;
        std::optional<Chosen> here;
        double cost = 0;
        for (const LegendPlace& corner : kCorners) {
            const std::optional<Rect> box = boxIn(corner, *legend, composition.furnitureArea, taken, context.px(10));
            if (!box)
                continue;
            const double covers = covered(context, dots, *box);
            if (!here || (cost > kFree && covers < cost * kWorth)) {
                here = Chosen{{*legend, {box->x, box->y}}, {corner.right, corner.lower, attempt}};
                cost = covers;
            }
        }
        if (here && (!best || cost <= kFree)) {
            best = here;
            least = cost;
        }
        if (best && least <= kFree)
            break;
    }
    return best;
}

// The legend where it stood before, or in a corner that leaves the selection free where it would cover that.
std::optional<PlacedLegend> keep(const MapContext& context, const MapComposition& composition,
                                 const std::vector<Dot>& dots, const std::vector<Rect>& taken,
                                 const MapContext& resting, const std::vector<Dot>& restingDots) {
    LegendPlace& place = *composition.legend->place;
    const std::optional<Legend> legend =
        layOut(context, composition.furnitureArea, dots, composition.classNames, place.attempt);
    if (!legend)
        return std::nullopt;
    const auto box = [&](const LegendPlace& corner) {
        return boxIn(corner, *legend, composition.furnitureArea, taken, context.px(10));
    };
    std::optional<Rect> at = box(place);
    if (!at)
        return std::nullopt;
    if (coversSelected(resting, restingDots, *at))
        for (const LegendPlace& corner : kCorners)
            if (const std::optional<Rect> other = box(corner); other && !coversSelected(resting, restingDots, *other)) {
                place = {corner.right, corner.lower, place.attempt};
                at = other;
                break;
            }
    return PlacedLegend{*legend, {at->x, at->y}};
}

} // namespace

std::optional<PlacedLegend> placeLegend(const MapContext& context, const MapComposition& composition,
                                        const std::vector<Dot>& dots, const std::vector<Rect>& taken) {
    LegendMemory* memory = composition.legend;
    if (memory == nullptr) {
        const std::optional<Chosen> chosen = choose(context, composition, dots, taken);
        return chosen ? std::optional(chosen->placed) : std::nullopt;
    }
    const bool moving = memory->rest && !(*memory->rest == context.camera);
    const MapContext resting =
        moving ? makeContext(context.data, context.highlight, context.look, context.frame, *memory->rest) : context;
    const std::vector<Dot> restingDots = moving ? dotsOf(resting) : dots;
    if (memory->place)
        if (auto kept = keep(context, composition, dots, taken, resting, restingDots))
            return kept;
    const std::optional<Chosen> chosen = choose(resting, composition, restingDots, taken);
    if (!chosen)
        return std::nullopt;
    memory->place = chosen->place;
    return keep(context, composition, dots, taken, resting, restingDots);
}

std::vector<Legend> possibleLegends(const MapContext& context, const Rect& area, const std::vector<Dot>& dots,
                                    bool classNames) {
    std::vector<Legend> legends;
    for (std::size_t attempt = 0; attempt < kAttempts.size(); ++attempt)
        if (auto legend = layOut(context, area, dots, classNames, attempt))
            legends.push_back(std::move(*legend));
    return legends;
}

} // namespace jejaring::scene
