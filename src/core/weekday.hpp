// SPDX-License-Identifier: MIT
#pragma once

#include "core/date.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jejaring::core {

// A weekday and a date that a text states together: "Senin, 20 Agustus 2024".
struct WeekdayClaim {
    std::string text; // as it stands
    Day day;
    std::chrono::weekday stated;
    [[nodiscard]] bool holds() const { return std::chrono::weekday{std::chrono::sys_days{day}} == stated; }
};

// All such claims of a text, in Indonesian or English: "Senin, 20 Agustus 2024", "Senin (20/8/2024)", "Monday 20 August
// 2024", "Monday, August 20, 2024". Dates that do not exist are left out.
[[nodiscard]] std::vector<WeekdayClaim> findWeekdayClaims(std::string_view text);

} // namespace jejaring::core
