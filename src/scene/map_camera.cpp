// SPDX-License-Identifier: MIT
// Where the camera goes, and what stands at a point of the frame.
#include "scene/map_view.hpp"

#include "scene/connections.hpp"
#include "scene/dots.hpp"

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
    const double margin = std::clamp(std::min(frame.width, frame.height) * 0.05, 12.0, 60.0);
    Camera camera = fit(geometry.bounds(), frame, margin);
    // Where the frame is taller than the country, the country stands a little high: the legend lies below it.
    const double slack = frame.height - 2 * margin - geometry.bounds().height() / camera.metresPerUnit;
    if (slack > 0)
        camera.centre.y -= std::min(slack * 0.22, frame.height * 0.12) * camera.metresPerUnit;
    return camera;
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

std::optional<Camera> visitCamera(const MapData& data, const std::string& visitId, const Rect& frame) {
    geo::Box box;
    for (const auto& [stop, metres] : stopPlaces(data, visitId))
        box.extend(metres);
    if (box.empty())
        return std::nullopt;
    constexpr double kLeast = 40000; // metres
    box = atLeast(box, kLeast);
    return fit(box, frame, std::min(frame.width, frame.height) * 0.22);
}

} // namespace jejaring::scene
