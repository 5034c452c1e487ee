// SPDX-License-Identifier: MIT
// Text of cells: freed of what word processors and web pages leave in it, and as it compares.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jejaring::data {

// Blanks of every width become one space, runs of them one, around the text and its lines none; zero-width marks and
// soft hyphens go; full-width digits become ASCII; line ends become "\n". Nothing else is altered; bytes that are no
// UTF-8 stay. Cleaning twice changes nothing.
[[nodiscard]] std::string cleanText(std::string_view text);

// True where a cell states nothing: empty, "-", "n/a", "tidak ada", "belum ada", "?", "TBA" ...
[[nodiscard]] bool isBlankLike(std::string_view text);

// Lower case (ASCII and the Latin letters with marks, which lose them: "Côte" -> "cote"); a run of anything else than
// letters and digits becomes one space, around the text none; apostrophes go without a trace. Letters of other
// scripts stay.
[[nodiscard]] std::string wordKey(std::string_view text);

// For the readers: cleaned, ASCII letters in lower case, every dash "-", every quotation mark "'" or "\"", line ends
// blanks.
[[nodiscard]] std::string plainLower(std::string_view text);

// The bytes of the character at `at` (1 to 4; 1 where the bytes are no UTF-8). Precondition: at < text.size().
[[nodiscard]] std::size_t characterSize(std::string_view text, std::size_t at);

} // namespace jejaring::data
