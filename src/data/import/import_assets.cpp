// SPDX-License-Identifier: MIT
#include "data/import/import_assets.hpp"

#include "data/import/import_regions.hpp"

#include <utility>

namespace jejaring::data {

core::Result<ImportAssets> readImportAssets(const std::string& assetsFolder) {
    core::Result<Vocabulary> vocabulary = readVocabulary(assetsFolder);
    core::Result<std::vector<Heading>> headings = readHeadings(assetsFolder);
    core::Result<std::vector<Synonym>> synonyms = readSynonyms(assetsFolder);
    core::Result<std::vector<CountryName>> names = readCountryNames(assetsFolder);
    core::Result<Countries> countries = readCountries();
    core::Result<std::vector<core::RegionAlias>> aliases = readRegionNames(assetsFolder);
    std::vector<core::Message> messages;
    bool complete = true;
    const auto check = [&](const auto& result) {
        messages.insert(messages.end(), result.messages().begin(), result.messages().end());
        complete = complete && result.ok();
    };
    check(vocabulary);
    check(headings);
    check(synonyms);
    check(names);
    check(countries);
    check(aliases);
    if (!complete)
        return core::Result<ImportAssets>::failure(std::move(messages));
    ImportWords words(vocabulary.value(), synonyms.value());
    return {ImportAssets{std::move(vocabulary).value(), ImportHeadings(headings.value()), std::move(words),
                         CountryMatcher(countries.value(), names.value()), std::move(aliases).value()},
            std::move(messages)};
}

} // namespace jejaring::data
