// SPDX-License-Identifier: MIT
// The report of an import as a file of its own: JSON for scripts, a table for people.
#pragma once

#include "data/import/import_plan.hpp"

#include <string>

namespace jejaring::session {

// A table (a row of the report a row of the file) where `path` ends in ".csv", else JSON as `jejaring import --report`
// writes it. Whole or not at all. Errors: those of AtomicFile.
[[nodiscard]] core::Outcome writeImportReportFile(const data::TableFile& file, const data::ImportMapping& mapping,
                                                  const data::ImportPlan& plan, const std::string& path,
                                                  bool overwrite);

} // namespace jejaring::session
