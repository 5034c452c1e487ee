// SPDX-License-Identifier: MIT
// The inside of readDate: words and numbers of a cell, and one date made of them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::data {

struct DateItem {
    enum class Kind : std::uint8_t { number, month, weekday, quarter, half, until, join, mark, other };
    Kind kind = Kind::other;
    std::string text; // digits of a number, the character of a mark, letters of another word
    // Of a number of at most 8 digits, a month (1 to 12), a weekday (0 is Sunday), a quarter (1 to 4), a half (1 or 2).
    unsigned value = 0;
};

// Numbers, names of months and weekdays, words and marks of a text as plainLower() leaves it. Fillers ("tanggal",
// "of", "th" behind a number) and parentheses are left out; words such as "akhir" or "sekitar" are, too, and set
// `approximate`. "Triwulan II", "TW.II", "Q2", "second quarter", "Semester 1", "H1" are one item each, and so is "III"
// of "Triwulan I - III".
[[nodiscard]] std::vector<DateItem> dateItems(std::string_view plain, bool& approximate);

// One date, possibly with parts missing that the other end of a span may supply.
struct DateSide {
    std::optional<unsigned> weekday;
    unsigned year = 0;
    unsigned month = 0;
    unsigned months = 1; // 3 of a quarter, 6 of half a year
    unsigned day = 0;
    bool shortYear = false;    // the century was added
    bool numeric = false;      // day and month are both numbers ...
    bool exchangeable = false; // ... that could change places
    bool monthFirst = false;   // ... and were read that way
};

// What all items together write, or nothing. `monthFirst` decides between the orders of two numbers where both are
// possible. Whether the day exists is not checked.
[[nodiscard]] std::optional<DateSide> dateSide(std::span<const DateItem> items, bool monthFirst);

} // namespace jejaring::data
