// SPDX-License-Identifier: MIT
#include "data/import/import_fill.hpp"

#include "data/import/import_text.hpp"

#include <algorithm>

namespace jejaring::data {
namespace {

bool isBlank(const TableCell& cell) {
    return cell.kind == CellKind::blank || isBlankLike(cell.text);
}

} // namespace

// A code from the row above beside a name of the row's own, or a name beside a code, would be another region's.
std::vector<int> columnsInstead(const SheetMapping& mapping, int column) {
    using Field = ImportField;
    const auto at = static_cast<std::size_t>(column);
    const std::optional<Field> field = at < mapping.columns.size() ? mapping.columns[at].field : std::nullopt;
    std::optional<Field> other;
    if (field == Field::region || field == Field::regionType)
        other = Field::regionCode;
    else if (field == Field::regionCode)
        other = Field::region;
    else if (field == Field::partnerRegion)
        other = Field::partnerRegionCode;
    else if (field == Field::partnerRegionCode)
        other = Field::partnerRegion;
    std::vector<int> columns;
    for (const ColumnChoice& choice : mapping.columns)
        if (other && choice.field == other)
            columns.push_back(choice.column);
    return columns;
}

FillDown::FillDown(const TableSheet& sheet, const SheetMapping& mapping, const ImportAnswers& answers)
    : mapping_(mapping), answers_(answers) {
    for (const MergedCells& cells : sheet.merged)
        if (cells.firstRow > mapping.headerLast && cells.lastRow > cells.firstRow)
            merged_[cells.firstColumn][cells.firstRow] = cells.lastRow;
    for (const int column : mapping.fillDown)
        instead_[column] = columnsInstead(mapping, column);
}

bool FillDown::states(const TableRow& row, int column) const {
    if (const auto correction = answers_.cells.find({{mapping_.index, row.number}, column});
        correction != answers_.cells.end())
        return !isBlankLike(correction->second);
    const auto at = static_cast<std::size_t>(column);
    return at < row.cells.size() && !isBlank(row.cells[at]);
}

bool FillDown::saysOtherwise(const TableRow& row, int column) const {
    const std::vector<int>& columns = instead_.at(column);
    return std::any_of(columns.begin(), columns.end(), [&](int other) { return states(row, other); });
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
        if (correction != answers_.cells.end()) {
            above_[column] = {{CellKind::text, correction->second}, row.number};
        } else if (at < row.cells.size() && row.cells[at].kind != CellKind::blank) {
            above_[column] = {row.cells[at], row.number};
        } else if (saysOtherwise(row, column)) {
            // Nor is what stands further up meant below this row, unless the merged cells say so.
            if (!merged_.contains(column))
                above_.erase(column);
        } else if (const auto source = above_.find(column);
                   source != above_.end() && reaches(column, source->second, row.number)) {
            filled.emplace(column, FilledCell{source->second.cell, source->second.row, merged_.contains(column)});
        }
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
