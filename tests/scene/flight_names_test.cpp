// SPDX-License-Identifier: MIT
#include "scene/flight_names.hpp"
#include "scene_fixture.hpp"

#include <gtest/gtest.h>

namespace jejaring::scene {
namespace {

using namespace testing;

DisplayList page() {
    DisplayList list;
    list.width = 1600;
    list.height = 900;
    appendMap(list, *squareData(), {}, look(Theme::light), {0, 0, list.width, list.height},
              homeCamera(*squareGeometry(), {0, 0, list.width, list.height}));
    return list;
}

Camera cameraOf(const DisplayList& list) {
    return list.maps.at(0).camera;
}

DisplayList under(const DisplayList& of, const Camera& now, double share) {
    DisplayList list;
    list.width = of.width;
    list.height = of.height;
    appendNamesUnderWay(list, of, cameraOf(of), now, share);
    return list;
}

const GlyphRun* runOf(const DisplayList& list, const std::string& string) {
    for (const Item& item : list.items)
        if (const auto* run = std::get_if<GlyphRun>(&item); run != nullptr && run->string == string)
            return run;
    return nullptr;
}

TEST(FlightNames, WhereAFlightStartsNamesStandAsOnThePage) {
    const DisplayList from = page();
    const GlyphRun* there = runOf(from, "ACEH");
    ASSERT_NE(there, nullptr);
    const DisplayList list = under(from, cameraOf(from), 1);
    const GlyphRun* here = runOf(list, "ACEH");
    ASSERT_NE(here, nullptr);
    EXPECT_NEAR(here->origin.x, there->origin.x, 1e-6);
    EXPECT_NEAR(here->origin.y, there->origin.y, 1e-6);
    EXPECT_EQ(here->color, there->color);
    EXPECT_FALSE(says(list, "km")) << "the scale is no name";
}

TEST(FlightNames, OnTheWayTheyKeepToTheirPlaceOnTheGroundAndToTheirSize) {
    const DisplayList from = page();
    Camera now = cameraOf(from);
    now.centre.x += 100 * now.metresPerUnit;
    const DisplayList list = under(from, now, 0.5);
    const GlyphRun* there = runOf(from, "ACEH");
    const GlyphRun* here = runOf(list, "ACEH");
    ASSERT_NE(here, nullptr);
    EXPECT_NEAR(here->origin.x, there->origin.x - 100, 1e-6);
    EXPECT_EQ(here->size, there->size);
    EXPECT_NEAR(here->color.a, there->color.a / 2, 1);
    EXPECT_NEAR(here->halo.a, there->halo.a / 2, 1);
}

TEST(FlightNames, FarAboveTheirPageTheyGoBeforeTheyCrowd) {
    const DisplayList from = page();
    Camera now = cameraOf(from);
    now.metresPerUnit *= 3;
    EXPECT_TRUE(under(from, now, 1).items.empty());
    now = cameraOf(from);
    now.centre.x += 1e7; // and beyond the frame there is none
    EXPECT_TRUE(under(from, now, 1).items.empty());
}

TEST(FlightNames, AtNoTimeThereIsNone) {
    EXPECT_EQ(nameSharesAt(0).start, 1);
    EXPECT_EQ(nameSharesAt(0).end, 0);
    EXPECT_EQ(nameSharesAt(1).start, 0);
    EXPECT_EQ(nameSharesAt(1).end, 1);
    for (int i = 0; i <= 20; ++i)
        EXPECT_NEAR(nameSharesAt(i / 20.0).start + nameSharesAt(i / 20.0).end, 1, 1e-9);
}

} // namespace
} // namespace jejaring::scene
