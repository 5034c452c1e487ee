// SPDX-License-Identifier: MIT
// What rows of visits and of stops both say of a visit.
#pragma once

#include "data/import_follow_ups.hpp"

namespace jejaring::data {

// A title in Indonesian or English, and the texts and dates beside it. Province and source are the caller's.
[[nodiscard]] core::Visit readVisit(ImportRow& row);

// Flags a weekday of its own column that does not fit the date.
void checkWeekday(ImportRow& row, ImportField dateField, const std::optional<core::PartialDate>& date);

} // namespace jejaring::data
