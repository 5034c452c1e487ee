// SPDX-License-Identifier: MIT
#include "core/date.hpp"

#include <algorithm>
#include <ctime>

#include <fmt/format.h>

namespace jejaring::core {
namespace {

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace

std::optional<PartialDate> PartialDate::quarter(int ofYear, int which) {
    if (which < 1 || which > 4)
        return std::nullopt;
    return PartialDate{static_cast<std::int16_t>(ofYear), static_cast<std::uint8_t>(which * 3 - 2), 0, 3};
}

std::optional<PartialDate> PartialDate::half(int ofYear, int which) {
    if (which < 1 || which > 2)
        return std::nullopt;
    return PartialDate{static_cast<std::int16_t>(ofYear), static_cast<std::uint8_t>(which * 6 - 5), 0, 6};
}

std::optional<PartialDate> PartialDate::parse(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10)
        return std::nullopt;
    const std::optional<int> year = digits(text.substr(0, 4));
    if (!year || *year == 0)
        return std::nullopt;
    if (text.size() == 7 && text[4] == '-' && (text[5] == 'Q' || text[5] == 'S')) {
        const int which = text[6] - '0';
        return text[5] == 'Q' ? quarter(*year, which) : half(*year, which);
    }
    PartialDate date;
    date.year = static_cast<std::int16_t>(*year);
    if (text.size() >= 7) {
        const std::optional<int> month = digits(text.substr(5, 2));
        if (text[4] != '-' || !month || *month < 1 || *month > 12)
            return std::nullopt;
        date.month = static_cast<std::uint8_t>(*month);
    }
    if (text.size() == 10) {
        const std::optional<int> day = digits(text.substr(8, 2));
        if (text[7] != '-' || !day || *day < 1)
            return std::nullopt;
        date.day = static_cast<std::uint8_t>(*day);
        if (!date.earliest().ok())
            return std::nullopt;
    }
    return date;
}

std::string PartialDate::iso() const {
    if (month == 0)
        return fmt::format("{:04}", year);
    if (isQuarter() || isHalf())
        return fmt::format("{:04}-{}{}", year, isHalf() ? 'S' : 'Q', number());
    if (day == 0)
        return fmt::format("{:04}-{:02}", year, month);
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

Day PartialDate::earliest() const {
    return {std::chrono::year{year}, std::chrono::month{month == 0 ? 1U : month},
            std::chrono::day{day == 0 ? 1U : day}};
}

Day PartialDate::latest() const {
    if (day != 0)
        return earliest();
    const unsigned last = month == 0 ? 12U : std::min(month + months - 1U, 12U);
    return std::chrono::year_month_day_last{std::chrono::year{year},
                                            std::chrono::month_day_last{std::chrono::month{last}}};
}

std::optional<Day> parseDay(std::string_view text) {
    const std::optional<PartialDate> date = PartialDate::parse(text);
    if (!date || date->day == 0)
        return std::nullopt;
    return date->earliest();
}

std::string isoText(Day day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

Day today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return {std::chrono::year{local.tm_year + 1900}, std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
            std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
}

std::optional<ClockTime> ClockTime::parse(std::string_view text) {
    if (text.size() != 5 || (text[2] != ':' && text[2] != '.'))
        return std::nullopt;
    const std::optional<int> hour = digits(text.substr(0, 2));
    const std::optional<int> minute = digits(text.substr(3, 2));
    if (!hour || !minute || *minute > 59 || *hour * 60 + *minute > 24 * 60)
        return std::nullopt;
    return ClockTime{static_cast<std::int16_t>(*hour * 60 + *minute)};
}

std::string ClockTime::text() const {
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

} // namespace jejaring::core
