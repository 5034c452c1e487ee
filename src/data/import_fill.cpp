// SPDX-License-Identifier: MIT
#include "data/import_fill.hpp"

#include <algorithm>

namespace jejaring::data {

FillDown::FillDown(const TableSheet& sheet, const SheetMapping& mapping, const ImportAnswers& answers)
    : mapping_(mapping), answers_(answers) {
    for (const MergedCells& cells : sheet.merged)
        if (cells.firstRow > mapping.headerLast && cells.lastRow > cells.firstRow)
            merged_[cells.firstColumn][cells.firstRow] = cells.lastRow;
}

// Where the sheet says which cells are merged, nothing else is filled.
bool FillDown::reaches(int column, const Source& source, int row) const {
    const auto ranges = merged_.find(column);
    if (ranges == merged_.end())
        return true;
    const auto range = ranges->second.find(source.row);
    return range != ranges->second.end() && row <= range->second;
}

FilledCells FillDown::next(const TableRow& row) {
    FilledCells filled;
    for (const int column : mapping_.fillDown) {
        const auto correction = answers_.cells.find({{mapping_.index, row.number}, column});
        const auto at = static_cast<std::size_t>(column);
        if (correction != answers_.cells.end())
            above_[column] = {{CellKind::text, correction->second}, row.number};
        else if (at < row.cells.size() && row.cells[at].kind != CellKind::blank)
            above_[column] = {row.cells[at], row.number};
        else if (const auto source = above_.find(column);
                 source != above_.end() && reaches(column, source->second, row.number))
            filled.emplace(column, source->second.cell);
    }
    return filled;
}

FilledCells filledCells(const TableSheet& sheet, const SheetMapping& mapping, const RowShapes& shapes,
                        const ImportAnswers& answers, std::size_t rowIndex) {
    // Back to where every column has a text of its own, then forward again.
    std::size_t first = rowIndex;
    std::vector<int> open = mapping.fillDown;
    while (!open.empty()) {
        const TableRow& row = sheet.rows[first];
        if (shapes.of(row) == RowShape::data)
            open.erase(std::remove_if(open.begin(), open.end(),
                                      [&](int column) {
                                          const auto at = static_cast<std::size_t>(column);
                                          return at < row.cells.size() && row.cells[at].kind != CellKind::blank;
                                      }),
                       open.end());
        if (first == 0)
            break;
        --first;
    }
    FillDown fill(sheet, mapping, answers);
    for (; first < rowIndex; ++first)
        if (shapes.of(sheet.rows[first]) == RowShape::data)
            static_cast<void>(fill.next(sheet.rows[first]));
    return fill.next(sheet.rows[rowIndex]);
}

} // namespace jejaring::data
