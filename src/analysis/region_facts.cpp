// SPDX-License-Identifier: MIT
#include "analysis/region_facts.hpp"

#include "analysis/credit.hpp"
#include "analysis/project_index.hpp"

#include <algorithm>
#include <map>

namespace jejaring::analysis {
namespace {

bool latestFirst(const std::optional<core::PartialDate>& a, const std::optional<core::PartialDate>& b) {
    return b.value_or(core::PartialDate{}) < a.value_or(core::PartialDate{});
}

} // namespace

Rank rankOf(const ImpactTable& impact, const core::RegionCatalog& catalog, core::RegionIndex region) {
    Rank rank;
    const RegionImpact& own = impact.regions[region];
    if (own.state != ValueState::value || own.provincial)
        return rank;
    rank.rank = 1;
    for (std::size_t i = 0; i < catalog.size(); ++i) {
        const auto index = static_cast<core::RegionIndex>(i);
        const RegionImpact& other = impact.regions[i];
        if (catalog[index].level() != catalog[region].level() || other.state != ValueState::value || other.provincial)
            continue;
        ++rank.ranked;
        rank.rank += other.score > own.score + 1e-9 ? 1 : 0;
    }
    return rank;
}

void sortByWeight(std::vector<const core::Risk*>& risks) {
    std::stable_sort(risks.begin(), risks.end(), [](const core::Risk* a, const core::Risk* b) {
        return std::pair(a->sign, -a->likelihood * a->severity) < std::pair(b->sign, -b->likelihood * b->severity);
    });
}

std::vector<std::pair<std::string, int>> sectorCounts(const std::vector<const core::Agreement*>& agreements) {
    std::map<std::string, int> counts;
    for (const core::Agreement* agreement : agreements)
        for (const std::string& sector : agreement->sectors)
            ++counts[sector];
    std::vector<std::pair<std::string, int>> sectors(counts.begin(), counts.end());
    std::stable_sort(sectors.begin(), sectors.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return sectors;
}

RegionFacts factsOf(const core::Project& project, const core::RegionCatalog& catalog, const ImpactTable& impact,
                    core::RegionIndex region, const FactScope& scope) {
    RegionFacts facts;
    const core::RegionCode& code = catalog[region].code;
    facts.rank = rankOf(impact, catalog, region);
    facts.agreements = agreementsOf(project, catalog, region, scope);
    std::stable_sort(facts.agreements.begin(), facts.agreements.end(),
                     [](const auto* a, const auto* b) { return latestFirst(a->signedOn, b->signedOn); });
    FactScope wider = scope;
    const auto count = [&] { return static_cast<int>(agreementsOf(project, catalog, region, wider).size()); };
    wider.date = wider.today;
    const int passing = count();
    wider.filter = {};
    facts.later = std::max(passing - static_cast<int>(facts.agreements.size()), 0);
    facts.outside = std::max(count() - passing, 0);
    facts.sectors = sectorCounts(facts.agreements);
    const auto here = [&](const core::RegionCode& other) {
        return !other.empty() && covers(code, other, scope.ownOnly);
    };
    for (const core::Visit& visit : project.visits)
        if (!cameLater(visit.start, scope) &&
            (here(visit.province) || std::any_of(visit.stops.begin(), visit.stops.end(),
                                                 [&](const core::Stop& stop) { return here(stop.region); })))
            facts.visits.push_back(&visit);
    std::stable_sort(facts.visits.begin(), facts.visits.end(),
                     [](const auto* a, const auto* b) { return latestFirst(a->start, b->start); });
    const OccasionIndex occasions(project);
    for (const core::FollowUp& followUp : project.followUps) {
        const std::vector<core::RegionCode> regions = occasions.regionsOf(followUp);
        if (std::any_of(regions.begin(), regions.end(), here) && !cameLater(occasions.begun(followUp), scope))
            facts.followUps.push_back(&followUp);
    }
    for (const core::Activity& activity : project.activities)
        if (!cameLater(activity.start, scope) &&
            (here(activity.region) || std::any_of(activity.participants.begin(), activity.participants.end(),
                                                  [&](const auto& each) { return here(each.region); })))
            facts.activities.push_back(&activity);
    for (const core::Risk& risk : project.risks)
        if (here(risk.region) || std::any_of(facts.agreements.begin(), facts.agreements.end(), [&](const auto* each) {
                return !risk.agreementId.empty() && each->id == risk.agreementId;
            }))
            facts.risks.push_back(&risk);
    sortByWeight(facts.risks);
    const auto profile = std::find_if(project.profiles.begin(), project.profiles.end(),
                                      [&](const core::RegionProfile& each) { return each.region == code; });
    if (profile != project.profiles.end())
        facts.profile = &*profile;
    return facts;
}

} // namespace jejaring::analysis
