// SPDX-License-Identifier: MIT
// Reports on boundaries as lines for a terminal, in its language.
#pragma once

#include "app/console.hpp"
#include "data/boundary/boundary_import.hpp"
#include "data/boundary/boundary_report.hpp"

#include <string>

namespace jejaring::app {

[[nodiscard]] std::string reportText(const data::BoundaryReport& report, const Console& console);
[[nodiscard]] std::string reportText(const data::BoundaryImportReport& report, const Console& console);

} // namespace jejaring::app
