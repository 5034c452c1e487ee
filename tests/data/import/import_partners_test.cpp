// SPDX-License-Identifier: MIT
// The sides of agreements in tables: corrected, mistaken for another's, several in one cell.
#include "data/import/import_report.hpp"
#include "import_fixture.hpp"

#include <gmock/gmock.h>

namespace jejaring::data {
namespace {

using test::emptyProject;
using test::mappingOf;
using test::planOf;
using test::reportLines;
using test::table;
using testing::ElementsAre;
using testing::HasSubstr;

// The program's own table under another name, with a partner corrected in it.
TEST(ImportPartners, aPartnerCorrectedInAnExportedTableIsUpdatedThere) {
    const core::Project base =
        *planOf(emptyProject(), table("Daerah|Mitra|Negara\nKota Bandung|Suwon|Korea Selatan\n", "asli.csv")).result;
    const std::string id = base.agreements.at(0).id;
    const TableFile edited =
        table("ID|Daerah|Mitra|Negara\n" + id + "|Kota Bandung|Suwon City|Korea Selatan\n", "k.csv");
    const ImportPlan plan = planOf(base, edited);
    EXPECT_THAT(reportLines(edited, plan), ElementsAre("1 heading", "2 updated 32.73 partner~"));
    ASSERT_EQ(plan.result->agreements.size(), 1U);
    ASSERT_EQ(plan.result->partners.size(), 1U);
    EXPECT_EQ(plan.result->partners[0].name, "Suwon City");
}

TEST(ImportPartners, anIdOfAnotherTableIsAskedForByTheNamesOfTheSides) {
    const core::Project base =
        *planOf(emptyProject(), table("ID|Daerah|Mitra|Negara\nC1|Kota Bandung|Suwon|Korea Selatan\n", "asli.csv"))
             .result;
    const TableFile other = table("ID|Daerah|Mitra|Negara\nC1|Kota Malang|Fuqing|Tiongkok\n", "lain.csv");
    const ImportPlan plan = planOf(base, other);
    EXPECT_THAT(reportLines(other, plan), ElementsAre("1 heading", "2 needs_answer 35.73 partner#"));
    const CellFinding& cell = plan.rows[1].cells.at(0);
    EXPECT_EQ(cell.before, "32.73; Suwon");
    EXPECT_EQ(cell.understood, "35.73; Fuqing");
    EXPECT_THAT(core::englishText(plan.rows[1].messages.at(0)), HasSubstr("bears the ID of an entry"));
    const std::vector<core::Message> summary =
        importSummary(other, mappingOf(other), plan, {core::englishText, &test::importCatalog()});
    EXPECT_THAT(core::englishText(summary.back()),
                HasSubstr("\"Kota Bandung (32.73); Suwon\" here, \"Kota Malang (35.73); Fuqing\" in the file"));
}

// Each where it is known to lie; what is no city of the country beside it keeps the cell whole.
TEST(ImportPartners, partnersInOneCellArePartedWhereEachIsAKnownCity) {
    const TableFile file = table("Daerah|Mitra|Negara\n"
                                 "Kota Malang|Busan, Seattle, Perth|Korea Selatan, Amerika Serikat, Australia\n"
                                 "Kota Malang|Kochi dan Kyoto|Jepang\n"
                                 "Kota Malang|Seattle, Washington|Amerika Serikat\n"
                                 "Kota Malang|Kochi dan Busan|Jepang\n"
                                 "Kota Malang|Suwon|\n");
    ImportContext context = test::importContext();
    context.places = [](const std::string& name, const std::string& country) -> std::optional<core::Coordinates> {
        for (const char* known : {"Busan@KOR", "Seattle@USA", "Washington@USA", "Perth@AUS", "Kochi@JPN", "Kyoto@JPN"})
            if (name + "@" + country == known)
                return core::Coordinates{1, 2};
        return std::nullopt;
    };
    const ImportPlan plan = planImport(emptyProject(), file, mappingOf(file), {}, context).value();
    const auto partnersOf = [&](std::size_t agreement) {
        std::vector<std::string> names;
        for (const core::Party& party : plan.result->agreements.at(agreement).parties)
            if (const core::Partner* const partner = core::findPartner(*plan.result, party.partnerId))
                names.push_back(partner->name + "@" + partner->country);
        return names;
    };
    EXPECT_THAT(partnersOf(0), ElementsAre("Busan@KOR", "Seattle@USA", "Perth@AUS"));
    EXPECT_THAT(partnersOf(1), ElementsAre("Kochi@JPN", "Kyoto@JPN"));
    EXPECT_THAT(partnersOf(2), ElementsAre("Seattle, Washington@USA"));
    EXPECT_THAT(partnersOf(3), ElementsAre("Kochi dan Busan@JPN"));
    EXPECT_THAT(reportLines(file, plan),
                ElementsAre("1 heading", "2 added 35.73", "3 added 35.73", "4 added 35.73 partner:several",
                            "5 added 35.73 partner:several", "6 added 35.73"));
    // What has no country has no place, and the row says so.
    ASSERT_EQ(plan.rows[5].messages.size(), 1U);
    EXPECT_THAT(core::englishText(plan.rows[5].messages[0]), HasSubstr("Suwon: without its country"));
}

} // namespace
} // namespace jejaring::data
