// SPDX-License-Identifier: MIT
#include "geo/world_cut.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace jejaring::geo {
namespace {

double longestStep(const MultiPolygon& polygons) {
    double longest = 0;
    for (const Polygon& polygon : polygons)
        for (std::size_t i = 0; i < polygon.outer.size(); ++i)
            longest = std::max(longest, std::abs(polygon.outer[i].x - polygon.outer[(i + 1) % polygon.outer.size()].x));
    return longest;
}

TEST(WorldCut, WhatLiesInsideKeepsItsBits) {
    const Ring ring{{100.1, 1.3}, {101.7, 1.9}, {100.9, 2.7}};
    const MultiPolygon cut = cutForMap({{ring, {}}}, ProjectionKind::equalEarth);
    ASSERT_EQ(cut.size(), 1U);
    EXPECT_EQ(cut[0].outer, ring);
}

TEST(WorldCut, ARingAcross180StaysInOnePiece) {
    const MultiPolygon cut =
        cutForMap({{{{178, -17}, {-179, -17}, {-179, -16}, {178, -16}}, {}}}, ProjectionKind::equalEarth);
    ASSERT_EQ(cut.size(), 1U);
    EXPECT_NEAR(area(cut), 3, 1e-9);
    EXPECT_NEAR(longestStep(cut), 3, 1e-9);
}

TEST(WorldCut, ARingAcrossTheEdgeIsCutInTwo) {
    const MultiPolygon brazil{{{{-70, -10}, {-50, -10}, {-50, 0}, {-70, 0}}, {}}};
    const MultiPolygon cut = cutForMap(brazil, ProjectionKind::equalEarth);
    ASSERT_EQ(cut.size(), 2U);
    EXPECT_NEAR(area(cut), 200, 1e-9);
    for (const Polygon& part : cut)
        for (const Point p : part.outer) {
            EXPECT_GE(p.x, kWesternEdge);
            EXPECT_LE(p.x, kWesternEdge + 360);
        }
    EXPECT_LE(longestStep(cut), 12.0);
}

TEST(WorldCut, ARingRoundThePoleIsClosedAlongIt) {
    Ring coast;
    for (int x = -180; x < 180; x += 5)
        coast.push_back({static_cast<double>(x), -70.0 - (x % 10 == 0 ? 1 : 0)});
    const MultiPolygon cut = cutForMap({{coast, {}}}, ProjectionKind::equalEarth);
    EXPECT_NEAR(area(cut), 360 * 19.5, 1e-6);
    // The same as some sources give it: cut at 180 and led along the pole.
    Ring planar = coast;
    planar.push_back({180, -71});
    planar.push_back({180, -90});
    planar.push_back({-180, -90});
    EXPECT_NEAR(area(cutForMap({{planar, {}}}, ProjectionKind::equalEarth)), 360 * 19.5, 1e-6);
    // And as others do: a ring without extent at the pole is called the outer one.
    Ring point;
    for (int x = 180; x > -180; x -= 5)
        point.push_back({static_cast<double>(x), -89.999});
    EXPECT_NEAR(area(cutForMap({{point, {coast}}}, ProjectionKind::equalEarth)), 360 * 19.5, 1e-6);
}

TEST(WorldCut, AHoleGoesWithItsRing) {
    const Polygon lake{{{170, 60}, {-160, 60}, {-160, 70}, {170, 70}}, {{{-175, 63}, {-170, 63}, {-172, 66}}}};
    const MultiPolygon cut = cutForMap({lake}, ProjectionKind::equalEarth);
    ASSERT_EQ(cut.size(), 1U);
    ASSERT_EQ(cut[0].holes.size(), 1U);
    EXPECT_NEAR(area(cut), 300 - 7.5, 1e-9);
}

TEST(WorldCut, MercatorEndsAt85Degrees) {
    const MultiPolygon cut = cutForMap({{{{0, -90}, {40, -90}, {40, -60}, {0, -60}}, {}}}, ProjectionKind::mercator);
    ASSERT_EQ(cut.size(), 1U);
    EXPECT_NEAR(area(cut), 40 * 25, 1e-9);
    for (const Point p : cut[0].outer)
        EXPECT_GE(p.y, -85.0);
}

TEST(WorldCut, EdgesAlongACutAreNoBorders) {
    const auto hidden = [](Point a, Point b, ProjectionKind kind) { return (cutsAt(a, kind) & cutsAt(b, kind)) != 0; };
    EXPECT_TRUE(hidden({kWesternEdge, 1}, {kWesternEdge, 5}, ProjectionKind::equalEarth));
    EXPECT_TRUE(hidden({180, 1}, {180, 5}, ProjectionKind::equalEarth));
    EXPECT_TRUE(hidden({10, -90}, {50, -90}, ProjectionKind::equalEarth));
    EXPECT_TRUE(hidden({10, -85}, {50, -85}, ProjectionKind::mercator));
    EXPECT_FALSE(hidden({10, -85}, {50, -85}, ProjectionKind::equalEarth));
    EXPECT_FALSE(hidden({kWesternEdge, 1}, {-61, 5}, ProjectionKind::equalEarth));
}

// Wherever a country lies and whichever way it is cut: nothing of it is lost, and no edge runs across the map.
RC_GTEST_PROP(WorldCut, AreaStaysAndNoEdgeRunsAcross, ()) {
    const double x = *rc::gen::inRange(-1800, 1800) / 10.0;
    const double y = *rc::gen::inRange(-600, 600) / 10.0;
    const double size = *rc::gen::inRange(10, 400) / 10.0;
    const auto wrapped = [](double longitude) { return longitude > 180 ? longitude - 360 : longitude; };
    Ring ring;
    for (int i = 0; i < 24; ++i) {
        const double angle = i * std::acos(-1.0) / 12;
        ring.push_back({wrapped(x + size * (1 + std::cos(angle))), y + size / 2 * std::sin(angle)});
    }
    double expected = 0.5 * 24 * std::sin(std::acos(-1.0) / 12) * size * size / 2;
    for (const double western : {kWesternEdge, -180.0}) {
        const MultiPolygon cut = cutAtMeridian({{ring, {}}}, western);
        RC_ASSERT(std::abs(area(cut) - expected) < 1e-6 * expected);
        RC_ASSERT(longestStep(cut) < 90);
        // Cutting what is cut already changes nothing.
        RC_ASSERT(std::abs(area(cutAtMeridian(cut, kWesternEdge)) - expected) < 1e-6 * expected);
    }
}

} // namespace
} // namespace jejaring::geo
