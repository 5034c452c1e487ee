// SPDX-License-Identifier: MIT
#include "text/visual_order.hpp"

#include <fribidi.h>

#include <algorithm>

namespace jejaring::text {
namespace {

bool isStrong(std::uint32_t letter, bool rightToLeft) {
    const FriBidiCharType type = fribidi_get_bidi_type(letter);
    return FRIBIDI_IS_STRONG(type) && (FRIBIDI_IS_RTL(type) != 0) == rightToLeft;
}

} // namespace

bool hasRightToLeft(std::span<const std::uint32_t> line) {
    return std::any_of(line.begin(), line.end(), [](std::uint32_t letter) { return isStrong(letter, true); });
}

std::vector<std::uint32_t> visualOrder(std::span<const std::uint32_t> line) {
    constexpr std::uint32_t kFilling = 0xfeff; // where two letters became one
    std::vector<std::uint32_t> placed(line.begin(), line.end());
    if (!hasRightToLeft(line))
        return placed;
    // As shaped text has it: from the right only where all letters are.
    const bool left =
        std::any_of(line.begin(), line.end(), [](std::uint32_t letter) { return isStrong(letter, false); });
    FriBidiParType base = left ? FRIBIDI_PAR_LTR : FRIBIDI_PAR_RTL;
    if (fribidi_log2vis(line.data(), static_cast<FriBidiStrIndex>(line.size()), &base, placed.data(), nullptr, nullptr,
                        nullptr) == 0)
        return {line.begin(), line.end()};
    std::erase(placed, kFilling);
    return placed;
}

} // namespace jejaring::text
