// SPDX-License-Identifier: MIT
#include "geo/map_geometry.hpp"
#include "support/generated_shapes.hpp"
#include "support/shared_borders.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace jejaring::geo {
namespace {

constexpr ProjectionKind kAll[] = {ProjectionKind::equalEarth, ProjectionKind::mercator, ProjectionKind::plateCarree};

MultiPolygon projected(const MultiPolygon& polygons, const Projection& projection) {
    MultiPolygon out = polygons;
    for (Polygon& polygon : out) {
        projection.forwardInPlace(polygon.outer);
        for (Ring& hole : polygon.holes)
            projection.forwardInPlace(hole);
    }
    return out;
}

TEST(MapGeometry, MeasuresRegionsAsTheirPolygonsMeasure) {
    const BoundaryShapes shapes = test::generatedShapes(7);
    for (const ProjectionKind kind : kAll) {
        const auto geometry = MapGeometry::build(shapes, kind);
        ASSERT_NE(geometry, nullptr);
        const Projection projection(kind);
        const core::RegionCatalog& catalog = geometry->catalog();
        double total = 0;
        for (std::size_t i = 0; i < shapes.regencies.size(); ++i) {
            const auto region = static_cast<core::RegionIndex>(catalog.provinceCount() + i);
            const MultiPolygon polygons = projected(shapes.regencies[i], projection);
            EXPECT_NEAR(geometry->area(region) / area(polygons), 1, 1e-3);
            const Box box = bounds(polygons);
            EXPECT_NEAR(geometry->bounds(region).minX, box.minX, 0.2);
            EXPECT_NEAR(geometry->bounds(region).maxY, box.maxY, 0.2);
            const LabelAnchor& anchor = geometry->anchor(region);
            EXPECT_GT(anchor.radius, 0);
            EXPECT_TRUE(contains(polygons, anchor.at)) << catalog[region].name;
            total += geometry->area(region);
        }
        double provinces = 0;
        for (std::size_t p = 0; p < catalog.provinceCount(); ++p) {
            const auto province = static_cast<core::RegionIndex>(p);
            provinces += geometry->area(province);
            const auto [first, last] = catalog.regenciesOf(province);
            Box box;
            double deepest = 0;
            for (core::RegionIndex r = first; r < last; ++r) {
                box.extend(geometry->bounds(r));
                deepest = std::max(deepest, geometry->anchor(r).radius);
            }
            EXPECT_EQ(box.minX, geometry->bounds(province).minX);
            EXPECT_EQ(box.maxY, geometry->bounds(province).maxY);
            // The union's largest circle is at least about as large as that of any part.
            EXPECT_GE(geometry->anchor(province).radius, deepest * 0.8);
            EXPECT_EQ(catalog.provinceOf(geometry->pick(geometry->anchor(province).at)), province);
        }
        EXPECT_NEAR(provinces / total, 1, 1e-12);
    }
}

TEST(MapGeometry, FillsHaveTheAreaOfTheirRegionsAndProvincesOfTheirParts) {
    const auto geometry = MapGeometry::build(test::generatedShapes(3), ProjectionKind::equalEarth);
    const std::size_t provinces = geometry->catalog().provinceCount();
    for (const LevelOfDetail& level : geometry->levels()) {
        ASSERT_EQ(level.regionRanges.size(), geometry->catalog().regencyCount());
        std::uint32_t next = 0;
        for (std::size_t i = 0; i < level.regionRanges.size(); ++i) {
            EXPECT_EQ(level.regionRanges[i].first, next) << "ranges follow one another";
            next += level.regionRanges[i].count;
            const double area = test::triangleArea(level.vertices, level.indices, level.regionRanges[i]);
            const double whole = geometry->area(static_cast<core::RegionIndex>(provinces + i));
            EXPECT_GT(area, 0);
            if (level.tolerance == 0) {
                EXPECT_NEAR(area / whole, 1, 1e-9);
            }
        }
        EXPECT_EQ(next, level.indices.size());
    }
}

TEST(MapGeometry, ArcsAreGroupedByWhatTheySeparate) {
    const auto geometry = MapGeometry::build(test::generatedShapes(5), ProjectionKind::equalEarth);
    const core::RegionCatalog& catalog = geometry->catalog();
    for (const LevelOfDetail& level : geometry->levels()) {
        EXPECT_TRUE(std::is_sorted(level.arcs.begin(), level.arcs.end(),
                                   [](const Arc& a, const Arc& b) { return a.border < b.border; }));
        std::array<int, kBorderClassCount> seen{};
        for (const Arc& arc : level.arcs) {
            ++seen[static_cast<std::size_t>(arc.border)];
            const bool hasBoth = arc.left != core::kNoRegion && arc.right != core::kNoRegion;
            EXPECT_EQ(hasBoth, arc.border != BorderClass::coast);
            // The far shore of the lake has no regency on either side.
            EXPECT_TRUE(arc.left != arc.right || arc.left == core::kNoRegion);
            if (hasBoth) {
                EXPECT_EQ(catalog.provinceOf(arc.left) != catalog.provinceOf(arc.right),
                          arc.border == BorderClass::province);
            }
            EXPECT_GE(arc.pointCount, 2U);
        }
        for (const int count : seen)
            EXPECT_GT(count, 0);
    }
}

TEST(MapGeometry, LevelForIsTheCoarsestThatIsFineEnough) {
    const auto geometry = MapGeometry::build(test::generatedShapes(1, 2, 2), ProjectionKind::equalEarth);
    ASSERT_EQ(geometry->levels().size(), MapGeometry::kTolerances.size());
    EXPECT_EQ(geometry->levelFor(1e9).tolerance, 4000);
    EXPECT_EQ(geometry->levelFor(4000).tolerance, 4000);
    EXPECT_EQ(geometry->levelFor(3999).tolerance, 2200);
    EXPECT_EQ(geometry->levelFor(0.001).tolerance, 0);
    const std::size_t two[] = {1, 3};
    const auto some = MapGeometry::build(test::generatedShapes(1, 2, 2), ProjectionKind::equalEarth, two);
    ASSERT_EQ(some->levels().size(), 2U);
    EXPECT_EQ(some->levelFor(1).tolerance, 625);
    EXPECT_EQ(some->levels()[0].vertices, geometry->levels()[1].vertices) << "the same alone and among others";
}

TEST(MapGeometry, TheWorldDoesNotRunAcrossTheMap) {
    for (const ProjectionKind kind : kAll) {
        const auto geometry = MapGeometry::build(test::generatedShapes(2, 2, 2), kind);
        const double halfWorld = Projection(kind).forward({298, 0}).x;
        for (const LevelOfDetail& level : geometry->levels()) {
            EXPECT_GT(level.worldIndices.size(), 0U);
            EXPECT_GT(level.worldArcs.size(), 0U);
            for (const Arc& arc : level.worldArcs)
                for (std::uint32_t i = arc.firstPoint; i + 1 < arc.firstPoint + arc.pointCount; ++i)
                    EXPECT_LT(std::abs(level.worldArcPoints[i].x - level.worldArcPoints[i + 1].x), halfWorld / 4);
            for (std::size_t i = 0; i < level.worldIndices.size(); i += 3)
                EXPECT_LT(std::abs(level.worldVertices[level.worldIndices[i]].x -
                                   level.worldVertices[level.worldIndices[i + 1]].x),
                          halfWorld / 4);
        }
    }
}

TEST(MapGeometry, PickAgreesWithTheFinestFills) {
    for (const unsigned seed : {4U, 11U}) {
        const auto geometry = MapGeometry::build(test::generatedShapes(seed), ProjectionKind::equalEarth);
        const LevelOfDetail& level = geometry->levels().back();
        const Box box = geometry->bounds();
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> x(box.minX - 5000, box.maxX + 5000);
        std::uniform_real_distribution<double> y(box.minY - 5000, box.maxY + 5000);
        int hits = 0;
        for (int i = 0; i < 3000; ++i) {
            const Point p{x(random), y(random)};
            const Point q{p.x - geometry->origin().x, p.y - geometry->origin().y};
            core::RegionIndex expected = core::kNoRegion;
            for (std::size_t r = 0; r < level.regionRanges.size(); ++r)
                for (std::uint32_t t = level.regionRanges[r].first;
                     t < level.regionRanges[r].first + level.regionRanges[r].count; t += 3) {
                    const auto at = [&](std::uint32_t k) {
                        const Vertex v = level.vertices[level.indices[t + k]];
                        return Point{v.x, v.y};
                    };
                    const double a = test::orientation(at(0), at(1), q);
                    const double b = test::orientation(at(1), at(2), q);
                    const double c = test::orientation(at(2), at(0), q);
                    if ((a > 0 && b > 0 && c > 0) || (a < 0 && b < 0 && c < 0))
                        expected = static_cast<core::RegionIndex>(geometry->catalog().provinceCount() + r);
                }
            EXPECT_EQ(geometry->pick(p), expected);
            hits += expected != core::kNoRegion ? 1 : 0;
        }
        EXPECT_GT(hits, 500);
        EXPECT_LT(hits, 2900);
    }
}

TEST(MapGeometry, PicksOnASharedBorderFallToOneOfItsSides) {
    const auto geometry = MapGeometry::build(test::generatedShapes(9), ProjectionKind::equalEarth);
    const LevelOfDetail& level = geometry->levels().back();
    for (const Arc& arc : level.arcs) {
        if (arc.border == BorderClass::coast)
            continue;
        for (std::uint32_t i = arc.firstPoint + 1; i + 1 < arc.firstPoint + arc.pointCount; ++i) {
            const core::RegionIndex region = geometry->pick(
                {level.arcPoints[i].x + geometry->origin().x, level.arcPoints[i].y + geometry->origin().y});
            EXPECT_TRUE(region == arc.left || region == arc.right);
        }
    }
}

TEST(MapGeometry, StopsWhenAskedTo) {
    const BoundaryShapes shapes = test::generatedShapes(1, 2, 2);
    for (int calls : {1, 2, 3}) {
        int left = calls;
        EXPECT_EQ(MapGeometry::build(shapes, ProjectionKind::equalEarth, {}, [&](double) { return --left > 0; }),
                  nullptr);
    }
    double before = -1;
    const auto geometry = MapGeometry::build(shapes, ProjectionKind::equalEarth, {}, [&](double share) {
        EXPECT_GE(share, before);
        before = share;
        return true;
    });
    EXPECT_NE(geometry, nullptr);
    EXPECT_EQ(before, 1);
}

TEST(MapGeometry, RegionsWithoutShapesAreEmptyNotWrong) {
    BoundaryShapes shapes = test::generatedShapes(1, 2, 2);
    shapes.regencies.pop_back();
    shapes.regencies[0].clear();
    const auto geometry = MapGeometry::build(shapes, ProjectionKind::equalEarth);
    const auto first = static_cast<core::RegionIndex>(geometry->catalog().provinceCount());
    EXPECT_TRUE(geometry->bounds(first).empty());
    EXPECT_EQ(geometry->area(first), 0);
    EXPECT_EQ(geometry->anchor(first).radius, 0);
    EXPECT_EQ(geometry->levels().back().regionRanges[0].count, 0U);

    const auto nothing = MapGeometry::build({}, ProjectionKind::mercator);
    ASSERT_NE(nothing, nullptr);
    EXPECT_TRUE(nothing->bounds().empty());
    EXPECT_EQ(nothing->pick({0, 0}), core::kNoRegion);
    EXPECT_NE(MapGeometry::fromBytes(nothing->toBytes()), nullptr);
}

TEST(MapGeometry, CoordinatesThatAreNoPlacesDoNoHarm) {
    BoundaryShapes shapes = test::generatedShapes(1, 2, 2);
    shapes.regencies[0][0].outer[3] = {std::nan(""), 5};
    shapes.regencies[0][0].outer[5] = {1e300, -1e300};
    shapes.countries[0][0].outer[1] = {1e9, 95};
    const auto geometry = MapGeometry::build(shapes, ProjectionKind::mercator);
    for (const LevelOfDetail& level : geometry->levels())
        for (const Vertex v : level.vertices)
            ASSERT_TRUE(std::isfinite(v.x) && std::isfinite(v.y));
}

} // namespace
} // namespace jejaring::geo
