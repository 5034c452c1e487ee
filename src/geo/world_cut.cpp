// SPDX-License-Identifier: MIT
#include "geo/world_cut.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::geo {
namespace {

constexpr double kMercatorLatitude = 85.0;
constexpr double kLongestMeridianEdge = 2.0; // degrees
// Sources round: how far from 180° or a pole a cut may lie, degrees.
constexpr double kNearSeam = 1e-3;
constexpr double kNearPole = 0.05;

// A point of a ring that winds round the globe: `turns` times 360° are to be added to its longitude. Kept apart, so
// that the longitude keeps its bits.
struct Unwound {
    Point at;
    int turns = 0;
    [[nodiscard]] double x() const { return at.x + 360.0 * turns; }
};
using UnwoundRing = std::vector<Unwound>;

UnwoundRing unwound(const Ring& ring) {
    UnwoundRing out;
    out.reserve(ring.size() + 3);
    double latitudes = 0;
    int turns = 0;
    const auto turnsBetween = [](Point from, Point to) {
        return static_cast<int>(std::lround((std::remainder(to.x - from.x, 360) - (to.x - from.x)) / 360));
    };
    for (const Point p : ring) {
        if (!std::isfinite(p.x) || !std::isfinite(p.y) || std::abs(p.x) > 720)
            continue;
        if (!out.empty())
            turns += turnsBetween(out.back().at, p);
        out.push_back({{p.x, std::clamp(p.y, -90.0, 90.0)}, turns});
        latitudes += p.y;
    }
    if (out.size() < 3)
        return {};
    turns += turnsBetween(out.back().at, out.front().at);
    if (turns != 0) {
        const Point start = out.front().at;
        const double pole = std::copysign(90.0, latitudes);
        out.push_back({start, turns});
        out.push_back({{start.x, pole}, turns});
        out.push_back({{start.x, pole}, 0});
    }
    return out;
}

enum class Keep { below, above };

// Sutherland and Hodgman (1974) against a line of equal longitude.
UnwoundRing clipped(const UnwoundRing& ring, double line, int lineTurns, Keep keep) {
    const double cut = line + 360.0 * lineTurns;
    const auto inside = [&](const Unwound& p) { return keep == Keep::below ? p.x() <= cut : p.x() >= cut; };
    UnwoundRing out;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Unwound& from = ring[i == 0 ? ring.size() - 1 : i - 1];
        const Unwound& to = ring[i];
        if (inside(from) != inside(to) && from.x() != cut && to.x() != cut) {
            const Unwound& a = from.x() < to.x() ? from : to;
            const Unwound& b = from.x() < to.x() ? to : from;
            const double t = (cut - a.x()) / (b.x() - a.x());
            out.push_back({{line, a.at.y + t * (b.at.y - a.at.y)}, lineTurns});
        }
        if (inside(to))
            out.push_back(to);
    }
    return out;
}

// The same against a line of equal latitude.
Ring clippedAtLatitude(const Ring& ring, double line, Keep keep) {
    const auto inside = [&](Point p) { return keep == Keep::below ? p.y <= line : p.y >= line; };
    Ring out;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point from = ring[i == 0 ? ring.size() - 1 : i - 1];
        const Point to = ring[i];
        if (inside(from) != inside(to) && from.y != line && to.y != line) {
            const Point a = from.y < to.y ? from : to;
            const Point b = from.y < to.y ? to : from;
            out.push_back({a.x + (line - a.y) / (b.y - a.y) * (b.x - a.x), line});
        }
        if (inside(to))
            out.push_back(to);
    }
    return out;
}

// The part of the ring within [western, western + 360] after `turns` turns, moved to no turns.
Ring window(const UnwoundRing& ring, double western, int turns) {
    const UnwoundRing east = clipped(ring, western, turns, Keep::above);
    Ring out;
    for (const Unwound& p : clipped(east, western, turns + 1, Keep::below)) {
        const int rest = p.turns - turns;
        out.push_back({rest == 0 ? p.at.x : p.at.x + 360.0 * rest, p.at.y});
    }
    return out.size() < 3 ? Ring{} : out;
}

// Square degrees.
double areaOf(const UnwoundRing& ring) {
    Ring plane;
    plane.reserve(ring.size());
    for (const Unwound& p : ring)
        plane.push_back({p.x(), p.at.y});
    return std::abs(signedArea(plane));
}

bool isPolePoint(const UnwoundRing& ring) {
    return std::all_of(ring.begin(), ring.end(), [](const Unwound& p) { return std::abs(p.at.y) > 90 - kNearPole; });
}

