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

RegionFacts factsOf(const core::Project& project, const core::RegionCatalog& catalog, const ImpactTable& impact,
                    core::RegionIndex region, bool ownOnly) {
    RegionFacts facts;
    const core::RegionCode& code = catalog[region].code;
    facts.rank = rankOf(impact, catalog, region);
    facts.agreements = agreementsOf(project, catalog, region, ownOnly);
    std::stable_sort(facts.agreements.begin(), facts.agreements.end(),
                     [](const auto* a, const auto* b) { return latestFirst(a->signedOn, b->signedOn); });
    std::map<std::string, int> counts;
    for (const core::Agreement* agreement : facts.agreements)
        for (const std::string& sector : agreement->sectors)
            ++counts[sector];
    facts.sectors.assign(counts.begin(), counts.end());
    std::stable_sort(facts.sectors.begin(), facts.sectors.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    const auto here = [&](const core::RegionCode& other) { return !other.empty() && covers(code, other, ownOnly); };
    for (const core::Visit& visit : project.visits)
        if (here(visit.province) || std::any_of(visit.stops.begin(), visit.stops.end(),
                                                [&](const core::Stop& stop) { return here(stop.region); }))
            facts.visits.push_back(&visit);
    std::stable_sort(facts.visits.begin(), facts.visits.end(),
                     [](const auto* a, const auto* b) { return latestFirst(a->start, b->start); });
    const OccasionIndex occasions(project);
    for (const core::FollowUp& followUp : project.followUps) {
        const std::vector<core::RegionCode> regions = occasions.regionsOf(followUp);
        if (std::any_of(regions.begin(), regions.end(), here))
            facts.followUps.push_back(&followUp);
    }
    for (const core::Activity& activity : project.activities)
        if (here(activity.region) || std::any_of(activity.participants.begin(), activity.participants.end(),
                                                 [&](const auto& each) { return here(each.region); }))
            facts.activities.push_back(&activity);
    for (const core::Risk& risk : project.risks)
        if (here(risk.region) || std::any_of(facts.agreements.begin(), facts.agreements.end(), [&](const auto* each) {
                return !risk.agreementId.empty() && each->id == risk.agreementId;
            }))
            facts.risks.push_back(&risk);
    const auto profile = std::find_if(project.profiles.begin(), project.profiles.end(),
                                      [&](const core::RegionProfile& each) { return each.region == code; });
    if (profile != project.profiles.end())
        facts.profile = &*profile;
    return facts;
}

} // namespace jejaring::analysis
