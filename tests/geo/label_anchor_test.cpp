// SPDX-License-Identifier: MIT
#include "geo/label_anchor.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace jejaring::geo {
namespace {

void addRing(std::vector<Segment>& border, const std::vector<Point>& ring) {
    for (std::size_t i = 0; i < ring.size(); ++i)
        border.push_back({ring[i], ring[(i + 1) % ring.size()]});
}

TEST(LabelAnchor, OfARectangleIsOnItsMiddleLine) {
    std::vector<Segment> border;
    addRing(border, {{0, 0}, {300, 0}, {300, 100}, {0, 100}});
    const LabelAnchor anchor = findLabelAnchor(border, 0.5);
    EXPECT_NEAR(anchor.radius, 50, 0.5);
    EXPECT_NEAR(anchor.at.y, 50, 0.5);
}

TEST(LabelAnchor, StaysInsideAShapeWhoseCentreIsNot) {
    std::vector<Segment> border;
    addRing(border, {{0, 0}, {100, 0}, {100, 20}, {20, 20}, {20, 100}, {0, 100}});
    const LabelAnchor anchor = findLabelAnchor(border, 0.1);
    EXPECT_NEAR(anchor.radius, 40 - 20 * std::numbers::sqrt2, 0.2); // touches both arms and the inner corner
    EXPECT_LT(anchor.at.x, 20);
    EXPECT_LT(anchor.at.y, 20);
}

TEST(LabelAnchor, KeepsClearOfHolesAndChoosesTheWidestPart) {
    std::vector<Segment> border;
    addRing(border, {{0, 0}, {100, 0}, {100, 100}, {0, 100}});
    addRing(border, {{10, 10}, {90, 10}, {90, 90}, {10, 90}});
    addRing(border, {{200, 0}, {240, 0}, {240, 40}, {200, 40}}); // an island
    const LabelAnchor anchor = findLabelAnchor(border, 0.1);
    EXPECT_NEAR(anchor.at.x, 220, 0.5);
    EXPECT_NEAR(anchor.radius, 20, 0.1);
}

TEST(LabelAnchor, OfNothingHasNoRadius) {
    EXPECT_EQ(findLabelAnchor({}, 1).radius, 0);
    EXPECT_EQ(findLabelAnchor(std::vector<Segment>{{{0, 0}, {5, 5}}, {{5, 5}, {0, 0}}}, 1).radius, 0);
}

RC_GTEST_PROP(LabelAnchor, NoPointTriedIsDeeperInside, (unsigned seed)) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> radius(20, 100);
    std::vector<Point> ring;
    for (int i = 0; i < 30; ++i) {
        const double r = radius(random);
        ring.push_back({r * std::cos(i * std::numbers::pi / 15), r * std::sin(i * std::numbers::pi / 15)});
    }
    std::vector<Segment> border;
    addRing(border, ring);
    constexpr double kPrecision = 0.5;
    const LabelAnchor anchor = findLabelAnchor(border, kPrecision);
    RC_ASSERT(std::abs(insideDistance(border, anchor.at) - anchor.radius) < 1e-9);
    std::uniform_real_distribution<double> anywhere(-100, 100);
    for (int i = 0; i < 500; ++i)
        RC_ASSERT(insideDistance(border, {anywhere(random), anywhere(random)}) <= anchor.radius + kPrecision);
}

} // namespace
} // namespace jejaring::geo
