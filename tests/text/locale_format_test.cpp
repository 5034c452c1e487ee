// SPDX-License-Identifier: MIT
#include "text/locale_format.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace jejaring::text {
namespace {

constexpr Language kId = Language::indonesian;
constexpr Language kEn = Language::english;
constexpr core::Day kDay{std::chrono::year(2024), std::chrono::month(8), std::chrono::day(20)};

TEST(FormatNumber, GroupsAndDecimalsFollowTheLanguage) {
    EXPECT_EQ(formatNumber(kId, 1234.5, 1), "1.234,5");
    EXPECT_EQ(formatNumber(kEn, 1234.5, 1), "1,234.5");
    EXPECT_EQ(formatNumber(kId, 1234567), "1.234.567");
    EXPECT_EQ(formatNumber(kId, 999), "999");
    EXPECT_EQ(formatNumber(kId, 0), "0");
}

TEST(FormatNumber, RoundingToZeroLosesItsSign) {
    EXPECT_EQ(formatNumber(kId, -0.2), "0");
    EXPECT_EQ(formatNumber(kEn, -1234), "\u22121,234");
}

TEST(FormatNumber, WhatIsNoNumberIsADash) {
    EXPECT_EQ(formatNumber(kId, std::nan("")), "–");
    EXPECT_EQ(formatNumber(kEn, INFINITY), "–");
}

TEST(FormatPercent, IndonesianSetsASpace) {
    EXPECT_EQ(formatPercent(kId, 0.83), "83\u00a0%");
    EXPECT_EQ(formatPercent(kEn, 0.83), "83%");
}

TEST(FormatDate, WholeDates) {
    EXPECT_EQ(formatDate(kId, kDay), "20 Agustus 2024");
    EXPECT_EQ(formatDate(kEn, kDay), "20 August 2024");
    EXPECT_EQ(formatDate(kId, kDay, DateStyle::shortMonth), "20 Agt 2024");
    EXPECT_EQ(formatDate(kEn, kDay, DateStyle::shortMonth), "20 Aug 2024");
}

TEST(FormatDate, TheWeekdayIsTheCalendarsNotTheSources) {
    EXPECT_EQ(formatDate(kId, kDay, DateStyle::withWeekday), "Selasa, 20 Agustus 2024");
    EXPECT_EQ(formatDate(kEn, kDay, DateStyle::withWeekday), "Tuesday, 20 August 2024");
}

TEST(FormatDate, PartialDatesGoAsFarAsTheyGo) {
    EXPECT_EQ(formatDate(kId, core::PartialDate{2018, 3, 0}), "Maret 2018");
    EXPECT_EQ(formatDate(kId, core::PartialDate{2018, 0, 0}), "2018");
    EXPECT_EQ(formatDate(kEn, core::PartialDate{2018, 3, 9}), "9 March 2018");
}

TEST(FormatDate, QuartersAndHalvesHaveTheirNames) {
    const core::PartialDate quarter = core::PartialDate::quarter(2024, 2).value();
    EXPECT_EQ(formatDate(kId, quarter), "Triwulan II 2024");
    EXPECT_EQ(formatDate(kId, quarter, DateStyle::shortMonth), "Tw. II 2024");
    EXPECT_EQ(formatDate(kEn, quarter), "Q2 2024");
    EXPECT_EQ(formatDate(kId, core::PartialDate::half(2023, 1).value()), "Semester I 2023");
    EXPECT_EQ(formatDate(kEn, core::PartialDate::half(2023, 1).value()), "H1 2023");
}

TEST(FormatTime, TheSeparatorFollowsTheLanguage) {
    EXPECT_EQ(formatTime(kId, core::ClockTime{570}), "09.30");
    EXPECT_EQ(formatTime(kEn, core::ClockTime{570}), "09:30");
}

TEST(FormatCoordinates, HemispheresAreNamed) {
    EXPECT_EQ(formatCoordinates(kId, -7.26, 112.75), "7,26°\u00a0LS 112,75°\u00a0BT");
    EXPECT_EQ(formatCoordinates(kEn, 3.5, -0.25), "3.50°\u00a0N 0.25°\u00a0W");
}

TEST(FormatDistance, UnitsFollowTheLength) {
    EXPECT_EQ(formatDistance(kId, 500000), "500\u00a0km");
    EXPECT_EQ(formatDistance(kId, 1500), "1,5\u00a0km");
    EXPECT_EQ(formatDistance(kEn, 20), "20\u00a0m");
}

} // namespace
} // namespace jejaring::text
