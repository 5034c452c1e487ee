// SPDX-License-Identifier: MIT
#pragma once

#include "core/region.hpp"

#include <optional>
#include <string_view>

namespace jejaring::core {

// Indonesia's official times: UTC+7, UTC+8, UTC+9.
enum class TimeZone : std::uint8_t { wib, wita, wit };

// "WIB", "WITA", "WIT".
[[nodiscard]] std::string_view abbreviation(TimeZone zone);
[[nodiscard]] std::optional<TimeZone> parseTimeZone(std::string_view abbreviation);
// The official zone of a region by its province (Keputusan Presiden 41/1987 and the provinces formed since); nothing
// for a code of no province.
[[nodiscard]] std::optional<TimeZone> officialTimeZone(const RegionCode& code);

} // namespace jejaring::core
