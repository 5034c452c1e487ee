// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace jejaring::core {

// The currencies of ISO 4217 that money is counted in today, in order of their codes.
[[nodiscard]] std::span<const std::string_view> currencyCodes();
// Of those; capitals only.
[[nodiscard]] bool isCurrencyCode(std::string_view code);

} // namespace jejaring::core
