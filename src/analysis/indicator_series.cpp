// SPDX-License-Identifier: MIT
#include "analysis/indicator_series.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace jejaring::analysis {
namespace {

// Whether period `a` is the later one, by the rule above.
bool later(const core::PartialDate& a, const core::PartialDate& b) {
    if (a.earliest() != b.earliest())
        return a.earliest() > b.earliest();
    return a.latest() > b.latest();
}

int decimalsOf(double value) {
    constexpr std::array<double, 7> kPowers{1, 10, 100, 1e3, 1e4, 1e5, 1e6};
    for (std::size_t digits = 0; digits < kPowers.size(); ++digits) {
        const double scaled = value * kPowers[digits];
        if (std::abs(scaled - std::round(scaled)) <= 1e-9 * std::max(1.0, std::abs(scaled)))
            return static_cast<int>(digits);
    }
    return static_cast<int>(kPowers.size()) - 1;
}

int decimalsOf(const std::vector<RegionValue>& values) {
    double largest = 0;
    int has = 0;
    for (const RegionValue& value : values)
        if (value.state == ValueState::value) {
            largest = std::max(largest, std::abs(value.value));
            has = std::max(has, decimalsOf(value.value));
        }
    if (largest == 0)
        return 0;
    constexpr int kSignificant = 4;
    const int needed = kSignificant - 1 - static_cast<int>(std::floor(std::log10(largest)));
    return std::clamp(needed, 0, has);
}

// ASCII only: names of indicators are told apart by more than the case of other letters.
bool sameLetters(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

} // namespace

SeriesOnDay seriesOnDay(const core::Project& project, const core::RegionCatalog& catalog,
                        const std::string& indicatorId, core::Day day) {
    SeriesOnDay series;
    series.values.resize(catalog.size());
    std::vector<const core::IndicatorValue*> latest(catalog.size(), nullptr);
    for (const core::IndicatorValue& value : project.indicatorValues) {
        if (value.indicatorId != indicatorId)
            continue;
        const auto region = catalog.find(value.region);
        if (!region)
            continue;
        series.values[*region].state = ValueState::notEnoughData;
        if (value.period.earliest() <= day &&
            (latest[*region] == nullptr || !later(latest[*region]->period, value.period)))
            latest[*region] = &value;
    }
    const core::Indicator* indicator = core::findIndicator(project, indicatorId);
    std::unordered_set<std::string> cited;
    for (std::size_t i = 0; i < latest.size(); ++i) {
        if (latest[i] == nullptr || !std::isfinite(latest[i]->value))
            continue;
        const core::PartialDate period = latest[i]->period;
        RegionValue& shown = series.values[i];
        shown.state = latest[i]->value == 0 ? ValueState::zero : ValueState::value;
        shown.value = latest[i]->value;
        shown.period = period;
        if (!series.first || later(*series.first, period))
            series.first = period;
        if (!series.last || later(period, *series.last))
            series.last = period;
        const std::string& source =
            latest[i]->sourceId.empty() && indicator != nullptr ? indicator->sourceId : latest[i]->sourceId;
        if (!source.empty() && cited.insert(source).second)
            series.sourceIds.push_back(source);
    }
    series.decimals = decimalsOf(series.values);
    return series;
}

std::vector<SeriesExtent> seriesExtents(const core::Project& project, const core::RegionCatalog& catalog) {
    std::vector<SeriesExtent> extents(project.indicators.size());
    std::vector<std::vector<bool>> seen(project.indicators.size(), std::vector<bool>(catalog.size(), false));
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < project.indicators.size(); ++i) {
        extents[i].indicatorId = project.indicators[i].id;
        places.emplace(project.indicators[i].id, i);
    }
    for (const core::IndicatorValue& value : project.indicatorValues) {
        const auto place = places.find(value.indicatorId);
        const auto region = catalog.find(value.region);
        if (place == places.end() || !region)
            continue;
        SeriesExtent& extent = extents[place->second];
        if (!seen[place->second][*region]) {
            seen[place->second][*region] = true;
            ++(*region < catalog.provinceCount() ? extent.provinces : extent.regencies);
        }
        if (!extent.first || later(*extent.first, value.period))
            extent.first = value.period;
        if (!extent.last || later(value.period, *extent.last))
            extent.last = value.period;
    }
    return extents;
}

const core::Indicator* findSeries(const core::Project& project, std::string_view idOrName) {
    const core::Indicator* named = nullptr;
    bool several = false;
    for (const core::Indicator& indicator : project.indicators) {
        if (indicator.id == idOrName)
            return &indicator;
        if (sameLetters(indicator.name, idOrName)) {
            several = several || named != nullptr;
            named = &indicator;
        }
    }
    return several ? nullptr : named;
}

} // namespace jejaring::analysis
