// SPDX-License-Identifier: MIT
// Land borders on an island made up here: a source of the neighbours divides it at 120° E, one of the regions draws its
// part only as far as 119.95° E.
#include "data/boundary/boundary_land_borders.hpp"

#include <gtest/gtest.h>

namespace jejaring::data {
namespace {

geo::MultiPolygon rectangle(double west, double south, double east, double north) {
    return {{{{west, south}, {east, south}, {east, north}, {west, north}}, {}}};
}

class NeighbourByLand : public testing::Test {
  protected:
    World world{{{"001", "Neighbour", rectangle(120, -1, 121, 1)}, {"002", "Elsewhere", rectangle(122, -1, 123, 1)}},
                rectangle(119, -1, 120, 1),
                0};
    [[nodiscard]] bool covers(double x, double y) const { return geo::contains(world.countries[0].polygons, {x, y}); }
};

TEST_F(NeighbourByLand, GetsWhatLiesBetweenTheTwo) {
    const auto borders = fitNeighbours(world, rectangle(119, -1, 119.95, 1));
    ASSERT_EQ(borders.size(), 1U);
    EXPECT_EQ(borders[0].name, "Neighbour");
    EXPECT_NEAR(borders[0].gapArea, 0.05 * 2 * 111.195 * 111.195, 15);
    for (double y = -0.99; y < 1; y += 0.01)
        for (double x = 119.951; x < 120; x += 0.007)
            EXPECT_TRUE(covers(x, y)) << x << ' ' << y;
}

TEST_F(NeighbourByLand, GoesOnBeneathTheLandButKeepsClearOfItsCoast) {
    (void)fitNeighbours(world, rectangle(119, -1, 119.95, 1));
    EXPECT_TRUE(covers(119.84, 0)); // 0.11 beneath
    EXPECT_FALSE(covers(119.8, 0)); // no farther
    EXPECT_TRUE(covers(119.948, 0.99));
    EXPECT_FALSE(covers(119.9, 0.99)); // by the northern coast
    EXPECT_FALSE(covers(119.9, 1.01)); // the sea
    EXPECT_FALSE(covers(119.9, -1.01));
    EXPECT_FALSE(covers(119.5, 0));
}

TEST_F(NeighbourByLand, LeavesALakeOfTheLand) {
    geo::MultiPolygon land = rectangle(119, -1, 119.95, 1);
    land[0].holes.push_back({{119.88, 0.02}, {119.92, 0.02}, {119.92, -0.02}, {119.88, -0.02}});
    (void)fitNeighbours(world, land);
    EXPECT_FALSE(covers(119.9, 0));
    EXPECT_TRUE(covers(119.9, 0.5));
}

TEST_F(NeighbourByLand, LeavesABayThatBothSourcesShow) {
    // Between 0.2 and 0.4 north neither has land.
    world.indonesia = {
        {{{119, -1}, {120, -1}, {120, 0.2}, {119.8, 0.2}, {119.8, 0.4}, {120, 0.4}, {120, 1}, {119, 1}}, {}}};
    const geo::MultiPolygon land{
        {{{119, -1}, {119.95, -1}, {119.95, 0.2}, {119.8, 0.2}, {119.8, 0.4}, {119.95, 0.4}, {119.95, 1}, {119, 1}},
         {}}};
    (void)fitNeighbours(world, land);
    EXPECT_FALSE(covers(119.97, 0.3));
    EXPECT_FALSE(covers(119.85, 0.3));
    EXPECT_TRUE(covers(119.97, 0.1));
    EXPECT_TRUE(covers(119.97, 0.6));
}

TEST_F(NeighbourByLand, LeavesCountriesAcrossTheSeaAsTheyAre) {
    const auto before = world.countries[1].polygons;
    (void)fitNeighbours(world, rectangle(119, -1, 119.95, 1));
    ASSERT_EQ(world.countries[1].polygons.size(), before.size());
    EXPECT_EQ(geo::area(world.countries[1].polygons), geo::area(before));
    EXPECT_EQ(world.countries[1].polygons[0].outer.size(), before[0].outer.size());
}

TEST_F(NeighbourByLand, IsNoneWhereTheSourceHasNoIndonesia) {
    world.indonesia.clear();
    EXPECT_TRUE(fitNeighbours(world, rectangle(119, -1, 119.95, 1)).empty());
    EXPECT_EQ(world.countries.size(), 2U);
}

} // namespace
} // namespace jejaring::data
