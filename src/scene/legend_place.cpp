// SPDX-License-Identifier: MIT
#include "scene/legend_place.hpp"

#include "scene/connections.hpp"
#include "scene/dots.hpp"
#include "scene/land_raster.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace jejaring::scene {
namespace {

enum class Where : std::uint8_t { window, picture };

struct Attempt {
    Where where;
    LegendDetail detail;
    double shrink; // of its type
    double loss;   // see PossibleLegend
};
// In a window type stays as large as elsewhere there; a picture is looked at from nearby, and has the sizes of a page.
constexpr std::array<Attempt, 16> kAttempts{{{Where::window, LegendDetail::countsAndNames, 1, 0},
                                             {Where::window, LegendDetail::countsAndNames, 0.92, 0.02},
                                             {Where::window, LegendDetail::counts, 1, 0.02},
                                             {Where::window, LegendDetail::counts, 0.92, 0.04},
                                             {Where::window, LegendDetail::countedStrip, 1, 0.13},
                                             {Where::window, LegendDetail::bare, 0.92, 0.29},
                                             {Where::window, LegendDetail::strip, 1, 0.31},
                                             {Where::window, LegendDetail::folded, 1, 0.42},
                                             {Where::picture, LegendDetail::countsAndNames, 1, 0},
                                             {Where::picture, LegendDetail::countsAndNames, 0.9, 0.02},
                                             {Where::picture, LegendDetail::counts, 0.9, 0.02},
                                             {Where::picture, LegendDetail::counts, 0.75, 0.08},
                                             {Where::picture, LegendDetail::bare, 0.9, 0.12},
                                             {Where::picture, LegendDetail::countedStrip, 1, 0.13},
                                             {Where::picture, LegendDetail::strip, 1, 0.14},
                                             {Where::picture, LegendDetail::strip, 0.8, 0.2}}};
// The lower left one before others.
constexpr std::array<LegendPlace, 4> kCorners{{{false, true, 0}, {true, true, 0}, {false, false, 0}, {true, false, 0}}};

// Those that a legend may take. Only in a window can it be folded away: a picture cannot be clicked.
bool allowed(std::size_t attempt, bool window, LegendWish wish) {
    if ((kAttempts[attempt].where == Where::window) != window)
        return false;
    const bool folded = kAttempts[attempt].detail == LegendDetail::folded;
    return wish == LegendWish::automatic || folded == (wish == LegendWish::folded);
}

std::optional<Legend> layOut(const MapContext& context, const Rect& area, const std::vector<Dot>& dots,
                             LegendDetail fullest, bool window, std::size_t attempt) {
    const Attempt& asked = kAttempts[attempt];
    if (asked.detail > fullest && asked.shrink < 1)
        return std::nullopt; // the first one is the same
    const bool wide = area.width > area.height;
    const Rect room{0, 0, area.width * (wide ? 0.5 : 1.0), area.height * (wide ? 0.8 : 0.5)};
    return layOutLegend(context, dots, asked.detail == LegendDetail::folded ? area : room,
                        std::min(asked.detail, fullest), asked.shrink, window);
}

// As good as nothing: a little land without a record.
constexpr double kFree = 400;

// What a rectangle would cover: how much, in square layout units at a scale of 1, where regions with a record weigh
// more than others and dots more than fills; and whether any of it has a record or is selected.
struct Covered {
    double cost = 0;
    bool matters = false;
};

// What a legend must not hide beside land and dots: stops of the chosen visit's route and partners that arcs lead to,
// layout units.
using Points = std::vector<geo::Point>;

Points pointsOf(const MapContext& context, const Points& ends) {
    Points points = ends;
    if (!context.highlight.visitId.empty())
        for (const StopMark& mark : stopMarks(context))
            points.push_back(mark.at);
    return points;
}

// With the circles that are drawn there.
std::size_t pointsIn(const MapContext& context, const Points& points, const Rect& rect) {
    const double circle = context.px(kArcEnd + 1.5);
    const Rect around{rect.x - circle, rect.y - circle, rect.width + 2 * circle, rect.height + 2 * circle};
    return static_cast<std::size_t>(
        std::count_if(points.begin(), points.end(), [&](geo::Point point) { return around.contains(point); }));
}

Covered covered(const MapContext& context, const std::vector<Dot>& dots, const Points& points, const Rect& rect) {
    const auto land = landRasterOf(context.data.geometry);
    Covered result;
    const auto sample = [&](double step) {
        const double share = step * step / (context.look.scale * context.look.scale);
        for (double x = rect.x; x < rect.right() + step; x += step)
            for (double y = rect.y; y < rect.bottom() + step; y += step) {
                const core::RegionIndex region = land->at(toMetres(context.camera, context.frame, {x, y}));
                if (region >= context.catalog().size())
                    continue;
                const core::RegionIndex filled = context.filledAt(region);
                const bool selected = context.selected(region) || context.selected(filled);
                const bool record = context.data.values[filled].state != analysis::ValueState::noRecord;
                result.cost += share * (selected ? 10 : (record ? 3 : 1));
                result.matters = result.matters || record || selected;
            }
    };
    sample(4 * context.look.scale);
    // Islets that lie between those places count, too.
    const geo::Point upper = toMetres(context.camera, context.frame, {rect.x, rect.y});
    const geo::Point lower = toMetres(context.camera, context.frame, {rect.right(), rect.bottom()});
    if (!result.matters && land->touchesRegion({upper.x, lower.y, lower.x, upper.y})) {
        result = {};
        // What is smaller than this nobody sees, and the world has too many of such places.
        sample(std::min(4.0, std::max(0.7, LandRaster::kCell / context.camera.metresPerUnit)) * context.look.scale);
    }
    for (const Dot& dot : dots)
        if (dot.box().intersects(rect)) {
            result.cost += context.selected(dot.region) ? 5000 : 500;
            result.matters = true;
        }
    if (const std::size_t hidden = pointsIn(context, points, rect); hidden > 0) {
        result.cost += 5000 * static_cast<double>(hidden);
        result.matters = true;
    }
    if (result.matters)
        result.cost += kFree;
    return result;
}

bool coversSelected(const MapContext& context, const std::vector<Dot>& dots, const Points& points, const Rect& rect) {
    const auto selected = [&](core::RegionIndex region) { return context.selected(region); };
    if (pointsIn(context, points, rect) > 0)
        return true;
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
        // Whichever way is shorter: beside the buttons or a tab on the map's edge, above a scale bar.
        const double x = corner.right ? rect.x - gap - box.width : rect.right() + gap;
        const double y = corner.lower ? rect.y - gap - box.height : rect.bottom() + gap;
        if (std::abs(x - box.x) < std::abs(y - box.y))
            box.x = x;
        else
            box.y = y;
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
                             const Points& points, const std::vector<Rect>& taken) {
    constexpr double kWorth = 0.7; // of what another corner covers, for the legend to leave its own
    constexpr double kLess = 0.5;  // of what a fuller one covers, for a lesser one to be better
    constexpr double kBlank = 1;   // a corner with no land at all is better than one with a little
    const bool window = composition.legend != nullptr;
    const LegendWish wish = window ? composition.legend->wish : LegendWish::automatic;
    std::optional<Chosen> best;
    Covered least;
    for (std::size_t attempt = 0; attempt < kAttempts.size(); ++attempt) {
        if (!allowed(attempt, window, wish))
            continue;
        const std::optional<Legend> legend =
            layOut(context, composition.furnitureArea, dots, composition.fullestLegend, window, attempt);
        if (!legend)
            continue;
        std::optional<Chosen> here;
        Covered cost;
        for (const LegendPlace& corner : kCorners) {
            const std::optional<Rect> box = boxIn(corner, *legend, composition.furnitureArea, taken, context.px(10));
            if (!box)
                continue;
            const double air = window ? 0 : static_cast<double>(context.px(6));
            const Covered covers = covered(context, dots, points,
                                           {box->x - air, box->y - air, box->width + 2 * air, box->height + 2 * air});
            // Nobody saw a picture's legend stand elsewhere before.
            const bool blank = !window && covers.cost < kBlank && cost.cost >= kBlank;
            if (!here || blank || (cost.matters && !covers.matters) ||
                (cost.cost > kFree && covers.cost < cost.cost * kWorth && cost.matters == covers.matters)) {
                here = Chosen{{*legend, {box->x, box->y}}, {corner.right, corner.lower, attempt}};
                cost = covers;
            }
        }
        if (!here)
            continue;
        const bool folded = legend->detail == LegendDetail::folded;
        const bool better =
            folded ? least.matters
                   : cost.cost <= kFree || (least.matters && !cost.matters) ||
                         (wish != LegendWish::open && cost.cost < least.cost * kLess && cost.matters == least.matters);
        if (!best || better) {
            best = here;
            least = cost;
        }
        if (least.cost <= kFree)
            break;
    }
    return best;
}

// The legend where it stood before, or in a corner that leaves the selection free where it would cover that.
std::optional<PlacedLegend> keep(const MapContext& context, const MapComposition& composition,
                                 const std::vector<Dot>& dots, const std::vector<Rect>& taken,
                                 const MapContext& resting, const std::vector<Dot>& restingDots,
                                 const Points& restingPoints) {
    LegendPlace& place = *composition.legend->place;
    if (!allowed(place.attempt, true, composition.legend->wish))
        return std::nullopt;
    const std::optional<Legend> legend =
        layOut(context, composition.furnitureArea, dots, composition.fullestLegend, true, place.attempt);
    if (!legend)
        return std::nullopt;
    const auto box = [&](const LegendPlace& corner) {
        return boxIn(corner, *legend, composition.furnitureArea, taken, context.px(10));
    };
    std::optional<Rect> at = box(place);
    if (!at)
        return std::nullopt;
    if (coversSelected(resting, restingDots, restingPoints, *at))
        for (const LegendPlace& corner : kCorners)
            if (const std::optional<Rect> other = box(corner);
                other && !coversSelected(resting, restingDots, restingPoints, *other)) {
                place = {corner.right, corner.lower, place.attempt};
                at = other;
                break;
            }
    return PlacedLegend{*legend, {at->x, at->y}};
}

std::optional<PlacedLegend> placeRemembered(const MapContext& context, const MapComposition& composition,
                                            const std::vector<Dot>& dots, const Points& ends,
                                            const std::vector<Rect>& taken) {
    LegendMemory* memory = composition.legend;
    const bool moving = memory->rest && !(*memory->rest == context.camera);
    const MapContext resting =
        moving ? makeContext(context.data, context.highlight, context.look, context.frame, *memory->rest) : context;
    const std::vector<Dot> restingDots = moving ? dotsOf(resting) : dots;
    Points restingEnds = ends;
    if (moving)
        for (geo::Point& end : restingEnds)
            end = resting.layout(toMetres(context.camera, context.frame, end));
    const Points points = pointsOf(resting, restingEnds);
    if (memory->place)
        if (auto kept = keep(context, composition, dots, taken, resting, restingDots, points))
            return kept;
    const std::optional<Chosen> chosen = choose(resting, composition, restingDots, points, taken);
    if (!chosen)
        return std::nullopt;
    memory->place = chosen->place;
    return keep(context, composition, dots, taken, resting, restingDots, points);
}

} // namespace

