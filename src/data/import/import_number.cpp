// SPDX-License-Identifier: MIT
#include "data/import/import_number.hpp"

#include "data/import/import_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace jejaring::data {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::optional<double> plainDouble(std::string_view text) {
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

// "1.500.000" with '.': one to three digits, then groups of three.
bool isGrouped(std::string_view text, char mark) {
    std::size_t group = 0;
    bool first = true;
    for (const char c : text) {
        if (isDigit(c)) {
            ++group;
        } else if (c != mark || group == 0 || group > 3 || (!first && group != 3)) {
            return false;
        } else {
            group = 0;
            first = false;
        }
    }
    return first ? group > 0 : group == 3;
}

std::string without(std::string_view text, char mark) {
    std::string result(text);
    result.erase(std::remove(result.begin(), result.end(), mark), result.end());
    return result;
}

std::optional<double> fractional(std::string_view whole, char group, std::string_view fraction) {
    if ((!whole.empty() && !isGrouped(whole, group)) || fraction.empty() ||
        !std::all_of(fraction.begin(), fraction.end(), isDigit))
        return std::nullopt;
    return plainDouble("0" + without(whole, group) + "." + std::string(fraction));
}

// Digits and marks alone: no sign, no exponent.
std::optional<NumberParts> parseUnsigned(std::string text, DecimalMark mark) {
    // A blank or an apostrophe can only part thousands; what stands behind one mark is then a fraction.
    const std::size_t blank = text.find_first_of(" '");
    if (blank != std::string::npos) {
        const char group = text[blank];
        const std::size_t end = text.find_first_of(".,");
        if (!isGrouped(std::string_view(text).substr(0, end), group))
            return std::nullopt;
        if (end == std::string::npos)
            return NumberParts{plainDouble(without(text, group)).value_or(0), {}, DecimalMark::notKnown};
        const std::optional<double> value =
            fractional(std::string_view(text).substr(0, end), group, std::string_view(text).substr(end + 1));
        if (!value)
            return std::nullopt;
        return NumberParts{*value, {}, text[end] == ',' ? DecimalMark::comma : DecimalMark::point};
    }
    const auto count = [&](char c) { return std::count(text.begin(), text.end(), c); };
    const auto points = count('.');
    const auto commas = count(',');
    if (points == 0 && commas == 0) {
        const std::optional<double> value = plainDouble(text);
        return value ? std::optional(NumberParts{*value, {}, DecimalMark::notKnown}) : std::nullopt;
    }
    const std::size_t last = text.find_last_of(".,");
    const char lastMark = text[last];
    const std::string_view head = std::string_view(text).substr(0, last);
    const std::string_view tail = std::string_view(text).substr(last + 1);
    const DecimalMark asFraction = lastMark == ',' ? DecimalMark::comma : DecimalMark::point;
    const DecimalMark asThousands = lastMark == ',' ? DecimalMark::point : DecimalMark::comma;
    if (points > 0 && commas > 0) {
        const std::optional<double> value = fractional(head, lastMark == ',' ? '.' : ',', tail);
        return value ? std::optional(NumberParts{*value, {}, asFraction}) : std::nullopt;
    }
    if (points + commas > 1) {
        if (!isGrouped(text, lastMark))
            return std::nullopt;
        return NumberParts{plainDouble(without(text, lastMark)).value_or(0), {}, asThousands};
    }
    const std::optional<double> fraction = fractional(head, '\0', tail);
    if (!fraction)
        return std::nullopt;
    if (tail.size() != 3 || head.empty() || head.size() > 3 || head.front() == '0')
        return NumberParts{*fraction, {}, asFraction};
    const double thousands = plainDouble(without(text, lastMark)).value_or(0);
    if (mark == asFraction || (mark == DecimalMark::notKnown && lastMark == ','))
        return NumberParts{*fraction, thousands, DecimalMark::notKnown};
    return NumberParts{thousands, *fraction, DecimalMark::notKnown};
}

} // namespace

