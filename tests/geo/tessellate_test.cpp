// SPDX-License-Identifier: MIT
#include "geo/tessellate.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace jejaring::geo {
namespace {

double ringArea(const std::vector<Vertex>& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vertex a = ring[i];
        const Vertex b = ring[(i + 1) % ring.size()];
        twice += double{a.x} * b.y - double{b.x} * a.y;
    }
    return twice / 2;
}

struct Triangles {
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices;

    [[nodiscard]] double area() const {
        double total = 0;
        for (std::size_t i = 0; i < indices.size(); i += 3)
            total += std::abs(ringArea({vertices[indices[i]], vertices[indices[i + 1]], vertices[indices[i + 2]]}));
        return total;
    }
};

Triangles tessellate(const std::vector<std::vector<Vertex>>& rings) {
    Triangles out;
    Tessellator tessellator;
    for (const std::vector<Vertex>& ring : rings)
        tessellator.addRing(ring);
    EXPECT_TRUE(tessellator.finish(out.vertices, out.indices));
    EXPECT_EQ(out.indices.size() % 3, 0U);
    for (const std::uint32_t index : out.indices)
        EXPECT_LT(index, out.vertices.size());
    return out;
}

std::vector<Vertex> star(std::mt19937& random, int points, double most, float x, float y) {
    std::uniform_real_distribution<double> radius(0.3 * most, most);
    std::vector<Vertex> ring;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points;
        const double r = radius(random);
        ring.push_back({x + static_cast<float>(std::round(r * std::cos(angle))),
                        y + static_cast<float>(std::round(r * std::sin(angle)))});
    }
    return ring;
}

RC_GTEST_PROP(Tessellate, TrianglesCoverWhatThePolygonCovers, (unsigned seed)) {
    std::mt19937 random(seed);
    const int points = *rc::gen::inRange(3, 200);
    const std::vector<Vertex> outer = star(random, points, 100000, 500, -700);
    std::vector<Vertex> hole = star(random, 20, 9000, 500, -700);
    std::reverse(hole.begin(), hole.end());
    const double whole = ringArea(outer);
    const bool holed = points >= 16;
    const Triangles triangles = holed ? tessellate({outer, hole}) : tessellate({outer});
    RC_ASSERT(std::abs(triangles.area() - whole - (holed ? ringArea(hole) : 0)) <= 1e-6 * std::abs(whole));
}

TEST(Tessellate, PolygonsFollowOneAnotherInTheSameArrays) {
    Triangles out;
    Tessellator tessellator;
    tessellator.addRing(std::vector<Vertex>{{0, 0}, {10, 0}, {10, 10}, {0, 10}});
    ASSERT_TRUE(tessellator.finish(out.vertices, out.indices));
    tessellator.addRing(std::vector<Vertex>{{20, 0}, {30, 0}, {22, 2}, {20, 10}});
    ASSERT_TRUE(tessellator.finish(out.vertices, out.indices));
    EXPECT_DOUBLE_EQ(out.area(), 100 + 20);
}

TEST(Tessellate, RingsThatCrossThemselvesAreCutThere) {
    // A bow tie: its left wing runs anticlockwise and is filled, the other winds the wrong way and is not.
    EXPECT_NEAR(tessellate({{{0, 0}, {10, 10}, {10, 0}, {0, 10}}}).area(), 25, 1e-3);
    // Two squares over one another are filled once.
    EXPECT_NEAR(tessellate({{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{5, 5}, {15, 5}, {15, 15}, {5, 15}}}).area(), 175,
                1e-3);
}

TEST(Tessellate, RingsThatTouchThemselvesAreFine) {
    // A hole that touches its outer ring in one point.
    EXPECT_NEAR(tessellate({{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{0, 0}, {4, 6}, {6, 4}}}).area(), 90, 1e-6);
    // There and back along one line.
    EXPECT_NEAR(tessellate({{{0, 0}, {10, 0}, {20, 0}, {10, 0}, {10, 10}, {0, 10}}}).area(), 100, 1e-6);
}

TEST(Tessellate, WhatHasNoAreaGivesNoTriangles) {
    EXPECT_EQ(tessellate({}).indices.size(), 0U);
    EXPECT_EQ(tessellate({{{0, 0}, {1, 1}}}).indices.size(), 0U);
    EXPECT_DOUBLE_EQ(tessellate({{{0, 0}, {1, 1}, {2, 2}}}).area(), 0);
}

} // namespace
} // namespace jejaring::geo
