// SPDX-License-Identifier: MIT
// Contradictions within a project. They are shown, never corrected silently.
#pragma once

#include "core/project.hpp"
#include "core/result.hpp"

#include <string>
#include <vector>

namespace jejaring::analysis {

enum class ProblemKind : std::uint8_t {
    weekday,       // a text names a weekday that the date beside it was not
    zone,          // a stop's zone is not its region's
    order,         // ends before it starts
    unknownRegion, // a code that the catalog lacks
    province,      // a stop lies outside the province of its visit
    reference,     // names a source, partner or agreement that is not there
    duplicate,     // an id stands twice
    noAddress,     // a source without an address
};

// "weekday", "zone" ...: for files and the command line.
[[nodiscard]] std::string_view problemKindId(ProblemKind kind);

struct Problem {
    ProblemKind kind = ProblemKind::reference;
    core::Message message;
    std::string table; // as it is named in the file: "agreements", "visits", "stops", "sources"
    std::string id;    // of the row; of a stop "V02/1"
};

// In order of kind, then as the rows stand.
[[nodiscard]] std::vector<Problem> findProblems(const core::Project& project, const core::RegionCatalog& catalog);

} // namespace jejaring::analysis
