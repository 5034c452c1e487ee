// SPDX-License-Identifier: MIT
#pragma once

#include "core/project.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jejaring::analysis {

// Which agreements count. An empty list lets everything through.
struct AgreementFilter {
    std::vector<core::SourceGrade> grades;
    std::vector<std::string> sectors;
    std::vector<core::AgreementKind> kinds;
    std::vector<std::string> countries; // ISO 3166-1 alpha-3
    friend bool operator==(const AgreementFilter&, const AgreementFilter&) = default;
};

// Which facts count for what is shown: numbers, charts, tables and sentences made of one scope do not contradict each
// other.
struct FactScope {
    core::Day date; // where it lies before `today`, what came after it is left out
    core::Day today;
    AgreementFilter filter;
    bool ownOnly = false; // of a province without its kabupaten/kota
};

// Begun later than the scope looks. What has no date has not, nor has anything where the scope is of today.
[[nodiscard]] bool cameLater(const std::optional<core::PartialDate>& begun, const FactScope& scope);
// The day an agreement is first heard of: its signing, or else its earliest stage.
[[nodiscard]] std::optional<core::PartialDate> begunOn(const core::Agreement& agreement);
// Passes the filter, and did not come later.
[[nodiscard]] bool within(const FactScope& scope, const core::Agreement& agreement, const core::Project& project);

[[nodiscard]] bool passes(const AgreementFilter& filter, const core::Agreement& agreement,
                          const core::Project& project);

} // namespace jejaring::analysis
