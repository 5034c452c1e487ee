// SPDX-License-Identifier: MIT
// findCracks and Partition::closeCracks
#include "data/boundary/boundary_cracks.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace jejaring::data {
namespace {

using Wide = std::int64_t;

// Grid steps, about 50 km: how far from where the two meet a crack is looked for.
constexpr double kLongestSide = 4500;

GridPoint operator-(GridPoint a, GridPoint b) {
    return {a.x - b.x, a.y - b.y};
}
Wide cross(GridPoint u, GridPoint v) {
    return Wide(u.x) * v.y - Wide(u.y) * v.x;
}
Wide dot(GridPoint u, GridPoint v) {
    return Wide(u.x) * v.x + Wide(u.y) * v.y;
}
double length(GridPoint u) {
    return std::hypot(u.x, u.y);
}

// Where on a segment, from 0 to 1, it is nearest to `p`.
double nearest(GridPoint p, GridPoint a, GridPoint b) {
    const GridPoint ab = b - a;
    const GridPoint ap = p - a;
    const Wide square = dot(ab, ab);
    return square > 0 ? std::clamp(double(dot(ap, ab)) / double(square), 0.0, 1.0) : 0;
}

double distance(GridPoint p, GridPoint a, GridPoint b) {
    const double along = nearest(p, a, b);
    return std::hypot(p.x - a.x - along * (b.x - a.x), p.y - a.y - along * (b.y - a.y));
}

// To the grid.
GridPoint footOf(GridPoint p, GridPoint a, GridPoint b) {
    const double along = nearest(p, a, b);
    return {a.x + std::int32_t(std::lround(along * (b.x - a.x))), a.y + std::int32_t(std::lround(along * (b.y - a.y)))};
}

// Whether two segments have more in common than one end of both.
bool conflict(const Segment& s, const Segment& t) {
    if (std::max(s.from.x, s.to.x) < std::min(t.from.x, t.to.x) ||
        std::max(t.from.x, t.to.x) < std::min(s.from.x, s.to.x) ||
        std::max(s.from.y, s.to.y) < std::min(t.from.y, t.to.y) ||
        std::max(t.from.y, t.to.y) < std::min(s.from.y, s.to.y))
        return false;
    const GridPoint along = s.to - s.from;
    const auto sign = [](Wide value) { return (value > 0) - (value < 0); };
    const int a = sign(cross(along, t.from - s.from));
    const int b = sign(cross(along, t.to - s.from));
    const bool joined = s.from == t.from || s.from == t.to || s.to == t.from || s.to == t.to;
    if (joined) {
        if (a != 0 || b != 0)
            return false;
        // On one line: apart only where they leave their common end in opposite directions.
        const GridPoint common = s.from == t.from || s.from == t.to ? s.from : s.to;
        const GridPoint u = (common == s.from ? s.to : s.from) - common;
        const GridPoint v = (common == t.from ? t.to : t.from) - common;
        return dot(u, v) > 0;
    }
    const GridPoint other = t.to - t.from;
    return a * b <= 0 && sign(cross(other, s.from - t.from)) * sign(cross(other, s.to - t.from)) <= 0;
}

// Segments by the bands of latitude they reach into.
class Bands {
  public:
    void add(const Segment& segment) {
        for (std::int32_t b = band(std::min(segment.from.y, segment.to.y));
             b <= band(std::max(segment.from.y, segment.to.y)); ++b)
            segments_[b].push_back(segment);
    }
    // Whether one other than `but` is in the way.
    [[nodiscard]] bool inTheWayOf(const Segment& line, const std::optional<Segment>& but) const {
        for (std::int32_t b = band(std::min(line.from.y, line.to.y)); b <= band(std::max(line.from.y, line.to.y)); ++b)
            if (const auto found = segments_.find(b); found != segments_.end())
                for (const Segment& segment : found->second)
                    if (conflict(line, segment) && !(but && same(*but, segment)))
                        return true;
        return false;
    }
    [[nodiscard]] bool haveAnEndAt(GridPoint point) const {
        const auto found = segments_.find(band(point.y));
        return found != segments_.end() && std::any_of(found->second.begin(), found->second.end(),
                                                       [&](const auto& s) { return s.from == point || s.to == point; });
    }

