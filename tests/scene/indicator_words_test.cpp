// SPDX-License-Identifier: MIT
// An indicator of the project on the map: values, classes, counts, and what is said of them.
#include "scene_fixture.hpp"

#include "scene/furniture.hpp"
#include "scene/indicator_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jejaring::scene {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr auto kEnglish = text::Language::english;
constexpr auto kIndonesian = text::Language::indonesian;

std::shared_ptr<const core::Project> withSeries(std::vector<std::pair<std::string, double>> numbers) {
    auto project = std::make_shared<core::Project>(*squareProject());
    project->indicators = {{"I1", "PDRB", "miliar rupiah", "S-I1"}};
    core::Source source;
    source.id = "S-I1";
    source.title = "Badan Pusat Statistik";
    project->sources.push_back(source);
    for (const auto& [region, number] : numbers)
        project->indicatorValues.push_back({"I1", *core::RegionCode::parse(region), {2022, 0, 0}, number, ""});
    return project;
}

MapView viewOfSeries() {
    MapView view;
    view.date = core::Day{std::chrono::year(2026), std::chrono::month(1), std::chrono::day(1)};
    chooseIndicator(view, analysis::IndicatorChoice::series("I1"));
    return view;
}

std::shared_ptr<const MapData>
seriesData(const MapView& view,
           std::vector<std::pair<std::string, double>> numbers = {
               {"11", 4000.5}, {"64", 90000}, {"11.01", -300}, {"11.02", 0}, {"31.01", 2500}, {"64.71", 1200.25}}) {
    return prepare(withSeries(std::move(numbers)), squareGeometry(), view, view.date);
}

TEST(ChooseIndicator, ASeriesHasNoFixedClassesAndTypedEdgesBelongToOneIndicator) {
    MapView view = viewOfSeries();
    EXPECT_EQ(view.classMethod, analysis::ClassMethod::quantile);
    view.classMethod = analysis::ClassMethod::pretty;
    chooseIndicator(view, analysis::IndicatorChoice::series("I2"));
    EXPECT_EQ(view.classMethod, analysis::ClassMethod::pretty);
    view.classMethod = analysis::ClassMethod::manual;
    view.manualEdges = {1, 2};
    chooseIndicator(view, analysis::IndicatorKind::impact);
    EXPECT_EQ(view.classMethod, analysis::ClassMethod::fixed);
    EXPECT_TRUE(view.manualEdges.empty());
}

TEST(ViewFor, AnIndicatorThatIsGoneGivesWayToTheScore) {
    EXPECT_EQ(viewFor(*withSeries({}), viewOfSeries()), viewOfSeries());
    const MapView fallen = viewFor(*squareProject(), viewOfSeries());
    EXPECT_EQ(fallen.indicator, analysis::IndicatorKind::impact);
    EXPECT_EQ(fallen.classMethod, analysis::ClassMethod::fixed);
    const auto data = prepare(squareProject(), squareGeometry(), viewOfSeries(), viewOfSeries().date);
    EXPECT_FALSE(data->series);
    EXPECT_EQ(data->view, fallen);
}

TEST(PrepareSeries, EachRegionHasItsOwnValueOrNone) {
    const auto data = seriesData(viewOfSeries());
    EXPECT_EQ(data->values[region("11")].value, 4000.5);
    EXPECT_EQ(data->values[region("31")].state, analysis::ValueState::noRecord); // no sum of 31.01
    EXPECT_EQ(data->values[region("31.01")].value, 2500);                        // and its own, not the province's
    EXPECT_FALSE(data->values[region("31.01")].provincial);
    EXPECT_EQ(data->values[region("11.02")].state, analysis::ValueState::zero);
    EXPECT_EQ(data->provinces.noRecord, 1);
    EXPECT_EQ(data->regencies.zero, 1);
    EXPECT_EQ(data->regencies.noRecord, 11);
    int valued = 0;
    for (const int count : data->regencies.perClass)
        valued += count;
    EXPECT_EQ(valued, 3);
}

TEST(PrepareSeries, ClassesAreThoseOfTheLevelShown) {
    MapView view = viewOfSeries();
    view.classMethod = analysis::ClassMethod::equalInterval;
    EXPECT_EQ(seriesData(view)->breaks.edges.back(), 90000);
    view.level = MapLevel::regency;
    EXPECT_EQ(seriesData(view)->breaks.edges.front(), -300);
    EXPECT_EQ(seriesData(view)->breaks.edges.back(), 2500);
    view.level = MapLevel::province;
    EXPECT_EQ(seriesData(view)->breaks.edges.front(), 4000.5);
}

TEST(PrepareSeries, ManualClassesReachToTheValuesAndNoFurther) {
    MapView view = viewOfSeries();
    view.classMethod = analysis::ClassMethod::manual;
    view.manualEdges = {0, 2000};
    EXPECT_EQ(seriesData(view)->breaks.edges, (std::vector<double>{-300, 0, 2000, 90000}));
}

