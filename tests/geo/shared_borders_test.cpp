// SPDX-License-Identifier: MIT
// A level's shared borders stay shared through every simplification: no slivers, no gaps between neighbours at any
// zoom. On maps made up for the test; tests/data/boundary/map_geometry_real_test.cpp does the same on the real
// boundaries.
#include "geo/conflict_grid.hpp"
#include "geo/map_geometry.hpp"
#include "support/generated_map.hpp"
#include "support/shared_borders.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace jejaring::geo {
namespace {

std::vector<Point> kept(const Topology& topology, const SimplifiedArcs& simplified, std::size_t arc) {
    std::vector<Point> out;
    for (const std::uint32_t p : simplified.pointsOf(arc))
        out.push_back(topology.points[p]);
    return out;
}

double distanceToSegment(Point p, Point a, Point b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double t = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

struct Simplified {
    test::GeneratedMap map;
    Topology topology;
    std::unique_ptr<ArcSimplifier> simplifier;

    explicit Simplified(unsigned seed) : map(test::MapGenerator(seed).make(4, 3)), topology(buildTopology(map.faces)) {
        simplifier = std::make_unique<ArcSimplifier>(topology, 50);
    }
};

RC_GTEST_PROP(SharedBorders, NoPointMovesFartherThanTheTolerance, (unsigned seed)) {
    const Simplified s(seed);
    for (const double tolerance : MapGeometry::kTolerances) {
        const SimplifiedArcs simplified = s.simplifier->simplify(tolerance);
        for (std::size_t i = 0; i < s.topology.arcs.size(); ++i) {
            const TopologyArc& arc = s.topology.arcs[i];
            const std::span<const std::uint32_t> points = simplified.pointsOf(i);
            if (points.empty()) {
                RC_ASSERT(arc.closed);
                continue;
            }
            RC_ASSERT(points.front() == arc.firstPoint);
            RC_ASSERT(points.back() == arc.firstPoint + arc.pointCount - 1);
            RC_ASSERT(tolerance > 0 || points.size() == arc.pointCount);
            for (std::size_t k = 0; k + 1 < points.size(); ++k)
                for (std::uint32_t p = points[k] + 1; p < points[k + 1]; ++p)
                    RC_ASSERT(distanceToSegment(s.topology.points[p], s.topology.points[points[k]],
                                                s.topology.points[points[k + 1]]) <= tolerance);
        }
    }
}

RC_GTEST_PROP(SharedBorders, LinesNeverComeToCross, (unsigned seed)) {
    const Simplified s(seed);
    Box box;
    for (const Point p : s.topology.points)
        box.extend(p);
    for (const double tolerance : MapGeometry::kTolerances) {
        const SimplifiedArcs simplified = s.simplifier->simplify(tolerance);
        ConflictGrid grid(box, simplified.points.size());
        std::vector<std::uint32_t> conflicts;
        for (std::size_t i = 0; i < s.topology.arcs.size(); ++i) {
            const std::vector<Point> line = kept(s.topology, simplified, i);
            for (std::size_t k = 0; k + 1 < line.size(); ++k)
                grid.add({line[k], line[k + 1]}, conflicts);
        }
        RC_ASSERT(conflicts.empty());
    }
}

RC_GTEST_PROP(SharedBorders, BothNeighboursUseTheSameLineInOppositeDirections, (unsigned seed)) {
    const Simplified s(seed);
    std::vector<int> forward(s.topology.arcs.size(), 0);
    std::vector<int> backward(s.topology.arcs.size(), 0);
    for (const ArcUse use : s.topology.uses)
        ++(use.reversed ? backward : forward)[use.arc];
    for (std::size_t i = 0; i < s.topology.arcs.size(); ++i) {
        RC_ASSERT(forward[i] == 1);
        RC_ASSERT(backward[i] == (s.topology.arcs[i].right == kNoFace ? 0 : 1));
    }
}

RC_GTEST_PROP(SharedBorders, AreasOfTheFacesSumUpToTheOutline, (unsigned seed)) {
    const Simplified s(seed);
    for (const double tolerance : MapGeometry::kTolerances) {
        const SimplifiedArcs simplified = s.simplifier->simplify(tolerance);
        std::vector<Vertex> vertices;
        std::vector<std::uint32_t> indices;
        std::vector<IndexRange> ranges;
        appendFills(s.topology, simplified, 0, s.topology.faceCount, vertices, indices, &ranges);
        RC_ASSERT(ranges.size() == s.topology.faceCount);
        std::vector<double> byArcs(s.topology.faceCount, 0);
        double outline = 0;
        for (std::size_t i = 0; i < s.topology.arcs.size(); ++i) {
            const TopologyArc& arc = s.topology.arcs[i];
            const double half = test::sweptTwice(kept(s.topology, simplified, i)) / 2;
            byArcs[arc.left] += half;
            if (arc.right == kNoFace)
                outline += half;
            else
                byArcs[arc.right] -= half;
        }
        double sum = 0;
        for (FaceIndex face = 0; face < s.topology.faceCount; ++face) {
            const double area = test::triangleArea(vertices, indices, ranges[face]);
            RC_ASSERT(area > 0);
            RC_ASSERT(std::abs(area - byArcs[face]) <= 1.0);
            sum += area;
        }
        RC_ASSERT(std::abs(sum - outline) <= 1e-9 * outline);
    }
}

RC_GTEST_PROP(SharedBorders, EveryPointOfTheLandIsCoveredOnceAndTheSeaNever, (unsigned seed)) {
    const Simplified s(seed);
    std::mt19937 random(seed);
    for (const double tolerance : MapGeometry::kTolerances) {
        const SimplifiedArcs simplified = s.simplifier->simplify(tolerance);
        std::vector<Vertex> vertices;
        std::vector<std::uint32_t> indices;
        appendFills(s.topology, simplified, 0, s.topology.faceCount, vertices, indices, nullptr);
        const test::CoverageCounter coverage(vertices, indices);
        std::vector<Segment> coast;
        for (std::size_t arc = 0; arc < s.topology.arcs.size(); ++arc) {
            if (s.topology.arcs[arc].right != kNoFace)
                continue;
            const std::vector<Point> line = kept(s.topology, simplified, arc);
            for (std::size_t k = 0; k + 1 < line.size(); ++k)
                coast.push_back({line[k], line[k + 1]});
        }
        std::uniform_int_distribution<std::size_t> any(0, s.topology.points.size() - 1);
        std::uniform_real_distribution<double> offset(-tolerance - 100, tolerance + 100);
        for (int i = 0; i < 200; ++i) {
            // Near the borders, old and new, where gaps and overlaps would be.
            const Point at = s.topology.points[any(random)];
            const Point p{at.x + offset(random), at.y + offset(random)};
            bool onLand = false;
            for (const Segment& c : coast)
                if ((c.a.y > p.y) != (c.b.y > p.y) && p.x < (c.b.x - c.a.x) * (p.y - c.a.y) / (c.b.y - c.a.y) + c.a.x)
                    onLand = !onLand;
            const int count = coverage.count(p);
            RC_ASSERT(count == -1 || count == (onLand ? 1 : 0));
        }
    }
}

TEST(SharedBorders, SmallIslandsAreDroppedOnBothSidesAndTheLargestPartStays) {
    const auto diamond = [](double x, double y, double r) {
        return Ring{{x + r, y}, {x, y + r}, {x - r, y}, {x, y - r}};
    };
    // A face with an enclave, and a face that is the enclave and an island larger than it.
    const std::vector<MultiPolygon> faces{{{diamond(0, 0, 50000), {diamond(0, 0, 100)}}},
                                          {{diamond(0, 0, 100), {}}, {diamond(90000, 0, 150), {}}}};
    const Topology topology = buildTopology(faces);
    const SimplifiedArcs simplified = ArcSimplifier(topology, 50).simplify(4000);
    std::size_t dropped = 0;
    for (std::size_t i = 0; i < topology.arcs.size(); ++i) {
        if (simplified.arcs[i].count == 0) {
            ++dropped;
            EXPECT_NE(topology.arcs[i].right, kNoFace) << "the enclave's border is the one to go";
        } else {
            EXPECT_GE(simplified.arcs[i].count, 4U) << "three points and the first again";
        }
    }
    EXPECT_EQ(dropped, 1U);
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices;
    std::vector<IndexRange> ranges;
    appendFills(topology, simplified, 0, 2, vertices, indices, &ranges);
    EXPECT_GT(ranges[0].count, 0U);
    EXPECT_GT(ranges[1].count, 0U);
}

struct Fills {
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices;
    std::vector<IndexRange> ranges;

    Fills(const std::vector<MultiPolygon>& faces, double tolerance) {
        const Topology topology = buildTopology(faces);
        const SimplifiedArcs simplified = ArcSimplifier(topology, 50).simplify(tolerance);
        appendFills(topology, simplified, 0, topology.faceCount, vertices, indices, &ranges);
    }
    [[nodiscard]] double area(std::size_t face) const { return test::triangleArea(vertices, indices, ranges[face]); }
    [[nodiscard]] int covers(Point p) const { return test::CoverageCounter(vertices, indices).count(p); }
};

TEST(SharedBorders, ABayWithAnIslandIsNotFilled) {
    const Ring land{{-20000, 0}, {-400, 0},  {-500, 900},    {500, 900},
                    {400, 0},    {20000, 0}, {20000, 20000}, {-20000, 20000}};
    const Ring island{{150, 450}, {0, 600}, {-150, 450}, {0, 300}};
    const Fills with({{{land, {}}}, {{island, {}}}}, 1500);
    // The island may have become the one half of itself or the other; the land is at neither place.
    EXPECT_EQ(with.covers({10, 470}) + with.covers({10, 430}), 1);
    const Fills without({{{land, {}}}}, 1500);
    EXPECT_EQ(without.covers({10, 470}), 1) << "without an island the bay is too small to be seen";
}

TEST(SharedBorders, ARegionBetweenTwoArcsDoesNotVanish) {
    const Ring land{{-20000, 0}, {-300, 0}, {10, 100}, {300, 0}, {20000, 0}, {20000, 20000}, {-20000, 20000}};
    const Ring lens{{-300, 0}, {5, -80}, {300, 0}, {10, 100}};
    const Fills fills({{{land, {}}}, {{lens, {}}}}, 4000);
    EXPECT_GT(fills.area(0), 0);
    EXPECT_GT(fills.area(1), 0);
}

TEST(SharedBorders, ARegionIsNotTurnedInsideOut) {
    // Its three corners alone would run the other way round.
    const Ring region{{0, 0}, {250, -50}, {500, 100}, {750, -50}, {1000, 0}, {500, 400}};
    const Ring west{{0, 0}, {-9000, 0}, {-9000, -9000}, {500, -9000}, {500, 100}, {250, -50}};
    const Ring east{{500, 100}, {500, -9000}, {10000, -9000}, {10000, 0}, {1000, 0}, {750, -50}};
    const Ring north{{0, 0}, {500, 400}, {1000, 0}, {10000, 0}, {10000, 9000}, {-9000, 9000}, {-9000, 0}};
    const std::vector<MultiPolygon> faces{{{region, {}}}, {{west, {}}}, {{east, {}}}, {{north, {}}}};
    const Fills fills(faces, 4000);
    double sum = 0;
    for (std::size_t face = 0; face < faces.size(); ++face) {
        EXPECT_GT(fills.area(face), 0);
        sum += fills.area(face);
    }
    EXPECT_NEAR(sum, 19000.0 * 18000, 1e-6);
}

} // namespace
} // namespace jejaring::geo
