// SPDX-License-Identifier: MIT
#include "data/table/table_encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace jejaring::data {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

std::uint8_t byteAt(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint8_t>(bytes[at]);
}

// Bytes of the character at `at`; 0 where they are no UTF-8 (after RFC 3629: nothing overlong, no surrogates).
std::size_t utf8Length(std::string_view bytes, std::size_t at) {
    const std::uint8_t lead = byteAt(bytes, at);
    if (lead < 0x80U)
        return 1;
    const std::size_t length = lead >= 0xc2U && lead < 0xe0U ? 2 : lead >= 0xe0U && lead < 0xf0U ? 3 : 4;
    if (lead < 0xc2U || lead > 0xf4U || at + length > bytes.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byteAt(bytes, at + i) & 0xc0U) != 0x80U)
            return 0;
    const std::uint8_t second = byteAt(bytes, at + 1);
    const bool wrong = (lead == 0xe0U && second < 0xa0U) || (lead == 0xedU && second > 0x9fU) ||
                       (lead == 0xf0U && second < 0x90U) || (lead == 0xf4U && second > 0x8fU);
    return wrong ? 0 : length;
}

void append(std::string& text, std::uint32_t point) {
    const auto add = [&text](std::uint32_t byte) { text += static_cast<char>(static_cast<std::uint8_t>(byte)); };
    if (point < 0x80U) {
        add(point);
    } else if (point < 0x800U) {
        add(0xc0U | point >> 6U);
        add(0x80U | (point & 0x3fU));
    } else if (point < 0x10000U) {
        add(0xe0U | point >> 12U);
        add(0x80U | (point >> 6U & 0x3fU));
        add(0x80U | (point & 0x3fU));
    } else {
        add(0xf0U | point >> 18U);
        add(0x80U | (point >> 12U & 0x3fU));
        add(0x80U | (point >> 6U & 0x3fU));
        add(0x80U | (point & 0x3fU));
    }
}

void appendMark(DecodedText& decoded) {
    if (decoded.marks.size() < kMarks)
        decoded.marks.push_back(decoded.text.size());
    decoded.text += kReplacement;
}

DecodedText fromUtf16(std::string_view bytes, bool bigEndian) {
    DecodedText decoded;
    decoded.encoding = bigEndian ? "UTF-16BE" : "UTF-16LE";
    decoded.text.reserve(bytes.size());
    const auto unit = [&](std::size_t at) {
        const std::uint32_t first = byteAt(bytes, at);
        const std::uint32_t second = byteAt(bytes, at + 1);
        return bigEndian ? first << 8U | second : second << 8U | first;
    };
    std::size_t at = 0;
    while (at + 1 < bytes.size()) {
        const std::uint32_t point = unit(at);
        at += 2;
        if (point < 0xd800U || point > 0xdfffU) {
            append(decoded.text, point);
            continue;
        }
        const std::uint32_t low = point < 0xdc00U && at + 1 < bytes.size() ? unit(at) : 0;
        if (low < 0xdc00U || low > 0xdfffU) {
            appendMark(decoded);
            continue;
        }
        append(decoded.text, 0x10000U + ((point & 0x3ffU) << 10U) + (low & 0x3ffU));
        at += 2;
    }
    if (at < bytes.size())
        appendMark(decoded); // half a character at the end
    return decoded;
}

// The characters of 0x80 to 0x9f; 0 where there is none.
constexpr std::array<std::uint16_t, 32> kWindows1252{0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                                     0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                                     0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                     0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

DecodedText fromWindows1252(std::string_view bytes) {
    DecodedText decoded;
    decoded.encoding = "windows-1252";
    decoded.text.reserve(bytes.size() + bytes.size() / 8);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const std::uint8_t byte = byteAt(bytes, at);
        const std::uint32_t point = byte < 0x80U || byte > 0x9fU ? byte : kWindows1252[byte - 0x80U];
        if (point == 0 && byte != 0)
            appendMark(decoded);
        else
            append(decoded.text, point);
    }
    return decoded;
}

struct Utf8Count {
    std::size_t good = 0; // characters beyond ASCII
    std::size_t bad = 0;  // bytes
};
Utf8Count countUtf8(std::string_view bytes) {
    Utf8Count count;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = utf8Length(bytes, at);
        count.good += length > 1 ? 1U : 0U;
        count.bad += length == 0 ? 1U : 0U;
        at += std::max<std::size_t>(length, 1);
    }
    return count;
}

DecodedText fromUtf8(std::string bytes, bool clean) {
    DecodedText decoded;
    decoded.encoding = "UTF-8";
    if (clean) {
        decoded.text = std::move(bytes);
        return decoded;
    }
    decoded.text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = utf8Length(bytes, at);
        if (length == 0)
            appendMark(decoded);
        else
            decoded.text.append(bytes, at, length);
        at += std::max<std::size_t>(length, 1);
    }
    return decoded;
}

} // namespace

DecodedText decodeText(std::string bytes) {
    if (bytes.starts_with("\xef\xbb\xbf")) {
        bytes.erase(0, 3);
        const bool clean = countUtf8(bytes).bad == 0;
        return fromUtf8(std::move(bytes), clean);
    }
    if (bytes.starts_with("\xff\xfe"))
        return fromUtf16(std::string_view(bytes).substr(2), false);
    if (bytes.starts_with("\xfe\xff"))
        return fromUtf16(std::string_view(bytes).substr(2), true);
    // Tables are mostly ASCII, of which UTF-16 makes every other byte zero.
    constexpr std::size_t kLookedAt = 4096;
    std::array<std::size_t, 2> zeros{};
    const std::size_t looked = std::min(bytes.size(), kLookedAt) / 2 * 2;
    for (std::size_t at = 0; at < looked; ++at)
        zeros[at % 2] += bytes[at] == '\0' ? 1U : 0U;
    if (zeros[1] > looked / 5 && zeros[0] * 20 < zeros[1])
        return fromUtf16(bytes, false);
    if (zeros[0] > looked / 5 && zeros[1] * 20 < zeros[0])
        return fromUtf16(bytes, true);
    // A few broken bytes in a file that is UTF-8 else must not turn all its marks into wrong letters.
    const Utf8Count count = countUtf8(bytes);
    if (count.bad == 0 || count.good > count.bad)
        return fromUtf8(std::move(bytes), count.bad == 0);
    return fromWindows1252(bytes);
}

} // namespace jejaring::data
