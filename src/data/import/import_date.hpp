// SPDX-License-Identifier: MIT
// Dates as people write them, in Indonesian and English, and as spreadsheets count them.
#pragma once

#include "core/date.hpp"
#include "data/import/import_time.hpp"
#include "data/import/import_value.hpp"

#include <span>
#include <string>
#include <string_view>

namespace jejaring::data {

// A day, month, quarter, half or year, or a span of them.
struct DateValue {
    core::PartialDate start;
    std::optional<core::PartialDate> end; // of a span: "12–14 Maret 2024"; may lie before start, flagged
    std::optional<TimeValue> time; // where the cell holds one, too: "2024-08-20T09:30"; not midnight to the second
    friend bool operator==(const DateValue&, const DateValue&) = default;
};

enum class DayMonthOrder : std::uint8_t { dayFirst, monthFirst };

// What the rest of a column, or its cell's format, says of a cell.
struct DateHints {
    DayMonthOrder order = DayMonthOrder::dayFirst;
    // The column shows both orders, or month first: "08/09/2024" is read by `order` and flagged.
    bool orderDoubtful = false;
    bool numeric = false;  // the spreadsheet holds a number: days since 1900, unless it reads as a year
    bool from1904 = false; // days count from 1904, as in workbooks of old Macintosh editions
};

// The order of a whole column, by those cells that allow one order alone ("25/08/2024", "08/25/2024"): month first
// where some say so and none says day first, day first otherwise. The other hints stay as they are in `hints`.
[[nodiscard]] DateHints decideDateHints(std::span<const std::string> cells, DateHints hints = {});

// "20 Agustus 2024", "20 Agt 2024", "Senin, 20/8/24", "Aug 20, 2024", "20-08-2024", "2024-08-20", "20.08.2024",
// "20-VIII-2024", "2024-08-20T09:30:00", "Agustus 2024", "2024", "45524" (a spreadsheet's day), "12–14 Maret 2024",
// "Triwulan I 2024", "TW II/2024", "Q3 2024", "Semester 1 2023", "12 s.d. 14 Maret 2024", "12 Maret - 2 April 2024",
// "2020-2025", "akhir 2024" (the year, flagged approximate). Years of two digits: 00 to 49 are 2000 to 2049, 50 to 99
// are 1950 to 1999, flagged. A weekday that does not fit is flagged and nothing corrected.
[[nodiscard]] Reading<DateValue> readDate(std::string_view text, const DateHints& hints = {});

// A day counted as spreadsheets do; the fraction is the time of day, to the minute. In the system of 1900, day 60 is
// 29 February 1900, which never was: an error. Range: 1 to 2958465 (9999-12-31), from 0 in the system of 1904.
[[nodiscard]] Reading<DateValue> readDateSerial(double serial, bool from1904 = false);

} // namespace jejaring::data
