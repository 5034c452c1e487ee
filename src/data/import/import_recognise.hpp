// SPDX-License-Identifier: MIT
// Steps of proposing a mapping: which rows hold the headings, what they say, and what was mapped the last time.
#pragma once

#include "data/import/import_mapping.hpp"

namespace jejaring::data {

// The rows of headings that give the best fit to `kind` or, where it is not given, to any. Hints are not decided.
// A sheet that fits none has no kind; where `kind` is given it keeps it.
[[nodiscard]] SheetMapping recogniseSheet(const TableSheet& table, const ImportHeadings& headings,
                                          std::optional<ImportKind> kind, int headerFirst, int headerLast);

// Takes over what was mapped by hand under the same headings, unless it was for another kind than `kind`.
void recallMapping(const MappingMemory& memory, const TableFile& file, const ImportHeadings& headings,
                   SheetMapping& sheet, std::optional<ImportKind> kind);

} // namespace jejaring::data
