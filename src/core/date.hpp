// SPDX-License-Identifier: MIT
// Dates as sources give them: a year, a half or a quarter of it, a month, or a day.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jejaring::core {

using Day = std::chrono::year_month_day;

// Proleptic Gregorian. `month` and `day` are 0 where the source does not say.
struct PartialDate {
    std::int16_t year = 0;
    std::uint8_t month = 0;
    std::uint8_t day = 0;
    // How many months from `month` on are meant where `day` is 0: 1, a quarter's 3 or a half year's 6.
    std::uint8_t months = 1;

    // Quarter 1 to 4, half 1 or 2; nothing for others.
    [[nodiscard]] static std::optional<PartialDate> quarter(int ofYear, int which);
    [[nodiscard]] static std::optional<PartialDate> half(int ofYear, int which);
    [[nodiscard]] bool isQuarter() const { return day == 0 && month != 0 && months == 3; }
    [[nodiscard]] bool isHalf() const { return day == 0 && month != 0 && months == 6; }
    // Of the quarter or half it is, from 1.
    [[nodiscard]] int number() const { return (month - 1) / months + 1; }

    // "1997", "1997-04" or "1997-04-17" (ISO 8601), "1997-Q2" or "1997-S1" (a quarter and a half, as SDMX writes them);
    // nothing for any other text or a day that does not exist.
    [[nodiscard]] static std::optional<PartialDate> parse(std::string_view text);
    [[nodiscard]] std::string iso() const;
    // The first day it may mean. A partial date counts from its first possible day.
    [[nodiscard]] Day earliest() const;
    [[nodiscard]] Day latest() const;

    friend auto operator<=>(const PartialDate&, const PartialDate&) = default;
};

// A full ISO 8601 calendar date, or nothing.
[[nodiscard]] std::optional<Day> parseDay(std::string_view text);
[[nodiscard]] std::string isoText(Day day);
// Today in the machine's local zone.
[[nodiscard]] Day today();

// Minutes since midnight, in the zone that stands beside it. 24:00 is the end of the day (ISO 8601).
struct ClockTime {
    std::int16_t minutes = 0;
    // "09:30" or "09.30", 00:00 to 24:00; nothing otherwise.
    [[nodiscard]] static std::optional<ClockTime> parse(std::string_view text);
    // "09:30"
    [[nodiscard]] std::string text() const;
    friend auto operator<=>(const ClockTime&, const ClockTime&) = default;
};

} // namespace jejaring::core
