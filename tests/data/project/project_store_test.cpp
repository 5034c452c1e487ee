// SPDX-License-Identifier: MIT
#include "data/project/project_store.hpp"

#include "data/file_io.hpp"
#include "data/geopackage.hpp"
#include "data/project/any_project.hpp"
#include "data/project/project_rows.hpp"
#include "data/project/sample.hpp"
#include "data/sqlite.hpp"
#include "support/temporary_folder.hpp"

#include <cstdlib>
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jejaring::data {
namespace {

using test::TemporaryFolder;

core::Project sample() {
    return sampleProject(JEJARING_SOURCE_DIR "/assets").value();
}

std::string fileIn(const TemporaryFolder& folder, const char* name = "a.jejaring.gpkg") {
    return (folder.path() / name).string();
}

// All values of a query, row by row, a blank for NULL.
std::string answer(const std::string& path, const std::string& sql) {
    const Database database = Database::open(path, Database::Access::read);
    Statement select(database, sql);
    std::string text;
    while (select && select.step())
        text += (text.empty() ? "" : ";") + std::string(select.text(0));
    EXPECT_FALSE(select.failed()) << database.errorText();
    return text;
}

RC_GTEST_PROP(ProjectStore, givesBackWhatItWasGiven, ()) {
    const core::Project project = test::anyProject();
    const TemporaryFolder folder;
    const auto saved = saveProject(project, fileIn(folder));
    RC_ASSERT(saved.ok());
    const auto opened = openProject(fileIn(folder));
    RC_ASSERT(opened.ok());
    RC_ASSERT(opened.messages().empty());
    RC_ASSERT(opened.value() == project);
}

TEST(ProjectStore, keepsTheSampleWhole) {
    const core::Project project = sample();
    const TemporaryFolder folder;
    ASSERT_TRUE(saveProject(project, fileIn(folder)));
    const auto opened = openProject(fileIn(folder));
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened.value(), project);
}

TEST(ProjectStore, writesBlanksAsNull) {
    core::Project project;
    project.agreements.resize(1);
    project.agreements[0].id = "A1";
    const TemporaryFolder folder;
    ASSERT_TRUE(saveProject(project, fileIn(folder)));
    EXPECT_EQ(answer(fileIn(folder), "SELECT count(*) FROM agreements WHERE kind IS NULL AND document IS NULL AND "
                                     "signed_on IS NULL AND value IS NULL AND source_id IS NULL AND note IS NULL"),
              "1");
}

TEST(ProjectStore, isAGeoPackageWithEveryTableRegistered) {
    const TemporaryFolder folder;
    ASSERT_TRUE(saveProject(sample(), fileIn(folder)));
    EXPECT_TRUE(isGeoPackage(fileIn(folder)));
    std::string names;
    ProjectRows rows;
    int count = 0;
    forEachTable(rows, [&](const char*, const char*, const auto&) { ++count; });
    EXPECT_EQ(answer(fileIn(folder), "SELECT count(*) FROM gpkg_contents"), std::to_string(count));
    EXPECT_EQ(answer(fileIn(folder), "SELECT table_name FROM gpkg_geometry_columns ORDER BY 1"),
              "activities;partners;stops");
    EXPECT_EQ(answer(fileIn(folder), "PRAGMA integrity_check"), "ok");
    EXPECT_EQ(answer(fileIn(folder), "PRAGMA foreign_key_check"), "");
    EXPECT_EQ(answer(fileIn(folder), "SELECT count(*) FROM agreements"), "145");
    EXPECT_EQ(answer(fileIn(folder), "SELECT min_x || ' ' || max_y FROM gpkg_contents WHERE table_name = 'stops'"),
              "98.67 3.59");
}

TEST(ProjectStore, opensInOtherGeographicSoftware) {
    if (std::system("ogrinfo --version > /dev/null 2>&1") != 0)
        GTEST_SKIP() << "ogrinfo (package gdal-bin) is not installed";
    const TemporaryFolder folder;
    ASSERT_TRUE(saveProject(sample(), fileIn(folder)));
    const std::string listing = fileIn(folder, "listing.txt");
    const std::string command = "ogrinfo -ro -so '" + fileIn(folder) + "' stops > '" + listing + "' 2>&1";
    ASSERT_EQ(std::system(command.c_str()), 0);
    const std::string text = readWholeFile(listing).value();
    EXPECT_THAT(text, testing::HasSubstr("Geometry: Point"));
    EXPECT_THAT(text, testing::HasSubstr("Feature Count: 34"));
    EXPECT_THAT(text, testing::HasSubstr("WGS 84"));
    EXPECT_THAT(text, testing::Not(testing::HasSubstr("Warning")));
}

TEST(ProjectStore, replacesAFileAsAWholeAndLeavesNothingBeside) {
    const TemporaryFolder folder;
    core::Project project;
    project.title = "lama";
    ASSERT_TRUE(saveProject(project, fileIn(folder)));
    project.title = "baru";
    ASSERT_TRUE(saveProject(project, fileIn(folder)));
    EXPECT_EQ(openProject(fileIn(folder)).value().title, "baru");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(ProjectStore, followsALinkToTheFileItself) {
    const TemporaryFolder folder;
    ASSERT_TRUE(saveProject({}, fileIn(folder)));
    std::filesystem::create_symlink(fileIn(folder), fileIn(folder, "link.gpkg"));
    core::Project project;
    project.title = "lewat tautan";
    ASSERT_TRUE(saveProject(project, fileIn(folder, "link.gpkg")));
    EXPECT_TRUE(std::filesystem::is_symlink(fileIn(folder, "link.gpkg")));
    EXPECT_EQ(openProject(fileIn(folder)).value().title, "lewat tautan");
}

TEST(ProjectStore, keepsTablesThatAGisAdded) {
    const TemporaryFolder folder;
    ASSERT_TRUE(saveProject(sample(), fileIn(folder)));
    {
        Database database = Database::open(fileIn(folder), Database::Access::write);
        ASSERT_TRUE(database.execute(
            "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT);"
            "INSERT INTO layer_styles (name) VALUES ('merah'), ('biru');"
            "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('layer_styles', 'attributes')"));
    }
    ASSERT_TRUE(saveProject(sample(), fileIn(folder)));
    ASSERT_TRUE(saveProject(sample(), fileIn(folder)));
    EXPECT_EQ(answer(fileIn(folder), "SELECT name FROM layer_styles ORDER BY id"), "merah;biru");
    EXPECT_EQ(answer(fileIn(folder), "SELECT count(*) FROM gpkg_contents WHERE table_name = 'layer_styles'"), "1");
    EXPECT_TRUE(openProject(fileIn(folder)));
}

TEST(ProjectStore, whatIsNotUnderstoodIsLeftBlankAndSaid) {
    const TemporaryFolder folder;
    ASSERT_TRUE(saveProject(sample(), fileIn(folder)));
    {
        Database database = Database::open(fileIn(folder), Database::Access::write);
        ASSERT_TRUE(database.execute(
            "UPDATE agreements SET signed_on = 'kemarin' WHERE id = 'C001';"
            "UPDATE agreement_parties SET region_code = '7' WHERE agreement_id = 'C002' AND position = 1;"
            "DELETE FROM visits WHERE id = 'V01'"));
    }
    const auto opened = openProject(fileIn(folder));
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened.messages().size(), 3U);
    EXPECT_FALSE(core::findAgreement(opened.value(), "C001")->signedOn);
    EXPECT_TRUE(core::findAgreement(opened.value(), "C002")->parties[0].region.empty());
}

} // namespace
} // namespace jejaring::data
