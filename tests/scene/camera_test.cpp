// SPDX-License-Identifier: MIT
#include "scene/camera.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace jejaring::scene {
namespace {

constexpr Rect kFrame{100, 40, 900, 600};

Camera anyCamera() {
    const double scale = std::pow(10.0, *rc::gen::inRange(10, 43) / 10.0);
    return {{static_cast<double>(*rc::gen::inRange(-3000000, 3000000)),
             static_cast<double>(*rc::gen::inRange(-1500000, 1500000))},
            scale};
}

RC_GTEST_PROP(Camera, LayoutAndMetresAreInverse, ()) {
    const Camera camera = anyCamera();
    const geo::Point layout{static_cast<double>(*rc::gen::inRange(0, 1000)),
                            static_cast<double>(*rc::gen::inRange(0, 700))};
    const geo::Point back = toFrame(camera, kFrame, toMetres(camera, kFrame, layout));
    RC_ASSERT(std::abs(back.x - layout.x) < 1e-6);
    RC_ASSERT(std::abs(back.y - layout.y) < 1e-6);
}

RC_GTEST_PROP(Camera, ZoomKeepsThePointUnderTheAnchor, ()) {
    const Camera camera = anyCamera();
    const geo::Point anchor{static_cast<double>(*rc::gen::inRange(100, 1000)),
                            static_cast<double>(*rc::gen::inRange(40, 640))};
    const geo::Point before = toMetres(camera, kFrame, anchor);
    const Camera zoomed = zoomAt(camera, kFrame, anchor, *rc::gen::elementOf(std::vector<double>{0.5, 0.9, 1.2, 3.0}));
    const geo::Point after = toMetres(zoomed, kFrame, anchor);
    RC_ASSERT(std::hypot(after.x - before.x, after.y - before.y) < 1e-3);
}

TEST(Camera, ZoomStopsAtTheNearestAndTheFarthest) {
    EXPECT_EQ(zoomAt({{0, 0}, 10}, kFrame, {0, 0}, 1000).metresPerUnit, kNearest);
    EXPECT_EQ(zoomAt({{0, 0}, 10000}, kFrame, {0, 0}, 0.001).metresPerUnit, kFarthest);
}

TEST(Camera, FitShowsTheWholeBoxWithItsMargin) {
    const geo::Box box{-1000000, -200000, 2000000, 300000};
    const Camera camera = fit(box, kFrame, 30);
    const geo::Point upper = toFrame(camera, kFrame, {box.minX, box.maxY});
    const geo::Point lower = toFrame(camera, kFrame, {box.maxX, box.minY});
    EXPECT_NEAR(upper.x, kFrame.x + 30, 1e-6);
    EXPECT_NEAR(lower.x, kFrame.right() - 30, 1e-6);
    EXPECT_GE(upper.y, kFrame.y + 30);
    EXPECT_LE(lower.y, kFrame.bottom() - 30);
}

RC_GTEST_PROP(Flight, StartsAndEndsWhereItShould, ()) {
    const Camera from = anyCamera();
    const Camera to = anyCamera();
    RC_ASSERT(fly(from, to, kFrame, 0) == from);
    RC_ASSERT(fly(from, to, kFrame, 1) == to);
    const Camera nearEnd = fly(from, to, kFrame, 0.9999);
    RC_ASSERT(std::abs(nearEnd.metresPerUnit / to.metresPerUnit - 1) < 0.05);
}

RC_GTEST_PROP(Flight, EveryFrameOfItIsFinite, ()) {
    const Camera from = anyCamera();
    const Camera to = anyCamera();
    for (int i = 0; i <= 20; ++i) {
        const Camera camera = fly(from, to, kFrame, i / 20.0);
        RC_ASSERT(std::isfinite(camera.centre.x) && std::isfinite(camera.centre.y));
        RC_ASSERT(camera.metresPerUnit > 0 && std::isfinite(camera.metresPerUnit));
    }
    const double seconds = flightSeconds(from, to, kFrame);
    RC_ASSERT(seconds >= 0.15 && seconds <= 1.2);
}

TEST(Flight, AFarFlightRisesAboveBothEnds) {
    const Camera from{{-2000000, 0}, 50};
    const Camera to{{2000000, 0}, 50};
    EXPECT_GT(fly(from, to, kFrame, 0.5).metresPerUnit, 1000);
}

TEST(Flight, APureZoomKeepsItsCentre) {
    const Camera middle = fly({{5, 7}, 100}, {{5, 7}, 1000}, kFrame, 0.5);
    EXPECT_EQ(middle.centre, (geo::Point{5, 7}));
    EXPECT_NEAR(middle.metresPerUnit, std::sqrt(100.0 * 1000.0), 1e-6);
}

} // namespace
} // namespace jejaring::scene
