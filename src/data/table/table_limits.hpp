// SPDX-License-Identifier: MIT
// How much of somebody else's file is taken in, so that none fills the memory.
#pragma once

#include "core/result.hpp"
#include "data/table/table_file.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace jejaring::data {

inline constexpr int kMaxTableRows = 1048576; // of a sheet
inline constexpr int kMaxTableColumns = 1024;
inline constexpr std::size_t kMaxTableText = std::size_t{256} << 20U; // bytes of UTF-8, of all sheets
inline constexpr std::size_t kMaxCellText = std::size_t{1} << 20U;    // bytes; spreadsheets hold 32,767 characters
inline constexpr std::size_t kMaxTableCells = 12000000;               // of all sheets, blank ones before others too

// Counts what was taken in.
class TableBudget {
  public:
    // `name` is the file's, for messages.
    explicit TableBudget(std::string name) : name_(std::move(name)) {}

    // Why the row is beyond the limits; nothing where it is not.
    [[nodiscard]] std::optional<core::Message> add(const TableRow& row);
    [[nodiscard]] std::optional<core::Message> addText(std::size_t bytes);
    // The same of the text of one cell, while it grows.
    [[nodiscard]] std::optional<core::Message> checkCell(std::size_t bytes);
    // True from the moment on that a limit was passed.
    [[nodiscard]] bool spent() const { return spent_; }

  private:
    std::string name_;
    std::size_t text_ = 0;
    std::size_t cells_ = 0;
    bool spent_ = false;
};

} // namespace jejaring::data
