// SPDX-License-Identifier: MIT
// Finding regions, codes, partners, countries, visits and activities by what a user types, spelling errors and all.
#pragma once

#include "core/project.hpp"
#include "core/region.hpp"
#include "text/language.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::session {

struct SearchHit {
    enum class Kind : std::uint8_t { region, partner, visit, activity } kind = Kind::region;
    core::RegionIndex region = core::kNoRegion; // of a region; of anything else, where on the map it belongs
    std::string id;                             // of a partner, visit or activity
    std::string name;
    std::string detail; // code and province, country, or date
    double score = 0;   // 0 to 1; 1 is the very thing
};

// Lower case without accents, letters of other scripts as they are; anything but letters and digits becomes one space.
[[nodiscard]] std::string searchForm(std::string_view utf8);
// How well `query` names `candidate`, 0 to 1; both in searchForm. 0: not at all.
[[nodiscard]] double similarity(std::string_view query, std::string_view candidate);
// The least number of letters inserted, deleted, replaced or swapped with the next one (optimal string alignment).
[[nodiscard]] std::size_t editDistance(std::string_view a, std::string_view b);

class SearchIndex {
  public:
    SearchIndex() = default;
    SearchIndex(const core::RegionCatalog& catalog, const core::Project* project, text::Language language);

    // The best hits first; of equal ones provinces before regencies, and regions before partners.
    [[nodiscard]] std::vector<SearchHit> find(std::string_view query, std::size_t limit) const;

  private:
    struct Entry {
        SearchHit hit;
        std::vector<std::string> forms; // name, name without its type, code, BPS code, country
        double weight = 1;              // of equal matches the heavier one comes first
    };
    std::vector<Entry> entries_;
};

} // namespace jejaring::session
