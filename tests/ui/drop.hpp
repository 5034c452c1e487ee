// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace jejaring::ui_test {

// Drops files on a window as a file manager does, by the protocol XDND (version 5). `window`: its number as text, as
// xdotool gives it. False where the window does not take them.
bool dropFiles(const std::string& display, const std::string& window, const std::vector<std::string>& paths);

} // namespace jejaring::ui_test