std::optional<PlacedLegend> placeLegend(const MapContext& context, const MapComposition& composition,
                                        const std::vector<Dot>& dots, const std::vector<Arc>& arcs,
                                        const std::vector<Rect>& taken) {
    Points ends;
    for (const Arc& arc : arcs)
        ends.push_back(arc.to);
    LegendMemory* memory = composition.legend;
    if (memory == nullptr) {
        const std::optional<Chosen> chosen = choose(context, composition, dots, pointsOf(context, ends), taken);
        return chosen ? std::optional(chosen->placed) : std::nullopt;
    }
    std::optional<PlacedLegend> placed = placeRemembered(context, composition, dots, ends, taken);
    memory->box.reset();
    if (placed)
        memory->box = Rect{placed->corner.x, placed->corner.y, placed->legend.width, placed->legend.height};
    memory->folded = placed && placed->legend.detail == LegendDetail::folded;
    return placed;
}

std::vector<PossibleLegend> possibleLegends(const MapContext& context, const Rect& area, const std::vector<Dot>& dots,
                                            LegendWish wish) {
    std::vector<PossibleLegend> legends;
    for (std::size_t attempt = 0; attempt < kAttempts.size(); ++attempt)
        if (allowed(attempt, true, wish))
            if (auto legend = layOut(context, area, dots, LegendDetail::counts, true, attempt))
                legends.push_back({legend->width, legend->height, kAttempts[attempt].loss});
    return legends;
}

} // namespace jejaring::scene
