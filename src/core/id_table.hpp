// SPDX-License-Identifier: MIT
// Enumerations and the stable ids that stand for them in files.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace jejaring::core {

template <class Enum, std::size_t count> using IdTable = std::array<std::pair<Enum, std::string_view>, count>;

template <class Enum, std::size_t count>
[[nodiscard]] constexpr std::string_view idOf(const IdTable<Enum, count>& table, Enum value) {
    for (const auto& [candidate, id] : table)
        if (candidate == value)
            return id;
    return {};
}

template <class Enum, std::size_t count>
[[nodiscard]] constexpr std::optional<Enum> valueOf(const IdTable<Enum, count>& table, std::string_view id) {
    for (const auto& [value, candidate] : table)
        if (candidate == id)
            return value;
    return std::nullopt;
}

} // namespace jejaring::core
