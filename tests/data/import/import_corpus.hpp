// SPDX-License-Identifier: MIT
// Files as people really have them, and what an import is to make of each row.
#pragma once

#include "data/geopackage.hpp"
#include "data/import/import_plan.hpp"
#include "data/sqlite.hpp"
#include "data/table/table_file.hpp"
#include "import_fixture.hpp"
#include "support/zip_file.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace jejaring::test {

struct MessyFile {
    std::string name;
    std::string bytes;
    std::vector<std::string> expected; // as reportLine tells each row
    std::optional<data::ImportKind> kind;
};

// Every "|" as another separator.
inline std::string separated(std::string text, char separator) {
    std::replace(text.begin(), text.end(), '|', separator);
    return text;
}

inline std::string withLineEnds(const std::string& text, const std::string& end) {
    std::string result;
    for (const char c : text)
        result += c == '\n' ? end : std::string(1, c);
    return result;
}

// ASCII and the characters up to U+00FF as one byte each.
inline std::string latin(const std::string& utf8) {
    std::string bytes;
    for (std::size_t i = 0; i < utf8.size(); ++i)
        if (const auto c = static_cast<unsigned char>(utf8[i]); c == 0xC2 || c == 0xC3)
            bytes += static_cast<char>(((c & 3U) << 6U) | (static_cast<unsigned char>(utf8[++i]) & 0x3FU));
        else
            bytes += utf8[i];
    return bytes;
}

inline std::string utf16(const std::string& ascii, bool bigEndian) {
    std::string bytes = bigEndian ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : ascii)
        bytes += bigEndian ? std::string{'\0', c} : std::string{c, '\0'};
    return bytes;
}

inline std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text)
        result += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
    return result;
}

// Rows by line, cells by "|"; "#" before a cell makes it a number, "#d" a day by its number, "#t" a time of day.
inline std::string xlsx(const std::string& table, const std::string& merges = "") {
    std::string rows;
    std::istringstream lines(table);
    std::string line;
    for (int row = 1; std::getline(lines, line); ++row) {
        rows += "<row r=\"" + std::to_string(row) + "\">";
        std::istringstream cells(line);
        std::string cell;
        for (int column = 0; std::getline(cells, cell, '|'); ++column) {
            const std::string at = " r=\"" + data::columnLetter(column) + std::to_string(row) + "\"";
            if (cell.starts_with("#d"))
                rows += "<c" + at + " s=\"1\"><v>" + cell.substr(2) + "</v></c>";
            else if (cell.starts_with("#t"))
                rows += "<c" + at + " s=\"3\"><v>" + cell.substr(2) + "</v></c>";
            else if (cell.starts_with('#'))
                rows += "<c" + at + "><v>" + cell.substr(1) + "</v></c>";
            else if (!cell.empty())
                rows += "<c" + at + " t=\"inlineStr\"><is><t>" + escaped(cell) + "</t></is></c>";
        }
        rows += "</row>";
    }
    std::string merged;
    std::istringstream ranges(merges);
    for (std::string range; ranges >> range;)
        merged += "<mergeCell ref=\"" + range + "\"/>";
    return workbook("<sheetData>" + rows + "</sheetData>" +
                    (merged.empty() ? "" : "<mergeCells>" + merged + "</mergeCells>"));
}

// Sheets by name, each as in xlsx() without marks.
inline std::string ods(const std::vector<std::pair<std::string, std::string>>& sheets) {
    std::string tables;
    for (const auto& [name, table] : sheets) {
        tables += "<table:table table:name=\"" + name + "\">";
        std::istringstream lines(table);
        for (std::string line; std::getline(lines, line);) {
            tables += "<table:table-row>";
            std::istringstream cells(line);
            for (std::string cell; std::getline(cells, cell, '|');)
                tables += cell.empty() ? "<table:table-cell/>"
                                       : "<table:table-cell office:value-type=\"string\"><text:p>" + escaped(cell) +
                                             "</text:p></table:table-cell>";
            tables += line.empty() ? "<table:table-cell/></table:table-row>" : "</table:table-row>";
        }
        tables += "</table:table>";
    }
    return zipFile({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                    {"META-INF/manifest.xml", "<manifest/>"},
                    {"content.xml", "<office:document-content><office:automatic-styles></office:automatic-styles>"
                                    "<office:body><office:spreadsheet>" +
                                        tables + "</office:spreadsheet></office:body></office:document-content>"}});
}

// A GeoPackage with one table of texts.
inline std::string geoPackage(const std::string& columns, const std::vector<std::string>& rows) {
    data::Database database = data::Database::inMemory();
    EXPECT_TRUE(data::createGeoPackage(database));
    EXPECT_TRUE(database.execute("CREATE TABLE kerja_sama (fid INTEGER PRIMARY KEY, " + columns + ")"));
    for (const std::string& row : rows)
        EXPECT_TRUE(database.execute("INSERT INTO kerja_sama VALUES (" + row + ")")) << row;
    EXPECT_TRUE(data::registerTable(database, "kerja_sama", "kerja sama", false, {}));
    const data::DatabaseBytes serialized = database.serialize();
    const std::span<const std::byte> bytes = serialized.span();
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Reads a file's bytes as a user's file is read, from a folder that goes away again.
inline core::Result<data::TableFile> readBytes(const std::string& name, const std::string& bytes) {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("jejaring-corpus-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    std::ofstream(folder / name, std::ios::binary) << bytes;
    core::Result<data::TableFile> file = data::readTableFile((folder / name).string());
    std::filesystem::remove_all(folder);
    return file;
}

// Reads, proposes, plans; compares every row; imports once more, which must change nothing.
inline void checkMessyFile(const MessyFile& messy) {
    SCOPED_TRACE(messy.name);
    const core::Result<data::TableFile> file = readBytes(messy.name, messy.bytes);
    ASSERT_TRUE(file) << core::englishText(file.error());
    const data::ImportPlan plan = planOf(emptyProject(), file.value(), {}, messy.kind);
    EXPECT_EQ(reportLines(file.value(), plan), messy.expected);
    std::size_t rows = 0;
    for (const data::TableSheet& sheet : file.value().sheets)
        rows += sheet.rows.size();
    EXPECT_EQ(plan.rows.size(), rows);
    const data::ImportPlan again = planOf(*plan.result, file.value(), {}, messy.kind);
    EXPECT_FALSE(again.changes());
    EXPECT_EQ(*again.result, *plan.result);
}

} // namespace jejaring::test
