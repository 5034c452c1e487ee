// SPDX-License-Identifier: MIT
#include "publish/plain_text.hpp"

#include <array>

namespace jejaring::publish {
namespace {

constexpr std::uint32_t kReplacement = 0xfffd;

std::uint32_t allowed(std::uint32_t point) {
    if (point == '\t' || point == '\n' || point == '\r')
        return ' ';
    if (point < 0x20 || (point >= 0x7f && point < 0xa0) || point == 0xfffe || point == 0xffff)
        return kReplacement;
    return point;
}

} // namespace

std::vector<std::uint32_t> codePoints(std::string_view utf8) {
    constexpr std::array<std::uint32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000}; // by length: none shorter would do
    std::vector<std::uint32_t> points;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto first = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = first < 0x80        ? 1
                                   : first >> 5U == 6  ? 2
                                   : first >> 4U == 14 ? 3
                                   : first >> 3U == 30 ? 4
                                                       : 0;
        std::uint32_t point = length == 1 ? first : length == 0 ? 0 : first & (0x7fU >> length);
        std::size_t read = 1;
        while (read < length && i + read < utf8.size() &&
               (static_cast<unsigned char>(utf8[i + read]) & 0xc0U) == 0x80U) {
            point = point << 6U | (static_cast<unsigned char>(utf8[i + read]) & 0x3fU);
            ++read;
        }
        const bool good = length > 0 && read == length && point >= kLeast[length] && point <= 0x10ffff &&
                          (point < 0xd800 || point > 0xdfff);
        points.push_back(good ? allowed(point) : kReplacement);
        i += good ? length : 1;
    }
    return points;
}

void appendUtf8(std::string& out, std::uint32_t point) {
    const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80U | (point >> shift & 0x3fU)); };
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xc0U | point >> 6U);
        tail(0);
    } else if (point < 0x10000) {
        out += static_cast<char>(0xe0U | point >> 12U);
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xf0U | point >> 18U);
        tail(12);
        tail(6);
        tail(0);
    }
}

std::string plainText(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    for (const std::uint32_t point : codePoints(utf8))
        appendUtf8(out, point);
    return out;
}

} // namespace jejaring::publish
