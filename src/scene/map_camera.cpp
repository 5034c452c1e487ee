// SPDX-License-Identifier: MIT
// Where the camera goes, and what stands at a point of the frame.
#include "scene/map_view.hpp"

#include "scene/connections.hpp"
#include "scene/dots.hpp"
#include "scene/land_raster.hpp"
#include "scene/legend_place.hpp"
#include "scene/map_compose.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::scene {
namespace {

// The box, grown about its centre to at least `metres` both ways.
geo::Box atLeast(geo::Box box, double metres) {
    const geo::Point c = box.centre();
    box.extend(geo::Box{c.x - metres / 2, c.y - metres / 2, c.x + metres / 2, c.y + metres / 2});
    return box;
}

bool landIn(const geo::MapGeometry& geometry, const Rect& frame, const Camera& camera, const Rect& rect) {
    constexpr int kSamples = 12;
    for (int i = 0; i < kSamples; ++i)
        for (int k = 0; k < kSamples; ++k)
            if (geometry.pick(toMetres(camera, frame,
                                       {rect.x + rect.width * i / (kSamples - 1),
                                        rect.y + rect.height * k / (kSamples - 1)})) != core::kNoRegion)
                return true;
    return false;
}

} // namespace

core::RegionIndex regionAt(const MapData& data, const Look& look, const Rect& frame, const Camera& camera,
                           geo::Point layout) {
    if (!frame.contains(layout))
        return core::kNoRegion;
    const Highlight none;
    const MapContext context = makeContext(data, none, look, frame, camera);
    // A dot is small; a pointer close by means it. Of two that come into question, the nearer one.
    const double reach = 2.5 * look.scale;
    core::RegionIndex nearest = core::kNoRegion;
    double least = reach;
    for (const Dot& dot : dotsOf(context)) {
        const double beyond = std::hypot(layout.x - dot.at.x, layout.y - dot.at.y) - dot.radius;
        if (beyond < least) {
            least = beyond;
            nearest = dot.region;
        }
    }
    if (nearest != core::kNoRegion)
        return nearest;
    const core::RegionIndex regency = data.geometry->pick(toMetres(camera, frame, layout));
    return regency == core::kNoRegion ? regency : context.filledAt(regency);
}

Camera homeCamera(const geo::MapGeometry& geometry, const Rect& frame) {
    // What the legend of a window takes at its usual scale.
    constexpr double kLegendWidth = 296;
    constexpr double kLegendHeight = 228;
    const Rect corner{frame.x, frame.bottom() - kLegendHeight, kLegendWidth, kLegendHeight};
    const double margin = std::clamp(std::min(frame.width, frame.height) * 0.04, 10.0, 60.0);
    return countryCamera(geometry, frame, {margin, margin}, corner);
}

Camera homeCamera(const MapData& data, const Look& look, const Rect& frame, const std::vector<Rect>& keepClear,
                  LegendWish wish) {
    const geo::MapGeometry& geometry = *data.geometry;
    const Camera plain = homeCamera(geometry, frame);
    if (!data.view.legend || !look.fonts)
        return plain;
    const double margin = std::clamp(std::min(frame.width, frame.height) * 0.04, 10.0, 60.0);
    const Rect inner{frame.x + margin, frame.y + margin, frame.width - 2 * margin, frame.height - 2 * margin};
    const Camera largest = fit(geometry.bounds(), inner, 0);
    const Highlight none;
    const MapContext context = makeContext(data, none, look, frame, largest);
    const Rect area = windowFurniture(look, frame);
    const double air = 14 * look.scale; // also for dots that reach beyond their land
    const auto land = landRasterOf(data.geometry);
    const auto free = [&](const Camera& camera, const Rect& rect) {
        const geo::Point upper = toMetres(camera, frame, {rect.x, rect.y});
        const geo::Point lower = toMetres(camera, frame, {rect.right(), rect.bottom()});
        return !land->touchesRegion({upper.x, lower.y, lower.x, upper.y});
    };
    // The country a little smaller, further up and to the right, or a legend that tells less: whichever loses least.
    constexpr int kSteps = 16;
    constexpr double kStep = 0.025;
    for (const bool clear : {true, false}) { // buttons over land are better than a legend over it
        std::optional<Camera> best;
        double least = 0;
        for (const PossibleLegend& legend : possibleLegends(context, area, dotsOf(context), wish)) {
            const double top = area.bottom() - legend.height - air;
            const Rect corner{frame.x, top, area.x + legend.width + air - frame.x, frame.bottom() - top};
            for (int shrunk = 0; shrunk <= kSteps && (!best || legend.loss + kStep * shrunk < least); ++shrunk)
                for (const double up : {0.2, 0.35, 0.5, 0.0})
                    for (const double aside : {0.0, 0.5}) {
                        if (best && legend.loss + kStep * shrunk >= least)
                            continue;
                        Camera camera = largest;
                        camera.metresPerUnit *= 1 + kStep * shrunk;
                        const double slackX = inner.width - geometry.bounds().width() / camera.metresPerUnit;
                        const double slackY = inner.height - geometry.bounds().height() / camera.metresPerUnit;
                        camera.centre.x -= std::max(slackX, 0.0) * aside * camera.metresPerUnit;
                        camera.centre.y -= std::max(slackY, 0.0) * up * camera.metresPerUnit;
                        if (!free(camera, corner) ||
                            (clear && !std::all_of(keepClear.begin(), keepClear.end(),
                                                   [&](const Rect& rect) { return free(camera, rect); })))
                            continue;
                        best = camera;
                        least = legend.loss + kStep * shrunk;
                    }
        }
        if (best)
            return *best;
    }
    return plain;
}

