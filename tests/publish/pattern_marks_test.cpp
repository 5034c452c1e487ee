// SPDX-License-Identifier: MIT
#include "publish/pattern_marks.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

using namespace jejaring;
using publish::VectorPath;
using scene::FillPattern;

namespace {

// A square of 40 with a hole of 20 in its middle.
const VectorPath kFrame{{{0, 0}, {40, 0}, {40, 40}, {0, 40}}, {{10, 10}, {30, 10}, {30, 30}, {10, 30}}};

bool inHole(double x, double y, double margin) {
    return x > 10 + margin && x < 30 - margin && y > 10 + margin && y < 30 - margin;
}

} // namespace

TEST(PatternMarks, PlainAreasHaveNone) {
    EXPECT_TRUE(publish::patternMarks(kFrame, FillPattern::plain, {}).empty());
    EXPECT_TRUE(publish::patternMarks({}, FillPattern::hatch, {}).empty());
    EXPECT_TRUE(publish::patternMarks({}, FillPattern::dots, {}).empty());
}

TEST(PatternMarks, HatchLiesAtHalfARightAngleOnLinesThatStartAtTheOriginAndEndsAtTheEdge) {
    const geo::Point origin{3, 4};
    const VectorPath lines = publish::patternMarks(kFrame, FillPattern::hatch, origin);
    double length = 0;
    for (const auto& line : lines) {
        ASSERT_EQ(line.size(), 2U);
        EXPECT_NEAR(line[0].x + line[0].y, line[1].x + line[1].y, 1e-9);
        const double across = (line[0].x + line[0].y - origin.x - origin.y) / std::numbers::sqrt2;
        EXPECT_NEAR(std::remainder(across - publish::kPatternPeriod / 2, publish::kPatternPeriod), 0, 1e-9);
        EXPECT_FALSE(inHole((line[0].x + line[1].x) / 2, (line[0].y + line[1].y) / 2, 1e-6));
        for (const geo::Point& end : line)
            EXPECT_TRUE(end.x > -1e-9 && end.y > -1e-9 && end.x < 40 + 1e-9 && end.y < 40 + 1e-9);
        length += std::hypot(line[1].x - line[0].x, line[1].y - line[0].y);
    }
    // What they would fill is the area, but for what a period may be off.
    EXPECT_NEAR(length * publish::kPatternPeriod, 40 * 40 - 20 * 20, 60);
}

TEST(PatternMarks, DotsStandOnAStaggeredGridWhollyWithinTheArea) {
    const geo::Point origin{20, 20};
    const VectorPath dots = publish::patternMarks(kFrame, FillPattern::dots, origin);
    std::size_t shifted = 0;
    for (const auto& dot : dots) {
        ASSERT_EQ(dot.size(), 1U);
        const double column = (dot[0].x - origin.x) / 3;
        const double row = (dot[0].y - origin.y) / 3;
        EXPECT_NEAR(column, std::round(column), 1e-9);
        EXPECT_NEAR(row, std::round(row), 1e-9);
        EXPECT_NEAR(std::remainder(column + row, 2), 0, 1e-9);
        EXPECT_FALSE(inHole(dot[0].x, dot[0].y, -0.89));
        EXPECT_TRUE(dot[0].x > 0.89 && dot[0].y > 0.89 && dot[0].x < 39.11 && dot[0].y < 39.11);
        shifted += std::abs(std::remainder(row, 2)) > 0.5 ? 1 : 0;
    }
    // Two to a square of 6 by 6.
    EXPECT_NEAR(static_cast<double>(dots.size()), 1200.0 / 18, 8);
    EXPECT_NEAR(static_cast<double>(shifted), static_cast<double>(dots.size()) / 2, 12);
}
