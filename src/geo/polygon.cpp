// SPDX-License-Identifier: MIT
#include "geo/polygon.hpp"

#include <cmath>

namespace jejaring::geo {
namespace {

bool crosses(const Ring& ring, Point p) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point a = ring[i];
        const Point b = ring[j];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
    }
    return inside;
}

} // namespace

double signedArea(const Ring& ring) {
    if (ring.size() < 3)
        return 0;
    // Relative to the first point, so that small rings far from the origin keep their digits.
    const Point origin = ring.front();
    double twice = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i)
        twice +=
            (ring[i].x - origin.x) * (ring[i + 1].y - origin.y) - (ring[i + 1].x - origin.x) * (ring[i].y - origin.y);
    return twice / 2;
}

double area(const MultiPolygon& polygons) {
    double total = 0;
    for (const Polygon& polygon : polygons) {
        total += std::abs(signedArea(polygon.outer));
        for (const Ring& hole : polygon.holes)
            total -= std::abs(signedArea(hole));
    }
    return total;
}

Box bounds(const MultiPolygon& polygons) {
    Box box;
    for (const Polygon& polygon : polygons)
        for (const Point p : polygon.outer)
            box.extend(p);
    return box;
}

bool contains(const MultiPolygon& polygons, Point p) {
    bool inside = false;
    for (const Polygon& polygon : polygons) {
        if (!polygon.outer.empty() && crosses(polygon.outer, p))
            inside = !inside;
        for (const Ring& hole : polygon.holes)
            if (!hole.empty() && crosses(hole, p))
                inside = !inside;
    }
    return inside;
}

} // namespace jejaring::geo
