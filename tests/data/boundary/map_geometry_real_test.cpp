// SPDX-License-Identifier: MIT
// A level's shared borders stay shared through every simplification, on the real boundaries: tests/geo has the same on
// maps made up for the purpose. Needs boundaries.gpkg (see data::boundariesPath).
#include "data/boundary/boundary_store.hpp"
#include "data/paths.hpp"
#include "geo/conflict_grid.hpp"
#include "geo/map_geometry.hpp"
#include "support/shared_borders.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <random>
#include <set>

namespace jejaring::data {
namespace {

class RealGeometry : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        if (!std::filesystem::exists(boundariesPath()))
            return;
        auto read = readBoundaries(boundariesPath());
        if (!read)
            return;
        shapes_ = std::make_unique<geo::BoundaryShapes>(std::move(read).value().shapes);
        geometry_ = geo::MapGeometry::build(*shapes_, geo::ProjectionKind::equalEarth);
    }
    static void TearDownTestSuite() {
        shapes_.reset();
        geometry_.reset();
    }
    void SetUp() override {
        if (!std::filesystem::exists(boundariesPath()))
            GTEST_SKIP() << "there are no boundaries at " << boundariesPath();
        ASSERT_NE(geometry_, nullptr) << "the boundaries cannot be read";
    }

    static std::vector<geo::Point> line(const geo::LevelOfDetail& level, const geo::Arc& arc) {
        std::vector<geo::Point> out;
        for (std::uint32_t i = arc.firstPoint; i < arc.firstPoint + arc.pointCount; ++i)
            out.push_back({level.arcPoints[i].x, level.arcPoints[i].y});
        return out;
    }
    // Also where there is no region: lakes.
    static bool onLand(const std::vector<geo::Segment>& coast, geo::Point p) {
        bool inside = false;
        for (const geo::Segment& s : coast)
            if ((s.a.y > p.y) != (s.b.y > p.y) && p.x < (s.b.x - s.a.x) * (p.y - s.a.y) / (s.b.y - s.a.y) + s.a.x)
                inside = !inside;
        return inside;
    }

    static std::unique_ptr<geo::BoundaryShapes> shapes_;
    static std::shared_ptr<const geo::MapGeometry> geometry_;
};
std::unique_ptr<geo::BoundaryShapes> RealGeometry::shapes_;
std::shared_ptr<const geo::MapGeometry> RealGeometry::geometry_;

TEST_F(RealGeometry, EveryRegencyIsFilledAtEveryLevel) {
    for (const geo::LevelOfDetail& level : geometry_->levels())
        for (std::size_t i = 0; i < level.regionRanges.size(); ++i)
            EXPECT_GE(level.regionRanges[i].count, 3U)
                << geometry_->catalog()[static_cast<core::RegionIndex>(geometry_->catalog().provinceCount() + i)].name
                << " at " << level.tolerance << " m";
}

TEST_F(RealGeometry, EveryBorderBetweenRegionsIsDrawnOnce) {
    for (const geo::LevelOfDetail& level : geometry_->levels()) {
        std::set<std::array<float, 4>> edges;
        for (const geo::Arc& arc : level.arcs) {
            // Two coasts may come to lie on one another where the water between them is too narrow to be seen.
            if (arc.border == geo::BorderClass::coast)
                continue;
            for (std::uint32_t i = arc.firstPoint; i + 1 < arc.firstPoint + arc.pointCount; ++i) {
                const geo::Vertex a = level.arcPoints[i];
                const geo::Vertex b = level.arcPoints[i + 1];
                const bool swap = b.x < a.x || (b.x == a.x && b.y < a.y);
                EXPECT_TRUE(edges.insert(swap ? std::array{b.x, b.y, a.x, a.y} : std::array{a.x, a.y, b.x, b.y}).second)
                    << "at " << level.tolerance << " m";
            }
        }
        EXPECT_FALSE(edges.empty());
    }
}

TEST_F(RealGeometry, SimplifiedBordersDoNotCross) {
    for (const geo::LevelOfDetail& level : geometry_->levels()) {
        geo::Box box;
        for (const geo::Vertex v : level.arcPoints)
            box.extend(geo::Point{v.x, v.y});
        geo::ConflictGrid grid(box, level.arcPoints.size());
        std::vector<std::uint32_t> conflicts;
        for (const geo::Arc& arc : level.arcs) {
            const std::vector<geo::Point> points = line(level, arc);
            for (std::size_t i = 0; i + 1 < points.size(); ++i)
                grid.add({points[i], points[i + 1]}, conflicts);
        }
        EXPECT_EQ(conflicts.size(), 0U) << "at " << level.tolerance << " m";
    }
}

