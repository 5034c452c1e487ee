// SPDX-License-Identifier: MIT
// Bytes damaged at random, the same way each time: what readers of outside bytes must survive.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <span>
#include <string>

namespace jejaring::test {

class Mutations {
  public:
    explicit Mutations(std::uint32_t seed) : random_(seed) {}

    // One to eight changes: bits, bytes, numbers at their limits, pieces cut out, repeated or moved, an early end.
    // Bytes before `from` stay.
    [[nodiscard]] std::string of(const std::string& bytes, std::size_t from = 0) {
        std::string damaged = bytes;
        const std::size_t changes = 1 + below(8);
        for (std::size_t i = 0; i < changes && damaged.size() > from; ++i)
            change(damaged, from);
        return damaged;
    }
    // 0 to limit - 1.
    [[nodiscard]] std::size_t below(std::size_t limit) { return random_() % limit; }

  private:
    void change(std::string& bytes, std::size_t from) {
        constexpr std::array<std::uint64_t, 8> kLimits{
            0, 1, 0x7f, 0x7fffffff, 0x80000000, 0xffffffff, 0x7ff0000000000000U /* infinity */, 0xffffffffffffffffU};
        const std::size_t at = from + below(bytes.size() - from);
        const std::size_t length = std::min<std::size_t>(1 + below(32), bytes.size() - at);
        switch (below(12)) {
        case 0:
            bytes.resize(at);
            break;
        case 1:
            bytes.erase(at, length);
            break;
        case 2:
            bytes.insert(at, bytes.substr(at, length));
            break;
        case 3:
            bytes.replace(from + below(bytes.size() - from), length, bytes.substr(at, length));
            break;
        case 4:
        case 5:
        case 6: {
            const std::uint64_t number = kLimits[below(kLimits.size())];
            std::memcpy(bytes.data() + at, &number, std::min<std::size_t>(bytes.size() - at, 1U << below(4)));
            break;
        }
        case 7:
        case 8:
            bytes[at] = static_cast<char>(below(256));
            break;
        default:
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
        }
    }

    std::mt19937 random_; // unlike the distributions of the library, the same everywhere
};

[[nodiscard]] inline std::span<const std::byte> bytesOf(const std::string& text) {
    return std::as_bytes(std::span(text));
}

} // namespace jejaring::test
