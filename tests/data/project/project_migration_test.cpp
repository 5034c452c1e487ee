// SPDX-License-Identifier: MIT
#include "data/project/project_migration.hpp"

#include "data/file_io.hpp"
#include "data/project/project_store.hpp"
#include "project_v1.hpp"
#include "support/temporary_folder.hpp"

#include <array>
#include <filesystem>

namespace jejaring::data {
namespace {
namespace fs = std::filesystem;

class ProjectMigration : public testing::Test {
  protected:
    void SetUp() override { test::writeProjectOfSchema1(path_); }

    [[nodiscard]] std::string bytes(const std::string& name) const {
        const core::Result<std::string> read = readWholeFile(folder_.file(name));
        return read ? read.value() : std::string();
    }
    [[nodiscard]] bool isThere(const std::string& name) const { return fs::exists(folder_.file(name)); }

    test::TemporaryFolder folder_;
    std::string path_ = folder_.file("lama.jejaring.gpkg");
};

TEST_F(ProjectMigration, everyOlderSchemaHasAStep) {
    const std::span<const MigrationStep> steps = migrationSteps();
    ASSERT_EQ(steps.size(), static_cast<std::size_t>(kProjectSchema - 1));
    for (std::size_t i = 0; i < steps.size(); ++i)
        EXPECT_EQ(steps[i].from, static_cast<int>(i + 1));
}

TEST_F(ProjectMigration, aProjectOfSchema1OpensWholeAndIsNotWrittenByThat) {
    const std::string before = bytes("lama.jejaring.gpkg");
    const core::Result<core::Project> project = openProject(path_);
    ASSERT_TRUE(project) << core::englishText(project.error());
    EXPECT_EQ(project.value().title, "Dari versi satu");
    ASSERT_EQ(project.value().agreements.size(), 1U);
    EXPECT_EQ(project.value().agreements[0].signedOn, (core::PartialDate{2003, 4, 0}));
    ASSERT_EQ(project.value().visits.size(), 1U);
    ASSERT_EQ(project.value().visits[0].stops.size(), 1U);
    EXPECT_EQ(project.value().visits[0].stops[0].endTime, core::ClockTime{0}) << "nothing is reinterpreted";
    ASSERT_EQ(project.value().indicatorValues.size(), 1U);
    EXPECT_EQ(project.value().indicatorValues[0].value, 12.5);
    ASSERT_EQ(project.messages().size(), 1U);
    EXPECT_EQ(project.messages()[0].severity, core::Severity::note);
    EXPECT_EQ(bytes("lama.jejaring.gpkg"), before);
    EXPECT_EQ(folder_.count(), 1U) << "reading leaves nothing beside";
    EXPECT_EQ(projectSchema(path_).value(), 1);
}

TEST_F(ProjectMigration, sourcesOfSchema2HaveNeitherPublisherNorDateAndTakeThem) {
    core::Project project;
    project.title = "Dari versi dua";
    project.sources = {{"S1", "Laporan", "https://example.org", core::SourceGrade::b}};
    const std::string path = folder_.file("dua.jejaring.gpkg");
    ASSERT_TRUE(saveProject(project, path));
    {
        Database database = Database::open(path, Database::Access::write);
        ASSERT_TRUE(database.execute("ALTER TABLE sources DROP COLUMN publisher;"
                                     "ALTER TABLE sources DROP COLUMN published_on;"
                                     "UPDATE jejaring_project SET value = '2' WHERE key = 'schema'"));
    }
    const std::string before = bytes("dua.jejaring.gpkg");
    const core::Result<core::Project> opened = openProject(path);
    ASSERT_TRUE(opened) << core::englishText(opened.error());
    ASSERT_EQ(opened.value().sources.size(), 1U);
    EXPECT_EQ(opened.value().sources[0], project.sources[0]);
    core::Project changed = opened.value();
    changed.sources[0].publisher = "BPS";
    changed.sources[0].published = core::PartialDate{2024, 5, 0};
    ASSERT_TRUE(saveProject(changed, path));
    EXPECT_EQ(bytes("dua.backup-v2.jejaring.gpkg"), before);
    const core::Result<core::Project> again = openProject(path);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again.messages().empty());
    EXPECT_EQ(again.value().sources, changed.sources);
}

TEST_F(ProjectMigration, savingKeepsTheFileAsItWasBeside) {
    const std::string before = bytes("lama.jejaring.gpkg");
    core::Project project = openProject(path_).value();
    project.indicatorValues[0].period = core::PartialDate::quarter(2024, 3).value();
    project.visits[0].stops[0].endTime = core::ClockTime{24 * 60};
    const core::Outcome saved = saveProject(project, path_);
    ASSERT_TRUE(saved) << core::englishText(saved.error());
    ASSERT_EQ(saved.messages().size(), 1U);
    EXPECT_NE(core::englishText(saved.messages()[0]).find("lama.backup-v1.jejaring.gpkg"), std::string::npos);
    EXPECT_EQ(bytes("lama.backup-v1.jejaring.gpkg"), before);
    EXPECT_EQ(projectSchema(path_).value(), kProjectSchema);
    const core::Result<core::Project> again = openProject(path_);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again.messages().empty());
    EXPECT_EQ(again.value(), project);
    // The next save has nothing to keep.
    ASSERT_TRUE(saveProject(project, path_));
    EXPECT_EQ(folder_.count(), 2U);
}

