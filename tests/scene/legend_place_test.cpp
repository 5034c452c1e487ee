// SPDX-License-Identifier: MIT
#include "scene_fixture.hpp"

#include "scene/dots.hpp"
#include "scene/furniture.hpp"
#include "scene/legend_parts.hpp"
#include "scene/text_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace jejaring::scene {
namespace {

using namespace testing;

constexpr Rect kFrame{0, 0, 1200, 700};

// The legend's panel is the only rounded rectangle of its size.
Rect legendIn(const DisplayList& list) {
    Rect largest;
    for (const Item& item : list.items)
        if (const auto* panel = std::get_if<RoundedRect>(&item);
            panel != nullptr && panel->rect.width * panel->rect.height > largest.width * largest.height)
            largest = panel->rect;
    return largest;
}

Rect drawnLegend(const Camera& camera, LegendMemory* memory, const Highlight& highlight = {}, double scale = 1,
                 const Rect& frame = kFrame) {
    Look with = look();
    with.scale = scale;
    DisplayList list;
    list.width = frame.right();
    list.height = frame.bottom();
    appendMap(list, *squareData(), highlight, with, frame, camera, {}, memory);
    return legendIn(list);
}

bool landUnder(const Camera& camera, const Rect& frame, const Rect& rect) {
    for (int i = 0; i <= 40; ++i)
        for (int k = 0; k <= 40; ++k)
            if (squareGeometry()->pick(toMetres(
                    camera, frame, {rect.x + rect.width * i / 40, rect.y + rect.height * k / 40})) != core::kNoRegion)
                return true;
    return false;
}

TEST(LegendPlace, AMapOfTheWholeCountryLeavesItRoomAtEveryScale) {
    for (const Rect& frame : {Rect{0, 0, 1600, 900}, Rect{0, 0, 1000, 700}, Rect{0, 0, 700, 900}})
        for (const double scale : {0.8, 1.0, 1.5}) {
            Look with = look();
            with.scale = scale;
            const Camera camera = homeCamera(*squareData(), with, frame);
            LegendMemory memory;
            const Rect legend = drawnLegend(camera, &memory, {}, scale, frame);
            ASSERT_GT(legend.width, 0) << frame.width << " at " << scale;
            EXPECT_FALSE(landUnder(camera, frame, legend)) << frame.width << " at " << scale;
            const geo::Box& all = squareGeometry()->bounds();
            EXPECT_GE(toFrame(camera, frame, {all.minX, all.maxY}).y, 0);
            EXPECT_LE(toFrame(camera, frame, {all.maxX, all.minY}).x, frame.width);
        }
}

TEST(LegendPlace, ItStaysInItsCornerWhileTheMapMoves) {
    Camera camera = homeCamera(*squareData(), look(), kFrame);
    LegendMemory memory;
    const Rect first = drawnLegend(camera, &memory);
    ASSERT_TRUE(memory.place);
    EXPECT_FALSE(memory.place->right);
    EXPECT_TRUE(memory.place->lower);
    for (int i = 0; i < 20; ++i) {
        camera.centre.x -= 30 * camera.metresPerUnit; // land comes to lie below it
        camera.centre.y -= 20 * camera.metresPerUnit;
        const Rect now = drawnLegend(camera, &memory);
        EXPECT_EQ(now.x, first.x);
        EXPECT_NEAR(now.bottom(), first.bottom(), 1e-6);
    }
}

TEST(LegendPlace, ItLeavesACornerInWhichItWouldCoverTheSelection) {
    Camera camera = homeCamera(*squareData(), look(), kFrame);
    LegendMemory memory;
    const Rect first = drawnLegend(camera, &memory);
    const Highlight chosen{{region("11.01")}, core::kNoRegion, "", ""};
    const geo::Point at = squareGeometry()->anchor(region("11.01")).at;
    const geo::Point middle{first.x + first.width / 2, first.y + first.height / 2};
    camera.centre.x += at.x - toMetres(camera, kFrame, middle).x;
    camera.centre.y += at.y - toMetres(camera, kFrame, middle).y;
    EXPECT_EQ(drawnLegend(camera, &memory).x, first.x) << "what is not selected moves it";
    const Rect moved = drawnLegend(camera, &memory, chosen);
    EXPECT_FALSE(moved.contains(middle));
    // It does not come back by itself.
    EXPECT_EQ(drawnLegend(camera, &memory), moved);
}

TEST(LegendPlace, DuringAFlightItStandsWhereItWillWhenThatEnds) {
    const Camera from = homeCamera(*squareData(), look(), kFrame);
    Camera to = from;
    LegendMemory memory;
    const Rect first = drawnLegend(from, &memory);
    const geo::Point at = squareGeometry()->anchor(region("11.01")).at;
    const geo::Point middle{first.x + first.width / 2, first.y + first.height / 2};
    to.centre.x += at.x - toMetres(to, kFrame, middle).x;
    to.centre.y += at.y - toMetres(to, kFrame, middle).y;
    memory.rest = to;
    const Highlight chosen{{region("11.01")}, core::kNoRegion, "", ""};
    const Rect early = drawnLegend(from, &memory, chosen);
    memory.rest.reset();
    const Rect late = drawnLegend(to, &memory, chosen);
    EXPECT_EQ(early.x, late.x);
    EXPECT_EQ(early.y <= kFrame.height / 2, late.y <= kFrame.height / 2);
    EXPECT_FALSE(late.contains(middle));
}

TEST(LegendPlace, WhereThereIsNoRoomItIsFoldedAndOpensOnlyWhenAskedFor) {
    // So close that land lies below every corner.
    Camera camera = homeCamera(*squareData(), look(), kFrame);
    camera.centre = squareGeometry()->anchor(region("64.02")).at;
    camera.metresPerUnit = 100;
    LegendMemory memory;
    const Rect folded = drawnLegend(camera, &memory);
    EXPECT_TRUE(memory.folded);
    ASSERT_TRUE(memory.box);
    EXPECT_EQ(*memory.box, folded);
    EXPECT_LT(folded.height, 40);

    memory.wish = LegendWish::open;
    memory.place.reset();
    const Rect open = drawnLegend(camera, &memory);
    EXPECT_FALSE(memory.folded);
    EXPECT_GT(open.height, 3 * folded.height);

    memory.wish = LegendWish::folded;
    camera = homeCamera(*squareData(), look(), kFrame); // where there is room for all of it
    EXPECT_LT(drawnLegend(camera, &memory).height, 40) << "folded away by the user it stays so";
    EXPECT_TRUE(memory.folded);
}

TEST(LegendPlace, APictureIsNeverFolded) {
    Camera camera = homeCamera(*squareData(), look(), kFrame);
    camera.centre = squareGeometry()->anchor(region("64.02")).at;
    camera.metresPerUnit = 100;
    EXPECT_GT(drawnLegend(camera, nullptr).height, 60);
}

// Words of a list that stand so close beside each other that they read as one.
std::vector<std::string> runTogether(const DisplayList& list) {
    const std::vector<GlyphRun> runs = itemsOf<GlyphRun>(list);
    std::vector<std::string> found;
    const auto boxOfAll = [&](const GlyphRun& run) {
        Rect box = boxOf(run, *list.fonts); // without its last glyph
        box.width = static_cast<double>(textWidth(*list.fonts, run.string, {run.weight, run.size, {}, 0, {}, 0}));
        return box;
    };
    for (std::size_t i = 0; i < runs.size(); ++i)
        for (std::size_t k = i + 1; k < runs.size(); ++k) {
            Rect wider = boxOfAll(runs[i]);
            wider.x -= 3;
            wider.width += 6;
            if (wider.intersects(boxOfAll(runs[k])))
                found.push_back(runs[i].string + "|" + runs[k].string);
        }
    return found;
}

TEST(LegendPlace, AStripSaysEveryColourAndWhatItMeans) {
    const auto data = squareData();
    const Highlight none;
    const Look with = look();
    const MapContext context = makeContext(*data, none, with, kFrame, homeCamera(*squareGeometry(), kFrame));
    const auto strip = layOutLegend(context, dotsOf(context), {0, 0, 400, 200}, LegendDetail::strip, 1, false);
    const auto table = layOutLegend(context, dotsOf(context), {0, 0, 400, 400}, LegendDetail::bare, 1, false);
    ASSERT_TRUE(strip && table);
    EXPECT_LT(strip->height, 0.65 * table->height);
    DisplayList list;
    list.fonts = look().fonts;
    appendLegend(list, context, *strip, {10, 20});
    for (const char* words :
         {"Cooperation impact", "0", "20", "40", "60", "80", "100", "none in force", "no record", "kabupaten/kota"})
        EXPECT_TRUE(says(list, words)) << words;
    for (const GlyphRun& run : itemsOf<GlyphRun>(list)) {
        const Rect box = boxOf(run, *list.fonts);
        EXPECT_GE(box.x, 10) << run.string;
        EXPECT_LE(box.right(), 10 + strip->width) << run.string;
        EXPECT_LE(box.bottom(), 20 + strip->height) << run.string;
    }
    EXPECT_THAT(runTogether(list), ::testing::IsEmpty());
    const auto parts = itemsOf<RoundedRect>(list);
    for (const LegendRow& row : strip->rows)
        EXPECT_TRUE(std::any_of(parts.begin(), parts.end(), [&](const RoundedRect& r) {
            return r.fill == row.style.fill && r.pattern == row.style.pattern;
        })) << row.label;
}

// The words of a legend, from left to right and top to bottom as they are drawn; each stands within its panel.
std::vector<std::string> wordsOf(const MapContext& context, const Legend& legend) {
    DisplayList list;
    list.fonts = look().fonts;
    appendLegend(list, context, legend, {10, 20});
    std::vector<std::string> words;
    for (const GlyphRun& run : itemsOf<GlyphRun>(list)) {
        const Rect box = boxOf(run, *list.fonts);
        EXPECT_GE(box.x, 10) << run.string;
        EXPECT_LE(box.right(), 10 + legend.width) << run.string;
        EXPECT_LE(box.bottom(), 20 + legend.height) << run.string;
        words.push_back(run.string);
    }
    EXPECT_THAT(runTogether(list), ::testing::IsEmpty());
    return words;
}

bool hasInOrder(const std::vector<std::string>& words, const std::vector<std::string>& wanted) {
    return std::search(words.begin(), words.end(), wanted.begin(), wanted.end()) != words.end();
}

TEST(LegendPlace, AStripCountsTheRegionsOfEachClass) {
    for (const MapLevel level : {MapLevel::automatic, MapLevel::province, MapLevel::regency}) {
        MapView view;
        view.level = level;
        const auto data = squareData(view);
        const Highlight none;
        const Look with = look();
        const MapContext context = makeContext(*data, none, with, kFrame, homeCamera(*squareGeometry(), kFrame));
        const auto strip =
            layOutLegend(context, dotsOf(context), {0, 0, 500, 250}, LegendDetail::countedStrip, 1, false);
        ASSERT_TRUE(strip);
        const std::vector<std::string> words = wordsOf(context, *strip);
        const auto line = [](const char* name, const MapData::LevelCount& counts) {
            std::vector<std::string> wanted{name};
            for (const int count : counts.perClass)
                wanted.push_back(std::to_string(count));
            return wanted;
        };
        EXPECT_EQ(hasInOrder(words, line("prov.", data->provinces)), level != MapLevel::regency);
        EXPECT_EQ(hasInOrder(words, line("kab./kota", data->regencies)), level != MapLevel::province);
        const std::string provinces = std::to_string(data->provinces.noRecord);
        const std::string regencies = std::to_string(data->regencies.noRecord);
        const std::string expected = level == MapLevel::province  ? provinces
                                     : level == MapLevel::regency ? regencies
                                                                  : provinces + " prov., " + regencies + " kab./kota";
        EXPECT_TRUE(hasInOrder(words, {"no record", expected})) << expected;
    }
}

TEST(LegendPlace, TheBoundsOfANarrowStripStandApart) {
    MapView view;
    view.level = MapLevel::regency;
    const auto data = squareData(view);
    const Highlight none;
    const Look with = look(Theme::dark, text::Language::indonesian);
    const MapContext context = makeContext(*data, none, with, kFrame, homeCamera(*squareGeometry(), kFrame));
    for (const LegendDetail detail : {LegendDetail::countedStrip, LegendDetail::strip}) {
        auto strip = layOutLegend(context, {}, {0, 0, 300, 250}, detail, 1, true);
        ASSERT_TRUE(strip);
        strip->keys.clear();
        measureCompact(*strip, context, *with.fonts);
        EXPECT_TRUE(hasInOrder(wordsOf(context, *strip), {"80", "100"}));
    }
}

TEST(LegendPlace, ALegendOfTwoDatesCountsBoth) {
    MapView view;
    const auto now = squareData(view);
    view.date -= std::chrono::years(30);
    const auto earlier = squareData(view);
    ASSERT_NE(now->regencies.perClass, earlier->regencies.perClass);
    const Highlight none;
    const Look with = look();
    const MapContext context = makeContext(*now, none, with, kFrame, homeCamera(*squareGeometry(), kFrame));
    const auto legend = layOutLegend(context, {}, {0, 0, 400, 400}, LegendDetail::counts, 1, false, earlier.get());
    ASSERT_TRUE(legend);
    const std::vector<std::string> words = wordsOf(context, *legend);
    const auto change = [](int before, int after) { return std::to_string(before) + " → " + std::to_string(after); };
    for (std::size_t i = 0; i < now->breaks.classCount(); ++i)
        EXPECT_TRUE(hasInOrder(words, {change(earlier->provinces.perClass[i], now->provinces.perClass[i]),
                                       change(earlier->regencies.perClass[i], now->regencies.perClass[i])}))
            << i;
    EXPECT_TRUE(hasInOrder(words, {"no record", change(earlier->provinces.noRecord, now->provinces.noRecord)}));
}

} // namespace
} // namespace jejaring::scene
