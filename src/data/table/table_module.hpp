// SPDX-License-Identifier: MIT
// What of table_file.hpp and places.hpp stands in GDAL's module.
#pragma once

#include "core/result.hpp"
#include "data/import/places.hpp"
#include "data/table/table_file.hpp"

#include <string>
#include <vector>

namespace jejaring::data {

// The sheets of a file of a format other than CSV, as sniffTableFormat told. Errors as readTableFile's.
[[nodiscard]] core::Result<TableFile> readTables(const std::string& path, TableFormat format,
                                                 const TableProgress& progress);

// The bytes of an XLSX file with the sheets of a table.
[[nodiscard]] core::Result<std::string> workbookBytes(const TableFile& table);

[[nodiscard]] core::Result<std::vector<Place>> readPlacesOf(const std::string& path);

} // namespace jejaring::data
