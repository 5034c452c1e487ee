// SPDX-License-Identifier: MIT
#include "scene/line_breaks.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace jejaring::scene {
namespace {

using Line = std::vector<geo::Point>;

TEST(LineBreaks, ALineOutsideEveryHoleStaysWhole) {
    const Line line{{0, 0}, {10, 0}, {10, 10}};
    EXPECT_EQ(outside(line, {}), std::vector<Line>{line});
    EXPECT_EQ(outside(line, {Rect{20, 20, 5, 5}}), std::vector<Line>{line});
}

TEST(LineBreaks, AHoleCutsTheLineAtItsEdges) {
    const std::vector<Line> pieces = outside({{0, 5}, {100, 5}}, {Rect{40, 0, 20, 10}});
    ASSERT_EQ(pieces.size(), 2U);
    EXPECT_EQ(pieces[0], (Line{{0, 5}, {40, 5}}));
    EXPECT_EQ(pieces[1], (Line{{60, 5}, {100, 5}}));
}

TEST(LineBreaks, OverlappingHolesAreOneAndEndsMayLieInside) {
    const std::vector<Rect> holes{{-5, 0, 20, 10}, {10, 0, 20, 10}, {90, 0, 50, 10}};
    const std::vector<Line> pieces = outside({{0, 5}, {100, 5}}, holes);
    ASSERT_EQ(pieces.size(), 1U);
    EXPECT_EQ(pieces[0], (Line{{30, 5}, {90, 5}}));
    EXPECT_TRUE(outside({{0, 5}, {9, 5}}, holes).empty());
}

TEST(LineBreaks, CrossesSaysWhetherAnyOfTheLineLiesInside) {
    const Line line{{0, 0}, {10, 10}, {20, 0}};
    EXPECT_TRUE(crosses(line, {8, 8, 4, 4}));
    EXPECT_FALSE(crosses(line, {9, 0, 2, 4}));
}

RC_GTEST_PROP(LineBreaks, NothingIsLostAndNothingLiesInAHole, ()) {
    const auto coordinate = [] { return static_cast<double>(*rc::gen::inRange(0, 300)); };
    Line line(static_cast<std::size_t>(*rc::gen::inRange(2, 12)));
    for (geo::Point& p : line)
        p = {coordinate(), coordinate()};
    std::vector<Rect> holes(static_cast<std::size_t>(*rc::gen::inRange(0, 5)));
    for (Rect& hole : holes)
        hole = {coordinate(), coordinate(), 1 + coordinate() / 4, 1 + coordinate() / 4};
    const std::vector<Line> pieces = outside(line, holes);
    const auto inHole = [&](geo::Point p) {
        return std::any_of(holes.begin(), holes.end(), [&](const Rect& r) {
            return p.x > r.x + 1e-6 && p.x < r.right() - 1e-6 && p.y > r.y + 1e-6 && p.y < r.bottom() - 1e-6;
        });
    };
    double kept = 0;
    for (const Line& piece : pieces)
        for (std::size_t i = 1; i < piece.size(); ++i) {
            kept += std::hypot(piece[i].x - piece[i - 1].x, piece[i].y - piece[i - 1].y);
            RC_ASSERT(!inHole({(piece[i].x + piece[i - 1].x) / 2, (piece[i].y + piece[i - 1].y) / 2}));
        }
    double expected = 0;
    constexpr int kSteps = 4000;
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double segment = std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        length += segment;
        for (int k = 0; k < kSteps; ++k) {
            const double t = (k + 0.5) / kSteps;
            const geo::Point p{line[i - 1].x + (line[i].x - line[i - 1].x) * t,
                               line[i - 1].y + (line[i].y - line[i - 1].y) * t};
            expected += inHole(p) ? 0 : segment / kSteps;
        }
    }
    RC_ASSERT(std::abs(kept - expected) <= 0.01 * length + 0.01);
}

} // namespace
} // namespace jejaring::scene
