// SPDX-License-Identifier: MIT
// What an import did or would do, for scripts row by row and for people in a few lines.
#pragma once

#include "data/import/import_plan.hpp"

#include <functional>
#include <string_view>

namespace jejaring::data {

// How reports speak to people.
struct ReportLanguage {
    std::function<std::string(const core::Message&)> text = core::englishText;
    const core::RegionCatalog* catalog = nullptr; // names regions beside their codes where it is given
};

// Cells of a row that is written, added or known, which were not understood: what they say is not in the project.
[[nodiscard]] std::size_t unreadCells(const RowPlan& row);
// Such a row has one of them, or a doubtful one; or a row is taken for another one's and says something else, too.
[[nodiscard]] bool deservesLook(const RowPlan& row);

// JSON: the file, its sheets with their columns, the counts, and every row with its outcome, key, regions and cells.
// Keys and ids are stable: scripts read them. Texts are in the `language` given. Comes in pieces, so that a report of
// 100,000 rows need not stand in memory; `write` takes them in order.
void writeImportReport(const TableFile& file, const ImportMapping& mapping, const ImportPlan& plan,
                       const std::function<void(std::string_view)>& write, const ReportLanguage& language = {});

// The file, what its sheets were taken for, how many rows came to what, the first rows that stand twice in it, the
// first cells of written rows to be checked, and the first rows that want an answer.
[[nodiscard]] std::vector<core::Message> importSummary(const TableFile& file, const ImportMapping& mapping,
                                                       const ImportPlan& plan, const ReportLanguage& language = {});

} // namespace jejaring::data
