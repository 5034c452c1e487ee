// SPDX-License-Identifier: MIT
// Somebody else's table as it stands in its file: every cell and where it stood, nothing interpreted.
#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::data {

enum class TableFormat : std::uint8_t { csv, xlsx, ods, geopackage, geojson };

// "CSV", "XLSX", "ODS", "GeoPackage", "GeoJSON".
[[nodiscard]] std::string_view tableFormatName(TableFormat format);

enum class CellKind : std::uint8_t {
    blank,
    text,    // a percentage, too: "12.5%"
    number,  // text is the shortest form that reads back, with a point; GIS fields and spreadsheets' numbers
    date,    // text is ISO 8601: "2024-08-20", "2024-08-20T09:30:00", or "09:30:00" for a time of day alone
    boolean, // "true" or "false"
    error,   // what a spreadsheet shows where a formula failed: "#N/A"; the formula where its result is not in the file
};

struct TableCell {
    CellKind kind = CellKind::blank;
    std::string text; // UTF-8; empty where blank
    friend bool operator==(const TableCell&, const TableCell&) = default;
};

struct TableRow {
    int number = 0;               // as its program shows it; 1 is the first row of the sheet
    std::vector<TableCell> cells; // from the first column; blanks at the end are left out
};

// Cells that a spreadsheet shows as one. The first one holds the text, the others are blank.
struct MergedCells {
    int firstRow = 0; // as TableRow::number; both ends belong to it
    int lastRow = 0;
    int firstColumn = 0; // 0 is the first
    int lastColumn = 0;
    friend bool operator==(const MergedCells&, const MergedCells&) = default;
};

struct TableSheet {
    std::string name; // empty for a CSV file and for a GeoJSON file that names no layer
    bool hidden = false;
    std::vector<MergedCells> merged; // in order of their first row
    // GeoPackage and GeoJSON: row 1 holds the names of the fields, "latitude" and "longitude" of points among them.
    std::vector<TableRow> rows; // rows without any text are left out
};

struct TableFile {
    std::string path;
    std::string name; // without folder
    TableFormat format = TableFormat::csv;
    std::string encoding;  // of a CSV file: "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"
    char separator = '\0'; // of a CSV file: ',', ';' or '\t'
    bool dates1904 = false;
    std::vector<TableSheet> sheets;
};

// Called now and then with the share done, 0 to 1; false asks to stop.
using TableProgress = std::function<bool(double)>;

// What the first bytes say the file is, whatever its name; nothing where it is none of the formats.
[[nodiscard]] std::optional<TableFormat> sniffTableFormat(std::string_view firstBytes);

// Reads the whole file. The format is told by the content, not by the name. CSV is read here (GDAL hides rows it cannot
// read); the other formats by GDAL's module, each by its one driver, so that no other driver sees the file. Warnings
// name rows that cannot be read as they stand (an unclosed quotation, bytes that are no text). Errors: notFound,
// unreadable, permissionDenied, wrongFormat (none of the formats, damaged, protected by a password, or beyond the
// limits: 1,048,576 rows a sheet, 1,024 columns, 256 MiB of text), cancelled.
[[nodiscard]] core::Result<TableFile> readTableFile(const std::string& path, const TableProgress& progress = {});

// Writes a table of text, numbers and dates, the first row its headings. CSV: UTF-8 with a byte-order mark, ";" as
// separator and a comma for the fractions of numbers (as Indonesian spreadsheets have it), lines end in CR LF, one
// sheet alone. XLSX: dates as dates. A text that a spreadsheet would take for a
// formula (it begins with =, +, -, @, a tab or a line end) is made harmless by an apostrophe before it in CSV, and is
// a text cell in XLSX, which needs none; reading takes the apostrophe off again. Whole or not at all. Errors as
// saveProject's.
[[nodiscard]] core::Outcome writeTableFile(const TableFile& table, const std::string& path, bool overwrite);

} // namespace jejaring::data