  private:
    static bool same(const Segment& s, const Segment& t) {
        return (s.from == t.from && s.to == t.to) || (s.from == t.to && s.to == t.from);
    }
    static std::int32_t band(std::int32_t y) { return (y + (1 << 24)) / 64; }
    std::map<std::int32_t, std::vector<Segment>> segments_;
};

// A place on a side of a crack where its mouth may end: a point of the shore, or the foot on an edge of a point of the
// other side.
struct Station {
    GridPoint point;
    double reach = 0; // length of the side up to here
    Wide swept = 0;   // twice the area from the origin
    GridPoint inner;  // the points before and after, seen from where the crack begins
    GridPoint outer;
    bool foot = false;
};

// One side of a crack: the shore of one owner, from where the two meet.
using Side = std::vector<GridPoint>;

Side sideOf(const Shore& shore, std::size_t start, bool forward) {
    const std::size_t count = shore.points.size();
    const std::uint32_t owner = shore.owners[forward ? start : (start + count - 1) % count];
    Side side{shore.points[start]};
    double reach = 0;
    for (std::size_t at = start; side.size() < count && reach < kLongestSide;) {
        const std::size_t next = (at + (forward ? 1 : count - 1)) % count;
        if (shore.owners[forward ? at : next] != owner)
            break;
        reach += length(shore.points[next] - side.back());
        side.push_back(shore.points[next]);
        at = next;
    }
    return side;
}

bool isBeside(GridPoint point, const Side& side) {
    for (std::size_t i = 1; i < side.size(); ++i)
        if (distance(point, side[i - 1], side[i]) <= kWidestCrack)
            return true;
    return false;
}

// How many of its points come before the first that is farther from the other side than a crack is wide.
std::size_t pointsBeside(const Side& side, const Side& other) {
    std::size_t i = 1;
    while (i < side.size() && isBeside(side[i], other))
        ++i;
    return i;
}

// In order of their reach, up to the point with which the sides part, which itself is too far.
std::vector<Station> stations(const Side& side, std::size_t beside, const Side& other, std::size_t otherBeside) {
    std::vector<Station> result;
    double reach = 0;
    Wide swept = 0;
    for (std::size_t i = 0; i + 1 < side.size() && i < beside; ++i) {
        const GridPoint a = side[i];
        const GridPoint b = side[i + 1];
        for (std::size_t j = 1; j < otherBeside; ++j) {
            const GridPoint foot = footOf(other[j], a, b);
            if (foot != a && foot != b && length(foot - other[j]) <= kWidestMouth)
                result.push_back({foot, reach + length(foot - a), swept + cross(a, foot), a, b, true});
        }
        reach += length(b - a);
        swept += cross(a, b);
        if (i + 1 < beside && i + 2 < side.size())
            result.push_back({b, reach, swept, a, side[i + 2], false});
    }
    return result;
}

// Whether a line in direction `line` from a point of a shore, which comes from `back` and goes to `out`, both seen from
// the point, runs into the water.
bool leadsIntoWater(GridPoint out, GridPoint line, GridPoint back) {
    const Wide turn = cross(out, back);
    if (turn > 0)
        return cross(out, line) > 0 && cross(line, back) > 0;
    if (turn < 0)
        return !(cross(back, line) >= 0 && cross(line, out) >= 0);
    // A spit without width, else a straight shore.
    return dot(out, back) > 0 ? cross(out, line) != 0 || dot(out, line) < 0 : cross(out, line) > 0;
}

// The longest crack that begins at this point.
std::optional<Crack> crackAt(const Shore& shore, std::size_t start, const Bands& obstacles) {
    const Side rightSide = sideOf(shore, start, true);
    const Side leftSide = sideOf(shore, start, false);
    const std::size_t rightBeside = pointsBeside(rightSide, leftSide);
    const std::size_t leftBeside = pointsBeside(leftSide, rightSide);
    const std::vector<Station> right = stations(rightSide, rightBeside, leftSide, leftBeside);
    const std::vector<Station> left = stations(leftSide, leftBeside, rightSide, rightBeside);
    std::vector<std::pair<const Station*, const Station*>> candidates;
    for (const Station& l : left)
        for (const Station& r : right) {
            const double mouth = length(r.point - l.point);
            const double reach = l.reach + r.reach;
            if (mouth == 0 || mouth > kWidestMouth || reach < 2 * kSlenderest * mouth || (l.foot && r.foot))
                continue;
            // The pool of a wider place counts with the channel before it.
            const Wide area = r.swept - l.swept + cross(r.point, l.point);
            if (area > 0 && double(area) < kWideCrack * (reach + mouth))
                candidates.emplace_back(&l, &r);
        }
    std::stable_sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
        return a.first->reach + a.second->reach > b.first->reach + b.second->reach;
    });
    for (const auto& [l, r] : candidates) {
        Crack crack{{r->point, l->point}, std::nullopt};
        if (!leadsIntoWater(r->outer - r->point, l->point - r->point, r->inner - r->point) ||
            !leadsIntoWater(l->inner - l->point, r->point - l->point, l->outer - l->point))
            continue;
        std::optional<Segment> edge;
        if (l->foot || r->foot) {
            const Station& foot = l->foot ? *l : *r;
            edge = Segment{foot.inner, foot.outer};
            crack.division = Crack::Division{*edge, foot.point};
            if (obstacles.haveAnEndAt(foot.point) || obstacles.inTheWayOf({foot.inner, foot.point}, edge) ||
                obstacles.inTheWayOf({foot.point, foot.outer}, edge))
                continue;
        }
        if (!obstacles.inTheWayOf(crack.mouth, edge))
            return crack;
    }
    return std::nullopt;
}

} // namespace

