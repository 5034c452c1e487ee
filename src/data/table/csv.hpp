// SPDX-License-Identifier: MIT
// Tables of comma-separated values (RFC 4180, UTF-8, first row the names of the columns), as the program's own lists
// come. Tables of users, of whatever form, are the import's matter.
#pragma once

#include "core/result.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::data {

struct CsvRow {
    int number = 0; // of the record in its file; 1 is the row of names
    std::vector<std::string> cells;
};

class CsvTable {
  public:
    CsvTable(std::string file, std::vector<std::string> columns, std::vector<CsvRow> rows);

    [[nodiscard]] const std::string& file() const { return file_; } // name without folder
    [[nodiscard]] const std::vector<CsvRow>& rows() const { return rows_; }
    [[nodiscard]] bool has(std::string_view column) const;
    // The cell without surrounding blanks; empty where the table lacks the column.
    [[nodiscard]] std::string_view cell(const CsvRow& row, std::string_view column) const;

  private:
    std::string file_;
    std::vector<std::string> columns_;
    std::vector<CsvRow> rows_;
};

// Reads a whole table. Rows with too few or too many cells, an unclosed quotation or text that is not UTF-8 are left
// out and reported as warnings with file and row. Errors: notFound, unreadable, wrongFormat (empty, or one of
// `required` is no column).
[[nodiscard]] core::Result<CsvTable> readCsv(const std::string& path, std::initializer_list<std::string_view> required);

// The same from text; `file` is the name for messages.
[[nodiscard]] core::Result<CsvTable> parseCsv(std::string_view text, const std::string& file,
                                              std::initializer_list<std::string_view> required);

} // namespace jejaring::data
