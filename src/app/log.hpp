// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace jejaring::app {

// Where the log is: jejaring.log in data::stateFolder().
[[nodiscard]] std::string logPath();
// Sends what is logged there; when it reaches 1 MiB it becomes jejaring.1.log, of which three are kept. Where the file
// cannot be written nothing is logged, and the program goes on.
void startLog();

} // namespace jejaring::app
