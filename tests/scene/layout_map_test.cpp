// SPDX-License-Identifier: MIT
// The maps of pages.
#include "layout_fixture.hpp"
#include "scene/layout_context.hpp"

#include <gtest/gtest.h>

namespace jejaring::scene {
namespace {

using namespace testing;

TEST(LayoutMap, AMapKeepsTheCameraItWasGiven) {
    Layout layout = about(TemplateKind::profile);
    const Camera camera{{1000, 2000}, 777};
    layout.cameras["map"] = camera;
    const LaidOut page = layOut(input(), layout);
    ASSERT_EQ(page.list.maps.size(), 1U);
    EXPECT_EQ(page.list.maps[0].camera, camera);
    EXPECT_EQ(page.cameras.at("map"), camera);
}

TEST(LayoutMap, BothMapsOfBeforeAndAfterHaveTheClassesOfTheLaterOne) {
    Layout layout = about(TemplateKind::beforeAfter);
    layout.before = core::Day{std::chrono::year(2005), std::chrono::month(1), std::chrono::day(1)};
    const LaidOut page = layOut(input(), layout);
    EXPECT_EQ(page.list.maps.size(), 2U);
    EXPECT_TRUE(says(page.list, "1 January 2005"));
    EXPECT_TRUE(says(page.list, "22 November 2026"));
    // Undated agreements are left out of the earlier map, and the page says how many.
    EXPECT_TRUE(says(page.list, "1 undated agreement counts at the later date only."));
}

TEST(LayoutMap, ValuesThatTheLaterMapDoesNotReachDoNotShiftTheColoursOfTheEarlierOne) {
    // Synthetic: 64.02 had one agreement, 11.71 three; later 64.02's ended, and its low value is gone.
    auto project = std::make_shared<core::Project>(*squareProject());
    for (core::Agreement& each : project->agreements) {
        each.signedOn = core::PartialDate{2000, 1, 1};
        if (each.id == "A6" || each.id == "A5")
            each.endedOn = core::PartialDate{2020, 1, 1};
    }
    MapView view;
    view.date = kToday;
    view.classMethod = analysis::ClassMethod::quantile;
    view.classCount = 3;
    LayoutInput with{
        prepare(project, squareGeometry(), view, kToday), look(Theme::light, text::Language::english), "", {}};
    Layout layout = about(TemplateKind::beforeAfter);
    layout.before = core::Day{std::chrono::year(2010), std::chrono::month(1), std::chrono::day(1)};
    const LaidOut page = layOut(with, layout);
    // One province whose value did not change has one colour on both maps.
    const auto fills = itemsOf<RegionFills>(page.list);
    ASSERT_EQ(fills.size(), 2U);
    const std::size_t aceh = region("11.71") - squareGeometry()->catalog().provinceCount();
    EXPECT_EQ((*fills[0].styles)[aceh], (*fills[1].styles)[aceh]);
}

TEST(LayoutMap, NamesAreThoseThatAreAskedForAndAreTold) {
    const LayoutInput with = input();
    const Layout layout = about(TemplateKind::beforeAfter);
    const LayoutContext context = makeLayoutContext(with, layout);
    LayoutMap map;
    map.data = with.map;
    map.legend = false;
    const Rect frame{0, 0, 900, 500};
    DisplayList all;
    const std::vector<core::RegionIndex> names = appendLayoutMap(all, context, map, frame).names;
    EXPECT_TRUE(says(all, "ACEH"));
    EXPECT_TRUE(says(all, "KALIMANTAN TIMUR"));
    EXPECT_NE(std::find(names.begin(), names.end(), region("11")), names.end());
    const std::vector<core::RegionIndex> wanted{region("11")};
    map.onlyNames = &wanted;
    DisplayList some;
    EXPECT_EQ(appendLayoutMap(some, context, map, frame).names, wanted);
    EXPECT_TRUE(says(some, "ACEH"));
    EXPECT_FALSE(says(some, "KALIMANTAN TIMUR"));
}

TEST(LayoutMap, NoNameOfARegionLeansOnTheEdgeOfItsMap) {
    for (const core::Region& subject : squareGeometry()->catalog().regions()) {
        Layout layout = about(TemplateKind::profile);
        layout.region = subject.code;
        const LaidOut page = layOut(input(), layout);
        const Rect& frame = page.list.maps.at(0).frame;
        bool labels = false;
        for (const Item& item : page.list.items)
            if (const auto* group = std::get_if<BeginGroup>(&item))
                labels = group->kind == GroupKind::labels;
            else if (std::holds_alternative<EndGroup>(item))
                labels = false;
            else if (const auto* run = std::get_if<GlyphRun>(&item); run != nullptr && labels) {
                const Rect box = boxOf(*run, *page.list.fonts);
                EXPECT_GE(box.x, frame.x + 6) << run->string << " beside " << subject.name;
                EXPECT_LE(box.right(), frame.right() - 6) << run->string << " beside " << subject.name;
                EXPECT_LE(run->origin.y, frame.bottom() - 6) << run->string << " beside " << subject.name;
            }
    }
}

TEST(LayoutMap, TheCountryStandsClearOfTheDatesOfBeforeAndAfter) {
    for (const PageFormat& format : pageFormats()) {
        const LaidOut page = layOut(input(), about(TemplateKind::beforeAfter, format.id));
        for (const MapFrame& map : page.list.maps) {
            const geo::Box& country = squareGeometry()->bounds();
            const geo::Point corner = toFrame(map.camera, map.frame, {country.minX, country.maxY});
            for (const GlyphRun& run : pageRuns(page.list)) // the dates among them
                EXPECT_FALSE(boxOf(run, *page.list.fonts).contains(corner)) << run.string << " on " << format.id;
        }
    }
}

} // namespace
} // namespace jejaring::scene
