// SPDX-License-Identifier: MIT
// Dates as sources give them: a year, a month of a year, or a day.
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

    // "1997", "1997-04" or "1997-04-17" (ISO 8601); nothing for any other text or a day that does not exist.
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

// Minutes since midnight, in the zone that stands beside it.
struct ClockTime {
    std::int16_t minutes = 0;
    // "09:30" or "09.30", 00:00 to 23:59; nothing otherwise.
    [[nodiscard]] static std::optional<ClockTime> parse(std::string_view text);
    // "09:30"
    [[nodiscard]] std::string text() const;
    friend auto operator<=>(const ClockTime&, const ClockTime&) = default;
};

} // namespace jejaring::core
