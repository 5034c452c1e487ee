// SPDX-License-Identifier: MIT
#pragma once

#include "analysis/indicator.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace jejaring::analysis {

enum class ClassMethod : std::uint8_t { fixed, quantile, equalInterval, naturalBreaks, pretty, manual };

// "fixed", "quantile", "equal", "natural", "pretty", "manual".
[[nodiscard]] std::string_view classMethodId(ClassMethod method);
[[nodiscard]] std::optional<ClassMethod> parseClassMethod(std::string_view id);

// n + 1 ascending edges of n classes. A class owns its lower edge; the last one owns both.
struct ClassBreaks {
    std::vector<double> edges;
    [[nodiscard]] std::size_t classCount() const { return edges.empty() ? 0 : edges.size() - 1; }
    // The class of a value; a value below the first edge is in class 0, one above the last in the last.
    [[nodiscard]] std::size_t classOf(double value) const;
    friend bool operator==(const ClassBreaks&, const ClassBreaks&) = default;
};

// The fixed classes of an indicator: impact 0 20 40 60 80 100; counts 1, 2, 3-4, 5+ (zero is a state of its own). The
// last class of counts is open: its upper edge is infinity.
[[nodiscard]] ClassBreaks fixedBreaks(IndicatorKind kind);

// Breaks of `values` (any order) in at most `classes` classes; fewer where there are fewer distinct values. Natural
// breaks are exact (Fisher-Jenks by divide and conquer). `manual` is not computed here: see manualBreaks.
[[nodiscard]] ClassBreaks breaksOf(std::span<const double> values, ClassMethod method, std::size_t classes);

// Breaks typed by a user: sorted, without doubles; nothing for fewer than two distinct finite edges.
[[nodiscard]] std::optional<ClassBreaks> manualBreaks(std::vector<double> edges);

} // namespace jejaring::analysis
