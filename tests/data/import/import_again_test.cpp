// SPDX-License-Identifier: MIT
// Files that come again, rows that stand twice: nothing is lost and nothing taken that nobody can read.
#include "data/import/import_report.hpp"
#include "import_fixture.hpp"

#include <gmock/gmock.h>

namespace jejaring::data {
namespace {

using test::emptyProject;
using test::planOf;
using test::table;
using testing::HasSubstr;

const core::Agreement& firstOf(const ImportPlan& plan) {
    return plan.result->agreements.at(0);
}

constexpr const char* kDated = "Daerah|Mitra|Negara|Dokumen|Tanggal TTD|Nilai\n";

TEST(ImportAgain, WhatWasCorrectedInTheReviewOutlivesTheSameFile) {
    const TableFile file = table(std::string(kDated) + "Kota Surabaya|Kochi|Jepang|MoU|31 Februari 2023|Rp 2 juta\n"
                                                       "Kota Surabaya|Kochi|Jepang|MoU|2 Mei 2024|Rp 5 juta\n");
    ImportAnswers answers;
    answers.cells[{{0, 2}, 4}] = "28 Februari 2023";
    answers.cells[{{0, 2}, 5}] = "Rp 3 juta";
    const ImportPlan plan = planOf(emptyProject(), file, answers);
    ASSERT_EQ(plan.count(RowOutcome::added), 2U);
    EXPECT_EQ(firstOf(plan).signedOn, (core::PartialDate{2023, 2, 28}));

    const ImportPlan again = planOf(*plan.result, file);
    EXPECT_EQ(again.count(RowOutcome::unchanged), 2U);
    EXPECT_FALSE(again.changes());

    // Once more by hand, and then by the file.
    answers.cells[{{0, 2}, 5}] = "Rp 4 juta";
    const ImportPlan otherwise = planOf(*plan.result, file, answers);
    EXPECT_EQ(otherwise.count(RowOutcome::updated), 1U);
    EXPECT_EQ(firstOf(otherwise).value, 4e6);
    const ImportPlan mended = planOf(
        *otherwise.result, table(std::string(kDated) + "Kota Surabaya|Kochi|Jepang|MoU|28 Februari 2023|Rp 2,5 juta\n"
                                                       "Kota Surabaya|Kochi|Jepang|MoU|2 Mei 2024|Rp 5 juta\n"));
    EXPECT_EQ(mended.count(RowOutcome::updated), 1U);
    EXPECT_EQ(mended.count(RowOutcome::added), 0U);
    EXPECT_EQ(firstOf(mended).value, 2.5e6);
    EXPECT_EQ(firstOf(mended).signedOn, (core::PartialDate{2023, 2, 28}));
}

TEST(ImportAgain, ACellThatCannotBeReadAnyMoreTakesNothingAway) {
    const ImportPlan plan = planOf(emptyProject(), table("ID|" + std::string(kDated) +
                                                         "A1|Kota Surabaya|Kochi|Jepang|MoU|1 Mei 2023|Rp 2 juta\n"));
    ASSERT_EQ(plan.count(RowOutcome::added), 1U);
    const TableFile unreadable =
        table("ID|" + std::string(kDated) + "A1|Kota Surabaya|Kochi|Jepang|PKS|31 Februari 2023|Rp dua juta\n");
    const ImportPlan second = planOf(*plan.result, unreadable);
    EXPECT_EQ(second.count(RowOutcome::updated), 1U);
    EXPECT_EQ(firstOf(second).document, "PKS") << "what can be read is taken";
    EXPECT_EQ(firstOf(second).signedOn, (core::PartialDate{2023, 5, 1}));
    EXPECT_EQ(firstOf(second).value, 2e6);
    EXPECT_TRUE(unreadCells(second.rows.at(1)) == 2U) << "and it is said";
    EXPECT_FALSE(planOf(*second.result, unreadable).changes());
    const ImportPlan third =
        planOf(*second.result, table("ID|" + std::string(kDated) + "A1|Kota Surabaya|Kochi|Jepang|PKS|2 Mei 2023|\n"));
    EXPECT_EQ(firstOf(third).signedOn, (core::PartialDate{2023, 5, 2}));
    EXPECT_EQ(firstOf(third).value, std::nullopt) << "blanked in the file";
}

TEST(ImportAgain, ADuplicateThatSaysSomethingElseDeservesALook) {
    const TableFile file = table("Daerah|Mitra|Negara|Tanggal|Bidang\n"
                                 "Kota Surabaya|Kota Entah|Jepang|2010|Kesehatan\n"
                                 "Kota Surabaya|Kota Entah|Jepang|2010|Kesehatan\n"
                                 "Kota Surabaya|Kota Entah|Jepang|2010|Kesehatan; Pariwisata\n");
    const ImportPlan plan = planOf(emptyProject(), file);
    EXPECT_FALSE(deservesLook(plan.rows[2]));
    EXPECT_TRUE(deservesLook(plan.rows[3]));
    std::vector<std::string> lines;
    for (const core::Message& line : importSummary(file, {}, plan))
        lines.push_back(core::englishText(line));
    EXPECT_THAT(lines, testing::Contains(HasSubstr("row 4: Row 2 bears the same key and says something else")));
    EXPECT_THAT(lines, testing::Contains(HasSubstr("row 3: says the same as row 2")));
}

} // namespace
} // namespace jejaring::data
