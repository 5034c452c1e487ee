// SPDX-License-Identifier: MIT
// Translations by GNU gettext; English message ids, Indonesian by default.
#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::text {

enum class Language : std::uint8_t { indonesian, english };

[[nodiscard]] std::string_view languageId(Language language); // "id", "en"
[[nodiscard]] std::optional<Language> parseLanguage(std::string_view id);

// Tells where the compiled catalogues are (<folder>/id/LC_MESSAGES/jejaring.mo). Call once, before other threads start.
void initTranslations(const std::string& folder);

// The text in `language`; any thread, any language, at any time (no global state is switched). Every id is marked
// with JEJARING_TR so that xgettext finds it. An id that the catalogue lacks comes back as it is.
[[nodiscard]] std::string translate(Language language, std::string_view id);
// With {0}, {1} ... replaced.
[[nodiscard]] std::string translate(Language language, std::string_view id, const std::vector<std::string>& arguments);
[[nodiscard]] std::string translate(Language language, const core::Message& message);

// Tells where the short names are that officials write ("Tiongkok", "Inggris"): a CSV file with the columns
// alpha3, id, en. initTranslations calls it for <folder>/../jejaring/data/country_names.csv.
void initCountryNames(const std::string& csvPath);

// A country's name by ISO 3166-1 alpha-3, from that file, else from the package iso-codes; the code itself where
// unknown.
[[nodiscard]] std::string countryName(Language language, std::string_view alpha3);

} // namespace jejaring::text
