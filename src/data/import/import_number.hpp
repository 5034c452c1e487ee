// SPDX-License-Identifier: MIT
// Numbers as people write them, in Indonesian (1.500,5) or English (1,500.5) habit.
#pragma once

#include "data/import/import_value.hpp"

#include <span>
#include <string>
#include <string_view>

namespace jejaring::data {

// Which mark parts the fraction. Cells that a spreadsheet holds as numbers are given as text with a point.
enum class DecimalMark : std::uint8_t { notKnown, comma, point };

// The mark that a column shows where every cell that tells has the same one ("1.500.000", "2,75", "1,234.5"), else
// notKnown.
[[nodiscard]] DecimalMark decideDecimalMark(std::span<const std::string> cells);

// "1.500.000,25", "1,500,000.25", "1 500 000", "-3", "(3)", "1.5e9". One mark followed by exactly three digits
// ("1.500") is read by `mark`; where that is not known it parts thousands if it is a point and a fraction if it is a
// comma, flagged decimalMark. A cell that contradicts `mark` without doubt is read as it stands. Units are no part of
// a number.
[[nodiscard]] Reading<double> readNumber(std::string_view text, DecimalMark mark = DecimalMark::notKnown);

// In percent: "12,5 %", "12,5 persen", "12.5 percent", "12,5". Without a sign, what lies between -1 and 1 is flagged
// percentMissing.
[[nodiscard]] Reading<double> readPercent(std::string_view text, DecimalMark mark = DecimalMark::notKnown);

// A number that may be two: `value` by the mark that was asked for or by Indonesian habit, `other` by the other one.
struct NumberParts {
    double value = 0;
    std::optional<double> other;               // only where one mark has three digits behind it
    DecimalMark shown = DecimalMark::notKnown; // the mark that the text itself proves
};

// The number that `digits` (digits, points, commas, blanks, apostrophes, a sign, an exponent; nothing else) writes, or
// nothing.
[[nodiscard]] std::optional<NumberParts> parseNumber(std::string_view digits, DecimalMark mark);

// Flag decimalMark: what `text` was read as, and what else it may be.
[[nodiscard]] Flag decimalMarkFlag(std::string_view text, double value, double other);

} // namespace jejaring::data
