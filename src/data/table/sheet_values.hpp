// SPDX-License-Identifier: MIT
// What the numbers in the cells of a spreadsheet stand for: its program shows a date as a day count with a format.
#pragma once

#include "data/table/table_file.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace jejaring::data {

// The shortest form of a number that reads back, with a point; an exponent only beyond 1e21 and below 1e-6.
[[nodiscard]] std::string numberText(double value);
// The number that the whole of `text` is; nothing where it is none or not finite.
[[nodiscard]] std::optional<double> parseNumber(std::string_view text);

enum class NumberLook : std::uint8_t { plain, date, time, dateTime, percent };

// By a number format of Excel ("dd mmmm yyyy", "[$-421]0.0%"), or the number of one that every program knows.
[[nodiscard]] NumberLook lookOfFormat(std::string_view format);
[[nodiscard]] NumberLook lookOfBuiltIn(long number);

// A number as a cell. Days are counted from 1900 (where Excel knows a 29 February) or from 1904 on; numbers that no
// date or time has stay numbers.
[[nodiscard]] TableCell numberCell(double value, NumberLook look, bool dates1904);

// Days since 1899-12-30 (1900 counting from March of that year on) of an ISO 8601 date, date and time, or time.
[[nodiscard]] std::optional<double> serialOf(std::string_view iso);

// 0.125 -> "12.5%". Three decimals get a zero, lest they look like thousands.
[[nodiscard]] std::string percentText(double fraction);

} // namespace jejaring::data
