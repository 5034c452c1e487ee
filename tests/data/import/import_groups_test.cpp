// SPDX-License-Identifier: MIT
// Provinces that rows name for those below them.
#include "import_fixture.hpp"

namespace jejaring::data {
namespace {

using test::planOf;
using test::table;

const char* const kGroups = "No|Daerah|Mitra|Negara\n"
                            "I|PROVINSI JAWA BARAT\n"
                            "1|Banjar|Kochi|Jepang\n"
                            "2|Kota Surabaya|Perth|Australia\n";

TEST(ProvinceGroups, theRowsSayThatTheProvinceDecidedOrDoesNotFit) {
    const ImportPlan plan = planOf(test::emptyProject(), table(kGroups));
    ASSERT_EQ(plan.rows.size(), 4U);
    ASSERT_EQ(plan.rows[1].messages.size(), 1U);
    EXPECT_EQ(core::englishText(plan.rows[1].messages[0]),
              "The rows below are taken to lie in Jawa Barat (32) where a name alone does not say it");
    ASSERT_EQ(plan.rows[2].regions.size(), 1U);
    EXPECT_STREQ(plan.rows[2].regions[0].finding.remark, "The province named above the row decided.");
    ASSERT_EQ(plan.rows[3].regions.size(), 1U);
    EXPECT_EQ(plan.rows[3].regions[0].finding.region.text(), "35.78") << "a heading moves no region";
    EXPECT_STREQ(plan.rows[3].regions[0].finding.remark, "The region lies outside the province named above the row.");
}

TEST(ProvinceGroups, aHeadingThatIsLeftOutDecidesNothing) {
    ImportAnswers answers;
    answers.leftOut.insert({0, 2});
    const ImportPlan plan = planOf(test::emptyProject(), table(kGroups), answers);
    EXPECT_EQ(plan.rows[2].outcome, RowOutcome::needsAnswer);
}

TEST(ProvinceGroups, aRowIsExplainedAsItWasPlanned) {
    const core::Project project = test::emptyProject();
    const TableFile file = table(kGroups);
    const ImportMapping mapping = test::mappingOf(file);
    const ImportAnswers answers;
    const ImportContext context = test::importContext();
    const RowExplainer explainer(project, file, mapping, answers, context);
    std::string region;
    for (const CellFinding& cell : explainer.explain({0, 3}))
        if (cell.field == ImportField::region)
            region = cell.understood;
    EXPECT_EQ(region, "Kota Banjar (32.79)");
}

TEST(ProvinceGroups, aProvinceOfTheRowsOwnOutranksTheHeading) {
    const ImportPlan plan = planOf(test::emptyProject(), table("Provinsi|Daerah|Mitra|Negara\n"
                                                               "PROVINSI JAWA BARAT\n"
                                                               "Kalimantan Selatan|Banjar|Kochi|Jepang\n"));
    ASSERT_EQ(plan.rows.size(), 3U);
    ASSERT_EQ(plan.rows[2].regions.size(), 1U);
    EXPECT_EQ(plan.rows[2].regions[0].finding.region.text(), "63.03");
}

} // namespace
} // namespace jejaring::data
