// SPDX-License-Identifier: MIT
#include "data/table/table_limits.hpp"

namespace jejaring::data {

using core::error;
using core::ErrorCode;

std::optional<core::Message> TableBudget::addText(std::size_t bytes) {
    text_ += bytes;
    if (text_ <= kMaxTableText)
        return std::nullopt;
    spent_ = true;
    return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is too large: at most {1} MiB of text are read"),
                 {name_, std::to_string(kMaxTableText >> 20U)});
}

std::optional<core::Message> TableBudget::checkCell(std::size_t bytes) {
    if (bytes <= kMaxCellText)
        return std::nullopt;
    spent_ = true;
    return error(ErrorCode::wrongFormat,
                 JEJARING_TR("{0} is too large: one cell alone holds more than {1} MiB of text"),
                 {name_, std::to_string(kMaxCellText >> 20U)});
}

std::optional<core::Message> TableBudget::add(const TableRow& row) {
    spent_ = true;
    if (row.number > kMaxTableRows)
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} has more than {1} rows"),
                     {name_, std::to_string(kMaxTableRows)});
    if (row.cells.size() > static_cast<std::size_t>(kMaxTableColumns))
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} has more than {1} columns"),
                     {name_, std::to_string(kMaxTableColumns)});
    cells_ += row.cells.size();
    if (cells_ > kMaxTableCells)
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} has more than {1} cells"),
                     {name_, std::to_string(kMaxTableCells)});
    spent_ = false;
    std::size_t bytes = 0;
    for (const TableCell& cell : row.cells)
        bytes += cell.text.size();
    return addText(bytes);
}

} // namespace jejaring::data
