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

TEST(LayoutMap, APageWithoutAGroundShowsWhatStandsOnItAlone) {
    LayoutInput with = input();
    with.transparent = true;
    for (const TemplateInfo& info : templates()) {
        const LaidOut page = layOut(with, about(info.kind));
        EXPECT_EQ(page.list.background.a, 0) << info.id;
        // Neighbours are ground, too, but for where arcs lead to them.
        for (const WorldFill& world : itemsOf<WorldFill>(page.list))
            EXPECT_GE(page.list.maps[world.map].camera.metresPerUnit, kDotsNear) << info.id;
        // Nothing lies behind the page's own type that would keep it apart, but the line around it.
        for (const GlyphRun& run : pageRuns(page.list)) {
            if (run.haloWidth > 0)
                continue;
            const auto panels = itemsOf<RoundedRect>(page.list);
            EXPECT_TRUE(std::any_of(
                panels.begin(), panels.end(),
                [&](const RoundedRect& panel) { return panel.fill.a > 0 && panel.rect.contains(run.origin); }))
                << info.id << ": " << run.string;
        }
        EXPECT_EQ(itemsOf<RegionFills>(page.list).size(),
                  itemsOf<RegionFills>(layOut(input(), about(info.kind)).list).size())
            << info.id;
    }
}

TEST(LayoutMap, BeforeAndAfterStandInFramesOfTheirOwnWithinTheMargins) {
    for (const char* format : {"16:9", "4:3", "a4", "a4-portrait"}) {
        const LaidOut page = layOut(input(), about(TemplateKind::beforeAfter, format));
        ASSERT_EQ(page.list.maps.size(), 2U);
        const Rect& before = page.list.maps[0].frame;
        const Rect& after = page.list.maps[1].frame;
        EXPECT_GT(before.x, 20) << format;
        EXPECT_LT(before.right(), page.list.width - 20) << format;
        EXPECT_GT(after.y, before.bottom() + 8) << format;
        EXPECT_EQ(before.x, after.x) << format;
        EXPECT_EQ(before.width, after.width) << format;
        EXPECT_EQ(before.height, after.height) << format;
        // Neighbours end at a line.
        for (const MapFrame& map : page.list.maps) {
            const auto lines = itemsOf<RoundedRect>(page.list);
            EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [&](const RoundedRect& line) {
                return line.strokeWidth > 0 && line.stroke.a > 0 && line.rect == map.frame;
            })) << format;
        }
    }
}

TEST(LayoutMap, ASmallMapOfABriefTellsWhatItsColoursMean) {
    const LaidOut page = layOut(input(), about(TemplateKind::regionBrief));
    const auto legends =
        std::count_if(page.parts.begin(), page.parts.end(), [](const PlacedPart& part) { return part.id == "legend"; });
    EXPECT_EQ(legends, 1);
    for (const char* words : {"0 – <20", "80 – 100", "no record"})
        EXPECT_TRUE(says(page.list, words)) << words;
    Layout without = about(TemplateKind::regionBrief);
    without.hidden = {"legend"};
    EXPECT_FALSE(says(layOut(input(), without).list, "0 – <20"));
}

TEST(LayoutMap, ChartsLegendsTablesAndScalesSayWhatTheyShow) {
    Layout layout = about(TemplateKind::profile);
    layout.added = {{"world-map-1", AddedKind::worldMap, {0, 0, 200, 150}, "", "11.71", 15}};
    const LaidOut page = layOut(input(), layout);
    std::map<GroupKind, std::string> words;
    for (const BeginGroup& group : itemsOf<BeginGroup>(page.list))
        if (!group.description.empty())
            words[group.kind] += group.description + "\n";
    const auto tells = [&](GroupKind kind, const char* part) {
        EXPECT_NE(words[kind].find(part), std::string::npos) << part << " in: " << words[kind];
    };
    tells(GroupKind::chart, "cooperation impact ");
    tells(GroupKind::chart, "of 100, rank 1 of ");
    tells(GroupKind::chart, "Agreements in force by year, where their number changes: ");
    tells(GroupKind::chart, "2010: 3");
    tells(GroupKind::legend, "Legend: Cooperation impact. 80 – 100: ");
    tells(GroupKind::table, "Agreements: a table of 3 rows with the columns Partner, Country, Signed.");
    tells(GroupKind::scaleBar, "Scale: the bar is ");
    tells(GroupKind::inset, "3 agreements in force.");
    words.clear();
    for (const BeginGroup& group : itemsOf<BeginGroup>(layOut(input(), about(TemplateKind::beforeAfter)).list))
        words[group.kind] += group.description + "\n";
    tells(GroupKind::chart, "agreements in force: ");
    tells(GroupKind::chart, " → ");
}

} // namespace
} // namespace jejaring::scene
