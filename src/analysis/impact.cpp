// SPDX-License-Identifier: MIT
#include "analysis/impact.hpp"

#include "analysis/credit.hpp"
#include "analysis/project_index.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace jejaring::analysis {
namespace {

// What is known of one cooperation, over the agreements of its chain that are in force.
struct ChainEvidence {
    bool inForce = false;
    bool assumed = true; // of all that are in force
    double progress = 0;
    bool status = false;
    bool date = false;
    bool sectors = false;
    bool country = false;
};

struct RegionEvidence {
    std::map<std::uint32_t, ChainEvidence> chains;
    std::set<std::uint32_t> leftOut;
    std::set<std::string> countries;
    std::set<std::string_view> sectors;
};

// 1 - 2^(-amount / halving), the share of a scale that never quite fills; 0 below nothing.
double saturating(double amount, double halving) {
    return amount <= 0 ? 0 : 1 - std::exp2(-amount / halving);
}

double scoreOf(const RegionImpact& impact, const core::ImpactWeights& weights) {
    const auto usable = [](double weight) { return std::isfinite(weight) ? std::max(weight, 0.0) : 0.0; };
    const double cooperation = usable(weights.cooperation);
    const double countries = usable(weights.countries);
    const double sectors = usable(weights.sectors);
    const double sum = cooperation + countries + sectors;
    if (sum <= 0)
        return 0;
    const double score =
        100 * (cooperation * impact.cooperation + countries * impact.countries + sectors * impact.sectors) / sum;
    return std::clamp(score, 0.0, 100.0);
}

RegionImpact measure(const RegionEvidence& evidence, const core::ImpactWeights& weights) {
    RegionImpact impact;
    impact.recorded = static_cast<int>(evidence.chains.size());
    impact.countryCount = static_cast<int>(evidence.countries.size());
    impact.sectorCount = static_cast<int>(evidence.sectors.size());
    double progress = 0;
    int stated = 0;
    for (const auto& [chain, facts] : evidence.chains) {
        if (!facts.inForce)
            continue;
        ++impact.inForce;
        impact.assumed += facts.assumed ? 1 : 0;
        progress += facts.progress;
        stated += int{facts.status} + int{facts.date} + int{facts.sectors} + int{facts.country};
    }
    if (impact.recorded == 0)
        return impact;
    if (impact.inForce == 0) {
        impact.state = evidence.leftOut.empty() ? ValueState::zero : ValueState::notEnoughData;
        return impact;
    }
    impact.state = ValueState::value;
    impact.cooperation = saturating(progress, 2);
    impact.countries = saturating(impact.countryCount - 1, 2);
    impact.sectors = saturating(impact.sectorCount - 1, 4);
    impact.completeness = stated / (4.0 * impact.inForce);
    impact.score = scoreOf(impact, weights);
    return impact;
}

} // namespace

ImpactTable impactOf(const core::Project& project, const core::RegionCatalog& catalog, const ImpactOptions& options) {
    const PartnerIndex partners = partnersById(project);
    const AgreementChains chains(project);
    std::vector<RegionEvidence> evidence(catalog.size());
    std::set<std::uint32_t> leftOut;
    std::set<std::uint32_t> standing;

    for (std::size_t i = 0; i < project.agreements.size(); ++i) {
        const core::Agreement& agreement = project.agreements[i];
        if (!passes(options.filter, agreement, project))
            continue;
        const std::uint32_t chain = chains.chainOf(i);
        const Standing stands = standingOn(agreement, options.date, options.today);
        const bool isLeftOut = leftOutOn(agreement, options.date, options.today);
        if (isLeftOut)
            leftOut.insert(chain);
        if (stands != Standing::notInForce)
            standing.insert(chain);
        for (const core::RegionIndex region : creditedRegions(agreement, catalog, options.ownOnly)) {
            RegionEvidence& of = evidence[region];
            ChainEvidence& facts = of.chains[chain];
            if (isLeftOut)
                of.leftOut.insert(chain);
            if (stands == Standing::notInForce)
                continue;
            const std::vector<std::string> countries =
                countryKeys(agreement, partners, catalog[region].code, options.ownOnly);
            facts.assumed = facts.assumed && stands == Standing::inForceAssumed;
            facts.inForce = true;
            facts.progress = std::max(facts.progress, progressOn(agreement, options.date, project.progress));
            facts.status = facts.status || agreement.status != core::AgreementStatus::unknown;
            facts.date = facts.date || signingDate(agreement).has_value();
            facts.sectors = facts.sectors || !agreement.sectors.empty();
            facts.country = facts.country || !countries.empty();
            of.countries.insert(countries.begin(), countries.end());
            of.sectors.insert(agreement.sectors.begin(), agreement.sectors.end());
        }
    }

    ImpactTable table;
    table.regions.reserve(catalog.size());
    for (const RegionEvidence& of : evidence)
        table.regions.push_back(measure(of, options.weights));
    for (std::size_t i = catalog.provinceCount(); i < catalog.size(); ++i) {
        const auto index = static_cast<core::RegionIndex>(i);
        const core::RegionIndex province = catalog.provinceOf(index);
        if (!core::underProvincialAuthority(catalog[index].code) || province == core::kNoRegion)
            continue;
        table.regions[i] = table.regions[province];
        table.regions[i].provincial = true;
    }
    table.leftOutUndated = static_cast<int>(
        std::count_if(leftOut.begin(), leftOut.end(), [&](std::uint32_t c) { return !standing.contains(c); }));
    return table;
}

InForceSeries inForceByYear(const core::Project& project, const core::RegionCatalog& catalog, core::RegionIndex region,
                            const FactScope& scope) {
    const core::Day today = scope.today;
    const core::Day last = std::min(scope.date, today);
    const AgreementChains chains(project);
    std::map<std::uint32_t, std::vector<const core::Agreement*>> dated;
    std::set<std::uint32_t> undated;
    int first = static_cast<int>(last.year()) + 1;
    for (std::size_t i = 0; i < project.agreements.size(); ++i) {
        const core::Agreement& agreement = project.agreements[i];
        if (!creditedTo(agreement, catalog[region].code, scope.ownOnly) || !within(scope, agreement, project))
            continue;
        const std::optional<core::PartialDate> start = signingDate(agreement);
        const bool stands = standingOn(agreement, today, today) != Standing::notInForce;
        // The day before it counts is a day on which what has no date is left out.
        const core::Day yesterday{std::chrono::sys_days{today} - std::chrono::days{1}};
        if (leftOutOn(agreement, yesterday, today) || (!start && stands)) {
            undated.insert(chains.chainOf(i));
        } else if (start) {
            dated[chains.chainOf(i)].push_back(&agreement);
            first = std::min(first, int{start->year});
        }
    }
    InForceSeries series;
    for (int year = first; year <= static_cast<int>(last.year()); ++year) {
        const core::Day end{std::chrono::year{year}, std::chrono::December, std::chrono::day{31}};
        const core::Day day = std::min(end, last);
        YearCount count{year, 0};
        for (const auto& [chain, agreements] : dated)
            if (std::any_of(agreements.begin(), agreements.end(), [&](const core::Agreement* a) {
                    return standingOn(*a, day, today) != Standing::notInForce;
                }))
                ++count.inForce;
        series.years.push_back(count);
    }
    series.leftOutUndated = static_cast<int>(
        std::count_if(undated.begin(), undated.end(), [&](std::uint32_t c) { return !dated.contains(c); }));
    return series;
}

} // namespace jejaring::analysis
