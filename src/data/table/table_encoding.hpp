// SPDX-License-Identifier: MIT
// How the bytes of a text file stand for letters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::data {

struct DecodedText {
    std::string text;               // UTF-8, without a byte-order mark
    std::string encoding;           // "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"
    std::vector<std::size_t> marks; // where in `text` U+FFFD stands for bytes that are no text; at most kMarks
};
inline constexpr std::size_t kMarks = 1000;

// By the byte-order mark, else by where the zero bytes of UTF-16 lie, else UTF-8 where most of what is not ASCII is
// that, else Windows-1252.
[[nodiscard]] DecodedText decodeText(std::string bytes);

} // namespace jejaring::data
