// SPDX-License-Identifier: MIT
// What is asked of the desktop.
#pragma once

#include "core/result.hpp"

#include <string>

namespace jejaring::ui {

// Opens a web address or a file in the desktop's own program for it (xdg-open). Does not wait. Fails for an address of
// another kind and where there is no xdg-open.
[[nodiscard]] core::Outcome openOnDesktop(const std::string& addressOrPath);

} // namespace jejaring::ui
