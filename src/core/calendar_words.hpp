// SPDX-License-Identifier: MIT
// Names of weekdays and months in Indonesian and English, with their usual short forms.
#pragma once

#include <optional>
#include <string_view>

namespace jejaring::core {

// 0 (Sunday) to 6; `word` in lower case: "senin", "monday", "jum'at", "sen".
[[nodiscard]] std::optional<unsigned> weekdayOfWord(std::string_view word);
// 1 to 12; `word` in lower case: "agustus", "agt", "aug".
[[nodiscard]] std::optional<unsigned> monthOfWord(std::string_view word);

} // namespace jejaring::core
