// SPDX-License-Identifier: MIT
// Columns of exported tables, and values as cells that the import reads back as they were.
#pragma once

#include "core/date.hpp"
#include "data/import/import_fields.hpp"
#include "data/table/table_file.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace jejaring::data {

// In the order of the table.
[[nodiscard]] std::span<const ImportField> exportedColumns(ImportKind kind);

// Blank where the text is empty.
[[nodiscard]] TableCell exportedText(std::string text);
// The shortest that reads back, with a point and without an exponent. Three digits never follow the point alone: in a
// CSV file "1,234" would be more than a thousand.
[[nodiscard]] std::string exportedNumber(double value);
[[nodiscard]] TableCell exportedNumberCell(const std::optional<double>& value);
// A day is a date, a month or year a text: "1997-04".
[[nodiscard]] TableCell exportedDate(const std::optional<core::PartialDate>& date);
// Parted by ";", "-" for an empty one, so that lists beside each other have as many entries; empty where all are. The
// signs that part entries become a comma and a blank within one.
[[nodiscard]] std::string exportedList(const std::vector<std::string>& texts);

} // namespace jejaring::data
