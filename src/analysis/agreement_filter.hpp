// SPDX-License-Identifier: MIT
#pragma once

#include "core/project.hpp"

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

[[nodiscard]] bool passes(const AgreementFilter& filter, const core::Agreement& agreement,
                          const core::Project& project);

} // namespace jejaring::analysis
