// SPDX-License-Identifier: MIT
#include "data/import/import_report.hpp"
#include "import_fixture.hpp"

#include <gmock/gmock.h>

namespace jejaring::data {
namespace {

using test::emptyProject;
using test::planOf;
using test::table;
using testing::HasSubstr;

TEST(ImportReport, theSummaryListsTheFirstCellsToBeChecked) {
    std::string text = "Daerah|Mitra|Negara|Tanggal TTD|Nilai (Rp)\n"
                       "Kota Bandung|Osaka|Jepang|Senin, 20 Agustus 2024|1.500.000\n";
    for (int i = 0; i < 6; ++i)
        text += "Kota Surabaya|Mitra " + std::to_string(i) + "|Jepang|2024-13-45|abc\n";
    const TableFile file = table(text);
    const ImportPlan plan = planOf(emptyProject(), file);
    ASSERT_EQ(plan.count(RowOutcome::added), 7U);
    EXPECT_TRUE(deservesLook(plan.rows[1]));
    EXPECT_EQ(unreadCells(plan.rows[1]), 0U);
    EXPECT_EQ(unreadCells(plan.rows[2]), 2U);
    EXPECT_FALSE(deservesLook(plan.rows[0]));
    std::vector<std::string> summary;
    for (const core::Message& line : importSummary(file, test::mappingOf(file), plan))
        summary.push_back(core::englishText(line));
    EXPECT_THAT(summary, testing::Contains("Cells of written rows that deserve a look: 13"));
    EXPECT_THAT(summary, testing::Contains("tabel.csv, row 3, column D: not understood: \"2024-13-45\""));
    EXPECT_THAT(summary, testing::Contains("tabel.csv, row 7, column E: not understood: \"abc\""));
    EXPECT_THAT(summary, testing::Not(testing::Contains(HasSubstr("row 8, column"))));
    EXPECT_THAT(summary, testing::Contains("and 3 more cells; --report lists them all"));
    // A file with few of them lists the doubtful ones, too.
    const TableFile few = table("Daerah|Mitra|Negara|Tanggal TTD\nKota Bandung|Osaka|Jepang|Senin, 20 Agustus 2024\n");
    summary.clear();
    for (const core::Message& line : importSummary(few, test::mappingOf(few), planOf(emptyProject(), few)))
        summary.push_back(core::englishText(line));
    EXPECT_THAT(summary, testing::Contains(testing::StartsWith("tabel.csv, row 2, column D: ")));
}

TEST(ImportReport, theSummaryListsTheFirstRowsThatStandTwice) {
    std::string text = "Daerah|Mitra|Negara|Tanggal TTD|Bidang\n"
                       "Kota Bandung|Osaka|Jepang|2019|Pariwisata\n"
                       "Kota Bandung|Osaka|Jepang|2019|Pendidikan\n";
    for (int i = 0; i < 12; ++i)
        text += "Kota Surabaya|Kochi|Jepang|1997|Pariwisata\n";
    const TableFile file = table(text);
    const ImportPlan plan = planOf(emptyProject(), file);
    ASSERT_EQ(plan.count(RowOutcome::duplicateInFile), 12U);
    std::vector<std::string> summary;
    for (const core::Message& line : importSummary(file, test::mappingOf(file), plan))
        summary.push_back(core::englishText(line));
    EXPECT_THAT(summary,
                testing::Contains("tabel.csv, row 3: Row 2 bears the same key and says something else in other "
                                  "cells; that row counts"));
    EXPECT_THAT(summary, testing::Contains("tabel.csv, row 5: says the same as row 4"));
    EXPECT_THAT(summary, testing::Contains("and 2 more rows twice in the file; --report lists them all"));
}

TEST(ImportReport, aTableWithoutSheetsIsNotCalledASheet) {
    const TableFile file = table("Daerah|Tanggal TTD\nKota Bandung|2019\n");
    SheetMapping sheet = proposeSheet(file, 0, test::importAssets().headings, ImportKind::agreements, 1, 1);
    const auto problem = [&] { return core::englishText(mappingProblems(sheet).at(0)); };
    sheet.sheet.clear();
    EXPECT_EQ(problem(), "Table: no column holds \"Partner\", which every row needs");
    sheet.sheet = "Data";
    EXPECT_EQ(problem(), "Sheet \"Data\": no column holds \"Partner\", which every row needs");
}

} // namespace
} // namespace jejaring::data
