// SPDX-License-Identifier: MIT
#include "data/boundary_file.hpp"
#include "data/project_store.hpp"
#include "data/table_file_test.hpp"

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

} // namespace
} // namespace jejaring::data
