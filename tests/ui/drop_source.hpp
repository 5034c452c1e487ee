// SPDX-License-Identifier: MIT
// The other side of a drop: a program that holds files, as a file manager does (XDND, version 5).
#pragma once

#include <string>
#include <vector>

namespace jejaring::ui_test {

// Drags the files over the window and lets them go at its middle. False where the window does not take them, or says
// nothing for five seconds.
[[nodiscard]] bool dropFiles(const std::string& display, unsigned long window, const std::vector<std::string>& paths);

} // namespace jejaring::ui_test