std::optional<NumberParts> parseNumber(std::string_view digits, DecimalMark mark) {
    bool negative = false;
    if (digits.size() > 2 && digits.front() == '(' && digits.back() == ')') {
        negative = true;
        digits = digits.substr(1, digits.size() - 2);
    } else if (!digits.empty() && (digits.front() == '-' || digits.front() == '+')) {
        negative = digits.front() == '-';
        digits.remove_prefix(1);
    }
    while (!digits.empty() && digits.front() == ' ')
        digits.remove_prefix(1);
    if (digits.empty() || !(isDigit(digits.front()) || digits.front() == '.' || digits.front() == ',') ||
        !isDigit(digits.back()))
        return std::nullopt;
    std::optional<NumberParts> parts;
    if (digits.find('e') != std::string_view::npos) {
        if (const std::optional<double> value = plainDouble(digits))
            parts = NumberParts{*value, {}, DecimalMark::notKnown};
    } else if (digits.find_first_not_of("0123456789., '") == std::string_view::npos) {
        parts = parseUnsigned(std::string(digits), mark);
    }
    if (parts && negative) {
        parts->value = -parts->value;
        if (parts->other)
            parts->other = -*parts->other;
    }
    return parts;
}

DecimalMark decideDecimalMark(std::span<const std::string> cells) {
    DecimalMark decided = DecimalMark::notKnown;
    for (const std::string& cell : cells) {
        const std::string text = plainLower(cell);
        const std::size_t begin = text.find_first_of("0123456789");
        if (begin == std::string::npos)
            continue;
        std::string_view number = std::string_view(text).substr(begin);
        number = number.substr(0, number.find_first_not_of("0123456789.,"));
        while (!isDigit(number.back()))
            number.remove_suffix(1);
        const std::optional<NumberParts> parts = parseNumber(number, DecimalMark::notKnown);
        if (!parts || parts->shown == DecimalMark::notKnown)
            continue;
        if (decided != DecimalMark::notKnown && decided != parts->shown)
            return DecimalMark::notKnown;
        decided = parts->shown;
    }
    return decided;
}

Flag decimalMarkFlag(std::string_view text, double value, double other) {
    return {FlagKind::decimalMark,
            core::warning(JEJARING_TR("{0} was read as {1}; it may also be {2}"),
                          {std::string(text), fmt::format("{}", value), fmt::format("{}", other)})};
}

Reading<double> readNumber(std::string_view text, DecimalMark mark) {
    if (isBlankLike(text))
        return Reading<double>::none();
    const std::string plain = plainLower(text);
    const std::optional<NumberParts> parts = parseNumber(plain, mark);
    if (!parts)
        return Reading<double>::failed(core::error(core::ErrorCode::wrongFormat,
                                                   JEJARING_TR("“{0}”: expected a number such as {1}"),
                                                   {cleanText(text), "1.500,5"}));
    Reading<double> reading = Reading<double>::of(parts->value);
    if (parts->other && mark == DecimalMark::notKnown)
        reading.flags.push_back(decimalMarkFlag(cleanText(text), parts->value, *parts->other));
    return reading;
}

Reading<double> readPercent(std::string_view text, DecimalMark mark) {
    if (isBlankLike(text))
        return Reading<double>::none();
    const std::string plain = plainLower(text);
    std::string_view number = plain;
    bool signPresent = false;
    for (const std::string_view sign : {"%", "persen", "percent", "pct", "prosen"})
        if (number.size() > sign.size() && number.substr(number.size() - sign.size()) == sign) {
            number.remove_suffix(sign.size());
            signPresent = true;
            break;
        }
    while (!number.empty() && number.back() == ' ')
        number.remove_suffix(1);
    const std::optional<NumberParts> parts = parseNumber(number, mark);
    if (!parts)
        return Reading<double>::failed(core::error(core::ErrorCode::wrongFormat,
                                                   JEJARING_TR("“{0}”: expected a percentage such as {1}"),
                                                   {cleanText(text), "12,5 %"}));
    Reading<double> reading = Reading<double>::of(parts->value);
    if (parts->other && mark == DecimalMark::notKnown)
        reading.flags.push_back(decimalMarkFlag(cleanText(text), parts->value, *parts->other));
    if (!signPresent && parts->value != 0 && std::abs(parts->value) <= 1)
        reading.flags.push_back({FlagKind::percentMissing,
                                 core::warning(JEJARING_TR("{0} has no percent sign; it was read as {0} %, not {1} %"),
                                               {cleanText(text), fmt::format("{}", parts->value * 100)})});
    return reading;
}

} // namespace jejaring::data
