// SPDX-License-Identifier: MIT
#include "geo/simplify.hpp"

#include "geo/conflict_grid.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace jejaring::geo {
namespace {

constexpr float kAlways = std::numeric_limits<float>::infinity();
// Islets this much smaller than the tolerance, along a side, are still seen: a faint pixel each, as chains of them.
constexpr double kSeenShare = 0.45;

double squaredDistance(Point a, Point b) {
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

double squaredDistanceToSegment(Point p, Point a, Point b) {
    const double length = squaredDistance(a, b);
    if (length == 0)
        return squaredDistance(p, a);
    const double t = std::clamp(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length, 0.0, 1.0);
    return squaredDistance(p, {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
}

struct Farthest {
    std::uint32_t point = 0;
    double distance = -1; // metres; below 0 where there is no point in between
};

// Of the points strictly between first and last.
Farthest farthestBetween(std::span<const Point> points, std::uint32_t first, std::uint32_t last) {
    Farthest best;
    for (std::uint32_t i = first + 1; i < last; ++i) {
        const double d = squaredDistanceToSegment(points[i], points[first], points[last]);
        if (d > best.distance)
            best = {i, d};
    }
    if (best.distance > 0)
        best.distance = std::sqrt(best.distance);
    return best;
}

double signedAreaOf(std::span<const Point> closed) {
    double twice = 0;
    for (std::size_t i = 1; i + 1 < closed.size(); ++i)
        twice += (closed[i].x - closed[0].x) * (closed[i + 1].y - closed[0].y) -
                 (closed[i + 1].x - closed[0].x) * (closed[i].y - closed[0].y);
    return twice / 2;
}

// Even-odd rule; the line is closed by its chord.
bool encloses(std::span<const Point> line, Point p) {
    bool inside = false;
    for (std::size_t i = 0, j = line.size() - 1; i < line.size(); j = i++) {
        const Point a = line[j];
        const Point b = line[i];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
    }
    return inside;
}

} // namespace

// The state of one simplification while it is repaired.
struct ArcSimplifier::Level {
    std::span<const double> tolerances; // by arc
    std::vector<std::uint8_t> keep;     // by point
    std::vector<std::uint8_t> dropped;  // by arc

    // The simplified segments, each with the points of the topology that it stands for. Refined ones stay in the list,
    // dead, and their parts come behind.
    struct Stretch {
        std::uint32_t arc = 0;
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        bool bad = false;
        bool dead = false;
    };
    std::vector<Stretch> stretches;
    std::size_t firstFresh = 0; // stretches from here on have not been checked yet
    std::optional<ConflictGrid> grid;

    // From west to east: a point of each component of the topology, and one from the middle of each arc that meets
    // others.
    struct Witness {
        Point at;
        std::uint32_t arc = 0;
        bool ofComponent = false;
    };
    std::vector<Witness> witnesses;
    std::vector<std::uint8_t> loopSeen; // by loop: checked in this pass
};

ArcSimplifier::ArcSimplifier(const Topology& topology, double finest, std::span<const std::uint8_t> fixed)
    : topology_(topology), rank_(topology.points.size(), 0), closedArea_(topology.arcs.size(), 0),
      protect_(topology.arcs.size(), 0), loopsOfArc_(topology.arcs.size()) {
    findLoops();
    // First all that stays at any tolerance, then the ranks between: a point added later would break the promise of
    // how far points move.
    for (std::size_t i = 0; i < fixed.size(); ++i)
        if (fixed[i] != 0)
            rank_[i] = kAlways;
    for (std::size_t i = 0; i < topology_.arcs.size(); ++i) {
        pinEnds(topology_.arcs[i]);
        if (topology_.arcs[i].closed)
            closedArea_[i] = std::abs(signedAreaOf(topology_.pointsOf(topology_.arcs[i])));
    }
    protectLargestParts();
    for (const TopologyArc& arc : topology_.arcs)
        for (std::uint32_t start = arc.firstPoint, i = start + 1; i < arc.firstPoint + arc.pointCount; ++i)
            if (rank_[i] == kAlways) {
                rankStretch(start, i, finest);
                start = i;
            }
}

void ArcSimplifier::pinEnds(const TopologyArc& arc) {
    const std::vector<Point>& points = topology_.points;
    const std::uint32_t first = arc.firstPoint;
    const std::uint32_t last = arc.firstPoint + arc.pointCount - 1;
    rank_[first] = kAlways;
    rank_[last] = kAlways;
    if (points[first] == points[last] && arc.pointCount >= 4) {
        // A loop keeps a triangle: its start, the point farthest from it, and the one farthest from the line between.
        Farthest far;
        for (std::uint32_t i = first + 1; i < last; ++i)
            if (const double d = squaredDistance(points[i], points[first]); d > far.distance)
                far = {i, d};
        rank_[far.point] = kAlways;
        const Farthest before = farthestBetween(points, first, far.point);
        const Farthest behind = farthestBetween(points, far.point, last);
        rank_[before.distance > behind.distance ? before.point : behind.point] = kAlways;
    }
}

void ArcSimplifier::rankStretch(std::uint32_t first, std::uint32_t last, double finest) {
    struct Part {
        std::uint32_t first;
        std::uint32_t last;
        float limit; // a point cannot outrank the one that split the line before it
    };
    std::vector<Part> parts{{first, last, kAlways}};
    while (!parts.empty()) {
        const Part part = parts.back();
        parts.pop_back();
        if (part.last - part.first < 2)
            continue;
        const Farthest split = farthestBetween(topology_.points, part.first, part.last);
        if (split.distance <= finest)
            continue;
        // Rounded up: rounding down could let a point go that was a hair farther than the tolerance.
        const float rank = std::min(part.limit, std::nextafter(static_cast<float>(split.distance), kAlways));
        rank_[split.point] = rank;
        parts.push_back({part.first, split.point, rank});
        parts.push_back({split.point, part.last, rank});
    }
}

// A ring that comes back to a junction it has left is taken apart there.
void ArcSimplifier::findLoops() {
    std::vector<ArcUse> open;
    const auto startOf = [&](ArcUse use) {
        const TopologyArc& arc = topology_.arcs[use.arc];
        return topology_.points[use.reversed ? arc.firstPoint + arc.pointCount - 1 : arc.firstPoint];
    };
    for (const TopologyRing& ring : topology_.rings) {
        const std::span<const ArcUse> uses = topology_.usesOf(ring);
        open.clear();
        for (std::size_t i = 0; i < uses.size(); ++i) {
            open.push_back(uses[i]);
            const Point end = startOf(uses[i + 1 == uses.size() ? 0 : i + 1]);
            const auto start = std::find_if(open.begin(), open.end(), [&](ArcUse use) { return startOf(use) == end; });
            if (start == open.end())
                continue;
            addLoop({start, open.end()});
            open.erase(start, open.end());
        }
    }
}

void ArcSimplifier::addLoop(std::span<const ArcUse> uses) {
    Loop loop{static_cast<std::uint32_t>(loopUses_.size()), static_cast<std::uint32_t>(uses.size()), true};
    loopUses_.insert(loopUses_.end(), uses.begin(), uses.end());
    const double area = loopArea(loop, {});
    if (area == 0)
        return;
    loop.anticlockwise = area > 0;
    for (const ArcUse use : uses)
        loopsOfArc_[use.arc].push_back(static_cast<std::uint32_t>(loops_.size()));
    loops_.push_back(loop);
}

// Of the points with a flag in `keep`, or of all where it is empty.
double ArcSimplifier::loopArea(const Loop& loop, std::span<const std::uint8_t> keep) const {
    const std::span<const ArcUse> uses{loopUses_.data() + loop.firstUse, loop.useCount};
    const Point origin = topology_.points[topology_.arcs[uses.front().arc].firstPoint];
    double twice = 0;
    for (const ArcUse use : uses) {
        const TopologyArc& arc = topology_.arcs[use.arc];
        Point a = topology_.points[arc.firstPoint];
        double swept = 0;
        for (std::uint32_t p = arc.firstPoint + 1; p < arc.firstPoint + arc.pointCount; ++p) {
            if (!keep.empty() && keep[p] == 0)
                continue;
            const Point b = topology_.points[p];
            swept += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
            a = b;
        }
        twice += use.reversed ? -swept : swept;
    }
    return twice / 2;
}

void ArcSimplifier::protectLargestParts() {
    std::vector<double> largest(topology_.faceCount, -1);
    std::vector<const TopologyRing*> part(topology_.faceCount, nullptr);
    for (const TopologyRing& ring : topology_.rings) {
        if (ring.hole)
            continue;
        const ArcUse use = topology_.usesOf(ring).front();
        // A ring of several arcs is never dropped, so it needs no protection, and the face's islands need none either.
        const double area = topology_.arcs[use.arc].closed ? closedArea_[use.arc] : kAlways;
        if (area > largest[ring.face]) {
            largest[ring.face] = area;
            part[ring.face] = &ring;
        }
    }
    for (const TopologyRing* ring : part)
        if (ring != nullptr)
            for (const ArcUse use : topology_.usesOf(*ring))
                protect_[use.arc] = 1;
}

bool ArcSimplifier::drops(std::size_t arc, double tolerance) const {
    return topology_.arcs[arc].closed && protect_[arc] == 0 &&
           closedArea_[arc] < kSeenShare * kSeenShare * tolerance * tolerance / 2;
}

void ArcSimplifier::appendSegments(std::uint32_t index, double tolerance, std::vector<Segment>& segments) const {
    const TopologyArc& arc = topology_.arcs[index];
    if (drops(index, tolerance))
        return;
    std::uint32_t before = arc.firstPoint;
    for (std::uint32_t p = arc.firstPoint + 1; p < arc.firstPoint + arc.pointCount; ++p)
        if (tolerance <= 0 || rank_[p] > tolerance) {
            segments.push_back({topology_.points[before], topology_.points[p]});
            before = p;
        }
}

SimplifiedArcs ArcSimplifier::simplify(double tolerance) const {
    return simplify(std::vector<double>(topology_.arcs.size(), tolerance));
}

SimplifiedArcs ArcSimplifier::simplify(std::span<const double> tolerances) const {
    Level level;
    level.tolerances = tolerances;
    level.keep.assign(topology_.points.size(), 0);
    level.dropped.assign(topology_.arcs.size(), 0);
    bool simplifies = false;
    for (std::size_t i = 0; i < topology_.arcs.size(); ++i) {
        const TopologyArc& arc = topology_.arcs[i];
        const double tolerance = tolerances[i];
        simplifies = simplifies || tolerance > 0;
        level.dropped[i] = drops(i, tolerance) ? 1 : 0;
        if (level.dropped[i] == 0)
            for (std::uint32_t p = arc.firstPoint; p < arc.firstPoint + arc.pointCount; ++p)
                level.keep[p] = tolerance <= 0 || rank_[p] > tolerance ? 1 : 0;
    }
    if (simplifies)
        repair(level);
    SimplifiedArcs out;
    out.arcs.resize(topology_.arcs.size());
    for (std::size_t i = 0; i < topology_.arcs.size(); ++i) {
        const TopologyArc& arc = topology_.arcs[i];
        out.arcs[i].first = static_cast<std::uint32_t>(out.points.size());
        for (std::uint32_t p = arc.firstPoint; p < arc.firstPoint + arc.pointCount; ++p)
            if (level.keep[p] != 0)
                out.points.push_back(p);
        out.arcs[i].count = static_cast<std::uint32_t>(out.points.size()) - out.arcs[i].first;
    }
    return out;
}

void ArcSimplifier::repair(Level& level) const {
    std::vector<std::uint8_t> seen(topology_.componentCount, 0);
    Box box;
    for (std::size_t i = 0; i < topology_.arcs.size(); ++i) {
        const TopologyArc& arc = topology_.arcs[i];
        if (level.dropped[i] != 0)
            continue;
        if (seen[arc.component] == 0)
            level.witnesses.push_back({topology_.points[arc.firstPoint], static_cast<std::uint32_t>(i), true});
        seen[arc.component] = 1;
        std::uint32_t before = arc.firstPoint;
        box.extend(topology_.points[before]);
        for (std::uint32_t p = arc.firstPoint + 1; p < arc.firstPoint + arc.pointCount; ++p)
            if (level.keep[p] != 0) {
                level.stretches.push_back({static_cast<std::uint32_t>(i), before, p});
                box.extend(topology_.points[p]);
                if (!arc.closed && before == arc.firstPoint && p + 1 < arc.firstPoint + arc.pointCount)
                    level.witnesses.push_back({topology_.points[p], static_cast<std::uint32_t>(i), false});
                before = p;
            }
    }
    std::sort(level.witnesses.begin(), level.witnesses.end(),
              [](const Level::Witness& a, const Level::Witness& b) { return a.at.x < b.at.x; });
    level.grid.emplace(box, level.stretches.size());
    // Every pass but the last adds points, so this ends; on real borders it takes some ten passes, each looking at
    // little more than what the one before changed.
    do {
        flagConflicts(level);
        flagOverleapt(level);
        flagTurnedLoops(level);
    } while (refineFlagged(level));
}

void ArcSimplifier::flagConflicts(Level& level) const {
    std::vector<std::uint32_t> others;
    for (std::size_t i = level.firstFresh; i < level.stretches.size(); ++i) {
        Level::Stretch& stretch = level.stretches[i];
        others.clear();
        level.grid->add({topology_.points[stretch.first], topology_.points[stretch.last]}, others);
        stretch.bad = stretch.bad || !others.empty();
        for (const std::uint32_t other : others)
            level.stretches[other].bad = true;
    }
}

// A line that was drawn straight may leave a whole island, or all that hangs together with it, or a lagoon that touches
// it in one point, on its wrong side without crossing it: then a point of that lies between the old line and the new.
void ArcSimplifier::flagOverleapt(Level& level) const {
    for (std::size_t i = level.firstFresh; i < level.stretches.size(); ++i) {
        Level::Stretch& stretch = level.stretches[i];
        if (stretch.bad || stretch.last - stretch.first < 2)
            continue;
        const Point a = topology_.points[stretch.first];
        const Point b = topology_.points[stretch.last];
        const double reach = level.tolerances[stretch.arc];
        const double maxX = std::max(a.x, b.x) + reach;
        const double minY = std::min(a.y, b.y) - reach;
        const double maxY = std::max(a.y, b.y) + reach;
        auto witness = std::lower_bound(level.witnesses.begin(), level.witnesses.end(), std::min(a.x, b.x) - reach,
                                        [](const Level::Witness& w, double x) { return w.at.x < x; });
        for (; witness != level.witnesses.end() && witness->at.x <= maxX && !stretch.bad; ++witness) {
            const Point p = witness->at;
            if (p.y < minY || p.y > maxY)
                continue;
            const std::uint32_t component = topology_.arcs[stretch.arc].component;
            if (witness->ofComponent ? topology_.arcs[witness->arc].component == component
                                     : witness->arc == stretch.arc)
                continue;
            stretch.bad =
                squaredDistanceToSegment(p, a, b) <= reach * reach &&
                encloses({topology_.points.data() + stretch.first, stretch.last - stretch.first + std::size_t{1}}, p);
        }
    }
}

// A loop that now runs the other way round has been turned inside out, and one of two arcs that both became straight
// has vanished. Looks at the loops of arcs with fresh stretches.
void ArcSimplifier::flagTurnedLoops(Level& level) const {
    level.loopSeen.assign(loops_.size(), 0);
    std::vector<std::uint8_t> turnedArc(topology_.arcs.size(), 0);
    for (std::size_t i = level.firstFresh; i < level.stretches.size(); ++i)
        for (const std::uint32_t index : loopsOfArc_[level.stretches[i].arc]) {
            if (level.loopSeen[index] != 0)
                continue;
            level.loopSeen[index] = 1;
            const Loop& loop = loops_[index];
            const double area = loopArea(loop, level.keep);
            if (loop.anticlockwise ? area <= 0 : area >= 0)
                for (std::uint32_t use = loop.firstUse; use < loop.firstUse + loop.useCount; ++use)
                    turnedArc[loopUses_[use].arc] = 1;
        }
    for (Level::Stretch& stretch : level.stretches)
        stretch.bad = stretch.bad || turnedArc[stretch.arc] != 0;
}

// Gives every bad stretch its farthest point back, and what the tolerance then asks for. False where no stretch had any
// point to give.
bool ArcSimplifier::refineFlagged(Level& level) const {
    const std::size_t count = level.stretches.size();
    level.firstFresh = count;
    std::vector<std::uint32_t> added;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> parts;
    for (std::size_t i = 0; i < count; ++i) {
        const Level::Stretch stretch = level.stretches[i];
        level.stretches[i].bad = false;
        if (!stretch.bad || stretch.dead || stretch.last - stretch.first < 2)
            continue;
        added = {farthestBetween(topology_.points, stretch.first, stretch.last).point};
        parts = {{stretch.first, added[0]}, {added[0], stretch.last}};
        while (!parts.empty()) {
            const auto [from, to] = parts.back();
            parts.pop_back();
            const Farthest next = farthestBetween(topology_.points, from, to);
            if (next.distance <= level.tolerances[stretch.arc])
                continue;
            added.push_back(next.point);
            parts.emplace_back(from, next.point);
            parts.emplace_back(next.point, to);
        }
        level.stretches[i].dead = true;
        level.grid->remove(static_cast<std::uint32_t>(i));
        std::sort(added.begin(), added.end());
        added.push_back(stretch.last);
        std::uint32_t before = stretch.first;
        for (const std::uint32_t point : added) {
            level.keep[point] = 1;
            level.stretches.push_back({stretch.arc, before, point});
            before = point;
        }
    }
    return level.firstFresh < level.stretches.size();
}

} // namespace jejaring::geo