// The polygon's rings, the one that encloses the others first. Sources that stitch Antarctica together leave a ring
// without extent at the pole, and may call that one the outer.
std::vector<UnwoundRing> unwoundRings(const Polygon& polygon) {
    std::vector<UnwoundRing> rings{unwound(polygon.outer)};
    for (const Ring& hole : polygon.holes)
        rings.push_back(unwound(hole));
    std::erase_if(rings, [](const UnwoundRing& ring) { return ring.empty() || isPolePoint(ring); });
    const auto largest = std::max_element(
        rings.begin(), rings.end(), [](const UnwoundRing& a, const UnwoundRing& b) { return areaOf(a) < areaOf(b); });
    if (largest != rings.end())
        std::iter_swap(rings.begin(), largest);
    return rings;
}

struct Span {
    double least = 0;
    double most = 0;
};

Span longitudes(const UnwoundRing& ring) {
    Span span{ring.front().x(), ring.front().x()};
    for (const Unwound& p : ring) {
        span.least = std::min(span.least, p.x());
        span.most = std::max(span.most, p.x());
    }
    return span;
}

int turnOf(double x, double western) {
    return static_cast<int>(std::floor((x - western) / 360));
}

// Points on long edges along a meridian, which the map bends, at round latitudes whichever way the edge runs.
Ring densified(const Ring& ring) {
    Ring out;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point from = ring[i];
        const Point to = ring[i + 1 == ring.size() ? 0 : i + 1];
        out.push_back(from);
        if (from.x != to.x || std::abs(to.y - from.y) <= kLongestMeridianEdge)
            continue;
        const double low = std::min(from.y, to.y);
        const double high = std::max(from.y, to.y);
        Ring between;
        for (double y = (std::floor(low / kLongestMeridianEdge) + 1) * kLongestMeridianEdge; y < high;
             y += kLongestMeridianEdge)
            between.push_back({from.x, y});
        if (from.y < to.y)
            out.insert(out.end(), between.begin(), between.end());
        else
            out.insert(out.end(), between.rbegin(), between.rend());
    }
    return out;
}

Ring fitted(const Ring& ring, ProjectionKind projection) {
    if (projection != ProjectionKind::mercator)
        return densified(ring);
    const Ring south = clippedAtLatitude(ring, kMercatorLatitude, Keep::below);
    return densified(clippedAtLatitude(south, -kMercatorLatitude, Keep::above));
}

} // namespace

MultiPolygon cutAtMeridian(const MultiPolygon& polygons, double western) {
    MultiPolygon out;
    for (const Polygon& polygon : polygons) {
        std::vector<UnwoundRing> rings = unwoundRings(polygon);
        if (rings.empty())
            continue;
        const Span span = longitudes(rings.front());
        for (UnwoundRing& ring : rings) {
            // Each ring starts counting turns where it pleases; a hole belongs where its outer ring is.
            const Span own = longitudes(ring);
            const int shift =
                static_cast<int>(std::lround(((span.least + span.most) / 2 - (own.least + own.most) / 2) / 360));
            for (Unwound& p : ring)
                p.turns += shift;
        }
        for (int turns = turnOf(span.least, western); turns <= turnOf(span.most, western); ++turns) {
            Polygon part{window(rings.front(), western, turns), {}};
            if (part.outer.empty())
                continue;
            for (std::size_t hole = 1; hole < rings.size(); ++hole)
                if (Ring cut = window(rings[hole], western, turns); !cut.empty())
                    part.holes.push_back(std::move(cut));
            out.push_back(std::move(part));
        }
    }
    return out;
}

MultiPolygon cutForMap(const MultiPolygon& polygons, ProjectionKind projection) {
    MultiPolygon cut = cutAtMeridian(polygons, kWesternEdge);
    for (Polygon& polygon : cut) {
        polygon.outer = fitted(polygon.outer, projection);
        for (Ring& hole : polygon.holes)
            hole = fitted(hole, projection);
    }
    return cut;
}

std::uint8_t cutsAt(Point p, ProjectionKind projection) {
    const double latitude = projection == ProjectionKind::mercator ? kMercatorLatitude : 90.0 - kNearPole;
    unsigned mask = 0;
    mask |= p.x == kWesternEdge ? 1U : 0U;
    mask |= p.x == kWesternEdge + 360 ? 2U : 0U;
    mask |= std::abs(std::abs(p.x) - 180) < kNearSeam ? 4U : 0U;
    mask |= p.y <= -latitude ? 8U : 0U;
    mask |= p.y >= latitude ? 16U : 0U;
    return static_cast<std::uint8_t>(mask);
}

} // namespace jejaring::geo
