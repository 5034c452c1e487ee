// SPDX-License-Identifier: MIT
// Workbooks of Excel (ECMA-376), read as they stand. GDAL's own driver gives every column one type, which makes a
// number, a date and a text of one column the same, and shows neither hidden sheets nor merged cells; so its part is
// the file system.
#pragma once

#include "core/result.hpp"
#include "data/table/table_file.hpp"

#include <string>

namespace jejaring::data {

[[nodiscard]] core::Result<TableFile> readWorkbook(const std::string& path, const TableProgress& progress);

// "BC12": column 54, row 12. False where it is no reference to a cell.
[[nodiscard]] bool parseCellReference(std::string_view text, int& column, int& row);
[[nodiscard]] std::string columnLetters(int column);

} // namespace jejaring::data
