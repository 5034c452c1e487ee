// SPDX-License-Identifier: MIT
#include "publish/base64.hpp"

#include <cstdint>

namespace jejaring::publish {

std::string base64(std::string_view bytes) {
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto byteAt = [&](std::size_t at) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at]));
    };
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t left = bytes.size() - i;
        const std::uint32_t three =
            byteAt(i) << 16U | (left > 1 ? byteAt(i + 1) << 8U : 0U) | (left > 2 ? byteAt(i + 2) : 0U);
        out += kLetters[three >> 18U];
        out += kLetters[three >> 12U & 63U];
        out += left > 1 ? kLetters[three >> 6U & 63U] : '=';
        out += left > 2 ? kLetters[three & 63U] : '=';
    }
    return out;
}

} // namespace jejaring::publish
