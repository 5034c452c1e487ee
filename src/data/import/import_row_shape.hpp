// SPDX-License-Identifier: MIT
// What a row of somebody else's table is before anybody reads its cells: data, or one of the lines around data.
#pragma once

#include "data/import/import_mapping.hpp"

#include <cstdint>

namespace jejaring::data {

enum class RowShape : std::uint8_t {
    data,
    blank,   // nothing but blanks, dashes or a running number
    totals,  // "Jumlah", "Total" and numbers or counts; or in a column of dates or numbers
    heading, // the headings again, or the numbers of the columns below them
    title,   // above the headings; or one text across the table, or a remark below it
};

// The cells of a row that state something.
[[nodiscard]] std::size_t statedCells(const TableRow& row);

// Knows the headings of one sheet. Keeps references to both.
class RowShapes {
  public:
    RowShapes(const TableSheet& sheet, const SheetMapping& mapping);
    [[nodiscard]] RowShape of(const TableRow& row) const;

  private:
    [[nodiscard]] bool repeatsHeadings(const TableRow& row) const;
    [[nodiscard]] bool isTotals(const TableRow& row) const;
    // Whether a cell that is no amount says where or when something is: then its row is one of data.
    [[nodiscard]] static bool statesPlaceOrDay(const ColumnChoice& choice, const TableCell& cell);
    [[nodiscard]] bool isTitle(const TableRow& row) const;
    [[nodiscard]] const ColumnChoice* choice(std::size_t column) const;

    const SheetMapping& mapping_;
    std::vector<std::vector<std::string>> headings_; // keys by line and column
    std::size_t mapped_ = 0;                         // columns that have a field
};

} // namespace jejaring::data
