// SPDX-License-Identifier: MIT
// Times of day as people write them.
#pragma once

#include "core/date.hpp"
#include "core/time_zone.hpp"
#include "data/import/import_value.hpp"

#include <optional>
#include <string_view>

namespace jejaring::data {

struct TimeValue {
    core::ClockTime start;
    std::optional<core::ClockTime> end; // may lie before start, flagged
    std::optional<core::TimeZone> zone; // as stated, whatever the region's
    friend bool operator==(const TimeValue&, const TimeValue&) = default;
};

// "09.00 – 12.00 WIB", "09:00", "pukul 9.30 s.d. selesai", "9 AM", "jam 2 siang", "14:00:00", "0900-1030",
// "09.00 UTC+8". `regionZone` is the zone of the row's region (core::officialTimeZone): another stated zone is flagged
// zoneDiffers.
[[nodiscard]] Reading<TimeValue> readTime(std::string_view text,
                                          std::optional<core::TimeZone> regionZone = std::nullopt);

// A time of day that a spreadsheet holds as a fraction of a day: 0 to below 1, to the minute (the last half minute is
// midnight).
[[nodiscard]] Reading<TimeValue> readTimeFraction(double fraction);

} // namespace jejaring::data
