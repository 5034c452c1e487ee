// SPDX-License-Identifier: MIT
// The lists that forms choose from, in the language shown.
#pragma once

#include "ui/form/form.hpp"

namespace jejaring::ui {

[[nodiscard]] std::vector<Option> regionOptions(const Interface& ui); // ids are codes
[[nodiscard]] std::vector<Option> provinceOptions(const Interface& ui);
[[nodiscard]] std::vector<Option> partnerOptions(const Interface& ui);
// "Kota Bandung – Braunschweig": an agreement by its parties, else by its id.
[[nodiscard]] std::string agreementName(const core::Project& project, const core::RegionCatalog& catalog,
                                        const core::Agreement& agreement);
[[nodiscard]] std::vector<Option> agreementOptions(const Interface& ui, const std::string& except = {});
[[nodiscard]] std::vector<Option> visitOptions(const Interface& ui);
[[nodiscard]] std::vector<Option> occasionOptions(const Interface& ui); // visits and activities
[[nodiscard]] std::vector<Option> sourceOptions(const Interface& ui);
[[nodiscard]] std::vector<Option> sectorOptions(const Interface& ui);
[[nodiscard]] std::vector<Option> stageOptions(const Interface& ui, core::AgreementKind kind);
[[nodiscard]] std::vector<Option> countryOptions(const Interface& ui); // ids are ISO 3166-1 alpha-3
[[nodiscard]] std::vector<Option> currencyOptions();
[[nodiscard]] std::vector<Option> kindOptions(const Interface& ui);      // ids as core::agreementKindId
[[nodiscard]] std::vector<Option> statusOptions(const Interface& ui);    // ids as core::agreementStatusId
[[nodiscard]] std::vector<Option> frameworkOptions(const Interface& ui); // "bilateral", "regional", "multilateral"
[[nodiscard]] std::vector<Option> partnerTypeOptions(const Interface& ui);

// A party in one list of regions and partners: "r32.73", "pP001".
[[nodiscard]] std::vector<Option> partyOptions(const Interface& ui);
[[nodiscard]] std::string partyId(const core::Party& party);
[[nodiscard]] core::Party partyOf(const core::Project& project, const std::string& id);

} // namespace jejaring::ui
