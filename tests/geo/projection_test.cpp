// SPDX-License-Identifier: MIT
#include "geo/projection.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace jejaring::geo {
namespace {

constexpr ProjectionKind kAll[] = {ProjectionKind::equalEarth, ProjectionKind::mercator, ProjectionKind::plateCarree};

// A longitude and a latitude out of Indonesia's extent.
Point inIndonesia() {
    return {*rc::gen::inRange(9400000, 14200000) / 1e5, *rc::gen::inRange(-1200000, 700000) / 1e5};
}

TEST(Projection, IdsNameTheKindsAndBack) {
    for (const ProjectionKind kind : kAll)
        EXPECT_EQ(parseProjection(projectionId(kind)), kind);
    EXPECT_EQ(projectionId(ProjectionKind::equalEarth), "equal-earth");
    EXPECT_EQ(parseProjection("robinson"), std::nullopt);
}

RC_GTEST_PROP(Projection, ForwardAndInverseCancelInIndonesia, ()) {
    const Point degrees = inIndonesia();
    for (const ProjectionKind kind : kAll) {
        const Projection projection(kind);
        const Point back = projection.inverse(projection.forward(degrees));
        // A centimetre: PROJ inverts Equal Earth by iteration.
        RC_ASSERT(std::abs(back.x - degrees.x) < 1e-7);
        RC_ASSERT(std::abs(back.y - degrees.y) < 1e-7);
    }
}

RC_GTEST_PROP(Projection, ManyPointsGiveWhatEachGives, ()) {
    const std::vector<Point> degrees{inIndonesia(), inIndonesia(), inIndonesia()};
    for (const ProjectionKind kind : kAll) {
        const Projection projection(kind);
        std::vector<Point> points = degrees;
        projection.forwardInPlace(points);
        for (std::size_t i = 0; i < points.size(); ++i)
            RC_ASSERT(points[i] == projection.forward(degrees[i]));
    }
}

// Snyder's "Map Projections: A Working Manual" gives the arc of one degree of the WGS 84 equator as 111,319.49 m.
TEST(Projection, TheMiddleIsAt118East) {
    for (const ProjectionKind kind : kAll) {
        const Projection projection(kind);
        EXPECT_NEAR(projection.forward({118, 0}).x, 0, 1e-6);
        EXPECT_NEAR(projection.forward({118, 0}).y, 0, 1e-6);
    }
    EXPECT_NEAR(Projection(ProjectionKind::plateCarree).forward({119, 0}).x, 111319.49, 0.01);
    EXPECT_NEAR(Projection(ProjectionKind::mercator).forward({119, 0}).x, 111319.49, 0.01);
}

// Equal-area: a small square of degrees covers on the map what it covers on the ellipsoid (area of a zone by Snyder,
// equation 3-12, relative to the same square at the equator).
TEST(Projection, EqualEarthKeepsAreas) {
    const Projection projection(ProjectionKind::equalEarth);
    const double e2 = 0.00669437999014;
    const double e = std::sqrt(e2);
    const auto zone = [&](double latitude) {
        const double s = std::sin(latitude * std::acos(-1.0) / 180);
        return (1 - e2) * (s / (1 - e2 * s * s) - std::log((1 - e * s) / (1 + e * s)) / (2 * e));
    };
    const auto mapped = [&](double longitude, double latitude) {
        constexpr int kSteps = 50;
        double twice = 0;
        std::vector<Point> ring;
        const Point corners[] = {{longitude, latitude},
                                 {longitude + 1, latitude},
                                 {longitude + 1, latitude + 1},
                                 {longitude, latitude + 1},
                                 {longitude, latitude}};
        for (int c = 0; c < 4; ++c)
            for (int i = 0; i < kSteps; ++i) {
                const double t = static_cast<double>(i) / kSteps;
                ring.push_back(projection.forward({corners[c].x + t * (corners[c + 1].x - corners[c].x),
                                                   corners[c].y + t * (corners[c + 1].y - corners[c].y)}));
            }
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point a = ring[i];
            const Point b = ring[(i + 1) % ring.size()];
            twice += a.x * b.y - b.x * a.y;
        }
        return twice / 2;
    };
    const double perUnit = mapped(118, 0) / (zone(1) - zone(0));
    for (const Point at : {Point{95, 5}, Point{140, -9}, Point{20, 60}, Point{-100, -45}})
        EXPECT_NEAR(mapped(at.x, at.y) / (zone(at.y + 1) - zone(at.y)) / perUnit, 1, 2e-5);
}

TEST(Projection, BothEdgesOfTheMapCanBeReached) {
    for (const ProjectionKind kind : kAll) {
        const Projection projection(kind);
        const double west = projection.forward({kWesternEdge, 10}).x;
        const double east = projection.forward({kWesternEdge + 360, 10}).x;
        EXPECT_LT(west, -1.5e7);
        EXPECT_NEAR(west, -east, 1e-3);
        EXPECT_NEAR(projection.forward({-63, 10}).x, projection.forward({297, 10}).x, 1e-3);
    }
}

TEST(Projection, WhatCannotBePlacedIsNaN) {
    EXPECT_TRUE(std::isnan(Projection(ProjectionKind::mercator).forward({118, 90}).y));
    EXPECT_TRUE(std::isnan(Projection(ProjectionKind::equalEarth).forward({118, 91}).x));
    EXPECT_TRUE(std::isnan(Projection(ProjectionKind::equalEarth).forward({NAN, 0}).x));
    EXPECT_TRUE(std::isnan(Projection(ProjectionKind::equalEarth).inverse({0, 9e6}).x));
    EXPECT_TRUE(std::isnan(Projection(ProjectionKind::plateCarree).inverse({2.1e7, 0}).x));
    EXPECT_FALSE(std::isnan(Projection(ProjectionKind::equalEarth).forward({118, 90}).y));
}

} // namespace
} // namespace jejaring::geo
