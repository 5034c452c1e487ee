// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace jejaring::publish {

// A prefix code as deflate uses it (RFC 1951, 3.2.2): `length` 0 where a symbol does not occur.
struct PrefixCode {
    std::uint16_t bits = 0; // first bit in the lowest place
    std::uint8_t length = 0;
};

// Optimal codes for the counts by Huffman's algorithm, no longer than `maxLength` bits. At least one code is made.
[[nodiscard]] std::vector<PrefixCode> huffmanCodes(std::span<const std::uint32_t> counts, unsigned maxLength);

} // namespace jejaring::publish
