// SPDX-License-Identifier: MIT
#include "scene/land_raster.hpp"
#include "scene_fixture.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jejaring::scene {
namespace {

using namespace testing;

RC_GTEST_PROP(LandRaster, ABoxTouchesARegionWhereOneOfItsCellsDoes, ()) {
    const auto geometry = squareGeometry();
    const auto land = landRasterOf(geometry);
    const geo::Box& all = geometry->bounds();
    const auto within = [](double low, double high) {
        return low + (high - low) * *rc::gen::inRange(0, 100001) / 100000.0;
    };
    geo::Box box;
    box.minX = within(all.minX - 300000, all.maxX);
    box.minY = within(all.minY - 300000, all.maxY);
    box.maxX = box.minX + within(0, *rc::gen::element(6000, 90000, 1500000));
    box.maxY = box.minY + within(0, *rc::gen::element(6000, 90000, 900000));
    // By asking at places closer to each other than cells are wide, the far edges among them.
    bool found = false;
    const double step = LandRaster::kCell * 0.9;
    for (double x = box.minX; !found && x < box.maxX + step; x += step)
        for (double y = box.minY; !found && y < box.maxY + step; y += step)
            found = land->at({std::min(x, box.maxX), std::min(y, box.maxY)}) < geometry->catalog().size();
    RC_ASSERT(land->touchesRegion(box) == found);
}

TEST(LandRaster, ABoxFarFromTheCountryTouchesNothing) {
    const geo::Box& all = squareGeometry()->bounds();
    const auto land = landRasterOf(squareGeometry());
    EXPECT_FALSE(land->touchesRegion({all.maxX + 3e6, all.minY, all.maxX + 4e6, all.maxY}));
    EXPECT_TRUE(land->touchesRegion({all.minX - 9e6, all.minY - 9e6, all.maxX + 9e6, all.maxY + 9e6}));
}

} // namespace
} // namespace jejaring::scene
