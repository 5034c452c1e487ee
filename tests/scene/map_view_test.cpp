// SPDX-License-Identifier: MIT
#include "scene_fixture.hpp"

#include "scene/dots.hpp"
#include "scene/furniture.hpp"
#include "scene/indicator_words.hpp"
#include "scene/line_breaks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <map>

namespace jejaring::scene {
namespace {

using namespace testing;

constexpr Rect kFrame{0, 0, 1200, 700};

DisplayList drawn(const MapData& data, const Camera& camera, const Highlight& highlight = {}, const Look& with = look(),
                  const Rect& frame = kFrame, const std::vector<Rect>& keepClear = {}) {
    DisplayList list;
    list.width = frame.right();
    list.height = frame.bottom();
    appendMap(list, data, highlight, with, frame, camera, keepClear);
    return list;
}

Camera home(const Rect& frame = kFrame) {
    return homeCamera(*squareGeometry(), frame);
}

Camera near() {
    Camera camera = regionCamera(*squareGeometry(), region("11"), kFrame);
    camera.metresPerUnit = 900;
    return camera;
}

TEST(Prepare, CountsEveryRegionOnceAtItsLevel) {
    const auto data = squareData();
    int provinces = data->provinces.zero + data->provinces.noRecord + data->provinces.notEnoughData;
    for (const int n : data->provinces.perClass)
        provinces += n;
    int regencies = data->regencies.zero + data->regencies.noRecord + data->regencies.notEnoughData;
    for (const int n : data->regencies.perClass)
        regencies += n;
    EXPECT_EQ(provinces, 3);
    EXPECT_EQ(regencies, 15);
    EXPECT_EQ(data->regencies.zero, 1); // 64.01, whose agreement ended
}

TEST(Prepare, UnitsUnderProvincialAuthorityShowTheProvinceAndAreNotCountedAgain) {
    const auto data = squareData();
    const core::RegionIndex province = region("31");
    ASSERT_EQ(data->values[province].state, analysis::ValueState::value);
    EXPECT_EQ(data->values[region("31.01")].state, analysis::ValueState::value);
    EXPECT_EQ(data->values[region("31.01")].value, data->values[province].value);
    int withValue = 0;
    for (const int n : data->regencies.perClass)
        withValue += n;
    EXPECT_EQ(withValue, 2); // 11.71 and 64.02; none of 31.xx
}

TEST(Prepare, TotalsAreThoseOfTheFilteredFacts) {
    MapView view;
    EXPECT_EQ(squareData(view)->facts.recorded, 6);
    EXPECT_EQ(squareData(view)->facts.inForce, 5);
    EXPECT_EQ(squareData(view)->facts.sources, 6);
    view.filter.countries = {"JPN"};
    EXPECT_EQ(squareData(view)->facts.recorded, 2);
    EXPECT_EQ(squareData(view)->facts.all, 6);
    view = {};
    view.date = core::Day{std::chrono::year(2015), std::chrono::month(1), std::chrono::day(1)};
    EXPECT_EQ(squareData(view)->facts.leftOutUndated, 2); // A6 without a date, A4 that ended nobody says when
}

TEST(Prepare, ManualClassesClaimNoValueBeyondTheirEdges) {
    MapView view;
    view.classMethod = analysis::ClassMethod::manual;
    view.manualEdges = {50, 60};
    const auto data = squareData(view);
    for (std::size_t i = 0; i < data->values.size(); ++i)
        if (const analysis::RegionValue& value = data->values[i]; value.state == analysis::ValueState::value) {
            const std::size_t c = data->breaks.classOf(value.value);
            EXPECT_GE(value.value, data->breaks.edges[c]);
            EXPECT_LE(value.value, data->breaks.edges[c + 1]);
        }
    EXPECT_EQ(data->breaks.edges.front(), 0);
    view.manualEdges = {0, 10};
    EXPECT_EQ(squareData(view)->breaks.edges, (std::vector<double>{0, 10, 100}));
    view.manualEdges = {0, 100};
    EXPECT_EQ(squareData(view)->breaks.edges, (std::vector<double>{0, 100}));
    view.indicator = analysis::IndicatorKind::agreementsInForce;
    view.manualEdges = {1, 2};
    const auto counts = squareData(view);
    EXPECT_EQ(classLabel(*counts, text::Language::english, counts->breaks.classCount() - 1), "2+");
}

TEST(MapLevel, IdsAreReadBack) {
    for (const MapLevel level : {MapLevel::automatic, MapLevel::province, MapLevel::regency})
        EXPECT_EQ(parseMapLevel(mapLevelId(level)), level);
    EXPECT_EQ(parseMapLevel("desa"), std::nullopt);
}

TEST(AppendMap, AutomaticFillsProvincesAndComingCloserRegencies) {
    const auto data = squareData();
    const auto fillOf = [&](const Camera& camera, const std::string& code) {
        const auto fills = itemsOf<RegionFills>(drawn(*data, camera));
        return (*fills.at(0).styles)[region(code) - squareGeometry()->catalog().provinceCount()];
    };
    EXPECT_EQ(fillOf(home(), "11.01"), fillOf(home(), "11.71"));
    EXPECT_NE(fillOf(near(), "11.01").fill, fillOf(near(), "11.71").fill);
    EXPECT_EQ(fillOf(near(), "11.01").fill, styleOf(Theme::dark).noRecord);
}

TEST(AppendMap, WhatIsFilledDependsOnTheSizeOnThePageNotOnItsUnits) {
    const Camera camera{{0, 0}, 900};
    EXPECT_TRUE(fillsRegencies({}, camera));
    EXPECT_TRUE(fillsRegencies({}, {{0, 0}, 450}, 2));
    EXPECT_FALSE(fillsRegencies({}, camera, 2));
}

TEST(AppendMap, TheThreeKindsOfNoNumberDifferInPattern) {
    const auto data = squareData();
    const auto fills = itemsOf<RegionFills>(drawn(*data, near()));
    const std::size_t first = squareGeometry()->catalog().provinceCount();
    EXPECT_EQ((*fills.at(0).styles)[region("64.01") - first].pattern, FillPattern::hatch);
    EXPECT_EQ((*fills.at(0).styles)[region("64.03") - first].pattern, FillPattern::plain);
}

TEST(AppendMap, SmallRegionsWithARecordKeepTheirDotAtEveryScale) {
    const auto data = squareData();
    const auto hasDot = [&](const Camera& camera, const std::string& code) {
        const auto circles = itemsOf<Circle>(drawn(*data, camera));
        return std::any_of(circles.begin(), circles.end(), [&](const Circle& c) { return c.region == region(code); });
    };
    EXPECT_TRUE(hasDot(home(), "11.71"));
    EXPECT_TRUE(hasDot(near(), "11.71"));
    EXPECT_FALSE(hasDot(home(), "11.01"));
    EXPECT_FALSE(hasDot(home(), "31.71")) << "it would only repeat its province";
    EXPECT_FALSE(hasDot(near(), "64.02")) << "large enough to be filled";
}

TEST(AppendMap, ZeroAndValueDotsDifferInShape) {
    const auto circles = itemsOf<Circle>(drawn(*squareData(), home()));
    const auto last = [&](const std::string& code) {
        const auto found =
            std::find_if(circles.rbegin(), circles.rend(), [&](const Circle& c) { return c.region == region(code); });
        return *found;
    };
    EXPECT_GT(last("64.01").strokeWidth, 1.5 * last("11.71").strokeWidth);
    EXPECT_EQ(last("64.01").stroke, styleOf(Theme::dark).zero);
}

TEST(AppendMap, DrawsNothingOutsideItsFrame) {
    const Rect frame{200, 100, 500, 400};
    const DisplayList list = drawn(*squareData(), home(frame), {}, look(), frame);
    EXPECT_EQ(itemsOf<PushClip>(list).at(0).rect, frame);
    EXPECT_EQ(itemsOf<PushClip>(list).size(), itemsOf<PopClip>(list).size());
    for (const GlyphRun& run : itemsOf<GlyphRun>(list)) {
        const Rect box = boxOf(run, *list.fonts);
        EXPECT_GE(box.x, frame.x) << run.string;
        EXPECT_LE(box.right(), frame.right()) << run.string;
    }
}

TEST(AppendMap, LabelsOverlapNeitherEachOtherNorWhatIsKeptClear) {
    const std::vector<Rect> keepClear{{500, 200, 200, 120}};
    for (const Camera& camera : {home(), near()}) {
        const DisplayList list = drawn(*squareData(), camera, {}, look(), kFrame, keepClear);
        std::vector<Rect> boxes;
        for (const GlyphRun& run : itemsOf<GlyphRun>(list)) {
            if (run.haloWidth <= 0)
                continue; // text of the legend
            const Rect box = boxOf(run, *list.fonts);
            EXPECT_FALSE(box.intersects(keepClear[0])) << run.string;
            for (const Rect& other : boxes)
                EXPECT_FALSE(box.intersects(other)) << run.string;
            boxes.push_back(box);
        }
        EXPECT_GE(boxes.size(), 3U);
    }
}

TEST(AppendMap, PanningMovesLabelsAndDotsWithTheMap) {
    const auto data = squareData();
    Camera camera = home();
    const DisplayList before = drawn(*data, camera);
    camera.centre.x += 7.3 * camera.metresPerUnit;
    const DisplayList after = drawn(*data, camera);
    const auto places = [](const DisplayList& list) {
        std::map<std::string, geo::Point> found;
        for (const GlyphRun& run : itemsOf<GlyphRun>(list))
            if (run.haloWidth > 0 && run.string.find("km") == std::string::npos)
                found[run.string] = run.origin;
        return found;
    };
    for (const auto& [name, place] : places(before)) {
        ASSERT_TRUE(places(after).contains(name)) << name;
        EXPECT_NEAR(places(after)[name].x, place.x - 7.3, 1e-6) << name;
        EXPECT_NEAR(places(after)[name].y, place.y, 1e-6) << name;
    }
}

TEST(AppendMap, SelectionIsOutlinedAndNamedFirst) {
    Highlight highlight;
    highlight.selection = {region("11.71")};
    const DisplayList list = drawn(*squareData(), home(), highlight);
    const auto outlines = itemsOf<RegionOutline>(list);
    ASSERT_FALSE(outlines.empty());
    EXPECT_EQ(outlines.back().region, region("11.71"));
    EXPECT_EQ(outlines.back().color, styleOf(Theme::dark).accent);
    EXPECT_TRUE(says(list, "Kota Aceh"));
}

TEST(AppendMap, ArcsRunToEachPartnerOnceAndNameIt) {
    Highlight highlight;
    highlight.selection = {region("11.71")};
    const auto data = squareData();
    const DisplayList with = drawn(*data, home(), highlight);
    const auto all = strings(with);
    EXPECT_EQ(std::count(all.begin(), all.end(), "Partner P1"), 1);
    EXPECT_EQ(std::count(all.begin(), all.end(), "Partner P3"), 1);
    MapView view;
    view.partnerArcs = false;
    EXPECT_FALSE(says(drawn(*squareData(view), home(), highlight), "Partner"));
}

TEST(AppendMap, ArcsBreakOffBeforeEveryTextOnTheMap) {
    Highlight highlight;
    highlight.selection = {region("11.71")};
    const auto data = squareData();
    int texts = 0;
    for (const Theme theme : {Theme::dark, Theme::light})
        for (const Camera& camera : {home(), near()}) {
            const DisplayList list = drawn(*data, camera, highlight, look(theme));
            const Color accent = styleOf(theme).accent;
            std::vector<std::vector<geo::Point>> arcs;
            for (const Polyline& line : itemsOf<Polyline>(list))
                if (line.color.r == accent.r && line.color.g == accent.g && line.color.b == accent.b)
                    arcs.push_back(line.points);
            EXPECT_FALSE(arcs.empty());
            for (const GlyphRun& run : itemsOf<GlyphRun>(list)) {
                if (run.haloWidth <= 0 || run.string.find("km") != std::string::npos)
                    continue;
                ++texts;
                for (const auto& arc : arcs)
                    EXPECT_FALSE(crosses(arc, boxOf(run, *list.fonts))) << run.string;
            }
        }
    EXPECT_GT(texts, 8);
}

TEST(AppendMap, OnASmallMapOfTheCountryDotsAreSmallerAndStillApart) {
    const auto data = squareData();
    const auto dots = [&](double metresPerUnit, double scale) {
        Look with = look();
        with.scale = scale;
        Camera camera = home();
        camera.metresPerUnit = metresPerUnit;
        return dotsOf(makeContext(*data, {}, with, kFrame, camera));
    };
    EXPECT_EQ(dots(3000, 1).front().radius, dots(6000, 1).front().radius) << "large maps have the usual size";
    EXPECT_LT(dots(13000, 1).front().radius, 0.6 * dots(6000, 1).front().radius);
    EXPECT_EQ(dots(6500, 2).front().radius, 2 * dots(13000, 1).front().radius) << "the same on a denser page";
    const std::vector<Dot> all = dots(60000, 1);
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            EXPECT_GE(std::hypot(all[i].at.x - all[k].at.x, all[i].at.y - all[k].at.y), all[i].radius + all[k].radius);
}

TEST(AppendMap, ARouteNumbersItsStopsAndLeavesTheCancelledOneOut) {
    Highlight highlight;
    highlight.visitId = "V1";
    const auto data = squareData();
    const auto camera = visitCamera(*data, "V1", kFrame);
    ASSERT_TRUE(camera);
    const DisplayList list = drawn(*data, *camera, highlight);
    for (const char* number : {"1", "2", "3"})
        EXPECT_TRUE(says(list, number));
    EXPECT_TRUE(says(list, "Titik 1"));
    bool route = false;
    for (const Polyline& line : itemsOf<Polyline>(list))
        if (line.dash > 0) {
            route = true;
            EXPECT_EQ(line.points.size(), 2U); // stops 1 and 3
        }
    EXPECT_TRUE(route);
    EXPECT_EQ(visitCamera(*data, "no such visit", kFrame), std::nullopt);
}

TEST(AppendMap, FurnitureComesAndGoesWithTheView) {
    MapView view;
    view.legend = view.scaleBar = view.labels = false;
    EXPECT_TRUE(strings(drawn(*squareData(view), home())).empty());
    view.scaleBar = true;
    EXPECT_TRUE(says(drawn(*squareData(view), home()), "km"));
    view.northMark = view.graticule = true;
    const DisplayList list = drawn(*squareData(view), home());
    EXPECT_TRUE(says(list, "N"));
    EXPECT_TRUE(says(list, "°"));
}

TEST(AppendMap, TheLegendCountsFillsAndDotsApart) {
    const DisplayList list = drawn(*squareData(), home());
    EXPECT_TRUE(says(list, "prov."));
    EXPECT_TRUE(says(list, "kab./kota"));
    MapView view;
    view.level = MapLevel::province;
    EXPECT_FALSE(says(drawn(*squareData(view), home()), "kab./kota"));
}

TEST(AppendMap, WorksWithoutFontsAndInATinyFrame) {
    Look bare = look();
    bare.fonts = nullptr;
    EXPECT_TRUE(itemsOf<GlyphRun>(drawn(*squareData(), home(), {}, bare)).empty());
    const Rect tiny{0, 0, 60, 40};
    EXPECT_NO_THROW((void)drawn(*squareData(), home(tiny), {}, look(), tiny));
}

TEST(AppendMap, ScaleBarIsTrueOnTheGround) {
    MapView view;
    view.legend = view.labels = false;
    const DisplayList list = drawn(*squareData(view), home());
    const std::string words = strings(list).at(0); // "500 km"
    const double metres = std::stod(words) * 1000;
    const auto lines = itemsOf<Polyline>(list);
    const double length = lines.back().points[2].x - lines.back().points[1].x;
    const Camera camera = home();
    const geo::Projection projection(geo::ProjectionKind::equalEarth);
    const geo::Point a = projection.inverse(camera.centre);
    const geo::Point b = projection.inverse({camera.centre.x + length * camera.metresPerUnit, camera.centre.y});
    const double ground = (b.x - a.x) * 111195 * std::cos(a.y * 3.14159265 / 180);
    EXPECT_NEAR(ground / metres, 1, 0.01);
}

TEST(RegionAt, ADotComesBeforeTheRegionBelowIt) {
    const auto data = squareData();
    const Camera camera = home();
    const geo::Point dot = toFrame(camera, kFrame, squareGeometry()->anchor(region("11.71")).at);
    EXPECT_EQ(regionAt(*data, look(), kFrame, camera, dot), region("11.71"));
    EXPECT_EQ(regionAt(*data, look(), kFrame, camera, {dot.x - 30, dot.y}), region("11"));
    EXPECT_EQ(regionAt(*data, look(), kFrame, camera, {1, 1}), core::kNoRegion);
    EXPECT_EQ(regionAt(*data, look(), kFrame, camera, {-5, -5}), core::kNoRegion);
    const geo::Point centre = toFrame(near(), kFrame, squareGeometry()->anchor(region("11.01")).at);
    EXPECT_EQ(regionAt(*data, look(), kFrame, near(), centre), region("11.01"));
}

TEST(HomeCamera, ShowsTheWholeCountryInFramesOfAnyShape) {
    for (const Rect& frame : {Rect{0, 0, 1600, 900}, Rect{10, 20, 400, 900}, Rect{0, 0, 300, 200}}) {
        const Camera camera = homeCamera(*squareGeometry(), frame);
        const geo::Box& all = squareGeometry()->bounds();
        const geo::Point upper = toFrame(camera, frame, {all.minX, all.maxY});
        const geo::Point lower = toFrame(camera, frame, {all.maxX, all.minY});
        EXPECT_GE(upper.x, frame.x);
        EXPECT_GE(upper.y, frame.y);
        EXPECT_LE(lower.x, frame.right());
        EXPECT_LE(lower.y, frame.bottom());
    }
}

RC_GTEST_PROP(Spread, DiscsEndApartAndStayWhereTheyHaveRoom, ()) {
    const auto count = static_cast<std::size_t>(*rc::gen::inRange(2, 40));
    std::vector<geo::Point> places;
    std::vector<double> radii;
    for (std::size_t i = 0; i < count; ++i) {
        places.push_back({*rc::gen::inRange(0, 600) / 2.0, *rc::gen::inRange(0, 600) / 2.0});
        radii.push_back(3 + *rc::gen::inRange(0, 5));
    }
    const auto at = spread(places, radii, 1.5);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = i + 1; j < count; ++j)
            RC_ASSERT(std::hypot(at[i].x - at[j].x, at[i].y - at[j].y) >= radii[i] + radii[j]);
    RC_ASSERT(at == spread(places, radii, 1.5));
}

TEST(Spread, ALoneDiscDoesNotMove) {
    EXPECT_EQ(spread({{5, 6}}, {4}, 2), (std::vector<geo::Point>{{5, 6}}));
}

TEST(Spread, DiscsInOnePlaceAreAllToBeSeen) {
    const std::vector<geo::Point> places(12, geo::Point{10, 10});
    const auto at = spread(places, std::vector<double>(12, 4.0), 1);
    for (std::size_t i = 0; i < at.size(); ++i)
        for (std::size_t j = i + 1; j < at.size(); ++j)
            EXPECT_GE(std::hypot(at[i].x - at[j].x, at[i].y - at[j].y), 8.0);
}

} // namespace
} // namespace jejaring::scene
