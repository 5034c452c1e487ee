// SPDX-License-Identifier: MIT
// What a reader makes of one cell of somebody else's table: what it understood, what deserves a look, or what it had
// expected instead.
#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jejaring::data {

// Why a value that was understood deserves a look.
enum class FlagKind : std::uint8_t {
    weekdayDiffers,  // the stated weekday does not fit the date
    zoneDiffers,     // the stated zone is not the region's
    endBeforeStart,  // of a range of dates or times
    midnight,        // "24.00" as a start: the midnight before or after
    openEnd,         // "s.d. selesai": it ends, but the cell does not say when
    dayMonthOrder,   // day and month could change places
    twoDigitYear,    // the century was added
    farYear,         // long before or after our time: perhaps a slip
    range,           // a begin and an end where one day was expected
    spreadsheetDay,  // a number counted in days since 1900 or 1904
    approximate,     // "sekitar", "akhir", "±"
    decimalMark,     // "1.500" may be 1500 or 1.5
    scale,           // "M" may be miliar or million
    currency,        // "$", "¥": several currencies use the sign
    currencyMissing, // an amount without a currency
    percentMissing,  // "0,5" may be 0.5 % or a half
    several,         // words that mean several entries of a list
    unknownWord,     // words that are no entry of a list
    order,           // latitude and longitude stood the other way round
    partIgnored,     // a part of the cell that was left out, such as an amount in words
    fromAbove,       // the cell is blank and the one above it counts, though no merged cells say so
    unitDiffers,     // the stated unit is not the one that the indicator is counted in
};

// "weekday_differs", "zone_differs" ...: stable, for reports.
[[nodiscard]] std::string_view flagId(FlagKind kind);

// `message` is a note where the reading is the usual one and a warning where somebody should decide.
struct Flag {
    FlagKind kind = FlagKind::partIgnored;
    core::Message message;
};

// Exactly one of three: understood (a value, perhaps flagged), blank (the cell states nothing), or not understood (an
// error that names what was expected; never a value beside it).
template <class T> struct [[nodiscard]] Reading {
    std::optional<T> value;
    std::vector<Flag> flags;
    std::optional<core::Message> error;

    [[nodiscard]] bool ok() const { return value.has_value(); }
    [[nodiscard]] bool blank() const { return !value && !error; }
    [[nodiscard]] bool has(FlagKind kind) const {
        for (const Flag& flag : flags)
            if (flag.kind == kind)
                return true;
        return false;
    }

    static Reading of(T value, std::vector<Flag> flags = {}) { return {std::move(value), std::move(flags), {}}; }
    static Reading none() { return {}; }
    // Code wrongFormat; `cell` is the text as it stands, `expected` an id of a message that names the usual forms.
    static Reading failed(core::Message error) { return {{}, {}, std::move(error)}; }
};

} // namespace jejaring::data
