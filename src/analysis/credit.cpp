// SPDX-License-Identifier: MIT
#include "analysis/credit.hpp"

#include "analysis/impact.hpp"

#include <algorithm>

namespace jejaring::analysis {
namespace {

template <class T> void sortUnique(std::vector<T>& items) {
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

// Empty where nothing tells the country.
std::string countryKey(const core::Party& party, const PartnerIndex& partners) {
    if (!party.region.empty())
        return "ID-" + party.region.province().text();
    const auto found = partners.find(party.partnerId);
    if (found == partners.end())
        return {};
    const core::Partner& partner = *found->second;
    return partner.region.empty() ? partner.country : "ID-" + partner.region.province().text();
}

} // namespace

bool covers(const core::RegionCode& region, const core::RegionCode& code, bool ownOnly) {
    if (code.empty())
        return false;
    return code == region || (!ownOnly && region.level() == core::RegionLevel::province && code.province() == region);
}

bool creditedTo(const core::Agreement& agreement, const core::RegionCode& region, bool ownOnly) {
    return std::any_of(agreement.parties.begin(), agreement.parties.end(),
                       [&](const core::Party& party) { return covers(region, party.region, ownOnly); });
}

std::vector<core::RegionIndex> creditedRegions(const core::Agreement& agreement, const core::RegionCatalog& catalog,
                                               bool ownOnly) {
    std::vector<core::RegionIndex> regions;
    for (const core::Party& party : agreement.parties) {
        if (party.region.empty())
            continue;
        if (const auto own = catalog.find(party.region))
            regions.push_back(*own);
        if (!ownOnly)
            if (const auto province = catalog.find(party.region.province()))
                regions.push_back(*province);
    }
    sortUnique(regions);
    return regions;
}

std::vector<std::string> countryKeys(const core::Agreement& agreement, const PartnerIndex& partners,
                                     const core::RegionCode& region, bool ownOnly) {
    std::vector<std::string> keys;
    for (const core::Party& self : agreement.parties) {
        if (!covers(region, self.region, ownOnly))
            continue;
        for (const core::Party& other : agreement.parties) {
            if (&other == &self)
                continue;
            if (std::string key = countryKey(other, partners); !key.empty())
                keys.push_back(std::move(key));
        }
    }
    sortUnique(keys);
    return keys;
}

std::vector<std::string> partnerCountries(const core::Agreement& agreement, const core::Project& project,
                                          const core::RegionCode& region) {
    return countryKeys(agreement, partnersById(project), region, false);
}

std::vector<const core::Agreement*> agreementsOf(const core::Project& project, const core::RegionCatalog& catalog,
                                                 core::RegionIndex region, const FactScope& scope) {
    const core::RegionCode& code = catalog[region].code;
    std::vector<bool> credited(project.agreements.size());
    for (std::size_t i = 0; i < credited.size(); ++i)
        credited[i] =
            creditedTo(project.agreements[i], code, scope.ownOnly) && within(scope, project.agreements[i], project);
    const AgreementChains chains(project);
    std::vector<bool> shown = credited;
    for (std::size_t i = 0; i < credited.size(); ++i)
        if (credited[i]) // what lies between the two may be outside the scope
            for (auto at = chains.predecessorOf(i); at != AgreementChains::kNone; at = chains.predecessorOf(at))
                shown[at] = false;
    std::vector<const core::Agreement*> agreements;
    for (std::size_t i = 0; i < shown.size(); ++i)
        if (shown[i])
            agreements.push_back(&project.agreements[i]);
    return agreements;
}

std::vector<const core::Agreement*> predecessorsOf(const core::Agreement& agreement, const core::Project& project) {
    const AgreementChains chains(project);
    std::vector<const core::Agreement*> predecessors;
    const auto found = std::find_if(project.agreements.begin(), project.agreements.end(),
                                    [&](const core::Agreement& a) { return a.id == agreement.id; });
    if (found == project.agreements.end())
        return predecessors;
    auto at = static_cast<std::size_t>(found - project.agreements.begin());
    while (chains.predecessorOf(at) != AgreementChains::kNone) {
        at = chains.predecessorOf(at);
        predecessors.push_back(&project.agreements[at]);
    }
    return predecessors;
}

} // namespace jejaring::analysis
