// SPDX-License-Identifier: MIT
// Geographic coordinates as people write them.
#pragma once

#include "core/partner.hpp"
#include "data/import/import_value.hpp"

#include <string_view>

namespace jejaring::data {

// "-6,2; 106,8", "-6.2, 106.8", "6°12'S 106°49'E", "6° 12' 30\" LS, 106° 49' BT", "6,2 LS 106,8 BT". Without letters
// latitude comes first; where it can only be the longitude the two change places, flagged order. Degrees; what lies
// outside ±90 and ±180 is an error.
[[nodiscard]] Reading<core::Coordinates> readCoordinates(std::string_view text);

// One of the two in a column of its own: "-6,2", "6,2 LS", "6°12'S"; degrees north or east.
[[nodiscard]] Reading<double> readLatitude(std::string_view text);
[[nodiscard]] Reading<double> readLongitude(std::string_view text);

} // namespace jejaring::data
