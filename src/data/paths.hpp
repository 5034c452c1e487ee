// SPDX-License-Identifier: MIT
// Where the program keeps its files, after the XDG Base Directory Specification. Nothing is created here.
#pragma once

#include <string>

namespace jejaring::data {

// Each is a folder named jejaring below the XDG folder, or below its default in $HOME; a relative XDG value is ignored,
// as the specification asks.
[[nodiscard]] std::string dataFolder();   // boundaries, the sample's copy
[[nodiscard]] std::string configFolder(); // settings
[[nodiscard]] std::string cacheFolder();  // what can be made again
[[nodiscard]] std::string stateFolder();  // log, recent files

// Where `jejaring boundaries build` writes: $JEJARING_BOUNDARIES, or boundaries.gpkg in dataFolder().
[[nodiscard]] std::string boundariesPath();

} // namespace jejaring::data
