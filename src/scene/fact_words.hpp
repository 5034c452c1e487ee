// SPDX-License-Identifier: MIT
// What facts are called, on pages and in panels alike.
#pragma once

#include "core/project.hpp"
#include "text/language.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::scene {

// What is said of an agreement's life on a day, as a message id: its status, or where the source states none what
// follows from its stage.
[[nodiscard]] std::string_view lifeOf(const core::Agreement& agreement, core::Day today);

// Names of those an agreement is with, as seen from a region (a province covers its kabupaten/kota); empty where not
// stated.
[[nodiscard]] std::string counterpartName(const core::Project& project, const core::RegionCatalog& catalog,
                                          const core::Agreement& agreement, const core::RegionCode& region);
// The same where the caller knows partners by their ids: null where there is none.
[[nodiscard]] std::string counterpartName(const std::function<const core::Partner*(const std::string&)>& partnerOf,
                                          const core::RegionCatalog& catalog, const core::Agreement& agreement,
                                          const core::RegionCode& region);

// The countries of an agreement's partners, each once, in the order of the parties, with commas; empty where none is
// stated. Null for a partner there is not.
[[nodiscard]] std::string countryNames(const std::function<const core::Partner*(const std::string&)>& partnerOf,
                                       const core::Agreement& agreement, text::Language language);

// A source as it is cited: publisher, title (its address where it has none) and date. A publisher or a year that the
// title names itself is not said twice.
[[nodiscard]] std::string citation(const core::Source& source, text::Language language);

[[nodiscard]] std::string sectorName(const core::Project& project, text::Language language, const std::string& id);
// Joined by commas, the first one capitalised.
[[nodiscard]] std::string sectorList(const core::Project& project, text::Language language,
                                     const std::vector<std::string>& ids);

} // namespace jejaring::scene
