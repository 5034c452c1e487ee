// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace jejaring::geo {

// A sum of bytes at the speed of memory. It finds damage, not malice.
[[nodiscard]] std::uint64_t byteSum(std::span<const std::byte> bytes);

} // namespace jejaring::geo
