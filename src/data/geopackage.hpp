// SPDX-License-Identifier: MIT
// The parts of the OGC GeoPackage standard (1.3) that make a database readable by a GIS.
#pragma once

#include "core/partner.hpp"
#include "data/sqlite.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::data {

// True where the file begins as an SQLite database whose application id is a GeoPackage's.
[[nodiscard]] bool isGeoPackage(const std::string& path);

// The tables every GeoPackage has, in an empty database. False where one could not be made.
[[nodiscard]] bool createGeoPackage(Database& database);

// Makes a table known to a GIS. `hasPoints`: it has a column "geom" of points in WGS 84, whose extent is taken from the
// rows; call it after they are written.
[[nodiscard]] bool registerTable(Database& database, const std::string& table, const std::string& description,
                                 bool hasPoints, std::span<const core::Coordinates> points);

// Says in the GeoPackage's own metadata what made it.
[[nodiscard]] bool addMetadata(Database& database, std::string_view text);

// A point in the GeoPackage's binary form, and back; nothing for any other geometry.
[[nodiscard]] std::vector<std::byte> pointBlob(core::Coordinates point);
[[nodiscard]] std::optional<core::Coordinates> pointOf(std::span<const std::byte> blob);

// Copies the tables of the GeoPackage at `path` that `database` lacks, with their registration: what a GIS added, such
// as styles. Indexes and triggers are not copied. False where one could not be copied.
[[nodiscard]] bool keepForeignTables(Database& database, const std::string& path);

} // namespace jejaring::data
