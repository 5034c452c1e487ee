// SPDX-License-Identifier: MIT
// Readers of other people's tables, given damaged ones.
#include "data/import/import_assets.hpp"
#include "data/import/import_mapping.hpp"
#include "data/table/table_file.hpp"
#include "support/mutations.hpp"
#include "support/temporary_folder.hpp"
#include "support/zip_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace jejaring::data {
namespace {

const ImportHeadings& headings() {
    static const ImportAssets kAssets = readImportAssets(JEJARING_SOURCE_DIR "/assets").value();
    return kAssets.headings;
}

std::string sheetXml() {
    return "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Daerah</t></is></c><c r=\"B1\" "
           "t=\"inlineStr\"><is><t>Mitra</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>Tanggal TTD</t></is></c></row>"
           "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Kota Surabaya</t></is></c><c r=\"B2\" t=\"s\"><v>0</v></c>"
           "<c r=\"C2\" s=\"1\"><v>45524</v></c></row></sheetData><mergeCells><mergeCell ref=\"A2:A9\"/></mergeCells>";
}

std::string odsFile(const std::string& tables) {
    return test::zipFile({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                          {"META-INF/manifest.xml", "<manifest/>"},
                          {"content.xml", "<office:document-content><office:body><office:spreadsheet>" + tables +
                                              "</office:spreadsheet></office:body></office:document-content>"}});
}

const std::string kOdsTable =
    "<table:table table:name=\"A\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>Daerah"
    "</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"3\"/></table:table-row>"
    "<table:table-row table:number-rows-repeated=\"4\"><table:table-cell office:value-type=\"float\" "
    "office:value=\"12.5\"><text:p>12,5</text:p></table:table-cell></table:table-row></table:table>";

// What is read must be within what was promised of it, and must bear to be mapped.
bool readsOrRefuses(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    const core::Result<TableFile> table = readTableFile(path);
    if (!table) {
        EXPECT_NE(table.error().code, core::ErrorCode::none);
        return false;
    }
    for (const TableSheet& sheet : table.value().sheets) {
        int before = 0;
        for (const TableRow& row : sheet.rows) {
            EXPECT_GT(row.number, before);
            before = row.number;
            EXPECT_LE(row.cells.size(), 1024U);
        }
    }
    EXPECT_EQ(proposeMapping(table.value(), headings()).sheets.size(), table.value().sheets.size());
    return true;
}

// `damaged` makes the bytes of each try.
template <class Damaged> void survives(const std::string& name, int tries, Damaged damaged) {
    const test::TemporaryFolder folder;
    const std::string path = (folder.path() / name).string();
    int read = 0;
    for (int i = 0; i < tries; ++i)
        read += readsOrRefuses(path, damaged()) ? 1 : 0;
    EXPECT_GT(read, 0) << "none was whole enough to be read at all";
}

TEST(TablesFuzz, damagedSeparatedText) {
    test::Mutations mutations(11);
    const std::string whole = "Daftar;;\nNo;Daerah;Mitra;Tanggal TTD\n1;\"Kota \"\"Surabaya\"\"\";Kochi;20 Agustus "
                              "2024\n2;\"dua\nbaris\";Réunion;1/2/2020\n";
    survives("a.csv", 1500, [&] { return mutations.of(whole); });
}

TEST(TablesFuzz, damagedWorkbooks) {
    test::Mutations mutations(12);
    const std::string whole = test::workbook(sheetXml(), "<si><t>Kochi</t></si>");
    survives("a.xlsx", 250, [&] { return mutations.of(whole); });
}

TEST(TablesFuzz, workbooksWithADamagedSheet) {
    test::Mutations mutations(13);
    survives("a.xlsx", 250, [&] { return test::workbook(mutations.of(sheetXml()), "<si><t>Kochi</t></si>"); });
}

TEST(TablesFuzz, openDocumentsWithADamagedTable) {
    test::Mutations mutations(14);
    survives("a.ods", 250, [&] { return odsFile(mutations.of(kOdsTable)); });
}

TEST(TablesFuzz, damagedMappings) {
    const test::TemporaryFolder folder;
    const std::string path = (folder.path() / "a.csv").string();
    std::ofstream(path) << "Daerah;Mitra;Tanggal TTD;Nilai (Rp)\nKota Surabaya;Kochi;2020;5\n";
    const TableFile file = readTableFile(path).value();
    const std::string whole = mappingText(proposeMapping(file, headings()));
    test::Mutations mutations(15);
    int read = 0;
    for (int i = 0; i < 3000; ++i) {
        const core::Result<ImportMapping> mapping = parseMapping(mutations.of(whole), "map.json", file, headings());
        if (!mapping) {
            ASSERT_NE(mapping.error().code, core::ErrorCode::none);
            continue;
        }
        ++read;
        ASSERT_EQ(mapping.value().sheets.size(), file.sheets.size());
        for (const ColumnChoice& choice : mapping.value().sheets[0].columns)
            ASSERT_LT(choice.column, 4);
    }
    EXPECT_GT(read, 20);
}

} // namespace
} // namespace jejaring::data
