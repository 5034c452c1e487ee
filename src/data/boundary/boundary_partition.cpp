// SPDX-License-Identifier: MIT
#include "data/boundary/boundary_partition.hpp"

#include "data/boundary/boundary_noding.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_map>

namespace jejaring::data {
namespace {

using Wide = std::int64_t;

// A hole between several units is a sliver up to this size (0.5 km²), one inside a single unit up to the smaller one;
// whatever its size, one narrower than kNarrowest.
constexpr double kLargestSliver = 4000;
constexpr double kLargestSpeck = 40;

// A face is nobody's where less of its border than this was claimed: a sliver that collapsed onto a coast does not own
// the sea.
constexpr double kLeastClaim = 0.3;
// A face counts as claimed twice where the second claim reaches this share of its border.
constexpr double kOverlapClaim = 0.1;

Wide twiceArea(const GridRing& ring) {
    Wide sum = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        sum += Wide(ring[j].x) * ring[i].y - Wide(ring[i].x) * ring[j].y;
    return sum;
}

double length(GridPoint a, GridPoint b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

// The segments of a ring, so directed that the unit lies on the left.
void addRing(const GridRing& ring, bool outer, std::uint32_t unit, std::vector<ClaimedSegment>& segments) {
    if (ring.size() < 3)
        return;
    const bool forward = (twiceArea(ring) > 0) == outer;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        segments.push_back(forward ? ClaimedSegment{ring[j], ring[i], unit} : ClaimedSegment{ring[i], ring[j], unit});
}

// Directions in order of their angle from the positive x axis.
bool angleLess(GridPoint u, GridPoint v) {
    const auto lower = [](GridPoint d) { return d.y < 0 || (d.y == 0 && d.x < 0); };
    if (lower(u) != lower(v))
        return lower(v);
    return Wide(u.x) * v.y - Wide(u.y) * v.x > 0;
}

bool inside(const GridRing& ring, double x, double y) {
    bool in = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        if ((ring[i].y > y) != (ring[j].y > y) &&
            x < double(ring[j].x - ring[i].x) * (y - ring[i].y) / double(ring[j].y - ring[i].y) + ring[i].x)
            in = !in;
    return in;
}

// Splits a closed walk that visits a point more than once into rings that do not.
std::vector<GridRing> simpleRings(const GridRing& walk) {
    std::vector<GridRing> rings;
    GridRing stack;
    std::unordered_map<std::uint64_t, std::size_t> position;
    const auto key = [](GridPoint p) { return std::uint64_t(std::uint32_t(p.x)) << 32 | std::uint32_t(p.y); };
    for (const GridPoint p : walk) {
        const auto seen = position.find(key(p));
        if (seen != position.end()) {
            const std::size_t first = seen->second;
            rings.emplace_back(stack.begin() + static_cast<std::ptrdiff_t>(first), stack.end());
            for (std::size_t i = first; i < stack.size(); ++i)
                position.erase(key(stack[i]));
            stack.resize(first);
        }
        position[key(p)] = stack.size();
        stack.push_back(p);
    }
    rings.push_back(std::move(stack));
    std::erase_if(rings, [](const GridRing& ring) { return ring.size() < 3; });
    return rings;
}

// Rings that run anticlockwise become polygons; the others are holes of the smallest one around them.
GridMultiPolygon assemble(std::vector<GridRing> rings) {
    GridMultiPolygon polygons;
    std::vector<GridRing> holes;
    for (GridRing& ring : rings) {
        if (twiceArea(ring) > 0)
            polygons.push_back({std::move(ring), {}});
        else
            holes.push_back(std::move(ring));
    }
    std::sort(polygons.begin(), polygons.end(),
              [](const GridPolygon& p, const GridPolygon& q) { return twiceArea(p.outer) > twiceArea(q.outer); });
    for (GridRing& hole : holes) {
        // A point just inside the hole, beside the middle of its first edge.
        const GridPoint a = hole[0];
        const GridPoint b = hole[1];
        const double reach = 1e-3 / std::max(length(a, b), 1.0);
        const double x = (a.x + b.x) / 2.0 + (b.y - a.y) * reach;
        const double y = (a.y + b.y) / 2.0 - (b.x - a.x) * reach;
        for (std::size_t i = polygons.size(); i-- > 0;)
            if (-twiceArea(hole) < twiceArea(polygons[i].outer) && inside(polygons[i].outer, x, y)) {
                polygons[i].holes.push_back(std::move(hole));
                break;
            }
    }
    return polygons;
}

} // namespace

GridPoint toGrid(geo::Point degrees) {
    return {static_cast<std::int32_t>(std::lround(degrees.x / kGridStep)),
            static_cast<std::int32_t>(std::lround(degrees.y / kGridStep))};
}

geo::Point toDegrees(GridPoint point) {
    // Division by the inverse step gives the number nearest to the decimal one.
    return {point.x / 1e4, point.y / 1e4};
}

geo::MultiPolygon toDegrees(const GridMultiPolygon& polygons) {
    const auto ringOf = [](const GridRing& ring) {
        geo::Ring result;
        result.reserve(ring.size());
        for (const GridPoint p : ring)
            result.push_back(toDegrees(p));
        return result;
    };
    geo::MultiPolygon result;
    result.reserve(polygons.size());
    for (const GridPolygon& polygon : polygons) {
        geo::Polygon& p = result.emplace_back();
        p.outer = ringOf(polygon.outer);
        for (const GridRing& hole : polygon.holes)
            p.holes.push_back(ringOf(hole));
    }
    return result;
}

Partition::Partition(std::span<const GridMultiPolygon> units) {
    std::vector<ClaimedSegment> segments;
    for (std::size_t unit = 0; unit < units.size(); ++unit)
        for (const GridPolygon& polygon : units[unit]) {
            addRing(polygon.outer, true, static_cast<std::uint32_t>(unit), segments);
            for (const GridRing& hole : polygon.holes)
                addRing(hole, false, static_cast<std::uint32_t>(unit), segments);
        }
    segments = nodeSegments(std::move(segments));

    points_.reserve(segments.size());
    for (const ClaimedSegment& s : segments)
        points_.push_back(s.from);
    for (const ClaimedSegment& s : segments)
        points_.push_back(s.to);
    std::sort(points_.begin(), points_.end());
    points_.erase(std::unique(points_.begin(), points_.end()), points_.end());
    const auto indexOf = [this](GridPoint p) {
        return static_cast<std::uint32_t>(std::lower_bound(points_.begin(), points_.end(), p) - points_.begin());
    };

    struct Claim {
        std::uint32_t a, b;     // a < b
        std::uint32_t backward; // 1 where the unit lies on the right of a -> b
        std::uint32_t unit;
        auto operator<=>(const Claim&) const = default;
    };
    std::vector<Claim> claims;
    claims.reserve(segments.size());
    for (const ClaimedSegment& s : segments) {
        const std::uint32_t from = indexOf(s.from);
        const std::uint32_t to = indexOf(s.to);
        claims.push_back({std::min(from, to), std::max(from, to), from < to ? 0U : 1U, s.unit});
    }
    segments.clear();
    segments.shrink_to_fit();
    // What a unit claims on both sides of an edge has collapsed: it claims neither.
    std::sort(claims.begin(), claims.end());
    claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
    const auto isClaimed = [&claims](Claim claim) { return std::binary_search(claims.begin(), claims.end(), claim); };
    std::vector<bool> collapsed(claims.size());
    for (std::size_t i = 0; i < claims.size(); ++i)
        collapsed[i] = isClaimed({claims[i].a, claims[i].b, 1 - claims[i].backward, claims[i].unit});

    std::vector<std::uint32_t> offsets; // by half-edge, into claimed
    std::vector<std::uint32_t> claimed;
    claimed.reserve(claims.size());
    for (std::size_t i = 0; i < claims.size();) {
        const std::uint32_t a = claims[i].a;
        const std::uint32_t b = claims[i].b;
        edges_.push_back({a, b});
        for (std::uint32_t side = 0; side < 2; ++side) {
            offsets.push_back(static_cast<std::uint32_t>(claimed.size()));
            for (; i < claims.size() && claims[i].a == a && claims[i].b == b && claims[i].backward == side; ++i)
                if (!collapsed[i])
                    claimed.push_back(claims[i].unit);
        }
    }
    offsets.push_back(static_cast<std::uint32_t>(claimed.size()));
    statistics_.edges = edges_.size();
    link();
    label(offsets, claimed);
    enclose();
    const Gaps closed = closeGaps({}, 0);
    statistics_.gaps = closed.count;
    statistics_.gapArea = closed.area;
    enclose();
}

// Sets next_ and the cycles.
void Partition::link() {
    const auto halves = static_cast<std::uint32_t>(edges_.size() * 2);
    std::vector<std::uint32_t> first(points_.size() + 1, 0);
    for (std::uint32_t h = 0; h < halves; ++h)
        ++first[origin(h) + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<std::uint32_t> fill(first.begin(), first.end() - 1);
    std::vector<std::uint32_t> outgoing(halves);
    for (std::uint32_t h = 0; h < halves; ++h)
        outgoing[fill[origin(h)]++] = h;
    next_.resize(halves);
    for (std::size_t p = 0; p < points_.size(); ++p) {
        const auto star = std::span(outgoing).subspan(first[p], first[p + 1] - first[p]);
        const auto direction = [this, p](std::uint32_t h) {
            const GridPoint to = points_[target(h)];
            return GridPoint{to.x - points_[p].x, to.y - points_[p].y};
        };
        std::sort(star.begin(), star.end(),
                  [&](std::uint32_t g, std::uint32_t h) { return angleLess(direction(g), direction(h)); });
        // Arriving by the twin of an outgoing half-edge, the face on the left goes on along its clockwise neighbour.
        for (std::size_t i = 0; i < star.size(); ++i)
            next_[star[i] ^ 1] = star[(i + star.size() - 1) % star.size()];
    }

    cycleOf_.assign(halves, kNoUnit);
    cycleStart_.clear();
    cycleArea_.clear();
    for (std::uint32_t start = 0; start < halves; ++start) {
        if (cycleOf_[start] != kNoUnit)
            continue;
        const auto cycle = static_cast<std::uint32_t>(cycleStart_.size());
        Wide area = 0;
        std::uint32_t h = start;
        do {
            cycleOf_[h] = cycle;
            const GridPoint a = points_[origin(h)];
            const GridPoint b = points_[target(h)];
            area += Wide(a.x) * b.y - Wide(b.x) * a.y;
            h = next_[h];
        } while (h != start);
        cycleStart_.push_back(start);
        cycleArea_.push_back(static_cast<double>(area) / 2);
    }
}

// Gives each face to the unit that claims most of its border. The outside of a piece is left to enclose(): a ring that
// crosses itself claims the sea for a unit.
void Partition::label(std::span<const std::uint32_t> claimOffsets, std::span<const std::uint32_t> claims) {
    unitOfCycle_.assign(cycleStart_.size(), kNoUnit);
    std::vector<std::pair<std::uint32_t, double>> votes;
    for (std::size_t cycle = 0; cycle < cycleStart_.size(); ++cycle) {
        if (cycleArea_[cycle] <= 0)
            continue;
        votes.clear();
        double total = 0;
        double claimed = 0;
        std::uint32_t h = cycleStart_[cycle];
        do {
            const double weight = length(points_[origin(h)], points_[target(h)]);
            total += weight;
            claimed += claimOffsets[h + 1] > claimOffsets[h] ? weight : 0;
            for (const std::uint32_t unit : claims.subspan(claimOffsets[h], claimOffsets[h + 1] - claimOffsets[h])) {
                const auto known =
                    std::find_if(votes.begin(), votes.end(), [unit](const auto& v) { return v.first == unit; });
                if (known == votes.end())
                    votes.emplace_back(unit, weight);
                else
                    known->second += weight;
            }
            h = next_[h];
        } while (h != cycleStart_[cycle]);
        if (votes.empty() || claimed < kLeastClaim * total)
            continue;
        std::sort(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
            return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
        unitOfCycle_[cycle] = votes[0].first;
        if (votes.size() > 1 && votes[1].second > kOverlapClaim * total) {
            ++statistics_.overlaps;
            statistics_.overlapArea += cycleArea_[cycle];
        }
    }
}

// Gives each unclaimed sliver to the unit with which it shares most of its border; one that has only other slivers
// around it waits for them. Between two owners below `land`, where they are given, a wider one still is a sliver.
Partition::Gaps Partition::closeGaps(std::span<const std::uint32_t> ownerOf, std::size_t land) {
    Gaps closed;
    const auto severalOwners = [&](const std::vector<std::pair<std::uint32_t, double>>& around) {
        std::uint32_t first = kNoUnit;
        return std::any_of(around.begin(), around.end(), [&](const auto& v) {
            const std::uint32_t owner = v.first < ownerOf.size() ? ownerOf[v.first] : kNoUnit;
            if (owner >= land)
                return false;
            first = first == kNoUnit ? owner : first;
            return owner != first;
        });
    };
    std::vector<std::uint32_t> open;
    for (std::uint32_t cycle = 0; cycle < cycleStart_.size(); ++cycle)
        if (cycleArea_[cycle] > 0 && unitOfCycle_[cycle] == kNoUnit)
            open.push_back(cycle);
    std::vector<std::pair<std::uint32_t, double>> around;
    for (bool changed = true; changed;) {
        changed = false;
        std::vector<std::uint32_t> still;
        for (const std::uint32_t cycle : open) {
            around.clear();
            double perimeter = 0;
            std::uint32_t h = cycleStart_[cycle];
            do {
                const std::uint32_t unit = unitOfCycle_[cycleOf_[h ^ 1]];
                const double weight = length(points_[origin(h)], points_[target(h)]);
                perimeter += weight;
                const auto known =
                    std::find_if(around.begin(), around.end(), [unit](const auto& v) { return v.first == unit; });
                if (known == around.end())
                    around.emplace_back(unit, weight);
                else
                    known->second += weight;
                h = next_[h];
            } while (h != cycleStart_[cycle]);
            std::erase_if(around, [](const auto& v) { return v.first == kNoUnit; });
            const double limit = around.size() > 1 ? kLargestSliver : kLargestSpeck;
            const bool narrow =
                2 * cycleArea_[cycle] < (severalOwners(around) ? kNarrowestBetween : kNarrowest) * perimeter;
            if (around.empty() || (cycleArea_[cycle] > limit && !narrow)) {
                still.push_back(cycle);
                continue;
            }
            unitOfCycle_[cycle] = std::max_element(around.begin(), around.end(), [](const auto& a, const auto& b) {
                                      return a.second != b.second ? a.second < b.second : a.first > b.first;
                                  })->first;
            ++closed.count;
            closed.area += cycleArea_[cycle];
            changed = true;
        }
        open = std::move(still);
    }
    statistics_.openGaps = open.size();
    statistics_.openGapArea = 0;
    for (const std::uint32_t cycle : open)
        statistics_.openGapArea += cycleArea_[cycle];
    return closed;
}

// The outside of a piece, all of whose edges hang together, belongs to the face or sea it lies in: the one to the right
// of the nearest edge on its left (de Berg et al., Computational Geometry, 2.2).
void Partition::enclose() {
    constexpr std::int32_t kBand = 64; // grid steps
    const auto band = [](std::int32_t y) { return (y + (1 << 24)) / kBand; };
    std::vector<std::pair<std::int32_t, std::uint32_t>> bands; // band and edge
    for (std::uint32_t e = 0; e < edges_.size(); ++e) {
        const auto [low, high] = std::minmax(points_[edges_[e].a].y, points_[edges_[e].b].y);
        for (std::int32_t b = band(low); b <= band(high); ++b)
            bands.emplace_back(b, e);
    }
    std::sort(bands.begin(), bands.end());

    std::vector<std::pair<GridPoint, std::uint32_t>> outsides; // leftmost point and cycle
    for (std::uint32_t cycle = 0; cycle < cycleStart_.size(); ++cycle) {
        if (cycleArea_[cycle] > 0)
            continue;
        GridPoint leftmost = points_[origin(cycleStart_[cycle])];
        for (std::uint32_t h = next_[cycleStart_[cycle]]; h != cycleStart_[cycle]; h = next_[h])
            leftmost = std::min(leftmost, points_[origin(h)]);
        outsides.emplace_back(leftmost, cycle);
    }
    // From left to right, so that what lies on the left is known.
    std::sort(outsides.begin(), outsides.end());
    faceOf_.resize(cycleStart_.size());
    std::iota(faceOf_.begin(), faceOf_.end(), 0U);
    for (const auto& [point, cycle] : outsides) {
        double nearest = -std::numeric_limits<double>::infinity();
        double nearestLean = nearest;
        std::uint32_t beside = kNoUnit; // half-edge that has the point on its left
        for (auto at = std::lower_bound(bands.begin(), bands.end(), std::pair(band(point.y), std::uint32_t{0}));
             at != bands.end() && at->first == band(point.y); ++at) {
            const GridPoint a = points_[edges_[at->second].a];
            const GridPoint b = points_[edges_[at->second].b];
            if ((a.y > point.y) == (b.y > point.y))
                continue;
            const double x = a.x + double(b.x - a.x) * double(point.y - a.y) / double(b.y - a.y);
            // Where two edges start at this height from one point, the one that leans farther to the right.
            const double lean = double(b.x - a.x) / double(b.y - a.y);
            if (x >= point.x || std::pair(x, lean) <= std::pair(nearest, nearestLean))
                continue;
            nearest = x;
            nearestLean = lean;
            beside = 2 * at->second + (b.y > a.y ? 1 : 0); // the one that runs down
        }
        unitOfCycle_[cycle] = beside == kNoUnit ? kNoUnit : unitOfCycle_[cycleOf_[beside]];
        faceOf_[cycle] = beside == kNoUnit ? kNoUnit : faceOf_[cycleOf_[beside]];
    }
}

std::vector<GridMultiPolygon> Partition::dissolve(std::span<const std::uint32_t> ownerOf, std::size_t owners) const {
    const auto ownerOfHalf = [&](std::uint32_t h) {
        const std::uint32_t unit = unitOfCycle_[cycleOf_[h]];
        return unit == kNoUnit ? kNoUnit : ownerOf[unit];
    };
    const auto isBorder = [&](std::uint32_t h) {
        const std::uint32_t owner = ownerOfHalf(h);
        return owner != kNoUnit && ownerOfHalf(h ^ 1) != owner;
    };
    const auto halves = static_cast<std::uint32_t>(edges_.size() * 2);
    std::vector<bool> done(halves, false);
    std::vector<std::vector<GridRing>> rings(owners);
    GridRing walk;
    for (std::uint32_t start = 0; start < halves; ++start) {
        if (done[start] || !isBorder(start))
            continue;
        walk.clear();
        std::uint32_t h = start;
        do {
            done[h] = true;
            walk.push_back(points_[origin(h)]);
            h = next_[h];
            // Around the point through the owner's own faces, to where the next border leaves it.
            while (!isBorder(h))
                h = next_[h ^ 1];
        } while (h != start);
        for (GridRing& ring : simpleRings(walk))
            rings[ownerOfHalf(start)].push_back(std::move(ring));
    }
    std::vector<GridMultiPolygon> result;
    result.reserve(owners);
    for (std::vector<GridRing>& of : rings)
        result.push_back(assemble(std::move(of)));
    return result;
}

} // namespace jejaring::data
