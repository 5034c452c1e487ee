// SPDX-License-Identifier: MIT
// The options that say which agreements count, as values.
#pragma once

#include "analysis/agreement_filter.hpp"
#include "app/arguments.hpp"
#include "core/project.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jejaring::app {

// The members of a list with commas; spaces around them do not count, nor do empty ones.
[[nodiscard]] std::vector<std::string> listOf(std::string_view text);

// Sectors by id or by a word for one, countries by ISO 3166-1 code or by name in Indonesian or English, kinds and
// grades by their letters. Errors: invalidArgument for a word that means none, notFound for a sector or a country that
// no agreement of the project has; each says what would be right. Those of readImportAssets where the words are needed.
[[nodiscard]] core::Result<analysis::AgreementFilter>
filterOf(const FilterArguments& arguments, const core::Project& project, const std::string& assetsFolder);

} // namespace jejaring::app
