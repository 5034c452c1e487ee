// SPDX-License-Identifier: MIT
// Text as formats of documents want it, whatever bytes it came as.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::publish {

// The code points of UTF-8. What is no UTF-8, and control characters, which XML does not allow, become U+FFFD; tabs and
// ends of lines become spaces.
[[nodiscard]] std::vector<std::uint32_t> codePoints(std::string_view utf8);
void appendUtf8(std::string& out, std::uint32_t point);
// The text itself where it has none of that.
[[nodiscard]] std::string plainText(std::string_view utf8);

} // namespace jejaring::publish