TEST(PrepareSeries, ALevelWithoutValuesHasNoClasses) {
    MapView view = viewOfSeries();
    view.level = MapLevel::province;
    const auto data = seriesData(view, {{"11.01", 5}, {"64.02", 6}});
    EXPECT_EQ(data->breaks.classCount(), 0U);
    EXPECT_EQ(data->provinces.noRecord, 3);
    DisplayList list;
    const Rect frame{0, 0, 1200, 700};
    appendMap(list, *data, {}, look(), frame, homeCamera(*squareGeometry(), frame));
    EXPECT_FALSE(list.items.empty());
    // Nor is there a class before the first period.
    view = viewOfSeries();
    view.date = core::Day{std::chrono::year(2010), std::chrono::month(1), std::chrono::day(1)};
    const auto early = seriesData(view);
    EXPECT_EQ(early->regencies.notEnoughData, 4);
    EXPECT_EQ(periodsText(*early, kEnglish), "");
}

TEST(SeriesWords, NumbersByLocaleWithUnit) {
    const auto data = seriesData(viewOfSeries());
    EXPECT_EQ(valueWithUnit(*data, kIndonesian, 90000), "90.000\u00a0miliar rupiah");
    EXPECT_EQ(valueWithUnit(*data, kEnglish, -1234.4), "\u22121,234\u00a0miliar rupiah");
    EXPECT_EQ(indicatorWithUnit(*data, kEnglish), "PDRB (miliar rupiah)");
    EXPECT_EQ(periodsText(*data, kEnglish), "2022");
    EXPECT_STREQ(stateWords(*data, analysis::ValueState::zero), "zero");
}

TEST(SeriesWords, BoundsOfClassesAreToldApart) {
    MapView view = viewOfSeries();
    view.classMethod = analysis::ClassMethod::manual;
    view.manualEdges = {0.12, 0.14, 0.16};
    const auto data = seriesData(view, {{"11", 0.1}, {"31", 0.2}});
    EXPECT_EQ(classLabel(*data, kEnglish, 1), "0.12 – <0.14");
    const auto single = seriesData(viewOfSeries(), {{"11", 7.5}});
    ASSERT_EQ(single->breaks.classCount(), 1U);
    EXPECT_EQ(classLabel(*single, kEnglish, 0), "7.5");
}

TEST(SeriesWords, LegendNamesIndicatorUnitAndPeriodAndCountsItsStates) {
    Look english = look();
    english.language = kEnglish;
    const auto data = seriesData(viewOfSeries());
    const Rect frame{0, 0, 1200, 700};
    const MapContext context = makeContext(*data, {}, english, frame, homeCamera(*squareGeometry(), frame));
    const auto legend = layOutLegend(context, {}, frame, LegendDetail::countsAndNames, 1, false);
    ASSERT_TRUE(legend);
    EXPECT_EQ(legend->title, "PDRB (miliar rupiah), 2022");
    ASSERT_GE(legend->rows.size(), 2U);
    EXPECT_EQ(legend->rows[legend->rows.size() - 2].label, "zero");
    EXPECT_EQ(legend->rows[legend->rows.size() - 2].regencies, "1");
    // Without a zero there is no row of them.
    const auto none = seriesData(viewOfSeries(), {{"11", 1}, {"31", 2}});
    const MapContext without = makeContext(*none, {}, english, frame, homeCamera(*squareGeometry(), frame));
    const auto shorter = layOutLegend(without, {}, frame, LegendDetail::counts, 1, false);
    ASSERT_TRUE(shorter);
    for (const LegendRow& row : shorter->rows)
        EXPECT_NE(row.state, analysis::ValueState::zero);
}

TEST(SeriesWords, ALongNameGivesWayToUnitAndPeriod) {
    auto project = std::make_shared<core::Project>(*withSeries({{"11", 1}}));
    project->indicators[0].name =
        "Produk domestik regional bruto atas dasar harga konstan menurut lapangan usaha pertanian dan perikanan";
    const auto data = prepare(project, squareGeometry(), viewOfSeries(), viewOfSeries().date);
    const Rect frame{0, 0, 1200, 700};
    const auto legend = layOutLegend(makeContext(*data, {}, look(), frame, homeCamera(*squareGeometry(), frame)), {},
                                     frame, LegendDetail::counts, 1, false);
    ASSERT_TRUE(legend);
    EXPECT_THAT(legend->title, HasSubstr("… (miliar rupiah), 2022"));
    EXPECT_LT(legend->width, 360);
}

TEST(SeriesWords, PictureNamesPeriodAndSourceInsteadOfTheAgreements) {
    Look english = look();
    english.language = kEnglish;
    const PictureTexts texts = pictureTexts(*seriesData(viewOfSeries()), {}, english, {});
    EXPECT_EQ(texts.title, "PDRB");
    EXPECT_THAT(texts.subtitle, HasSubstr("miliar rupiah by province"));
    EXPECT_THAT(texts.subtitle, HasSubstr("2022"));
    EXPECT_THAT(
        texts.source,
        HasSubstr("Values up to 1\u00a0January\u00a02026: PDRB (miliar rupiah); source: Badan Pusat Statistik."));
    EXPECT_THAT(texts.source, Not(HasSubstr("cooperation records")));
    EXPECT_THAT(texts.source, Not(HasSubstr("Index of the Jejaring project")));
}

TEST(SeriesDots, GrowFromTheLowestValueWhereSomeAreNegative) {
    const auto data = seriesData(viewOfSeries());
    const auto radius = [&](double value) { return dotRadius(*data, analysis::ValueState::value, value); };
    EXPECT_LT(radius(-300), radius(0));
    EXPECT_LT(radius(0), radius(50000));
    EXPECT_DOUBLE_EQ(radius(-300), dotRadius(*data, analysis::ValueState::zero, 0));
}

} // namespace
} // namespace jejaring::scene
