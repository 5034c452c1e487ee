// SPDX-License-Identifier: MIT
#include "scene/free_place.hpp"

#include "scene_fixture.hpp"

#include <gtest/gtest.h>

namespace jejaring::scene {
namespace {

using namespace testing;

std::shared_ptr<const MapData> mapData() {
    static const std::shared_ptr<const MapData> data = squareData();
    return data;
}

LaidOut mapPage(std::vector<AddedPart> added = {}) {
    Layout layout;
    layout.kind = TemplateKind::choropleth;
    layout.page = *parsePage("16:9");
    layout.added = std::move(added);
    return layOut({mapData(), look(), "GADM 4.1", {}}, layout);
}

// Layout units squared of land under the rectangle.
double landUnder(const LaidOut& page, const Rect& rect) {
    double area = 0;
    constexpr double kStep = 10;
    const MapFrame& map = page.list.maps.front();
    for (double y = rect.y; y < rect.bottom(); y += kStep)
        for (double x = rect.x; x < rect.right(); x += kStep)
            if (regionAt(*mapData(), look(), map.frame, map.camera, {x, y}) != core::kNoRegion)
                area += kStep * kStep;
    return area;
}

TEST(FreePlace, IsOverTheSeaWithinThePageAndBesideItsTexts) {
    const LaidOut page = mapPage();
    const Rect place = freePlace(page, 300, 170);
    EXPECT_EQ(place.width, 300);
    EXPECT_EQ(place.height, 170);
    EXPECT_GE(place.x, 0);
    EXPECT_LE(place.right(), page.list.width);
    EXPECT_GE(place.y, 0);
    EXPECT_LE(place.bottom(), page.list.height);
    EXPECT_LT(landUnder(page, place), 0.02 * place.width * place.height);
    for (const GlyphRun& run : itemsOf<GlyphRun>(page.list))
        EXPECT_FALSE(place.intersects(boxOf(run, *page.list.fonts))) << run.string;
}

TEST(FreePlace, TheNextPartStandsBesideTheFormerOne) {
    const Rect first = freePlace(mapPage(), 260, 150);
    const LaidOut page = mapPage({{"region-map-1", AddedKind::regionMap, first, "", "11.71", 15}});
    EXPECT_FALSE(first.intersects(freePlace(page, 260, 150)));
}

TEST(FreePlace, WhereThereIsNoRoomItBecomesSmallerButNoSmallerThanItMay) {
    const LaidOut page = mapPage();
    const Rect place = freePlace(page, 3000, 2000, 0.5);
    EXPECT_LE(place.right(), page.list.width);
    EXPECT_LE(place.bottom(), page.list.height);
    EXPECT_GE(place.height, std::min(1000.0, page.list.height * 0.8));
}

TEST(FreePlace, AnInsetIsTitledByItsRegionUnlessTheUserTitlesIt) {
    const Rect frame{1000, 500, 440, 250};
    EXPECT_TRUE(
        says(mapPage({{"world-map-1", AddedKind::worldMap, frame, "", "11.71", 15}}).list, "Partners of Kota Aceh"));
    const LaidOut named = mapPage({{"region-map-1", AddedKind::regionMap, frame, "{code} closer", "11.71", 15}});
    EXPECT_TRUE(says(named.list, "11.71 closer"));
}

} // namespace
} // namespace jejaring::scene
