// SPDX-License-Identifier: MIT
#include "publish/vector_geometry.hpp"

#include "geo/polygon.hpp"
#include "support/recording_target.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace jejaring;
using publish::Line;
using publish::VertexLine;

namespace {

// A star of points around the middle of a 100 × 100 page; some stick out.
Line star() {
    const int corners = *rc::gen::inRange(3, 40);
    Line ring;
    for (int i = 0; i < corners; ++i) {
        const double radius = *rc::gen::inRange(5, 120);
        const double angle = i * 6.283185307179586 / corners;
        ring.push_back({50.3 + radius * std::cos(angle), 49.1 + radius * std::sin(angle)});
    }
    return ring;
}

constexpr scene::Rect kPage{0, 0, 100, 100};

} // namespace

TEST(JoinRings, PutsLinesInAnyOrderTogether) {
    const auto rings = publish::joinRings({{{0, 0}, {1, 0}}, {{1, 1}, {0, 1}, {0, 0}}, {{1, 0}, {1, 1}}});
    ASSERT_EQ(rings.size(), 1U);
    EXPECT_EQ(rings[0], (VertexLine{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}));
}

TEST(JoinRings, KeepsRingsThatTouchInOnePlaceAsLargeAsTheyAre) {
    const auto rings =
        publish::joinRings({{{0, 0}, {1, 0}, {1, 1}, {0, 0}}, {{0, 0}, {-1, 0}}, {{-1, 0}, {-1, -1}, {0, 0}}});
    double area = 0;
    for (const VertexLine& ring : rings)
        for (std::size_t i = 0; i + 1 < ring.size(); ++i)
            area += (static_cast<double>(ring[i].x) * static_cast<double>(ring[i + 1].y) -
                     static_cast<double>(ring[i + 1].x) * static_cast<double>(ring[i].y)) /
                    2;
    EXPECT_DOUBLE_EQ(area, 1.0);
}

TEST(JoinLines, JoinsWhereTwoMeetAndStopsWhereThreeDo) {
    const auto lines =
        publish::joinLines({{{0, 0}, {1, 0}}, {{2, 0}, {1, 0}}, {{2, 0}, {3, 1}}, {{2, 0}, {3, -1}, {4, -1}}});
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0], (VertexLine{{0, 0}, {1, 0}, {2, 0}}));
    EXPECT_EQ(lines[1], (VertexLine{{2, 0}, {3, 1}}));
    EXPECT_EQ(lines[2], (VertexLine{{2, 0}, {3, -1}, {4, -1}}));
}

TEST(JoinLines, ClosesACircleOfLines) {
    const auto lines =
        publish::joinLines({{{0, 0}, {1, 0}}, {{1, 1}, {1, 0}}, {{0, 0}, {1, 1}}, {{5, 5}, {6, 5}, {5, 6}, {5, 5}}});
    ASSERT_EQ(lines.size(), 2U);
    for (const VertexLine& line : lines)
        EXPECT_EQ(line.front(), line.back());
    EXPECT_EQ(lines[1].size(), 4U);
}

TEST(OutlineOf, LeavesOutWhatTrianglesShare) {
    // A square with a square hole, either way round, its corners doubled.
    const std::vector<geo::Vertex> corners{{0, 0}, {3, 0}, {3, 3}, {0, 3}, {1, 1}, {2, 1}, {2, 2}, {1, 2}, {0, 0}};
    const std::vector<std::uint32_t> triangles{0, 1, 4, 1, 4, 5, 1, 2, 5, 2, 5, 6, 2, 3, 6, 3, 6, 7, 3, 8, 7, 8, 7, 4};
    const auto rings = publish::outlineOf(corners, triangles);
    ASSERT_EQ(rings.size(), 2U);
    publish::VectorPath path;
    for (const VertexLine& ring : rings) {
        EXPECT_EQ(ring.size(), 5U);
        EXPECT_EQ(ring.front(), ring.back());
        Line line;
        for (std::size_t i = 0; i + 1 < ring.size(); ++i)
            line.push_back({static_cast<double>(ring[i].x), -static_cast<double>(ring[i].y)});
        path.push_back(line);
    }
    EXPECT_DOUBLE_EQ(test::pageArea(path), 8.0);
}

RC_GTEST_PROP(ClipRing, FillsWhatTheRingFillsInTheRectangle, ()) {
    const Line ring = star();
    const Line cut = publish::clipRing(ring, kPage);
    for (const geo::Point p : cut)
        RC_ASSERT(p.x >= -1e-9 && p.x <= 100 + 1e-9 && p.y >= -1e-9 && p.y <= 100 + 1e-9);
    for (int i = 0; i < 40; ++i) {
        const geo::Point p{*rc::gen::inRange(1, 1000) / 10.0 - 0.03, *rc::gen::inRange(1, 1000) / 10.0 - 0.07};
        RC_ASSERT(geo::contains({geo::Polygon{cut, {}}}, p) == geo::contains({geo::Polygon{ring, {}}}, p));
    }
}

TEST(ClipRing, ARingAroundTheRectangleBecomesIt) {
    const Line cut = publish::clipRing({{-9, -9}, {200, -9}, {200, 200}, {-9, 200}}, kPage);
    EXPECT_EQ(cut.size(), 4U);
    EXPECT_DOUBLE_EQ(std::abs(geo::signedArea(cut)), 10000);
    EXPECT_TRUE(publish::clipRing({{-9, -9}, {-2, -9}, {-2, 200}}, kPage).empty());
}

RC_GTEST_PROP(ClipLine, KeepsTheLengthWithinAndItsPlaceAlongTheLine, ()) {
    const Line line = star();
    const auto pieces = publish::clipLine(line, kPage);
    double kept = 0;
    for (const publish::LinePiece& piece : pieces) {
        RC_ASSERT(piece.points.size() >= 2U);
        kept += test::lengthOf({piece.points});
        // Its first point lies that far along the line.
        double rest = piece.start;
        geo::Point at = line.front();
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            const double length = std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
            if (rest <= length) {
                at = {line[i].x + (line[i + 1].x - line[i].x) * rest / length,
                      line[i].y + (line[i + 1].y - line[i].y) * rest / length};
                break;
            }
            rest -= length;
        }
        RC_ASSERT(std::hypot(at.x - piece.points.front().x, at.y - piece.points.front().y) < 1e-6);
    }
    // By samples along the line.
    double within = 0;
    constexpr int kSteps = 2000;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const double length = std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
        for (int k = 0; k < kSteps; ++k) {
            const double t = (k + 0.5) / kSteps;
            const geo::Point p{line[i].x + (line[i + 1].x - line[i].x) * t,
                               line[i].y + (line[i + 1].y - line[i].y) * t};
            within += kPage.contains(p) ? length / kSteps : 0;
        }
    }
    RC_ASSERT(std::abs(within - kept) < 0.01 * static_cast<double>(line.size()) + 0.005 * within);
}

TEST(RoundPoints, PointsThatFallTogetherBecomeOne) {
    Line line{{0.001, 0}, {0.004, 0.002}, {1.006, 0}};
    publish::roundPoints(line, 0.01);
    ASSERT_EQ(line.size(), 2U);
    EXPECT_DOUBLE_EQ(line[1].x, 1.01);
}
