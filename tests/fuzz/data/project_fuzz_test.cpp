// SPDX-License-Identifier: MIT
#include "data/file_io.hpp"
#include "data/project/project_store.hpp"
#include "data/project/sample.hpp"
#include "data/sqlite.hpp"
#include "support/mutations.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace jejaring::data {
namespace {

class ProjectFuzz : public testing::Test {
  protected:
    void SetUp() override {
        // A few of each: a small file is damaged where it matters more often.
        core::Project project = sampleProject(JEJARING_SOURCE_DIR "/assets").value();
        project.agreements.resize(6);
        project.visits.resize(2);
        ASSERT_TRUE(saveProject(project, path_).ok());
        whole_ = readWholeFile(path_).value();
    }
    void write(const std::string& bytes) const { std::ofstream(path_, std::ios::binary | std::ios::trunc) << bytes; }

    test::TemporaryFolder folder_;
    std::string path_ = folder_.file("a.jejaring.gpkg");
    std::string whole_;
};

TEST_F(ProjectFuzz, DamagedFilesOpenOrAreRefused) {
    constexpr std::size_t kDatabaseHead = 100; // what it says is mostly checked before anything is read
    test::Mutations mutations(3);
    int opened = 0;
    for (int i = 0; i < 1000; ++i) {
        write(mutations.of(whole_, i % 4 == 0 ? 0 : kDatabaseHead));
        const auto project = openProject(path_);
        opened += project.ok() ? 1 : 0;
        if (!project) {
            ASSERT_NE(project.error().code, core::ErrorCode::none);
        }
    }
    EXPECT_GT(opened, 50);
}

// The database itself is sound; what stands in its rows is not.
TEST_F(ProjectFuzz, DamagedValuesBecomeWarnings) {
    struct Column {
        std::string table;
        std::string name;
    };
    std::vector<Column> columns;
    {
        Database database = Database::open(path_, Database::Access::read);
        Statement names(database, "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c "
                                  "WHERE m.type = 'table' AND m.name NOT LIKE 'gpkg_%' AND m.name NOT LIKE 'sqlite_%' "
                                  "AND m.name NOT LIKE 'jejaring_%' AND c.pk = 0");
        while (names.step())
            columns.push_back({std::string(names.text(0)), std::string(names.text(1))});
    }
    ASSERT_GT(columns.size(), 50U);
    const std::vector<std::string> values{"NULL",
                                          "''",
                                          "-1",
                                          "9223372036854775807",
                                          "1e308",
                                          "'2024-02-31'",
                                          "'99.99'",
                                          "'\xff\xfe'",
                                          "'0'",
                                          "x'00'",
                                          "x'4750000100000000010100000000000000000000f07f000000000000f07f'",
                                          "'A''\"%s{0}'",
                                          "zeroblob(70000)"};
    int opened = 0;
    for (std::size_t i = 0; i < columns.size(); ++i)
        for (const std::string& value : values) {
            if (i % 4 != static_cast<std::size_t>(&value - values.data()) % 4)
                continue; // a quarter of all pairs
            write(whole_);
            {
                Database database = Database::open(path_, Database::Access::write);
                // What the schema itself forbids is no test.
                if (!database.execute("UPDATE " + columns[i].table + " SET " + columns[i].name + " = " + value))
                    continue;
            }
            const auto project = openProject(path_);
            opened += project.ok() ? 1 : 0;
        }
    EXPECT_GT(opened, 50);
}

} // namespace
} // namespace jejaring::data
