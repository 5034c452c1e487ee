// SPDX-License-Identifier: MIT
// Which regions an agreement is credited to, and whom each of them has it with.
#pragma once

#include "analysis/project_index.hpp"
#include "core/project.hpp"

#include <string>
#include <vector>

namespace jejaring::analysis {

// True where `code` is the region itself or, unless `ownOnly`, lies within the province `region`.
[[nodiscard]] bool covers(const core::RegionCode& region, const core::RegionCode& code, bool ownOnly);

// True where one of the parties is covered by the region.
[[nodiscard]] bool creditedTo(const core::Agreement& agreement, const core::RegionCode& region, bool ownOnly);

// The regions of the catalog that the agreement is credited to, each once, in order of index.
[[nodiscard]] std::vector<core::RegionIndex> creditedRegions(const core::Agreement& agreement,
                                                             const core::RegionCatalog& catalog, bool ownOnly);

// The keys of partnerCountries(), each once, sorted.
[[nodiscard]] std::vector<std::string> countryKeys(const core::Agreement& agreement, const PartnerIndex& partners,
                                                   const core::RegionCode& region, bool ownOnly);

} // namespace jejaring::analysis
