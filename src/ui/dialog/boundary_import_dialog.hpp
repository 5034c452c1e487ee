// SPDX-License-Identifier: MIT
// What an import of boundaries made of a file, before it replaces those in use.
#pragma once

#include "ui/interface.hpp"

namespace jejaring::ui {

// Draws into the current window; true once it was answered.
[[nodiscard]] bool drawBoundaryImport(Interface& ui);

} // namespace jejaring::ui
