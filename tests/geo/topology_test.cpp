// SPDX-License-Identifier: MIT
#include "geo/topology.hpp"
#include "support/generated_map.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

namespace jejaring::geo {
namespace {

Ring square(double x, double y, double size) {
    return {{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}};
}

Ring pointsOf(const Topology& topology, const TopologyRing& ring) {
    Ring out;
    for (const ArcUse use : topology.usesOf(ring)) {
        const std::span<const Point> points = topology.pointsOf(topology.arcs[use.arc]);
        for (std::size_t i = 0; i + 1 < points.size(); ++i)
            out.push_back(points[use.reversed ? points.size() - 1 - i : i]);
    }
    return out;
}

// The ring turned so that it starts at its least point and runs anticlockwise.
Ring normal(Ring ring) {
    if (signedArea(ring) < 0)
        std::reverse(ring.begin(), ring.end());
    std::rotate(
        ring.begin(),
        std::min_element(ring.begin(), ring.end(), [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; }),
        ring.end());
    return ring;
}

TEST(Topology, TwoSquaresShareTheEdgeBetweenThem) {
    const std::vector<MultiPolygon> faces{{{square(0, 0, 1), {}}}, {{square(1, 0, 1), {}}}};
    const Topology topology = buildTopology(faces);
    ASSERT_EQ(topology.arcs.size(), 3U);
    const auto shared = std::find_if(topology.arcs.begin(), topology.arcs.end(),
                                     [](const TopologyArc& arc) { return arc.right != kNoFace; });
    ASSERT_NE(shared, topology.arcs.end());
    EXPECT_EQ(shared->pointCount, 2U);
    EXPECT_NE(shared->left, shared->right);
    EXPECT_EQ(topology.componentCount, 1U);
}

TEST(Topology, WindingOfTheInputDoesNotMatter) {
    Ring clockwise = square(1, 0, 1);
    std::reverse(clockwise.begin(), clockwise.end());
    const std::vector<MultiPolygon> faces{{{square(0, 0, 1), {}}}, {{clockwise, {}}}};
    EXPECT_EQ(buildTopology(faces).arcs.size(), 3U);
}

TEST(Topology, AnEnclaveIsOneClosedArcWithBothFaces) {
    const std::vector<MultiPolygon> faces{{{square(0, 0, 9), {square(3, 3, 2)}}}, {{square(3, 3, 2), {}}}};
    const Topology topology = buildTopology(faces);
    ASSERT_EQ(topology.arcs.size(), 2U);
    EXPECT_EQ(topology.componentCount, 2U);
    for (const TopologyArc& arc : topology.arcs)
        EXPECT_TRUE(arc.closed);
    EXPECT_EQ(std::count_if(topology.arcs.begin(), topology.arcs.end(),
                            [](const TopologyArc& arc) { return arc.right != kNoFace; }),
              1);
}

TEST(Topology, RepeatedPointsAndSpikesAreDropped) {
    const std::vector<MultiPolygon> faces{{{{{0, 0}, {4, 0}, {4, 0}, {4, 4}, {9, 9}, {4, 4}, {0, 4}, {0, 0}}, {}}},
                                          {{{{7, 7}, {8, 8}}, {}}}};
    const Topology topology = buildTopology(faces);
    ASSERT_EQ(topology.rings.size(), 1U);
    EXPECT_EQ(normal(pointsOf(topology, topology.rings[0])), normal({{0, 0}, {4, 0}, {4, 4}, {0, 4}}));
}

TEST(Topology, FacesThatOverlapKeepTheirRings) {
    const std::vector<MultiPolygon> faces{{{square(0, 0, 2), {}}}, {{square(0, 0, 2), {}}}, {{square(0, 0, 2), {}}}};
    const Topology topology = buildTopology(faces);
    ASSERT_EQ(topology.rings.size(), 3U);
    for (const TopologyRing& ring : topology.rings)
        EXPECT_DOUBLE_EQ(signedArea(pointsOf(topology, ring)), 4);
}

RC_GTEST_PROP(Topology, GivesEveryRingBackAndEveryEdgeOnce, (unsigned seed)) {
    const test::GeneratedMap map = test::MapGenerator(seed).make(4, 3);
    const Topology topology = buildTopology(map.faces);

    std::vector<Ring> expected;
    for (const MultiPolygon& face : map.faces)
        for (const Polygon& polygon : face) {
            expected.push_back(normal(polygon.outer));
            for (const Ring& hole : polygon.holes)
                expected.push_back(normal(hole));
        }
    RC_ASSERT(topology.rings.size() == expected.size());
    std::vector<int> uses(topology.arcs.size(), 0);
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const TopologyRing& ring = topology.rings[i];
        RC_ASSERT(normal(pointsOf(topology, ring)) == expected[i]);
        RC_ASSERT((signedArea(pointsOf(topology, ring)) < 0) == ring.hole);
        for (const ArcUse use : topology.usesOf(ring)) {
            ++uses[use.arc];
            const TopologyArc& arc = topology.arcs[use.arc];
            RC_ASSERT((use.reversed ? arc.right : arc.left) == ring.face);
        }
    }
    std::set<std::pair<std::pair<double, double>, std::pair<double, double>>> edges;
    for (std::size_t i = 0; i < topology.arcs.size(); ++i) {
        const TopologyArc& arc = topology.arcs[i];
        RC_ASSERT(uses[i] == (arc.right == kNoFace ? 1 : 2));
        const std::span<const Point> points = topology.pointsOf(arc);
        for (std::size_t p = 0; p + 1 < points.size(); ++p) {
            std::pair a{points[p].x, points[p].y};
            std::pair b{points[p + 1].x, points[p + 1].y};
            RC_ASSERT(edges.insert({std::min(a, b), std::max(a, b)}).second);
        }
    }
}

} // namespace
} // namespace jejaring::geo
