// SPDX-License-Identifier: MIT
// Reports on boundaries as JSON, for scripts. Keys are stable; areas are square kilometres.
#pragma once

#include "data/boundary/boundary_import.hpp"
#include "data/boundary/boundary_report.hpp"

#include <string>

namespace jejaring::app {

[[nodiscard]] std::string jsonText(const data::BoundaryReport& report);
[[nodiscard]] std::string jsonText(const data::BoundaryImportReport& report);

} // namespace jejaring::app
