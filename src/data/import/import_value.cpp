// SPDX-License-Identifier: MIT
#include "data/import/import_value.hpp"

#include "core/id_table.hpp"

namespace jejaring::data {
namespace {

constexpr core::IdTable<FlagKind, 22> kFlags{{{FlagKind::weekdayDiffers, "weekday_differs"},
                                              {FlagKind::zoneDiffers, "zone_differs"},
                                              {FlagKind::endBeforeStart, "end_before_start"},
                                              {FlagKind::midnight, "midnight"},
                                              {FlagKind::openEnd, "open_end"},
                                              {FlagKind::dayMonthOrder, "day_month_order"},
                                              {FlagKind::twoDigitYear, "two_digit_year"},
                                              {FlagKind::farYear, "far_year"},
                                              {FlagKind::range, "range"},
                                              {FlagKind::spreadsheetDay, "spreadsheet_day"},
                                              {FlagKind::approximate, "approximate"},
                                              {FlagKind::decimalMark, "decimal_mark"},
                                              {FlagKind::scale, "scale"},
                                              {FlagKind::currency, "currency"},
                                              {FlagKind::currencyMissing, "currency_missing"},
                                              {FlagKind::percentMissing, "percent_missing"},
                                              {FlagKind::several, "several"},
                                              {FlagKind::unknownWord, "unknown_word"},
                                              {FlagKind::order, "order"},
                                              {FlagKind::partIgnored, "part_ignored"},
                                              {FlagKind::fromAbove, "from_above"},
                                              {FlagKind::unitDiffers, "unit_differs"}}};

} // namespace

std::string_view flagId(FlagKind kind) {
    return core::idOf(kFlags, kind);
}

} // namespace jejaring::data
