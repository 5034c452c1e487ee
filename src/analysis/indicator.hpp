// SPDX-License-Identifier: MIT
// What the map can show: one number, or its absence, for each region.
#pragma once

#include "analysis/impact.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace jejaring::analysis {

// What the program computes from the agreements.
enum class IndicatorKind : std::uint8_t { impact, agreementsInForce, partnerCountries };

// "impact", "agreements", "countries": for files and the command line.
[[nodiscard]] std::string_view indicatorId(IndicatorKind kind);
[[nodiscard]] std::optional<IndicatorKind> parseIndicator(std::string_view id);

// One of those, or an indicator of the project's own (core::Indicator): a series of values by region and period.
struct IndicatorChoice {
    IndicatorKind kind = IndicatorKind::impact; // where it is no series
    std::string seriesId;                       // of a core::Indicator; empty where it is none

    IndicatorChoice() = default;
    IndicatorChoice(IndicatorKind computed) : kind(computed) {} // `choice == IndicatorKind::impact` reads as it should
    [[nodiscard]] static IndicatorChoice series(std::string id) {
        IndicatorChoice choice;
        choice.seriesId = std::move(id);
        return choice;
    }
    [[nodiscard]] bool isSeries() const { return !seriesId.empty(); }
    friend bool operator==(const IndicatorChoice&, const IndicatorChoice&) = default;
};

struct RegionValue {
    ValueState state = ValueState::noRecord;
    double value = 0;
    bool provincial = false;                   // its province's value, not its own: see RegionImpact::provincial
    std::optional<core::PartialDate> period{}; // of a series
};

// The state a region counts under: one that shows its province's value has no record of its own.
[[nodiscard]] inline ValueState ownState(const RegionValue& value) {
    return value.provincial ? ValueState::noRecord : value.state;
}

// By RegionIndex.
[[nodiscard]] std::vector<RegionValue> valuesOf(const ImpactTable& impact, IndicatorKind kind);

} // namespace jejaring::analysis
