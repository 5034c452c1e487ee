// SPDX-License-Identifier: MIT
// Which country a cell means, by a name in Indonesian or English or an ISO 3166-1 code.
#pragma once

#include "data/countries.hpp"
#include "data/import/import_value.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::data {

enum class CountryMatch : std::uint8_t {
    exact,     // a code, or the country's name in Indonesian or English
    alias,     // another usual name: "RRT", "Holland", "UEA"
    fuzzy,     // nothing but names spelled alike: candidates, nothing chosen
    ambiguous, // a name of several: "Korea"
    none,
};

// "exact", "alias", "fuzzy", "ambiguous", "none".
[[nodiscard]] std::string_view countryMatchId(CountryMatch match);

struct CountryAnswer {
    CountryMatch match = CountryMatch::none;
    std::string alpha3;                  // of exact and alias, else empty
    std::string alpha2;                  // likewise
    std::vector<std::string> candidates; // alpha-3; of fuzzy (nearest first) and ambiguous
};

// A name of a country beside those of iso-codes.
struct CountryName {
    std::string alpha3;
    std::string name;
    bool alias = false; // not its name but a usual other one
};

class CountryMatcher {
  public:
    // A name given to several countries is ambiguous.
    CountryMatcher(const Countries& countries, const std::vector<CountryName>& names);

    // Compares without regard to capitals, marks and punctuation. A code counts only where it is the whole cell
    // and in capitals. "Jepang (Japan)" and "Tokyo, Jepang" are no country: a cell that holds more than a name is
    // matched as a whole.
    [[nodiscard]] CountryAnswer find(std::string_view text) const;

  private:
    struct Entry {
        std::string alpha3;
        bool alias = false;
    };
    void add(std::string_view name, const std::string& alpha3, bool alias);

    std::map<std::string, std::string> alpha2_; // by alpha3
    std::map<std::string, std::vector<Entry>> byKey_;
    std::map<std::string, std::string> byCode_; // alpha3 by alpha2, alpha3 and numeric code
};

// Reads <assetsFolder>/data/country_names.csv (alpha3,id,en) and country_aliases.csv (alpha3,name,kind: name or alias).
// Errors as those of readCsv.
[[nodiscard]] core::Result<std::vector<CountryName>> readCountryNames(const std::string& assetsFolder);

// As find(), for a cell: alpha-3, or an error that names the candidates.
[[nodiscard]] Reading<std::string> readCountry(std::string_view text, const CountryMatcher& matcher);

} // namespace jejaring::data
