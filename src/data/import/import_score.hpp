// SPDX-License-Identifier: MIT
// How likely or how bad a risk is, from 1 to 5.
#pragma once

#include "data/import/import_value.hpp"

#include <string_view>

namespace jejaring::data {

// By number or by a word such as "rendah", "sedang", "very high"; an error says what is expected.
[[nodiscard]] Reading<int> readScore(std::string_view text);

} // namespace jejaring::data
