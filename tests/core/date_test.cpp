// SPDX-License-Identifier: MIT
#include "core/date.hpp"
#include "core/weekday.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jejaring::core {
namespace {

TEST(PartialDate, readsYearMonthAndDay) {
    EXPECT_EQ(PartialDate::parse("1997"), (PartialDate{1997, 0, 0}));
    EXPECT_EQ(PartialDate::parse("1997-04"), (PartialDate{1997, 4, 0}));
    EXPECT_EQ(PartialDate::parse("1997-04-17"), (PartialDate{1997, 4, 17}));
}

TEST(PartialDate, readsQuartersAndHalves) {
    EXPECT_EQ(PartialDate::parse("2024-Q3"), PartialDate::quarter(2024, 3));
    EXPECT_EQ(PartialDate::parse("2024-S2"), PartialDate::half(2024, 2));
    EXPECT_NE(PartialDate::quarter(2024, 1), (PartialDate{2024, 1, 0}));
    EXPECT_LT(PartialDate::half(2023, 2), PartialDate::quarter(2024, 1));
    for (const char* text : {"2024-Q0", "2024-Q5", "2024-S0", "2024-S3", "2024-q1", "2024/Q1", "2024-Q1 "})
        EXPECT_FALSE(PartialDate::parse(text)) << text;
}

TEST(PartialDate, quartersAndHalvesComeBackFromTheirTextAndSpanTheirMonths) {
    for (int number = 1; number <= 4; ++number) {
        const PartialDate quarter = PartialDate::quarter(2024, number).value();
        EXPECT_EQ(PartialDate::parse(quarter.iso()), quarter);
        EXPECT_EQ(quarter.number(), number);
        EXPECT_TRUE(quarter.isQuarter() && !quarter.isHalf());
    }
    for (int number = 1; number <= 2; ++number) {
        const PartialDate half = PartialDate::half(2024, number).value();
        EXPECT_EQ(PartialDate::parse(half.iso()), half);
        EXPECT_EQ(half.number(), number);
        EXPECT_TRUE(half.isHalf() && !half.isQuarter());
    }
    EXPECT_EQ(isoText(PartialDate::quarter(2024, 1)->earliest()), "2024-01-01");
    EXPECT_EQ(isoText(PartialDate::quarter(2024, 1)->latest()), "2024-03-31");
    EXPECT_EQ(isoText(PartialDate::half(2024, 2)->earliest()), "2024-07-01");
    EXPECT_EQ(isoText(PartialDate::half(2024, 2)->latest()), "2024-12-31");
}

TEST(PartialDate, refusesWhatIsNoDate) {
    for (const char* text : {"", "97", "1997-4", "1997-13", "1997-02-29", "1997/04/17", "0000", "1997-04-00", "abcd",
                             "1997-04-17 ", "1997-04/17"})
        EXPECT_FALSE(PartialDate::parse(text)) << text;
    EXPECT_TRUE(PartialDate::parse("2024-02-29"));
}

TEST(PartialDate, spansTheDaysItMayMean) {
    EXPECT_EQ(isoText(PartialDate{2016, 2, 0}.earliest()), "2016-02-01");
    EXPECT_EQ(isoText(PartialDate{2016, 2, 0}.latest()), "2016-02-29");
    EXPECT_EQ(isoText(PartialDate{2016, 0, 0}.latest()), "2016-12-31");
    EXPECT_EQ(isoText(PartialDate{2016, 5, 9}.latest()), "2016-05-09");
}

RC_GTEST_PROP(PartialDate, comesBackFromItsText, ()) {
    const auto year = *rc::gen::inRange<std::int16_t>(1, 9999);
    const auto month = *rc::gen::inRange<unsigned>(0, 13);
    const auto day = month == 0 ? 0U : *rc::gen::inRange<unsigned>(0, 29);
    const PartialDate date{year, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
    RC_ASSERT(PartialDate::parse(date.iso()) == date);
    RC_ASSERT(date.earliest().ok() && date.latest().ok());
    RC_ASSERT(date.earliest() <= date.latest());
}

TEST(ClockTime, readsBothSeparators) {
    EXPECT_EQ(ClockTime::parse("09:30"), ClockTime{570});
    EXPECT_EQ(ClockTime::parse("23.59"), ClockTime{1439});
    EXPECT_EQ(ClockTime{570}.text(), "09:30");
    EXPECT_EQ(ClockTime::parse("24:00"), ClockTime{1440}) << "the end of the day";
    EXPECT_EQ(ClockTime{1440}.text(), "24:00");
    for (const char* text : {"", "9:30", "24:01", "25:00", "12:60", "12-30", "12:3a"})
        EXPECT_FALSE(ClockTime::parse(text)) << text;
}

TEST(WeekdayClaims, aWrongWeekdayIsFound) {
    const auto claims = findWeekdayClaims("dibuka Senin, 20 Agustus 2024 di Balikpapan");
    ASSERT_EQ(claims.size(), 1U);
    EXPECT_EQ(claims[0].text, "Senin, 20 Agustus 2024");
    EXPECT_FALSE(claims[0].holds());
    EXPECT_EQ(isoText(claims[0].day), "2024-08-20");
}

TEST(WeekdayClaims, aRightWeekdayHoldsInEveryNotation) {
    for (const char* text : {"Selasa, 20 Agustus 2024", "Selasa (20/8/2024)", "Tuesday 20 August 2024",
                             "Tuesday, August 20, 2024", "SELASA 20 Agt 2024"}) {
        const auto claims = findWeekdayClaims(text);
        ASSERT_EQ(claims.size(), 1U) << text;
        EXPECT_TRUE(claims[0].holds()) << text;
    }
}

TEST(WeekdayClaims, whatStatesNoWeekdayAndDateTogetherIsNone) {
    for (const char* text : {"", "Senin", "20 Agustus 2024", "Senin depan; rapat 20 Agustus 2024",
                             "Senin, 31 Juni 2024", "page gives Thursday 20 Dec, year derived"})
        EXPECT_TRUE(findWeekdayClaims(text).empty()) << text;
}

RC_GTEST_PROP(WeekdayClaims, neverFailOnAnyText, (const std::string& text)) {
    for (const WeekdayClaim& claim : findWeekdayClaims("Senin 1 Mei 2020 " + text))
        RC_ASSERT(claim.day.ok());
}

} // namespace
} // namespace jejaring::core
