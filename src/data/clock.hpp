// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace jejaring::data {

// This computer's time in UTC, to the second: "2024-08-20T01:02:03Z".
[[nodiscard]] std::string nowInUtc();

} // namespace jejaring::data
