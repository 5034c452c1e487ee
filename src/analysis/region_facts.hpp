// SPDX-License-Identifier: MIT
// Everything a project records about one region, gathered for those who show it.
#pragma once

#include "analysis/impact.hpp"

#include <string>
#include <utility>
#include <vector>

namespace jejaring::analysis {

struct Rank {
    int rank = 0;   // 1 is the highest of its level; 0 without a score
    int ranked = 0; // how many of its level have one
};
[[nodiscard]] Rank rankOf(const ImpactTable& impact, const core::RegionCatalog& catalog, core::RegionIndex region);

struct RegionFacts {
    std::vector<const core::Agreement*> agreements;   // credited to it, the latest first; undated ones last
    int outside = 0;                                  // agreements credited to it that the filter does not let through
    int later = 0;                                    // of those it lets through, that came after the date
    std::vector<const core::Visit*> visits;           // to it or within it, the latest first
    std::vector<const core::FollowUp*> followUps;     // agreed at its stops
    std::vector<const core::Activity*> activities;    // in it, or in which it took part
    std::vector<const core::Risk*> risks;             // the gravest first, positive effects last
    std::vector<std::pair<std::string, int>> sectors; // id and agreements that name it, the most frequent first
    const core::RegionProfile* profile = nullptr;
    Rank rank;
};
// The project must outlive the answer. The impact is that of the same scope.
[[nodiscard]] RegionFacts factsOf(const core::Project& project, const core::RegionCatalog& catalog,
                                  const ImpactTable& impact, core::RegionIndex region, const FactScope& scope);

// Risks before positive effects, and of each the gravest (likelihood times severity) first, those not assessed last.
void sortByWeight(std::vector<const core::Risk*>& risks);
// Agreements that name each sector, the most frequent first.
[[nodiscard]] std::vector<std::pair<std::string, int>>
sectorCounts(const std::vector<const core::Agreement*>& agreements);

} // namespace jejaring::analysis
