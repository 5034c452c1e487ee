// SPDX-License-Identifier: MIT
#include "data/geopackage.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <fmt/format.h>
#include <fstream>

namespace jejaring::data {
namespace {

constexpr const char* kTables = R"(
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
   'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
)";

constexpr const char* kMetadataTables = R"(
CREATE TABLE gpkg_metadata (
  id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
  md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE gpkg_metadata_reference (
  reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
  timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL,
  md_parent_id INTEGER,
  CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
  CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
INSERT INTO gpkg_extensions VALUES
  ('gpkg_metadata', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec120/#extension_metadata', 'read-write'),
  ('gpkg_metadata_reference', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec120/#extension_metadata',
   'read-write');
INSERT INTO gpkg_metadata_reference (reference_scope, md_file_id) VALUES ('geopackage', 1);
)";

constexpr std::int32_t kWgs84 = 4326;
constexpr std::uint32_t kWkbPoint = 1;
constexpr std::size_t kHeaderSize = 8;
constexpr std::size_t kPointSize = 21;

// Writes a value, little endian, at `offset`.
template <class T> void put(std::vector<std::byte>& bytes, std::size_t offset, T value) {
    std::array<std::byte, sizeof(T)> raw{};
    std::memcpy(raw.data(), &value, sizeof(T));
    if constexpr (std::endian::native == std::endian::big)
        std::reverse(raw.begin(), raw.end());
    std::memcpy(bytes.data() + offset, raw.data(), sizeof(T));
}

template <class T> T read(std::span<const std::byte> bytes, bool littleEndian) {
    std::array<std::byte, sizeof(T)> raw{};
    std::copy_n(bytes.begin(), sizeof(T), raw.begin());
    if (littleEndian != (std::endian::native == std::endian::little))
        std::reverse(raw.begin(), raw.end());
    T value{};
    std::memcpy(&value, raw.data(), sizeof(T));
    return value;
}

} // namespace

bool isGeoPackage(const std::string& path) {
    std::array<char, 72> head{};
    std::ifstream file(path, std::ios::binary);
    if (!file.read(head.data(), head.size()))
        return false;
    const std::string_view text(head.data(), head.size());
    const std::string_view application = text.substr(68, 4);
    return text.starts_with(std::string_view("SQLite format 3\0", 16)) &&
           (application == "GPKG" || application == "GP10" || application == "GP11");
}

bool createGeoPackage(Database& database) {
    return database.execute(kTables);
}

bool registerTable(Database& database, const std::string& table, const std::string& description, bool hasPoints,
                   std::span<const core::Coordinates> points) {
    Statement contents(database, "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, min_x, "
                                 "min_y, max_x, max_y, srs_id) VALUES (?1, ?2, ?1, ?3, ?4, ?5, ?6, ?7, ?8)");
    if (!contents)
        return false;
    contents.bind(1, std::string_view(table));
    contents.bind(2, std::string_view(hasPoints ? "features" : "attributes"));
    contents.bind(3, std::string_view(description));
    if (!points.empty()) {
        const auto byLongitude = [](const auto& a, const auto& b) { return a.longitude < b.longitude; };
        const auto byLatitude = [](const auto& a, const auto& b) { return a.latitude < b.latitude; };
        const auto [west, east] = std::minmax_element(points.begin(), points.end(), byLongitude);
        const auto [south, north] = std::minmax_element(points.begin(), points.end(), byLatitude);
        contents.bind(4, west->longitude);
        contents.bind(5, south->latitude);
        contents.bind(6, east->longitude);
        contents.bind(7, north->latitude);
    }
    if (hasPoints)
        contents.bind(8, static_cast<long long>(kWgs84));
    if (contents.step() || contents.failed())
        return false;
    return !hasPoints || database.execute("INSERT INTO gpkg_geometry_columns VALUES ('" + table +
                                          "', 'geom', 'POINT', " + std::to_string(kWgs84) + ", 0, 0)");
}

bool addMetadata(Database& database, std::string_view text) {
    if (!database.execute(kMetadataTables))
        return false;
    Statement insert(database, "INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'http://www.geopackage.org/', "
                               "'text/plain', ?1)");
    if (!insert)
        return false;
    insert.bind(1, text);
    return !insert.step() && !insert.failed();
}

std::vector<std::byte> pointBlob(core::Coordinates point) {
    // "GP", version 0, flags: little endian without an envelope; then the well-known binary.
    std::vector<std::byte> blob(kHeaderSize + kPointSize);
    blob[0] = std::byte{'G'};
    blob[1] = std::byte{'P'};
    blob[3] = std::byte{1};
    put(blob, 4, kWgs84);
    blob[kHeaderSize] = std::byte{1};
    put(blob, kHeaderSize + 1, kWkbPoint);
    put(blob, kHeaderSize + 5, point.longitude);
    put(blob, kHeaderSize + 13, point.latitude);
    return blob;
}

std::optional<core::Coordinates> pointOf(std::span<const std::byte> blob) {
    static constexpr std::array<std::size_t, 5> kEnvelopeSizes{0, 32, 48, 48, 64};
    if (blob.size() < kHeaderSize || blob[0] != std::byte{'G'} || blob[1] != std::byte{'P'})
        return std::nullopt;
    const auto flags = std::to_integer<unsigned>(blob[3]);
    const unsigned envelope = flags >> 1U & 7U;
    const bool empty = (flags >> 4U & 1U) != 0;
    if (envelope >= kEnvelopeSizes.size() || empty)
        return std::nullopt;
    const std::size_t at = kHeaderSize + kEnvelopeSizes[envelope];
    if (blob.size() < at + kPointSize)
        return std::nullopt;
    const bool little = blob[at] == std::byte{1};
    // Points with height or measure differ by a thousand, or by high bits, and begin with x and y all the same.
    const auto type = read<std::uint32_t>(blob.subspan(at + 1), little) & 0x0fffffffU;
    if (type % 1000 != kWkbPoint)
        return std::nullopt;
    const core::Coordinates point{read<double>(blob.subspan(at + 13), little),
                                  read<double>(blob.subspan(at + 5), little)};
    return point;
}

bool keepForeignTables(Database& database, const std::string& path) {
    Statement attach(database, "ATTACH DATABASE ?1 AS old");
    attach.bind(1, std::string_view(path));
    if (attach.step() || attach.failed())
        return false;
    struct Foreign {
        std::string name;
        std::string sql;
    };
    std::vector<Foreign> tables;
    {
        Statement list(database,
                       "SELECT name, sql FROM old.sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' AND "
                       "name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'gpkg\\_%' ESCAPE '\\' AND name NOT "
                       "LIKE 'rtree\\_%' ESCAPE '\\' AND name NOT IN (SELECT name FROM main.sqlite_master)");
        while (list && list.step())
            tables.push_back({std::string(list.text(0)), std::string(list.text(1))});
        if (!list || list.failed())
            return false;
    }
    bool kept = true;
    for (const Foreign& table : tables) {
        const std::string name = quoted(table.name);
        // Only its first statement: the file says what it likes there.
        Statement create(database, table.sql);
        kept = kept && create && !create.step() && !create.failed() &&
               database.execute(fmt::format("INSERT INTO main.{0} SELECT * FROM old.{0}", name));
    }
    kept = kept &&
           database.execute(
               "INSERT INTO main.gpkg_spatial_ref_sys SELECT * FROM old.gpkg_spatial_ref_sys WHERE srs_id NOT IN "
               "(SELECT srs_id FROM main.gpkg_spatial_ref_sys);"
               "INSERT INTO main.gpkg_contents SELECT * FROM old.gpkg_contents WHERE table_name NOT IN (SELECT "
               "table_name FROM main.gpkg_contents) AND table_name IN (SELECT name FROM main.sqlite_master);"
               "INSERT INTO main.gpkg_geometry_columns SELECT * FROM old.gpkg_geometry_columns WHERE table_name NOT IN "
               "(SELECT table_name FROM main.gpkg_geometry_columns) AND table_name IN (SELECT name FROM "
               "main.sqlite_master);");
    return database.execute("DETACH DATABASE old") && kept;
}

} // namespace jejaring::data
