// SPDX-License-Identifier: MIT
#include "analysis/indicator_series.hpp"

#include "support/official_regions.hpp"

#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jejaring::analysis {
namespace {

using core::PartialDate;
using testing::ElementsAre;

core::RegionCatalog catalog() {
    std::vector<core::Region> regions;
    for (const char* text : {"31", "34", "35", "31.71", "35.73", "35.78"})
        regions.push_back(test::region(text));
    return core::RegionCatalog(std::move(regions));
}

core::IndicatorValue value(const char* region, const char* period, double number, const char* indicator = "I1",
                           const char* source = "") {
    return {indicator, core::RegionCode::parse(region).value(), PartialDate::parse(period).value(), number, source};
}

core::Project project(std::vector<core::IndicatorValue> values) {
    core::Project made;
    made.indicators = {{"I1", "PDRB", "miliar rupiah", "S0"}, {"I2", "IPM", "", ""}, {"I3", "ipm", "", ""}};
    made.indicatorValues = std::move(values);
    return made;
}

SeriesOnDay on(const core::Project& of, const char* day) {
    return seriesOnDay(of, catalog(), "I1", core::parseDay(day).value());
}

RegionValue valueOn(const core::Project& of, const char* region, const char* day) {
    return on(of, day).values[catalog().find(region).value()];
}

TEST(SeriesOnDay, ARegionShowsItsLatestPeriodThatHasBegun) {
    const core::Project of =
        project({value("35.78", "2022", 22), value("35.78", "2024", 24), value("35.78", "2023", 23)});
    EXPECT_EQ(valueOn(of, "35.78", "2024-01-01").value, 24);
    EXPECT_EQ(valueOn(of, "35.78", "2023-12-31").value, 23);
    EXPECT_EQ(valueOn(of, "35.78", "2030-06-01").period, PartialDate::parse("2024"));
}

TEST(SeriesOnDay, OfPeriodsThatBeginTogetherTheLongestCountsAndOfOnePeriodTheLastRecorded) {
    const core::Project of = project({value("35.78", "2024", 1), value("35.78", "2024-Q1", 2),
                                      value("35.78", "2024-01", 3), value("35.73", "2024", 4),
                                      value("35.73", "2024", 5), value("34", "2024", 6), value("34", "2024-Q2", 7)});
    EXPECT_EQ(valueOn(of, "35.78", "2024-02-01").value, 1);
    EXPECT_EQ(valueOn(of, "35.73", "2024-02-01").value, 5);
    EXPECT_EQ(valueOn(of, "34", "2024-03-31").value, 6);
    EXPECT_EQ(valueOn(of, "34", "2024-04-01").value, 7);
}

TEST(SeriesOnDay, AProvinceNeitherSumsUpNorHandsDown) {
    const core::Project of = project({value("35.73", "2020", 3), value("35.78", "2020", 4), value("31", "2020", 9)});
    EXPECT_EQ(valueOn(of, "35", "2021-01-01").state, ValueState::noRecord);
    EXPECT_EQ(valueOn(of, "31.71", "2021-01-01").state, ValueState::noRecord);
    EXPECT_FALSE(valueOn(of, "31.71", "2021-01-01").provincial);
}

TEST(SeriesOnDay, ZeroNegativeTooEarlyAndNothingAreFourThings) {
    const core::Project of = project({value("35.78", "2020", 0), value("35.73", "2020", -2.5), value("34", "2025", 1),
                                      value("31", "2020", std::numeric_limits<double>::infinity())});
    EXPECT_EQ(valueOn(of, "35.78", "2021-01-01").state, ValueState::zero);
    EXPECT_EQ(valueOn(of, "35.73", "2021-01-01").state, ValueState::value);
    EXPECT_EQ(valueOn(of, "35.73", "2021-01-01").value, -2.5);
    EXPECT_EQ(valueOn(of, "34", "2021-01-01").state, ValueState::notEnoughData);
    EXPECT_FALSE(valueOn(of, "34", "2021-01-01").period);
    EXPECT_EQ(valueOn(of, "31", "2021-01-01").state, ValueState::notEnoughData);
    EXPECT_EQ(valueOn(of, "35", "2021-01-01").state, ValueState::noRecord);
}

TEST(SeriesOnDay, TellsPeriodsSourcesAndDecimalsOfTheValuesThatCount) {
    const core::Project of =
        project({value("35.78", "2019", 1.25), value("35.78", "2020", 80.5, "I1", "S1"), value("35.73", "2018", 71.25),
                 value("34", "2030", 0.001, "I1", "S9"), value("35", "2020", 5, "I2", "S8")});
    const SeriesOnDay series = on(of, "2021-01-01");
    EXPECT_EQ(series.first, PartialDate::parse("2018"));
    EXPECT_EQ(series.last, PartialDate::parse("2020"));
    EXPECT_THAT(series.sourceIds, ElementsAre("S0", "S1")); // by region; S0 is the indicator's own
    EXPECT_EQ(series.decimals, 2);
    EXPECT_EQ(on(project({value("34", "2020", 15470.8)}), "2021-01-01").decimals, 0);
    EXPECT_EQ(on(project({value("34", "2020", 12)}), "2021-01-01").decimals, 0);
    EXPECT_FALSE(on(of, "2001-01-01").first);
}

TEST(SeriesExtents, CountEachRegionOnceAndKnowTheFirstAndTheLastPeriod) {
    const core::RegionCatalog regions = catalog();
    const auto extents = seriesExtents(
        project({value("35", "2020", 1), value("35", "2019", 1), value("35.78", "2021-Q3", 1),
                 value("99.99", "1990", 1), value("34", "2020", 1, "I2"), value("34", "2020", 1, "gone")}),
        regions);
    ASSERT_EQ(extents.size(), 3U);
    EXPECT_EQ(extents[0].provinces, 1U);
    EXPECT_EQ(extents[0].regencies, 1U);
    EXPECT_EQ(extents[0].first, PartialDate::parse("2019"));
    EXPECT_EQ(extents[0].last, PartialDate::parse("2021-Q3"));
    EXPECT_EQ(extents[1].provinces, 1U);
    EXPECT_EQ(extents[2].provinces + extents[2].regencies, 0U);
    EXPECT_FALSE(extents[2].first);
}

TEST(FindSeries, ByIdOrByANameThatIsTheOnlyOne) {
    const core::Project of = project({});
    EXPECT_EQ(findSeries(of, "I2"), &of.indicators[1]);
    EXPECT_EQ(findSeries(of, "pdrb"), &of.indicators[0]);
    EXPECT_EQ(findSeries(of, "IPM"), nullptr); // two bear it
    EXPECT_EQ(findSeries(of, "impact"), nullptr);
}

} // namespace
} // namespace jejaring::analysis
