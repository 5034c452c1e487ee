// SPDX-License-Identifier: MIT
#include "render/strip.hpp"
#include "render/triangulate.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

using namespace jejaring::render;

namespace {

// The strip's corner on the ground, for a line of this half width.
StripPoint placed(const StripCorner& c, float halfWidth) {
    return {c.at.x + c.offsetX * halfWidth, c.at.y + c.offsetY * halfWidth};
}

bool inTriangle(StripPoint p, StripPoint a, StripPoint b, StripPoint c) {
    const auto side = [](StripPoint u, StripPoint v, StripPoint w) {
        return (v.x - u.x) * (w.y - u.y) - (v.y - u.y) * (w.x - u.x);
    };
    const float ab = side(a, b, p);
    const float bc = side(b, c, p);
    const float ca = side(c, a, p);
    return (ab >= -1e-3F && bc >= -1e-3F && ca >= -1e-3F) || (ab <= 1e-3F && bc <= 1e-3F && ca <= 1e-3F);
}

bool covers(const Strip& strip, float halfWidth, StripPoint p) {
    for (std::size_t i = 0; i + 2 < strip.indices.size(); i += 3)
        if (inTriangle(p, placed(strip.corners[strip.indices[i]], halfWidth),
                       placed(strip.corners[strip.indices[i + 1]], halfWidth),
                       placed(strip.corners[strip.indices[i + 2]], halfWidth)))
            return true;
    return false;
}

} // namespace

TEST(Strip, CoversEveryPointOfTheLineAndOfItsWidth) {
    const std::vector<StripPoint> line{{0, 0}, {20, 0}, {20, 20}, {40, 25}, {22, 28}};
    Strip strip;
    appendStrip(strip, line, false, 1.5F);
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const float length = std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
        const float nx = -(line[i + 1].y - line[i].y) / length;
        const float ny = (line[i + 1].x - line[i].x) / length;
        for (int step = 0; step <= 20; ++step)
            for (const float across : {-1.4F, -0.5F, 0.0F, 0.5F, 1.4F}) {
                const float t = static_cast<float>(step) / 20;
                const StripPoint p{line[i].x + (line[i + 1].x - line[i].x) * t + nx * across,
                                   line[i].y + (line[i + 1].y - line[i].y) * t + ny * across};
                EXPECT_TRUE(covers(strip, 1.5F, p)) << "segment " << i << " step " << step << " across " << across;
            }
    }
}

TEST(Strip, EndsOfAnOpenLineReachHalfAWidthFurther) {
    const std::vector<StripPoint> line{{0, 0}, {10, 0}};
    Strip strip;
    appendStrip(strip, line, false);
    EXPECT_TRUE(covers(strip, 2, {-1.9F, 0}));
    EXPECT_TRUE(covers(strip, 2, {11.9F, 0}));
    EXPECT_FALSE(covers(strip, 2, {-2.1F, 0}));
}

TEST(Strip, ClosedLineHasNoGapWhereItBegins) {
    const std::vector<StripPoint> ring{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}};
    Strip strip;
    appendStrip(strip, ring, true);
    for (const StripPoint p : {StripPoint{-0.9F, -0.9F}, {0.9F, 0.9F}, {10.9F, 10.9F}, {-0.9F, 5}})
        EXPECT_TRUE(covers(strip, 1, p));
}

TEST(Strip, RepeatedPointsAreLeftOut) {
    const std::vector<StripPoint> twice{{0, 0}, {0, 0}, {10, 0}, {10, 0}};
    const std::vector<StripPoint> once{{0, 0}, {10, 0}};
    Strip a;
    Strip b;
    appendStrip(a, twice, false);
    appendStrip(b, once, false);
    EXPECT_EQ(a.corners.size(), b.corners.size());
    Strip none;
    appendStrip(none, std::vector<StripPoint>{{3, 3}, {3, 3}}, false);
    EXPECT_TRUE(none.corners.empty());
}

RC_GTEST_PROP(Strip, IsFiniteAndBoundedForAnyLine, ()) {
    const auto coordinates = *rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(-50, 50), rc::gen::inRange(-50, 50)));
    std::vector<StripPoint> line;
    for (const auto& [x, y] : coordinates)
        line.push_back({static_cast<float>(x), static_cast<float>(y)});
    Strip strip;
    appendStrip(strip, line, *rc::gen::arbitrary<bool>(), *rc::gen::element(0.0F, 2.0F));
    for (const StripCorner& c : strip.corners) {
        RC_ASSERT(std::isfinite(c.offsetX) && std::isfinite(c.offsetY));
        RC_ASSERT(std::hypot(c.offsetX, c.offsetY) <= kLongestOffset + 1e-4F);
    }
    for (const std::uint32_t index : strip.indices)
        RC_ASSERT(index < strip.corners.size());
    // The last corner of a triangle is the provoking one: it knows the segment that it ends.
    for (std::size_t i = 2; i < strip.indices.size(); i += 3) {
        const StripCorner& provoking = strip.corners[strip.indices[i]];
        RC_ASSERT(!(provoking.at == provoking.from));
    }
}

TEST(Triangulate, AreaOfTheTrianglesIsTheRings) {
    const std::vector<StripPoint> arrow{{0, 0}, {8, 20}, {0, 15}, {-8, 20}};
    const auto triangles = triangulate(arrow);
    ASSERT_EQ(triangles.size(), 6U);
    double sum = 0;
    for (std::size_t i = 0; i < triangles.size(); i += 3)
        sum +=
            std::abs(doubledArea(std::vector{arrow[triangles[i]], arrow[triangles[i + 1]], arrow[triangles[i + 2]]}));
    EXPECT_NEAR(sum, std::abs(doubledArea(arrow)), 1e-3);
}

RC_GTEST_PROP(Triangulate, FillsAnyStarExactly, ()) {
    const auto radii = *rc::gen::suchThat(rc::gen::container<std::vector<int>>(rc::gen::inRange(5, 50)),
                                          [](const std::vector<int>& r) { return r.size() >= 5 && r.size() < 60; });
    std::vector<StripPoint> ring;
    for (std::size_t i = 0; i < radii.size(); ++i) {
        const double angle = 6.283185307 * static_cast<double>(i) / static_cast<double>(radii.size());
        ring.push_back(
            {static_cast<float>(radii[i] * std::cos(angle)), static_cast<float>(radii[i] * std::sin(angle))});
    }
    const auto triangles = triangulate(ring);
    double sum = 0;
    for (std::size_t i = 0; i < triangles.size(); i += 3)
        sum += std::abs(doubledArea(std::vector{ring[triangles[i]], ring[triangles[i + 1]], ring[triangles[i + 2]]}));
    RC_ASSERT(std::abs(sum - std::abs(doubledArea(ring))) < 1e-2 * std::abs(doubledArea(ring)) + 1e-3);
}

TEST(Triangulate, AnEightOfARingDoesNotHang) {
    const std::vector<StripPoint> eight{{0, 0}, {10, 10}, {10, 0}, {0, 10}};
    EXPECT_EQ(triangulate(eight).size() % 3, 0U);
}