TEST_F(ProjectMigration, aBackupIsNeverWrittenOver) {
    const std::string before = bytes("lama.jejaring.gpkg");
    std::ofstream(folder_.file("lama.backup-v1.jejaring.gpkg")) << "somebody's";
    ASSERT_TRUE(saveProject(openProject(path_).value(), path_));
    EXPECT_EQ(bytes("lama.backup-v1.jejaring.gpkg"), "somebody's");
    EXPECT_EQ(bytes("lama.backup-v1-2.jejaring.gpkg"), before);
}

TEST_F(ProjectMigration, oneBackupOfTheSameFileIsEnough) {
    fs::copy_file(path_, folder_.file("lama.backup-v1.jejaring.gpkg"));
    ASSERT_TRUE(saveProject(openProject(path_).value(), path_));
    EXPECT_FALSE(isThere("lama.backup-v1-2.jejaring.gpkg"));
    EXPECT_EQ(folder_.count(), 2U);
}

TEST_F(ProjectMigration, withoutABackupNothingIsSaved) {
    const std::string before = bytes("lama.jejaring.gpkg");
    const core::Project project = openProject(path_).value();
    fs::create_directory(folder_.file("lama.backup-v1.jejaring.gpkg"));
    const core::Outcome saved = saveProject(project, path_);
    EXPECT_FALSE(saved);
    EXPECT_EQ(bytes("lama.jejaring.gpkg"), before);
}

TEST_F(ProjectMigration, tablesOfAGisOutliveIt) {
    {
        Database database = Database::open(path_, Database::Access::write);
        ASSERT_TRUE(database.execute("CREATE TABLE catatan_gis (isi TEXT); INSERT INTO catatan_gis VALUES ('ada')"));
    }
    ASSERT_TRUE(saveProject(openProject(path_).value(), path_));
    const Database database = Database::open(path_, Database::Access::read);
    Statement select(database, "SELECT isi FROM catatan_gis");
    ASSERT_TRUE(select && select.step());
    EXPECT_EQ(select.text(0), "ada");
}

TEST_F(ProjectMigration, stepsRunInOrderFromTheSchemaOfTheFile) {
    Database database = Database::open(path_, Database::Access::write);
    constexpr std::array<MigrationStep, 3> kSteps{
        {{1, "ALTER TABLE agreements ADD COLUMN a TEXT; UPDATE agreements SET a = signed_on"},
         {2, "ALTER TABLE agreements RENAME COLUMN a TO b"},
         {3, "UPDATE agreements SET b = b || '!'"}}};
    ASSERT_TRUE(migrate(database, 1, path_, kSteps));
    EXPECT_EQ(projectSchema(path_).value(), 4);
    Statement select(database, "SELECT b FROM agreements");
    ASSERT_TRUE(select && select.step());
    EXPECT_EQ(select.text(0), "2003-04!");
}

TEST_F(ProjectMigration, aStepThatFailsLeavesTheFileAsItWas) {
    const std::string before = bytes("lama.jejaring.gpkg");
    {
        Database database = Database::open(path_, Database::Access::write);
        constexpr std::array<MigrationStep, 2> kSteps{
            {{1, "ALTER TABLE agreements ADD COLUMN a TEXT; DELETE FROM stops"}, {2, "DROP TABLE no_such_table"}}};
        const core::Outcome outcome = migrate(database, 1, path_, kSteps);
        ASSERT_FALSE(outcome);
        EXPECT_NE(core::englishText(outcome.error()).find(path_), std::string::npos);
    }
    EXPECT_EQ(bytes("lama.jejaring.gpkg"), before);
    EXPECT_TRUE(openProject(path_));
}

TEST_F(ProjectMigration, aGapInTheStepsIsAFailure) {
    Database database = Database::open(path_, Database::Access::write);
    constexpr std::array<MigrationStep, 1> kSteps{{{2, ""}}};
    EXPECT_FALSE(migrate(database, 1, path_, kSteps));
    EXPECT_EQ(projectSchema(path_).value(), 1);
}

} // namespace
} // namespace jejaring::data
