// SPDX-License-Identifier: MIT
// What the map can show: one number, or its absence, for each region.
#pragma once

#include "analysis/impact.hpp"

#include <optional>
#include <string_view>

namespace jejaring::analysis {

enum class IndicatorKind : std::uint8_t { impact, agreementsInForce, partnerCountries };

// "impact", "agreements", "countries": for files and the command line.
[[nodiscard]] std::string_view indicatorId(IndicatorKind kind);
[[nodiscard]] std::optional<IndicatorKind> parseIndicator(std::string_view id);

struct RegionValue {
    ValueState state = ValueState::noRecord;
    double value = 0;
    bool provincial = false; // its province's value, not its own: see RegionImpact::provincial
};

// The state a region counts under: one that shows its province's value has no record of its own.
[[nodiscard]] inline ValueState ownState(const RegionValue& value) {
    return value.provincial ? ValueState::noRecord : value.state;
}

// By RegionIndex.
[[nodiscard]] std::vector<RegionValue> valuesOf(const ImpactTable& impact, IndicatorKind kind);

} // namespace jejaring::analysis
