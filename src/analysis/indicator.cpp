// SPDX-License-Identifier: MIT
#include "analysis/indicator.hpp"

#include "core/id_table.hpp"

namespace jejaring::analysis {
namespace {

constexpr core::IdTable<IndicatorKind, 3> kIndicators{{{IndicatorKind::impact, "impact"},
                                                       {IndicatorKind::agreementsInForce, "agreements"},
                                                       {IndicatorKind::partnerCountries, "countries"}}};

double numberOf(const RegionImpact& impact, IndicatorKind kind) {
    switch (kind) {
    case IndicatorKind::impact:
        return impact.score;
    case IndicatorKind::agreementsInForce:
        return impact.inForce;
    case IndicatorKind::partnerCountries:
        return impact.countryCount;
    }
    return 0;
}

} // namespace

std::string_view indicatorId(IndicatorKind kind) {
    return core::idOf(kIndicators, kind);
}

std::optional<IndicatorKind> parseIndicator(std::string_view id) {
    return core::valueOf(kIndicators, id);
}

std::vector<RegionValue> valuesOf(const ImpactTable& impact, IndicatorKind kind) {
    std::vector<RegionValue> values;
    values.reserve(impact.regions.size());
    for (const RegionImpact& region : impact.regions) {
        RegionValue value{region.state, 0, region.provincial};
        if (region.state == ValueState::value) {
            value.value = numberOf(region, kind);
            // Agreements in force whose sources name no country are no evidence of none.
            if (kind == IndicatorKind::partnerCountries && region.countryCount == 0)
                value.state = ValueState::notEnoughData;
        }
        values.push_back(value);
    }
    return values;
}

} // namespace jejaring::analysis
