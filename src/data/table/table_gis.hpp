// SPDX-License-Identifier: MIT
// The layers of a GeoPackage or a GeoJSON file as tables, each opened by its one driver of GDAL.
#pragma once

#include "core/result.hpp"
#include "data/table/table_file.hpp"

#include <string>

namespace jejaring::data {

[[nodiscard]] core::Result<TableFile> readGeoPackageTables(const std::string& path, const TableProgress& progress);
[[nodiscard]] core::Result<TableFile> readGeoJsonTable(const std::string& path, const TableProgress& progress);

} // namespace jejaring::data
