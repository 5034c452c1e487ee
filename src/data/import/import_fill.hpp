// SPDX-License-Identifier: MIT
// Blank cells that stand for the one above them, where a mapping says so.
#pragma once

#include "data/import/import_row.hpp"
#include "data/import/import_row_shape.hpp"

#include <unordered_map>

namespace jejaring::data {

// Fed with a sheet's rows of data in order.
class FillDown {
  public:
    FillDown(const TableSheet& sheet, const SheetMapping& mapping, const ImportAnswers& answers);
    // What stands for the blank cells of this row; takes its own cells for those below.
    FilledCells next(const TableRow& row);
    [[nodiscard]] bool any() const { return !mapping_.fillDown.empty(); }

  private:
    struct Source {
        TableCell cell;
        int row = 0;
    };
    [[nodiscard]] bool states(const TableRow& row, int column) const;
    [[nodiscard]] bool saysOtherwise(const TableRow& row, int column) const;
    [[nodiscard]] bool reaches(int column, const Source& source, int row) const;

    const SheetMapping& mapping_;
    const ImportAnswers& answers_;
    std::map<int, std::vector<int>> instead_; // by column: those that name the same region in their own way
    std::map<int, Source> above_;
    std::map<int, std::unordered_map<int, int>> merged_; // by column: last row by first row
};

// Columns of a region's names and codes: what one states makes the other's blank cell no blank to be filled.
[[nodiscard]] std::vector<int> columnsInstead(const SheetMapping& mapping, int column);

// The same for one row alone, by looking upwards.
[[nodiscard]] FilledCells filledCells(const TableSheet& sheet, const SheetMapping& mapping, const RowShapes& shapes,
                                      const ImportAnswers& answers, std::size_t rowIndex);

} // namespace jejaring::data