std::vector<Crack> findCracks(std::span<const Shore> shores, std::span<const Segment> edges) {
    Bands obstacles;
    for (const Segment& edge : edges)
        obstacles.add(edge);
    std::set<std::pair<GridPoint, GridPoint>> divided;
    std::vector<Crack> cracks;
    for (const Shore& shore : shores)
        for (std::size_t i = 0, j = shore.points.size() - 1; i < shore.points.size(); j = i++) {
            if (shore.owners[i] == shore.owners[j] || shore.owners[i] == kNoUnit || shore.owners[j] == kNoUnit)
                continue;
            const auto crack = crackAt(shore, i, obstacles);
            if (!crack)
                continue;
            if (crack->division) {
                const auto& [edge, at] = *crack->division;
                if (!divided.insert(std::minmax(edge.from, edge.to)).second)
                    continue;
                obstacles.add({edge.from, at});
                obstacles.add({at, edge.to});
            }
            obstacles.add(crack->mouth);
            cracks.push_back(*crack);
        }
    return cracks;
}

// The shores of all that belongs to no owner.
std::vector<Shore> Partition::shores(std::span<const std::uint32_t> ownerOf, std::size_t land) const {
    const auto ownerOfHalf = [&](std::uint32_t h) {
        const std::uint32_t unit = unitOfCycle_[cycleOf_[h]];
        return unit == kNoUnit ? kNoUnit : ownerOf[unit];
    };
    const auto isShore = [&](std::uint32_t h) { return ownerOfHalf(h) == kNoUnit && ownerOfHalf(h ^ 1) != kNoUnit; };
    const auto halves = static_cast<std::uint32_t>(edges_.size() * 2);
    std::vector<bool> done(halves, false);
    std::vector<Shore> result;
    for (std::uint32_t start = 0; start < halves; ++start) {
        if (done[start] || !isShore(start))
            continue;
        Shore& shore = result.emplace_back();
        std::uint32_t h = start;
        do {
            done[h] = true;
            shore.points.push_back(points_[origin(h)]);
            const std::uint32_t owner = ownerOfHalf(h ^ 1);
            shore.owners.push_back(owner < land ? owner : kNoUnit);
            h = next_[h];
            while (!isShore(h))
                h = next_[h ^ 1];
        } while (h != start);
    }
    return result;
}

// Draws the mouths of cracks and divides the water by them.
void Partition::cut(std::span<const Crack> cracks) {
    std::vector<std::uint32_t> unitOfHalf(edges_.size() * 2);
    for (std::size_t h = 0; h < unitOfHalf.size(); ++h)
        unitOfHalf[h] = unitOfCycle_[cycleOf_[h]];
    std::map<GridPoint, std::uint32_t> points;                        // the ends of mouths
    std::map<std::pair<GridPoint, GridPoint>, std::uint32_t> divided; // edges
    for (const Crack& crack : cracks) {
        points.insert({{crack.mouth.from, kNoUnit}, {crack.mouth.to, kNoUnit}});
        if (crack.division)
            divided[std::minmax(crack.division->edge.from, crack.division->edge.to)] = kNoUnit;
    }
    for (std::uint32_t p = 0; p < points_.size(); ++p)
        if (const auto found = points.find(points_[p]); found != points.end())
            found->second = p;
    for (std::uint32_t e = 0; e < edges_.size(); ++e)
        if (const auto found = divided.find(std::minmax(points_[edges_[e].a], points_[edges_[e].b]));
            found != divided.end())
            found->second = e;
    for (const Crack& crack : cracks) {
        if (crack.division) {
            const auto& [edge, at] = *crack.division;
            const std::uint32_t e = divided.at(std::minmax(edge.from, edge.to));
            const auto point = static_cast<std::uint32_t>(points_.size());
            points.at(at) = point;
            points_.push_back(at);
            edges_.push_back({point, edges_[e].b});
            edges_[e].b = point;
            unitOfHalf.push_back(unitOfHalf[std::size_t{2} * e]);
            unitOfHalf.push_back(unitOfHalf[std::size_t{2} * e + 1]);
        }
        edges_.push_back({points.at(crack.mouth.from), points.at(crack.mouth.to)});
        unitOfHalf.insert(unitOfHalf.end(), 2, kNoUnit);
    }
    link();
    unitOfCycle_.assign(cycleStart_.size(), kNoUnit);
    for (std::size_t h = 0; h < unitOfHalf.size(); ++h)
        if (unitOfHalf[h] != kNoUnit)
            unitOfCycle_[cycleOf_[h]] = unitOfHalf[h];
}

void Partition::closeCracks(std::span<const std::uint32_t> ownerOf, std::size_t land) {
    // What was closed may be the side of another, or have divided an edge that another needs.
    constexpr int kPasses = 8;
    const auto close = [&] {
        const Gaps closed = closeGaps(ownerOf, land);
        enclose();
        statistics_.cracks += closed.count;
        statistics_.crackArea += closed.area;
    };
    close();
    for (int pass = 0; pass < kPasses; ++pass) {
        std::vector<Segment> edges;
        edges.reserve(edges_.size());
        for (const Edge& edge : edges_)
            edges.push_back({points_[edge.a], points_[edge.b]});
        const std::vector<Crack> cracks = findCracks(shores(ownerOf, land), edges);
        if (cracks.empty())
            break;
        cut(cracks);
        close();
    }
}

} // namespace jejaring::data
