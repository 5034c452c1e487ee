// SPDX-License-Identifier: MIT
// What the review of an import calls things: outcomes, ways of matching, and values in the reader's language.
#pragma once

#include "data/import/import_plan.hpp"
#include "ui/interface.hpp"
#include "ui/widget/icons.hpp"

#include <string>

namespace jejaring::ui {

// Outcomes as the review groups them: what is no data at all counts as one.
// `toCheck`: those of the others that are written though a cell was not understood or is doubtful.
enum class RowGroup : std::uint8_t {
    all,
    added,
    updated,
    unchanged,
    needsAnswer,
    rejected,
    toCheck,
    duplicate,
    passedOver
};
inline constexpr std::size_t kRowGroupCount = 9;

[[nodiscard]] RowGroup groupOf(data::RowOutcome outcome);
[[nodiscard]] std::string_view nameOf(RowGroup group);
[[nodiscard]] std::string_view explanationOf(RowGroup group);
[[nodiscard]] ImU32 colorOf(const Interface& ui, RowGroup group);

// "new"; of what is passed over what it is: "totals"; with what was lost: "new · 2 cells not understood".
[[nodiscard]] std::string outcomeText(const Interface& ui, const data::RowPlan& row);

// "by name", "by your answer": how a region was matched.
[[nodiscard]] std::string_view nameOf(data::RegionMatch match);
[[nodiscard]] std::string_view nameOf(data::Recognition how);
[[nodiscard]] std::string_view explanationOf(data::Recognition how);

// "Kota Bandung"; the code itself where it is unknown.
[[nodiscard]] std::string regionName(const core::RegionCatalog& regions, const core::RegionCode& code);
// "Jawa Barat · 32.73".
[[nodiscard]] std::string regionDetail(const core::RegionCatalog& regions, const core::RegionCode& code);

// What a cell was understood as, for a reader: dates with their weekday, sectors, stages, countries and regions by
// name.
[[nodiscard]] std::string understoodText(const Interface& ui, const core::RegionCatalog& regions,
                                         data::ImportField field, const std::string& understood);

} // namespace jejaring::ui
