// SPDX-License-Identifier: MIT
#include "geo/byte_sum.hpp"

#include <array>
#include <bit>
#include <cstring>

namespace jejaring::geo {

// Four independent lanes of multiply and rotate, which a processor works on at once.
std::uint64_t byteSum(std::span<const std::byte> bytes) {
    constexpr std::uint64_t kA = 0x9E3779B185EBCA87U;
    constexpr std::uint64_t kB = 0xC2B2AE3D27D4EB4FU;
    std::array<std::uint64_t, 4> lanes{kA, kB, kA ^ kB, kA + kB};
    std::size_t i = 0;
    for (; i + 32 <= bytes.size(); i += 32)
        for (std::size_t lane = 0; lane < 4; ++lane) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes.data() + i + lane * 8, 8);
            lanes[lane] = std::rotl(lanes[lane] + word * kB, 31) * kA;
        }
    std::uint64_t sum = bytes.size();
    for (const std::uint64_t lane : lanes)
        sum = std::rotl(sum ^ lane, 27) * kA + kB;
    for (; i < bytes.size(); ++i)
        sum = std::rotl(sum ^ std::to_integer<std::uint64_t>(bytes[i]), 11) * kA;
    return sum ^ (sum >> 31);
}

} // namespace jejaring::geo
