// SPDX-License-Identifier: MIT
#include "data/boundary/boundary_file.hpp"
#include "data/geopackage.hpp"
#include "data/project/project_store.hpp"
#include "data/sqlite.hpp"
#include "data/table/table_file_test.hpp"

namespace jejaring::data {
namespace {

class TableGeoPackage : public TableFolder {};

TEST_F(TableGeoPackage, AProjectIsNoTable) {
    ASSERT_TRUE(saveProject(core::Project{}, path("p.jejaring.gpkg")));
    const auto file = readTableFile(path("p.jejaring.gpkg"));
    ASSERT_FALSE(file);
    EXPECT_NE(file.error().id.find("project of Jejaring"), std::string::npos) << core::englishText(file.error());
    EXPECT_EQ(filesInFolder(), 1U);
}

TEST_F(TableGeoPackage, IsReadLayerByLayerAndLeavesNothingBeside) {
    auto made = BoundaryFile::create(path("t.gpkg"));
    ASSERT_TRUE(made);
    BoundaryFile& file = made.value();
    const geo::MultiPolygon square{{{{116, -2}, {117, -2}, {117, -1}, {116, -1}}, {}}};
    ASSERT_TRUE(file.beginLayer("regency"));
    ASSERT_TRUE(file.add({"64.01", "Kabupaten Paser", "kabupaten", "64", "6401", "", ""}, square));
    ASSERT_TRUE(file.add({"64.71", "Kota Balikpapan", "kota", "64", "", "", ""}, square));
    ASSERT_TRUE(file.beginLayer("lake"));
    ASSERT_TRUE(file.finish());
    const auto table = readTableFile(path("t.gpkg"));
    ASSERT_TRUE(table) << core::englishText(table.error());
    EXPECT_EQ(table.value().format, TableFormat::geopackage);
    ASSERT_EQ(table.value().sheets.size(), 2U);
    EXPECT_EQ(table.value().sheets[0].name, "regency");
    const std::string text = told(table.value().sheets[0]);
    EXPECT_EQ(text.substr(0, 12), "1[code|name|") << text;
    EXPECT_NE(text.find(" 2[64.01|Kabupaten Paser|kabupaten|64|6401]"), std::string::npos) << text;
    EXPECT_NE(text.find(" 3[64.71|Kota Balikpapan|kota|64]"), std::string::npos) << text;
    EXPECT_EQ(filesInFolder(), 1U);
}

TEST_F(TableGeoPackage, SaysWhereOneIsDamaged) {
    ASSERT_TRUE(saveProject(core::Project{}, path("p.jejaring.gpkg")));
    std::filesystem::resize_file(path("p.jejaring.gpkg"), 4096);
    const auto file = readTableFile(path("p.jejaring.gpkg"));
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, core::ErrorCode::wrongFormat);
}

// A GeoPackage with one row of one table, and what `more` adds.
std::string geoPackageWith(const std::string& more) {
    Database database = Database::inMemory();
    EXPECT_TRUE(createGeoPackage(database));
    EXPECT_TRUE(database.execute("CREATE TABLE ks (fid INTEGER PRIMARY KEY, daerah TEXT);"
                                 "INSERT INTO ks VALUES (1, 'Kota Surabaya')"));
    EXPECT_TRUE(registerTable(database, "ks", "ks", false, {}));
    EXPECT_TRUE(database.execute(more)) << database.errorText();
    const DatabaseBytes serialized = database.serialize();
    const std::span<const std::byte> bytes = serialized.span();
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

TEST_F(TableGeoPackage, TheCaseOfATablesNameDoesNotMatter) {
    const auto file = readTableFile(
        write("t.gpkg", geoPackageWith("UPDATE gpkg_contents SET table_name = 'KS' WHERE table_name = 'ks'")));
    ASSERT_TRUE(file) << core::englishText(file.error());
    ASSERT_EQ(file.value().sheets.size(), 1U);
    EXPECT_EQ(told(file.value().sheets[0]), "1[daerah] 2[Kota Surabaya]");
}

TEST_F(TableGeoPackage, ViewsAreNotComputed) {
    // Endless; and of the program's own file system.
    const std::string views = "CREATE VIEW bom AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                              "SELECT i AS fid, 'Kota ' || i AS daerah FROM n;"
                              "CREATE VIEW sandi AS SELECT readfile('/etc/passwd') AS daerah;"
                              "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES "
                              "('bom', 'attributes', 'bom')";
    const auto file = readTableFile(write("t.gpkg", geoPackageWith(views)));
    ASSERT_TRUE(file) << core::englishText(file.error());
    ASSERT_EQ(file.value().sheets.size(), 1U);
    EXPECT_EQ(told(file.value().sheets[0]), "1[daerah] 2[Kota Surabaya]");
    EXPECT_EQ(filesInFolder(), 1U);
    ASSERT_EQ(file.messages().size(), 2U);
    EXPECT_NE(core::englishText(file.messages()[0]).find("\"bom\" was left out"), std::string::npos);
}

TEST_F(TableGeoPackage, WhatStandsForAnotherFileIsNotFollowed) {
    const std::string other = write("rahasia.csv", "a,b\n1,2\n");
    const std::string schema = "PRAGMA writable_schema = 1;"
                               "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES ('table', 'vt', "
                               "'vt', 0, 'CREATE VIRTUAL TABLE vt USING VirtualOGR(''" +
                               other + "'')')";
    const auto file = readTableFile(write("t.gpkg", geoPackageWith(schema)));
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, core::ErrorCode::wrongFormat);
    const auto contents = readTableFile(write(
        "u.gpkg", geoPackageWith("DROP TABLE gpkg_extensions; CREATE VIEW gpkg_extensions AS WITH RECURSIVE n (i) "
                                 "AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS table_name, i AS "
                                 "column_name, i AS extension_name, i AS definition, i AS scope FROM n")));
    ASSERT_FALSE(contents);
    EXPECT_NE(contents.error().id.find("outside the file"), std::string::npos);
}

} // namespace
} // namespace jejaring::data
