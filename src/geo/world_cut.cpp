// SPDX-License-Identifier: MIT
#include "geo/world_cut.hpp"

#include <cmath>

namespace jejaring::geo {
namespace {

constexpr double kEasternEdge = kWesternEdge + 360;
constexpr double kMercatorLatitude = 85.0;
// Sources round: world-atlas counts in steps of 0.00036°.
constexpr double kNearSeam = 5e-4;
constexpr double kLongestCutEdge = 2.0; // degrees

enum class Keep { below, above };

// Sutherland and Hodgman (1974) against one line of equal longitude (&Point::x) or latitude (&Point::y).
Ring clipped(const Ring& ring, double Point::*axis, double line, Keep keep) {
    Ring out;
    const auto inside = [&](Point p) { return keep == Keep::below ? p.*axis <= line : p.*axis >= line; };
    for (std::size_t i = 0; i < ring.size(); ++i) {
        // Ordered, so that both neighbours of an edge compute the same point.
        const Point from = ring[i == 0 ? ring.size() - 1 : i - 1];
        const Point to = ring[i];
        if (inside(from) != inside(to) && from.*axis != line && to.*axis != line) {
            const bool swap = to.x < from.x || (to.x == from.x && to.y < from.y);
            const Point a = swap ? to : from;
            const Point b = swap ? from : to;
            const double t = (line - a.*axis) / (b.*axis - a.*axis);
            Point cut{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
            cut.*axis = line;
            out.push_back(cut);
        }
        if (inside(to))
            out.push_back(to);
    }
    return out;
}

bool near(double a, double b) {
    return std::abs(a - b) < kNearSeam;
}

// Points on long edges along a meridian that the map bends.
Ring densified(const Ring& ring) {
    Ring out;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point from = ring[i];
        const Point to = ring[i + 1 == ring.size() ? 0 : i + 1];
        out.push_back(from);
        if (from.x != to.x || std::abs(to.y - from.y) <= kLongestCutEdge)
            continue;
        // At round latitudes, whichever way the edge runs.
        const double low = std::min(from.y, to.y);
        const double high = std::max(from.y, to.y);
        Ring between;
        for (double y = (std::floor(low / kLongestCutEdge) + 1) * kLongestCutEdge; y < high; y += kLongestCutEdge)
            between.push_back({from.x, y});
        if (from.y < to.y)
            out.insert(out.end(), between.begin(), between.end());
        else
            out.insert(out.end(), between.rbegin(), between.rend());
    }
    return out;
}

Ring snapped(const Ring& ring) {
    Ring out = ring;
    for (Point& p : out) {
        if (near(std::abs(p.x), 180))
            p.x = std::copysign(180.0, p.x);
        p.y = std::clamp(p.y, -90.0, 90.0);
    }
    return out;
}

Ring piece(const Ring& ring, Keep side, ProjectionKind projection) {
    Ring out = clipped(ring, &Point::x, kWesternEdge, side);
    if (projection == ProjectionKind::mercator) {
        out = clipped(out, &Point::y, kMercatorLatitude, Keep::below);
        out = clipped(out, &Point::y, -kMercatorLatitude, Keep::above);
    }
    if (side == Keep::below)
        for (Point& p : out)
            p.x += 360;
    return out.size() < 3 ? Ring{} : densified(out);
}

} // namespace

MultiPolygon cutForMap(const MultiPolygon& polygons, ProjectionKind projection) {
    MultiPolygon out;
    for (const Polygon& polygon : polygons) {
        const Ring outer = snapped(polygon.outer);
        std::vector<Ring> holes;
        for (const Ring& hole : polygon.holes)
            holes.push_back(snapped(hole));
        for (const Keep side : {Keep::above, Keep::below}) {
            Polygon part{piece(outer, side, projection), {}};
            if (part.outer.empty())
                continue;
            for (const Ring& hole : holes)
                if (Ring cut = piece(hole, side, projection); !cut.empty())
                    part.holes.push_back(std::move(cut));
            out.push_back(std::move(part));
        }
    }
    return out;
}

std::uint8_t cutsAt(Point p, ProjectionKind projection) {
    const double latitude = projection == ProjectionKind::mercator ? kMercatorLatitude : 90.0;
    unsigned mask = 0;
    mask |= p.x == kWesternEdge ? 1U : 0U;
    mask |= p.x == kEasternEdge ? 2U : 0U;
    mask |= std::abs(p.x) == 180 ? 4U : 0U;
    mask |= p.y <= -latitude ? 8U : 0U;
    mask |= p.y >= latitude ? 16U : 0U;
    return static_cast<std::uint8_t>(mask);
}

} // namespace jejaring::geo
