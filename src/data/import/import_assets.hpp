// SPDX-License-Identifier: MIT
// The program's own lists that reading other people's tables needs, read once.
#pragma once

#include "core/project.hpp"
#include "data/import/import_countries.hpp"
#include "data/import/import_headings.hpp"
#include "data/import/import_words.hpp"
#include "data/vocabulary.hpp"

#include <string>
#include <vector>

namespace jejaring::data {

struct ImportAssets {
    Vocabulary vocabulary;
    ImportHeadings headings;
    ImportWords words;
    CountryMatcher countries;
    std::vector<core::RegionAlias> aliases;
};

// Reads them from the program's assets and iso-codes. Errors as those of readCsv and readCountries.
[[nodiscard]] core::Result<ImportAssets> readImportAssets(const std::string& assetsFolder);

} // namespace jejaring::data
