// SPDX-License-Identifier: MIT
#include "scene/camera.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::scene {
namespace {

// How much a flight prefers zooming over panning; 1.42 is the value that the paper's users liked best.
constexpr double kRho = 1.42;
// Path length that a flight covers in a second.
constexpr double kPathPerSecond = 2.8;

// The optimal path between two views in the plane of distance and width (van Wijk and Nuij 2003, equation 9).
struct FlightPath {
    double width0 = 1; // metres across the frame
    double width1 = 1;
    double distance = 0; // metres between the centres
    double r0 = 0;
    double length = 0;

    FlightPath(const Camera& from, const Camera& to, const Rect& frame) {
        const double across = std::max(frame.width, 1.0);
        width0 = from.metresPerUnit * across;
        width1 = to.metresPerUnit * across;
        distance = std::hypot(to.centre.x - from.centre.x, to.centre.y - from.centre.y);
        if (straight()) {
            length = std::abs(std::log(width1 / width0)) / kRho;
            return;
        }
        const double rho2 = kRho * kRho;
        const double squares = width1 * width1 - width0 * width0;
        const double arc = rho2 * rho2 * distance * distance;
        const double b0 = (squares + arc) / (2 * width0 * rho2 * distance);
        const double b1 = (squares - arc) / (2 * width1 * rho2 * distance);
        r0 = -std::asinh(b0);
        length = (-std::asinh(b1) - r0) / kRho;
    }

    // Too near for the general formula, which divides by the distance.
    [[nodiscard]] bool straight() const { return distance < 1e-6 * std::min(width0, width1); }
};

double eased(double t) {
    return t * t * (3 - 2 * t);
}

} // namespace

geo::Point toFrame(const Camera& camera, const Rect& frame, geo::Point metres) {
    return {frame.x + frame.width / 2 + (metres.x - camera.centre.x) / camera.metresPerUnit,
            frame.y + frame.height / 2 - (metres.y - camera.centre.y) / camera.metresPerUnit};
}

geo::Point toMetres(const Camera& camera, const Rect& frame, geo::Point layout) {
    return {camera.centre.x + (layout.x - frame.x - frame.width / 2) * camera.metresPerUnit,
            camera.centre.y - (layout.y - frame.y - frame.height / 2) * camera.metresPerUnit};
}

Camera fit(const geo::Box& box, const Rect& frame, double margin) {
    if (box.empty())
        return {};
    const double width = std::max(frame.width - 2 * margin, 1.0);
    const double height = std::max(frame.height - 2 * margin, 1.0);
    const double scale = std::max(box.width() / width, box.height() / height);
    return {box.centre(), std::clamp(scale, kNearest, kFarthest)};
}

Camera zoomAt(const Camera& camera, const Rect& frame, geo::Point anchor, double factor) {
    const geo::Point fixed = toMetres(camera, frame, anchor);
    Camera zoomed = camera;
    zoomed.metresPerUnit = std::clamp(camera.metresPerUnit / factor, kNearest, kFarthest);
    const geo::Point moved = toMetres(zoomed, frame, anchor);
    zoomed.centre.x += fixed.x - moved.x;
    zoomed.centre.y += fixed.y - moved.y;
    return zoomed;
}

Camera fly(const Camera& from, const Camera& to, const Rect& frame, double t) {
    if (t <= 0)
        return from;
    if (t >= 1)
        return to;
    const FlightPath path(from, to, frame);
    const double s = eased(t) * path.length;
    if (path.straight()) {
        const double share = eased(t);
        return {{from.centre.x + (to.centre.x - from.centre.x) * share,
                 from.centre.y + (to.centre.y - from.centre.y) * share},
                from.metresPerUnit * std::pow(to.metresPerUnit / from.metresPerUnit, share)};
    }
    const double cosh0 = std::cosh(path.r0);
    const double along = path.width0 / (kRho * kRho) * (cosh0 * std::tanh(kRho * s + path.r0) - std::sinh(path.r0));
    const double share = along / path.distance;
    return {
        {from.centre.x + (to.centre.x - from.centre.x) * share, from.centre.y + (to.centre.y - from.centre.y) * share},
        from.metresPerUnit * cosh0 / std::cosh(kRho * s + path.r0)};
}

double flightSeconds(const Camera& from, const Camera& to, const Rect& frame) {
    return std::clamp(FlightPath(from, to, frame).length / kPathPerSecond, 0.15, 1.2);
}

} // namespace jejaring::scene
