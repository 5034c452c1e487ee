// SPDX-License-Identifier: MIT
#pragma once

#include "geo/point.hpp"

namespace jejaring::scene {

// A rectangle of a layout, in layout units (a pixel at a pixel ratio of 1): x to the right, y down.
struct Rect {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
    [[nodiscard]] bool contains(geo::Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    [[nodiscard]] bool intersects(const Rect& o) const {
        return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
    }
    friend bool operator==(const Rect&, const Rect&) = default;
};

// What part of the projected plane a frame shows: the point at its middle and the scale.
struct Camera {
    geo::Point centre;             // projected metres
    double metresPerUnit = 5000.0; // metres a layout unit
    friend bool operator==(const Camera&, const Camera&) = default;
};

[[nodiscard]] geo::Point toFrame(const Camera& camera, const Rect& frame, geo::Point metres);
[[nodiscard]] geo::Point toMetres(const Camera& camera, const Rect& frame, geo::Point layout);
// The camera that shows `box` whole in `frame`, with `margin` layout units left free on every side.
[[nodiscard]] Camera fit(const geo::Box& box, const Rect& frame, double margin);
// Zoomed by `factor` (> 1 comes closer) so that the point under `anchor` (layout units) stays under it; scales are held
// between kNearest and kFarthest.
[[nodiscard]] Camera zoomAt(const Camera& camera, const Rect& frame, geo::Point anchor, double factor);
// The camera of a smooth flight at t in 0..1 (van Wijk and Nuij 2003, "Smooth and efficient zooming and panning").
[[nodiscard]] Camera fly(const Camera& from, const Camera& to, const Rect& frame, double t);
// How long that flight takes, in seconds; between 0.15 and 1.2.
[[nodiscard]] double flightSeconds(const Camera& from, const Camera& to, const Rect& frame);

inline constexpr double kNearest = 5.0;      // metres a layout unit
inline constexpr double kFarthest = 25000.0; // metres a layout unit

} // namespace jejaring::scene
