// SPDX-License-Identifier: MIT
// What rows of visits and of stops both say of a visit.
#pragma once

#include "data/import/import_follow_ups.hpp"

namespace jejaring::data {

// A title in Indonesian or English, and the texts and dates beside it. Province and source are the caller's.
[[nodiscard]] core::Visit readVisit(ImportRow& row);

// First and last day, of one cell or of two; flags an end before the start.
void readDays(ImportRow& row, std::optional<core::PartialDate>& start, std::optional<core::PartialDate>& end);

// Flags a weekday of its own column that does not fit the date.
void checkWeekday(ImportRow& row, ImportField dateField, const std::optional<core::PartialDate>& date);

} // namespace jejaring::data
