// SPDX-License-Identifier: MIT
#pragma once

#include "publish/vector_target.hpp"

#include <string>

namespace jejaring::publish {

// A number with up to `decimals` (0 to 6), without what it does not need: "-.5", "12".
[[nodiscard]] std::string svgNumber(double value, int decimals = 2);

// The d attribute of a path, to hundredths: relative, and as short as can be.
[[nodiscard]] std::string svgPath(const VectorPath& path, bool closed);

} // namespace jejaring::publish
