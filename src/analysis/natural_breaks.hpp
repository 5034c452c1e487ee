// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace jejaring::analysis {

// The optimal partition of values into classes by least squares about the class means (Fisher 1958, Jenks 1977), found
// exactly: dynamic programming whose rows are filled by divide and conquer, O(k n log n), since the best split moves
// one way only (the cost is a Monge array: Wu 1991). Values are distinct and ascending; `weights` says how often each
// occurs. Answers the index at which each class begins; the first is 0. Precondition: 1 <= classes <= values.size().
[[nodiscard]] std::vector<std::size_t> naturalBreaks(std::span<const double> values, std::span<const double> weights,
                                                     std::size_t classes);

} // namespace jejaring::analysis
