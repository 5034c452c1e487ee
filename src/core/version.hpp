// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace jejaring::core {

// "0.1.0"
[[nodiscard]] std::string_view version();

} // namespace jejaring::core
