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
};

// By RegionIndex.
[[nodiscard]] std::vector<RegionValue> valuesOf(const ImpactTable& impact, IndicatorKind kind);

} // namespace jejaring::analysis
