// SPDX-License-Identifier: MIT
// Numbers, dates and places as a language writes them: 1.234,5 and 20 Agustus 2024, or 1,234.5 and 20 August 2024.
#pragma once

#include "core/date.hpp"
#include "text/language.hpp"

#include <string>

namespace jejaring::text {

[[nodiscard]] std::string formatNumber(Language language, double value, int decimals = 0);
// `share` is 0 to 1; "83 %" / "83%".
[[nodiscard]] std::string formatPercent(Language language, double share);

enum class DateStyle : std::uint8_t { longMonth, shortMonth, withWeekday };
[[nodiscard]] std::string formatDate(Language language, core::Day day, DateStyle style = DateStyle::longMonth);
// A partial date as far as it goes: "Maret 2018", "2018".
[[nodiscard]] std::string formatDate(Language language, core::PartialDate date, DateStyle style = DateStyle::longMonth);
// "09.30" / "09:30".
[[nodiscard]] std::string formatTime(Language language, core::ClockTime time);
// "7,26° LS 112,75° BT" / "7.26° S 112.75° E".
[[nodiscard]] std::string formatCoordinates(Language language, double latitude, double longitude, int decimals = 2);
// "500 km", "20 m"
[[nodiscard]] std::string formatDistance(Language language, double metres);

} // namespace jejaring::text
