// SPDX-License-Identifier: MIT
#include "data/import/import_date.hpp"

#include <array>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jejaring::data {
namespace {

// "2024-08-20", "2024-03-12/2024-03-14", with " 09:30" behind where there is a time; the reason where it failed.
std::string read(std::string_view text, const DateHints& hints = {}) {
    const Reading<DateValue> reading = readDate(text, hints);
    if (reading.blank())
        return "blank";
    if (reading.error)
        return "error";
    std::string result = reading.value->start.iso();
    if (reading.value->end)
        result.append("/").append(reading.value->end->iso());
    if (reading.value->time)
        result.append(" ").append(reading.value->time->start.text());
    return result;
}

struct Case {
    const char* text;
    const char* expected;
};

TEST(ReadDate, readsDaysAsPeopleWriteThem) {
    for (const Case& c : {Case{"20 Agustus 2024", "2024-08-20"},
                          {"20 Agt 2024", "2024-08-20"},
                          {"20 AGUSTUS 2024", "2024-08-20"},
                          {"Selasa, 20/8/24", "2024-08-20"},
                          {"Aug 20, 2024", "2024-08-20"},
                          {"August 20th, 2024", "2024-08-20"},
                          {"20th of August 2024", "2024-08-20"},
                          {"20-08-2024", "2024-08-20"},
                          {"2024-08-20", "2024-08-20"},
                          {"2024/08/20", "2024-08-20"},
                          {"20.08.2024", "2024-08-20"},
                          {"20 / 08 / 2024", "2024-08-20"},
                          {"20-Agu-24", "2024-08-20"},
                          {"20-VIII-2024", "2024-08-20"},
                          {"20240820", "2024-08-20"},
                          {"2024 Agustus 20", "2024-08-20"},
                          {"Tanggal 20 Agustus 2024.", "2024-08-20"},
                          {"Jum'at, 23 Agustus 2024", "2024-08-23"},
                          {"20\u00A0Agustus\u00A02024", "2024-08-20"},
                          {"08/25/2024", "2024-08-25"},
                          {"5 Nopember 1998", "1998-11-05"},
                          {"12/05/98", "1998-05-12"}})
        EXPECT_EQ(read(c.text), c.expected) << c.text;
}

TEST(ReadDate, readsQuartersAndHalves) {
    for (const Case& c : {Case{"Triwulan I 2024", "2024-Q1"},
                          {"Triwulan II Tahun 2024", "2024-Q2"},
                          {"TRIWULAN III - 2024", "2024-Q3"},
                          {"TW II/2024", "2024-Q2"},
                          {"TW.IV 2024", "2024-Q4"},
                          {"Tw. 2 2024", "2024-Q2"},
                          {"Triwulan ke-2 Tahun 2024", "2024-Q2"},
                          {"Triwulan ketiga 2024", "2024-Q3"},
                          {"Kuartal 1 2024", "2024-Q1"},
                          {"Q3 2024", "2024-Q3"},
                          {"Q3-2024", "2024-Q3"},
                          {"2024 Q3", "2024-Q3"},
                          {"2024-Q3", "2024-Q3"},
                          {"first quarter of 2024", "2024-Q1"},
                          {"1st quarter 2024", "2024-Q1"},
                          {"Semester 1 2023", "2023-S1"},
                          {"Semester II TA 2023", "2023-S2"},
                          {"Smt. 2/2023", "2023-S2"},
                          {"H1 2024", "2024-S1"},
                          {"second half of 2024", "2024-S2"},
                          {"2024-S2", "2024-S2"},
                          {"Triwulan I - III 2024", "2024-Q1/2024-Q3"},
                          {"TW I s.d. TW III 2024", "2024-Q1/2024-Q3"},
                          {"TW IV 2023 - TW I 2024", "2023-Q4/2024-Q1"}})
        EXPECT_EQ(read(c.text), c.expected) << c.text;
    for (const char* text :
         {"Triwulan V 2024", "Q5 2024", "Semester 3 2023", "Triwulan 2024", "TW II", "Semester Ganjil 2023",
          "Triwulan I - Maret 2024", "Triwulan I dan III 2024", "Semester III 2024"})
        EXPECT_EQ(read(text), "error") << text;
    EXPECT_TRUE(readDate("TW II/24").has(FlagKind::twoDigitYear));
    EXPECT_TRUE(readDate("TW III - TW I 2024").has(FlagKind::endBeforeStart));
}

TEST(ReadDate, readsMonthsYearsAndWhatLiesAbout) {
    EXPECT_EQ(read("Agustus 2024"), "2024-08");
    EXPECT_EQ(read("Agt-24"), "2024-08");
    EXPECT_EQ(read("08/2024"), "2024-08");
    EXPECT_EQ(read("2024-08"), "2024-08");
    EXPECT_EQ(read("2024"), "2024");
    EXPECT_EQ(read("tahun 2024"), "2024");
    EXPECT_EQ(read("akhir 2024"), "2024");
    EXPECT_TRUE(readDate("akhir 2024").has(FlagKind::approximate));
    EXPECT_FALSE(readDate("tahun 2024").has(FlagKind::approximate));
}

TEST(ReadDate, readsSpans) {
    for (const Case& c : {Case{"12–14 Maret 2024", "2024-03-12/2024-03-14"},
                          {"12 s.d. 14 Maret 2024", "2024-03-12/2024-03-14"},
                          {"12 s/d 14 Maret 2024", "2024-03-12/2024-03-14"},
                          {"12 sd 14 Maret 2024", "2024-03-12/2024-03-14"},
                          {"12 sampai dengan 14 Maret 2024", "2024-03-12/2024-03-14"},
                          {"12 Maret - 2 April 2024", "2024-03-12/2024-04-02"},
                          {"28 Desember 2023 – 3 Januari 2024", "2023-12-28/2024-01-03"},
                          {"March 12-14, 2024", "2024-03-12/2024-03-14"},
                          {"March 12 to April 2, 2024", "2024-03-12/2024-04-02"},
                          {"12-14/3/2024", "2024-03-12/2024-03-14"},
                          {"12/3 - 14/3/2024", "2024-03-12/2024-03-14"},
                          {"12/3/2024 - 14/3/2024", "2024-03-12/2024-03-14"},
                          {"2024-03-12 - 2024-03-14", "2024-03-12/2024-03-14"},
                          {"Selasa–Kamis, 12–14 Maret 2024", "2024-03-12/2024-03-14"},
                          {"Selasa, 12 Maret s.d. Kamis, 14 Maret 2024", "2024-03-12/2024-03-14"},
                          {"12 dan 13 Maret 2024", "2024-03-12/2024-03-13"},
                          {"Maret - April 2024", "2024-03/2024-04"},
                          {"2020-2025", "2020/2025"},
                          {"12 dan 15 Maret 2024", "error"}})
        EXPECT_EQ(read(c.text), c.expected) << c.text;
    EXPECT_TRUE(readDate("Selasa–Rabu, 12–14 Maret 2024").has(FlagKind::weekdayDiffers));
    EXPECT_FALSE(readDate("Selasa–Kamis, 12–14 Maret 2024").has(FlagKind::weekdayDiffers));
    EXPECT_EQ(read("14 Maret 2024 s.d. selesai"), "2024-03-14");
    EXPECT_TRUE(readDate("14 Maret 2024 s.d. selesai").has(FlagKind::openEnd));
}

TEST(ReadDate, flagsAnEndBeforeItsStartAndKeepsBoth) {
    EXPECT_EQ(read("14–12 Maret 2024"), "2024-03-14/2024-03-12");
    EXPECT_TRUE(readDate("14–12 Maret 2024").has(FlagKind::endBeforeStart));
    EXPECT_TRUE(readDate("28 Desember - 3 Januari 2024").has(FlagKind::endBeforeStart));
    EXPECT_FALSE(readDate("12–14 Maret 2024").has(FlagKind::endBeforeStart));
}

TEST(ReadDate, FlagsAYearFarFromToday) {
    EXPECT_TRUE(readDate("20 Agustus 3024").has(FlagKind::farYear));
    EXPECT_TRUE(readDate("1024").has(FlagKind::farYear) || !readDate("1024").ok());
    EXPECT_FALSE(readDate("20 Agustus 1945").has(FlagKind::farYear));
    EXPECT_FALSE(readDate("2045").has(FlagKind::farYear));
}

TEST(ReadDate, flagsAWeekdayThatDoesNotFitAndCorrectsNothing) {
    const Reading<DateValue> wrong = readDate("Senin, 20/8/24");
    EXPECT_EQ(wrong.value->start.iso(), "2024-08-20"); // a Tuesday
    EXPECT_TRUE(wrong.has(FlagKind::weekdayDiffers));
    EXPECT_TRUE(wrong.has(FlagKind::twoDigitYear));
    EXPECT_TRUE(readDate("20 August 2024 (Tuesday)").flags.empty());
}

TEST(ReadDate, readsATimeBehindTheDate) {
    EXPECT_EQ(read("2024-08-20T09:30:00"), "2024-08-20 09:30");
    EXPECT_EQ(read("2024-08-20 00:00:00"), "2024-08-20");
    EXPECT_EQ(read("20 Agustus 2024, pukul 09.00–12.00 WIB"), "2024-08-20 09:00");
    EXPECT_EQ(read("20/08/2024 9:30"), "2024-08-20 09:30");
    EXPECT_EQ(read("20 Agustus 2024 - 09.00 WIB"), "2024-08-20 09:00");
    const Reading<DateValue> zoned = readDate("2024-08-20T09:30:00+08:00");
    ASSERT_TRUE(zoned.ok() && zoned.value->time);
    EXPECT_EQ(zoned.value->time->zone, core::TimeZone::wita);
}

TEST(ReadDate, refusesWhatIsNoDate) {
    for (const char* text : {"segera", "31 April 2024", "30/02/2024", "20 Agustus", "99/99/2024", "2024-13-01", "12",
                             "Senin", "1-2-3-4", "20 Agustus 2024 di Balikpapan", "0/8/2024", "2024-08-00", "s.d."})
        EXPECT_EQ(read(text), "error") << text;
    for (const char* text : {"", "-", "belum ada", "TBA"})
        EXPECT_EQ(read(text), "blank") << text;
}

TEST(DateHints, followTheWholeColumn) {
    const auto decide = [](std::vector<std::string> cells) { return decideDateHints(cells); };
    const DateHints usual = decide({"08/09/2024", "25/08/2024", "20 Agustus 2024"});
    EXPECT_EQ(read("08/09/2024", usual), "2024-09-08");
    EXPECT_TRUE(readDate("08/09/2024", usual).flags.empty());
    const DateHints american = decide({"08/09/2024", "08/25/2024"});
    EXPECT_EQ(read("08/09/2024", american), "2024-08-09");
    EXPECT_TRUE(readDate("08/09/2024", american).has(FlagKind::dayMonthOrder));
    const DateHints mixed = decide({"08/25/2024 10:00", "25/08/2024"});
    EXPECT_EQ(read("08/09/2024", mixed), "2024-09-08");
    EXPECT_TRUE(readDate("08/09/2024", mixed).has(FlagKind::dayMonthOrder));
    EXPECT_TRUE(readDate("08/25/2024").has(FlagKind::dayMonthOrder));
}

TEST(DateSerial, countsAsSpreadsheetsDo) {
    EXPECT_EQ(readDateSerial(1).value->start.iso(), "1900-01-01");
    EXPECT_EQ(readDateSerial(59).value->start.iso(), "1900-02-28");
    EXPECT_FALSE(readDateSerial(60).ok()); // 29 February 1900
    EXPECT_EQ(readDateSerial(61).value->start.iso(), "1900-03-01");
    EXPECT_EQ(readDateSerial(45524).value->start.iso(), "2024-08-20");
    EXPECT_EQ(readDateSerial(45524 - 1462, true).value->start.iso(), "2024-08-20");
    EXPECT_EQ(readDateSerial(0, true).value->start.iso(), "1904-01-01");
    EXPECT_EQ(readDateSerial(2958465).value->start.iso(), "9999-12-31");
    EXPECT_EQ(readDateSerial(45524.395833333).value->time->start.text(), "09:30");
    for (const double serial : {0.0, -5.0, 2958466.0, 1e300})
        EXPECT_FALSE(readDateSerial(serial).ok()) << serial;
    EXPECT_EQ(read("45524"), "2024-08-20");
    EXPECT_TRUE(readDate("45524").has(FlagKind::spreadsheetDay));
    EXPECT_EQ(read("12345"), "error");
    DateHints numeric;
    numeric.numeric = true;
    EXPECT_EQ(read("2024", numeric), "2024");
    EXPECT_EQ(read("12345", numeric), "1933-10-18");
    numeric.from1904 = true;
    EXPECT_EQ(read("44062", numeric), "2024-08-20");
}

constexpr std::array kMonths{"Januari", "Februari", "Maret",     "April",   "Mei",      "Juni",
                             "Juli",    "Agustus",  "September", "Oktober", "November", "Desember"};

RC_GTEST_PROP(ReadDate, readsBackEveryDayInEveryNotation, ()) {
    const auto year = *rc::gen::inRange<std::int16_t>(1900, 2100);
    const auto month = *rc::gen::inRange<unsigned>(1, 13);
    const auto day = *rc::gen::inRange<unsigned>(1, 29);
    const core::PartialDate date{year, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
    const char* name = kMonths[month - 1];
    for (const std::string& text :
         {fmt::format("{} {} {}", day, name, year), fmt::format("{}, {} {}", name, day, year),
          fmt::format("{}/{}/{}", day, month, year), fmt::format("{:02}-{:02}-{}", day, month, year),
          fmt::format("{}.{}.{}", day, month, year), fmt::format("tgl. {}-{}-{}", day, name, year), date.iso()}) {
        const Reading<DateValue> reading = readDate(text);
        RC_ASSERT(reading.ok());
        RC_ASSERT(reading.value->start == date);
        RC_ASSERT(reading.flags.empty());
    }
}

RC_GTEST_PROP(ReadDate, readsBackEverySpan, ()) {
    const auto year = *rc::gen::inRange<int>(1950, 2100);
    const auto first = *rc::gen::inRange<unsigned>(1, 13);
    const auto second = *rc::gen::inRange<unsigned>(1, 13);
    const auto day = *rc::gen::inRange<unsigned>(1, 29);
    const auto until = *rc::gen::inRange<unsigned>(1, 29);
    const auto sign = *rc::gen::element<std::string>(" - ", "-", " – ", "—", " s.d. ", " s/d ", " hingga ", " to ");
    const std::string text =
        fmt::format("{} {}{}{} {} {}", day, kMonths[first - 1], sign, until, kMonths[second - 1], year);
    const Reading<DateValue> reading = readDate(text);
    RC_ASSERT(reading.ok());
    RC_ASSERT(reading.value->start.iso() == fmt::format("{}-{:02}-{:02}", year, first, day));
    RC_ASSERT(reading.value->end && reading.value->end->iso() == fmt::format("{}-{:02}-{:02}", year, second, until));
    RC_ASSERT(reading.has(FlagKind::endBeforeStart) == (std::pair(second, until) < std::pair(first, day)));
}

RC_GTEST_PROP(ReadDate, neverCrashesAndNeverInventsADay, (const std::string& noise)) {
    const auto parts = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("12", "2024", " ", "/", "-", ".", "Maret", "Senin", "s.d.", ",", "31", "T",
                                      "09:00", "xi", "&", "0", "–", "WIB"));
    std::string text;
    for (const std::string& part : parts)
        text += part;
    for (const std::string& cell : {text, noise, text + noise}) {
        const Reading<DateValue> reading = readDate(cell);
        RC_ASSERT(static_cast<int>(reading.ok()) + static_cast<int>(reading.blank()) +
                      static_cast<int>(reading.error.has_value()) ==
                  1);
        if (reading.ok())
            RC_ASSERT(reading.value->start.earliest().ok());
        if (reading.ok() && reading.value->end)
            RC_ASSERT(reading.value->end->earliest().ok());
    }
}

} // namespace
} // namespace jejaring::data
