// SPDX-License-Identifier: MIT
// Spreadsheets of LibreOffice (OpenDocument), read as they stand; see table_xlsx.hpp for why not by GDAL's own driver.
#pragma once

#include "core/result.hpp"
#include "data/table/table_file.hpp"

#include <string>

namespace jejaring::data {

[[nodiscard]] core::Result<TableFile> readOpenDocument(const std::string& path, const TableProgress& progress);

} // namespace jejaring::data