Camera countryCamera(const geo::MapGeometry& geometry, const Rect& frame, geo::Point margin, const Rect& corner) {
    const auto covers = [&](const Camera& camera) {
        return corner.width > 0 && landIn(geometry, frame, camera, corner);
    };
    const Rect inner{frame.x + margin.x, frame.y + margin.y, frame.width - 2 * margin.x, frame.height - 2 * margin.y};
    const Camera largest = fit(geometry.bounds(), inner, 0);
    // A little smaller and further up and to the right, until the corner is clear.
    constexpr int kSteps = 9;
    for (int step = 0; step <= kSteps; ++step) {
        Camera camera = largest;
        camera.metresPerUnit *= 1 + 0.025 * step;
        const double slackX = inner.width - geometry.bounds().width() / camera.metresPerUnit;
        const double slackY = inner.height - geometry.bounds().height() / camera.metresPerUnit;
        camera.centre.x -= std::max(slackX, 0.0) * 0.5 * (step > 0 ? 1 : 0) * camera.metresPerUnit;
        camera.centre.y -= std::max(slackY, 0.0) * (0.2 + 0.03 * step) * camera.metresPerUnit;
        if (!covers(camera))
            return camera;
    }
    return largest;
}

Camera regionCamera(const geo::MapGeometry& geometry, core::RegionIndex region, const Rect& frame) {
    geo::Box box = geometry.bounds(region);
    const bool province = region < geometry.catalog().provinceCount();
    // Some of the surroundings: a city alone would say nothing of where it lies.
    constexpr double kLeast = 60000; // metres
    const double around = std::max(box.width(), box.height()) * (province ? 0.04 : 0.25);
    box = {box.minX - around, box.minY - around, box.maxX + around, box.maxY + around};
    box = atLeast(box, kLeast);
    return fit(box, frame, std::min(frame.width, frame.height) * 0.06);
}

Camera regionsCamera(const geo::MapGeometry& geometry, std::span<const core::RegionIndex> regions, const Rect& frame) {
    if (regions.size() == 1)
        return regionCamera(geometry, regions.front(), frame);
    geo::Box box;
    for (const core::RegionIndex region : regions)
        box.extend(geometry.bounds(region));
    return fit(box, frame, std::min(frame.width, frame.height) * 0.12);
}

std::optional<Camera> visitCamera(const MapData& data, const std::string& visitId, const Rect& frame) {
    geo::Box box;
    for (const auto& [stop, metres] : stopPlaces(data, visitId))
        box.extend(metres);
    if (box.empty())
        return std::nullopt;
    constexpr double kLeast = 40000; // metres
    box = atLeast(box, kLeast);
    return fit(box, frame, std::min(frame.width, frame.height) * 0.15);
}

} // namespace jejaring::scene
