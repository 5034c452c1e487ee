// SPDX-License-Identifier: MIT
// The sample project, made of the facts in assets/sample. It lives in memory until it is saved: the facts themselves
// are never written to.
#pragma once

#include "core/project.hpp"
#include "core/result.hpp"

#include <string>

namespace jejaring::data {

// `assetsFolder` holds sample/{cooperation,visits,visit_stops}.csv and data/{stages,sectors,progress}.csv. A row that
// cannot be read is left out and reported as a warning with file, row and what was expected. Errors: notFound or
// unreadable (a file), wrongFormat (a file without the columns it should have).
[[nodiscard]] core::Result<core::Project> sampleProject(const std::string& assetsFolder);

} // namespace jejaring::data