TEST_F(RealGeometry, AreasOfTheRegenciesSumUpToTheOutline) {
    const std::size_t provinces = geometry_->catalog().provinceCount();
    for (const geo::LevelOfDetail& level : geometry_->levels()) {
        std::vector<double> byArcs(level.regionRanges.size(), 0);
        double outline = 0;
        for (const geo::Arc& arc : level.arcs) {
            const double half = test::sweptTwice(line(level, arc)) / 2;
            if (arc.left != core::kNoRegion)
                byArcs[arc.left - provinces] += half;
            if (arc.right != core::kNoRegion)
                byArcs[arc.right - provinces] -= half;
            if (arc.border == geo::BorderClass::coast)
                outline += (arc.left != core::kNoRegion ? half : 0) - (arc.right != core::kNoRegion ? half : 0);
        }
        double sum = 0;
        for (std::size_t i = 0; i < byArcs.size(); ++i) {
            const double area = test::triangleArea(level.vertices, level.indices, level.regionRanges[i]);
            EXPECT_NEAR(area / byArcs[i], 1, 1e-6)
                << geometry_->catalog()[static_cast<core::RegionIndex>(provinces + i)].name << " at " << level.tolerance
                << " m";
            sum += area;
        }
        EXPECT_NEAR(sum / outline, 1, 1e-9) << "at " << level.tolerance << " m";
    }
}

TEST_F(RealGeometry, LandNearBordersIsCoveredOnceAndTheSeaNever) {
    std::mt19937 random(514);
    for (const geo::LevelOfDetail& level : geometry_->levels()) {
        std::vector<geo::Segment> coast;
        for (const geo::Arc& arc : level.arcs) {
            if (arc.border != geo::BorderClass::coast || arc.left == arc.right)
                continue;
            const std::vector<geo::Point> points = line(level, arc);
            for (std::size_t i = 0; i + 1 < points.size(); ++i)
                coast.push_back({points[i], points[i + 1]});
        }
        const test::CoverageCounter coverage(level.vertices, level.indices);
        std::uniform_int_distribution<std::size_t> any(0, level.arcPoints.size() - 1);
        const double reach = level.tolerance + 200;
        std::uniform_real_distribution<double> offset(-reach, reach);
        for (int i = 0; i < 1500; ++i) {
            const geo::Vertex near = level.arcPoints[any(random)];
            const geo::Point p{near.x + offset(random), near.y + offset(random)};
            const int count = coverage.count(p);
            EXPECT_TRUE(count == -1 || count == (onLand(coast, p) ? 1 : 0))
                << count << " fills at " << p.x << ", " << p.y << ", level " << level.tolerance << " m";
        }
    }
}

TEST_F(RealGeometry, PickFindsTheRegencyThatHoldsThePoint) {
    const geo::Projection projection(geometry_->projection());
    std::mt19937 random(38);
    std::uniform_real_distribution<double> longitude(95, 141);
    std::uniform_real_distribution<double> latitude(-11, 6);
    std::vector<geo::Box> boxes;
    for (const geo::MultiPolygon& regency : shapes_->regencies)
        boxes.push_back(geo::bounds(regency));
    int hits = 0;
    int misses = 0;
    constexpr int kPicks = 20000;
    for (int i = 0; i < kPicks; ++i) {
        const geo::Point degrees{longitude(random), latitude(random)};
        core::RegionIndex expected = core::kNoRegion;
        for (std::size_t r = 0; r < boxes.size(); ++r)
            if (boxes[r].contains(degrees) && geo::contains(shapes_->regencies[r], degrees))
                expected = static_cast<core::RegionIndex>(geometry_->catalog().provinceCount() + r);
        const core::RegionIndex picked = geometry_->pick(projection.forward(degrees));
        hits += expected != core::kNoRegion ? 1 : 0;
        misses += picked != expected ? 1 : 0;
    }
    EXPECT_GT(hits, kPicks / 10);
    // An edge that is straight in degrees bends a little on the map: between the two a point may fall either way.
    EXPECT_LE(misses, kPicks / 2000);
}

TEST_F(RealGeometry, NinetyNinePicksInAHundredTakeUnderTenMicroseconds) {
    geometry_->preparePick();
    // Time of this thread, so that a busy machine does not count; half the picks lie close to a border, which is where
    // they take longest.
    const auto now = [] {
        timespec t{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
        return static_cast<double>(t.tv_sec) * 1e6 + static_cast<double>(t.tv_nsec) * 1e-3;
    };
    const geo::Box box = geometry_->bounds();
    const geo::LevelOfDetail& finest = geometry_->levels().back();
    std::mt19937 random(99);
    std::uniform_real_distribution<double> x(box.minX, box.maxX);
    std::uniform_real_distribution<double> y(box.minY, box.maxY);
    std::uniform_int_distribution<std::size_t> any(0, finest.arcPoints.size() - 1);
    std::vector<double> microseconds;
    int hits = 0;
    constexpr int kPicks = 20000;
    for (int i = 0; i < kPicks; ++i) {
        const geo::Vertex near = finest.arcPoints[any(random)];
        const geo::Point p = i % 2 == 0 ? geo::Point{x(random), y(random)}
                                        : geo::Point{geometry_->origin().x + static_cast<double>(near.x) + 20,
                                                     geometry_->origin().y + static_cast<double>(near.y) - 20};
        const double begin = now();
        hits += geometry_->pick(p) != core::kNoRegion ? 1 : 0;
        microseconds.push_back(now() - begin);
    }
    std::sort(microseconds.begin(), microseconds.end());
    EXPECT_GT(hits, kPicks / 10);
    EXPECT_LT(microseconds[kPicks * 99 / 100], 10);
}

} // namespace
} // namespace jejaring::data
