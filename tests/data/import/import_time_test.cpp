// SPDX-License-Identifier: MIT
#include "data/import/import_time.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jejaring::data {
namespace {

// "09:00-12:00 WIB"
std::string read(std::string_view text) {
    const Reading<TimeValue> reading = readTime(text);
    if (!reading.ok())
        return reading.blank() ? "blank" : "error";
    std::string result = reading.value->start.text();
    if (reading.value->end)
        result.append("-").append(reading.value->end->text());
    if (reading.value->zone)
        result.append(" ").append(core::abbreviation(*reading.value->zone));
    return result;
}

struct Case {
    const char* text;
    const char* expected;
};

TEST(ReadTime, readsTimesAsPeopleWriteThem) {
    for (const Case& c : {Case{"09.00 – 12.00 WIB", "09:00-12:00 WIB"},
                          {"09.00 WIB s.d. 12.00 WIB", "09:00-12:00 WIB"},
                          {"09:00", "09:00"},
                          {"9:05:59", "09:05"},
                          {"pukul 9.30 s.d. selesai", "09:30"},
                          {"Pkl. 14.00 Wita", "14:00 WITA"},
                          {"9 AM", "09:00"},
                          {"12 pm", "12:00"},
                          {"12:15 a.m.", "00:15"},
                          {"2 - 4 PM", "14:00-16:00"},
                          {"11 - 1 PM", "11:00-13:00"},
                          {"jam 2 siang", "14:00"},
                          {"11.30 siang", "11:30"},
                          {"7 malam", "19:00"},
                          {"12.30 malam", "00:30"},
                          {"4 sore", "16:00"},
                          {"0900-1030", "09:00-10:30"},
                          {"0900 WIT", "09:00 WIT"},
                          {"9-11 WIB", "09:00-11:00 WIB"},
                          {"09.00 UTC+8", "09:00 WITA"},
                          {"09.00 (WIB)", "09:00 WIB"},
                          {"09.00 waktu setempat", "09:00"}})
        EXPECT_EQ(read(c.text), c.expected) << c.text;
}

TEST(ReadTime, flagsAnOpenEndAndAnEndBeforeItsStart) {
    EXPECT_TRUE(readTime("09.00 s.d. selesai").has(FlagKind::openEnd));
    EXPECT_TRUE(readTime("13.00 - 09.00").has(FlagKind::endBeforeStart));
    EXPECT_FALSE(readTime("09.00 - 13.00").has(FlagKind::endBeforeStart));
}

TEST(ReadTime, flagsAZoneThatIsNotTheRegions) {
    const auto east = core::officialTimeZone(core::RegionCode::parse("64.71").value());
    EXPECT_TRUE(readTime("09.00 WIB", east).has(FlagKind::zoneDiffers));
    EXPECT_EQ(readTime("09.00 WIB", east).value->zone, core::TimeZone::wib);
    EXPECT_TRUE(readTime("09.00 WITA", east).flags.empty());
    EXPECT_TRUE(readTime("09.00", east).flags.empty());
    EXPECT_TRUE(readTime("09.00 UTC").has(FlagKind::zoneDiffers));
}

TEST(ReadTime, midnightEndsTheDayThatItIsWrittenFor) {
    const Reading<TimeValue> evening = readTime("20.00 - 24.00 WIB");
    ASSERT_TRUE(evening.ok());
    EXPECT_EQ(evening.value->end->text(), "24:00");
    EXPECT_TRUE(evening.flags.empty());
    const Reading<TimeValue> start = readTime("24.00 WIB");
    ASSERT_TRUE(start.ok());
    EXPECT_EQ(start.value->start.text(), "24:00");
    EXPECT_TRUE(start.has(FlagKind::midnight)) << "it may be the midnight before, too";
    EXPECT_TRUE(readTime("jam 12 malam").has(FlagKind::midnight));
    EXPECT_TRUE(readTime("00.00 WIB").flags.empty());
}

TEST(ReadTime, refusesWhatIsNoTime) {
    for (const char* text : {"pagi", "9", "2024", "25.00", "9.60", "9-11", "09.00 di hotel", "13 am",
                             "09.00 WIB - 10.00 WIT", "WIB", "09.00 -", "24.30"})
        EXPECT_EQ(read(text), "error") << text;
    EXPECT_EQ(read("-"), "blank");
}

TEST(TimeFraction, isOfADay) {
    EXPECT_EQ(readTimeFraction(0.375).value->start.text(), "09:00");
    EXPECT_EQ(readTimeFraction(0).value->start.text(), "00:00");
    EXPECT_FALSE(readTimeFraction(1).ok());
    EXPECT_FALSE(readTimeFraction(-0.1).ok());
}

RC_GTEST_PROP(ReadTime, readsBackEveryMinute, ()) {
    const auto start = *rc::gen::inRange(0, 24 * 60);
    const auto end = *rc::gen::inRange(0, 24 * 60);
    const auto mark = *rc::gen::element(':', '.');
    const auto between = *rc::gen::element<std::string>("-", " – ", " s.d. ", " s/d ", " sampai ", " to ");
    const auto clock = [&](int minutes) { return fmt::format("{:02}{}{:02}", minutes / 60, mark, minutes % 60); };
    const Reading<TimeValue> reading = readTime(clock(start) + between + clock(end) + " WITA");
    RC_ASSERT(reading.ok());
    RC_ASSERT(reading.value->start.minutes == start);
    RC_ASSERT(reading.value->end && reading.value->end->minutes == end);
    RC_ASSERT(reading.value->zone == core::TimeZone::wita);
    RC_ASSERT(reading.has(FlagKind::endBeforeStart) == (end < start));
}

RC_GTEST_PROP(ReadTime, neverLeavesTheDay, ()) {
    const auto parts = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("9", "12", "24", ".", ":", "00", "59", "am", "pm", "malam", "siang", "WIB", "-",
                                      " ", "pukul", "UTC", "+", "8"));
    std::string text;
    for (const std::string& part : parts)
        text += part;
    const Reading<TimeValue> reading = readTime(text);
    RC_ASSERT(static_cast<int>(reading.ok()) + static_cast<int>(reading.blank()) +
                  static_cast<int>(reading.error.has_value()) ==
              1);
    if (reading.ok())
        RC_ASSERT(reading.value->start.minutes >= 0 &&
                  reading.value->start.minutes < 24 * 60 + (reading.has(FlagKind::midnight) ? 1 : 0));
}

} // namespace
} // namespace jejaring::data
