// SPDX-License-Identifier: MIT
#include "data/table/sheet_values.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <system_error>

namespace jejaring::data {
namespace {

constexpr double kSecondsPerDay = 86400.0;
constexpr double kLastDay = 2958465.0; // 9999-12-31
constexpr double kDaysTo1904 = 1462.0;
constexpr double kMissingLeapDay = 60.0; // Excel's 1900-02-29, which never was

std::string dateText(long days) {
    using namespace std::chrono;
    const year_month_day date(sys_days(year(1899) / December / 30) + std::chrono::days(days));
    return fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()), unsigned(date.day()));
}

std::string timeText(long seconds) {
    constexpr long kMinute = 60;
    constexpr long kHour = 3600;
    return fmt::format("{:02}:{:02}:{:02}", seconds / kHour, seconds / kMinute % kMinute, seconds % kMinute);
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

std::string numberText(double value) {
    constexpr double kLargest = 1e21;
    constexpr double kSmallest = 1e-6;
    const double size = std::abs(value);
    const bool fixed = size == 0.0 || (size < kLargest && size >= kSmallest);
    std::array<char, 64> buffer{};
    const auto [end, failure] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value + 0.0,
                                              fixed ? std::chars_format::fixed : std::chars_format::scientific);
    return failure == std::errc() ? std::string(buffer.data(), end) : fmt::format("{}", value);
}

std::optional<double> parseNumber(std::string_view text) {
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0.0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

NumberLook lookOfFormat(std::string_view format) {
    bool day = false;   // a year or a day
    bool clock = false; // an hour or a second
    bool month = false; // or minutes
    bool digits = false;
    bool percent = false;
    char last = '\0';
    for (std::size_t i = 0; i < format.size() && format[i] != ';'; ++i) {
        const char c = lower(format[i]);
        if (c == '"') {
            i = std::min(format.find('"', i + 1), format.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            // "[h]" counts hours beyond a day; colours, conditions and languages say nothing.
            const std::size_t end = std::min(format.find(']', i), format.size());
            clock = clock || (end == i + 2 && (lower(format[i + 1]) == 'h' || lower(format[i + 1]) == 's'));
            clock = clock || (end == i + 3 && lower(format[i + 1]) == 'h');
            i = end;
        } else if (c == 'y' || c == 'd') {
            day = true;
        } else if (c == 'h' || c == 's') {
            clock = true;
        } else if (c == 'm') {
            month = true;
        } else if (c == '%') {
            percent = true;
        } else if (c == '#' || c == '?' || (c == '0' && last != 's' && last != '.')) {
            digits = true;
        }
        last = (c == '0' && last == '.') ? '.' : c; // tenths of a second: "ss.00"
    }
    if (percent)
        return NumberLook::percent;
    if (digits || (!day && !clock && !month))
        return NumberLook::plain;
    if (clock)
        return day ? NumberLook::dateTime : NumberLook::time;
    return NumberLook::date;
}

NumberLook lookOfBuiltIn(long number) {
    if (number == 9 || number == 10)
        return NumberLook::percent;
    if ((number >= 14 && number <= 17) || (number >= 27 && number <= 31) || number == 36 ||
        (number >= 50 && number <= 58))
        return NumberLook::date;
    if ((number >= 18 && number <= 21) || (number >= 32 && number <= 35) || (number >= 45 && number <= 47))
        return NumberLook::time;
    return number == 22 ? NumberLook::dateTime : NumberLook::plain;
}

TableCell numberCell(double value, NumberLook look, bool dates1904) {
    TableCell number{CellKind::number, numberText(value)};
    if (look == NumberLook::plain)
        return number;
    if (look == NumberLook::percent)
        return {CellKind::text, percentText(value)};
    if (value < 0.0 || value > kLastDay)
        return number;
    double seconds = std::round(value * kSecondsPerDay);
    double days = std::floor(seconds / kSecondsPerDay);
    seconds -= days * kSecondsPerDay;
    const std::string time = timeText(static_cast<long>(seconds));
    // A time of day alone. Hours beyond a day have one where their date is a real one.
    if (days < 1.0 && look != NumberLook::date && !(dates1904 && look == NumberLook::dateTime))
        return {CellKind::date, time};
    if (look == NumberLook::time && days < 367.0)
        return number;
    if (dates1904)
        days += kDaysTo1904;
    else if (days == 0.0 || days == kMissingLeapDay)
        return number;
    else if (days < kMissingLeapDay)
        days += 1.0;
    const std::string date = dateText(static_cast<long>(days));
    return {CellKind::date, look == NumberLook::date ? date : date + 'T' + time};
}

std::optional<double> serialOf(std::string_view iso) {
    const auto part = [&iso](std::size_t at, std::size_t count) -> std::optional<int> {
        int value = 0;
        if (at + count > iso.size())
            return std::nullopt;
        const auto [end, failure] = std::from_chars(iso.data() + at, iso.data() + at + count, value);
        if (failure != std::errc() || end != iso.data() + at + count || value < 0)
            return std::nullopt;
        return value;
    };
    constexpr std::size_t kDate = 10;
    constexpr std::size_t kTime = 8;
    double serial = 0.0;
    std::size_t clock = 0;
    if (iso.size() >= kDate && iso[4] == '-' && iso[7] == '-') {
        const auto year = part(0, 4);
        const auto month = part(5, 2);
        const auto day = part(8, 2);
        if (!year || !month || !day)
            return std::nullopt;
        using namespace std::chrono;
        const year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                  std::chrono::day{static_cast<unsigned>(*day)}};
        if (!date.ok())
            return std::nullopt;
        constexpr sys_days kFirst{std::chrono::year{1899} / December / 30};
        serial = static_cast<double>((sys_days{date} - kFirst).count());
        if (iso.size() == kDate)
            return serial;
        if (iso[kDate] != 'T')
            return std::nullopt;
        clock = kDate + 1;
    }
    if (iso.size() != clock + kTime || iso[clock + 2] != ':' || iso[clock + 5] != ':')
        return std::nullopt;
    const auto hour = part(clock, 2);
    const auto minute = part(clock + 3, 2);
    const auto second = part(clock + 6, 2);
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59)
        return std::nullopt;
    return serial + ((*hour * 60 + *minute) * 60 + *second) / kSecondsPerDay;
}

std::string percentText(double fraction) {
    // Twelve digits: 0.07 is shown as 7%, not as 7.000000000000001%.
    const auto rounded = parseNumber(fmt::format("{:.12g}", fraction * 100.0));
    std::string text = numberText(rounded.value_or(fraction * 100.0));
    const std::size_t point = text.find('.');
    if (point != std::string::npos && text.size() - point == 4)
        text += '0';
    return text + '%';
}

} // namespace jejaring::data
