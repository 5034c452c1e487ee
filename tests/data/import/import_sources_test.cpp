// SPDX-License-Identifier: MIT
// Sources that rows cite: title, address, grade, publisher and date.
#include "data/import/import_report.hpp"
#include "import_fixture.hpp"

namespace jejaring::data {
namespace {

using test::planOf;
using test::table;

TEST(ImportSources, publisherAndDateOfASourceAreTakenIn) {
    const ImportPlan plan =
        planOf(test::emptyProject(), table("Daerah|Mitra|Negara|Sumber|Penerbit|Tanggal Sumber\n"
                                           "Kota Surabaya|Kochi|Jepang|Laporan|BPS|20 Agustus 2024\n"
                                           "Kota Bandung|Fort Worth|Amerika Serikat|Laporan||\n"
                                           "Kota Surabaya|Penang|Malaysia||Antara|2019\n"));
    ASSERT_EQ(plan.count(RowOutcome::added), 3U);
    const std::vector<core::Source>& sources = plan.result->sources;
    ASSERT_EQ(sources.size(), 2U);
    EXPECT_EQ(sources[0].title, "Laporan");
    EXPECT_EQ(sources[0].publisher, "BPS");
    EXPECT_EQ(sources[0].published, (core::PartialDate{2024, 8, 20}));
    EXPECT_EQ(sources[1].title, "Antara") << "all that the row says of its source";
    EXPECT_EQ(sources[1].published, (core::PartialDate{2019, 0, 0}));
}

TEST(ImportSources, aKnownSourceIsCompletedAndNotContradicted) {
    core::Project project = test::emptyProject();
    project.sources = {{"S1", "Laporan", "", core::SourceGrade::unstated, "Kompas", {}}};
    const ImportPlan plan = planOf(project, table("Daerah|Mitra|Negara|Sumber|Penerbit|Tanggal Sumber\n"
                                                  "Kota Surabaya|Kochi|Jepang|Laporan|BPS|2024\n"));
    ASSERT_EQ(plan.result->sources.size(), 1U);
    EXPECT_EQ(plan.result->sources[0].publisher, "Kompas");
    EXPECT_EQ(plan.result->sources[0].published, (core::PartialDate{2024, 0, 0}));
}

constexpr const char* kHeadings = "Daerah|Mitra|Negara|Sumber|Penerbit|Tanggal Sumber\n";

TEST(ImportSources, WhatAFileCorrectsOfASourceIsCorrected) {
    const std::string head = kHeadings;
    const ImportPlan first = planOf(test::emptyProject(), table(head + "Kota Surabaya|Kochi|Jepang|Laporan|BPS|2023\n"
                                                                       "Kota Bandung|Fort Worth|AS|Laporan||\n"));
    const ImportPlan again = planOf(*first.result, table(head + "Kota Surabaya|Kochi|Jepang|Laporan|BPS Jatim|2024\n"
                                                                "Kota Bandung|Fort Worth|AS|Laporan||\n"));
    EXPECT_EQ(again.count(RowOutcome::updated), 1U);
    EXPECT_EQ(again.count(RowOutcome::unchanged), 1U) << "a row that says nothing of them contradicts nothing";
    ASSERT_EQ(again.result->sources.size(), 1U);
    EXPECT_EQ(again.result->sources[0].publisher, "BPS Jatim");
    EXPECT_EQ(again.result->sources[0].published, (core::PartialDate{2024, 0, 0}));
}

constexpr const char* kAmounts = "Daerah|Indikator|Satuan|Periode|Nilai|Sumber|Penerbit\n";

// The first value's source, by its title.
std::string citedBy(const ImportPlan& plan, std::size_t value) {
    const core::Source* source = core::findSource(*plan.result, plan.result->indicatorValues.at(value).sourceId);
    return source == nullptr ? "" : source->title + ", " + source->publisher;
}

TEST(ImportSources, AValueCitesWhatItsFileCitesNow) {
    const std::string head = kAmounts;
    const TableFile before = table(head + "Kota Surabaya|Ekspor|juta USD|2020|100|Laporan 2020|BPS\n"
                                          "Kota Surabaya|Ekspor|juta USD|2021|110|Laporan 2021|BPS\n");
    const ImportPlan first = planOf(test::emptyProject(), before);
    ASSERT_EQ(first.count(RowOutcome::added), 2U);
    EXPECT_FALSE(planOf(*first.result, before).changes());

    const ImportPlan again =
        planOf(*first.result, table(head + "Kota Surabaya|Ekspor|juta USD|2020|100|Laporan Akhir|BPS\n"
                                           "Kota Surabaya|Ekspor|juta USD|2021|110|Laporan 2021|BPS Jatim\n"));
    EXPECT_EQ(again.count(RowOutcome::updated), 2U) << "of the same amounts";
    ASSERT_EQ(again.result->indicatorValues.size(), 2U);
    EXPECT_EQ(citedBy(again, 0), "Laporan Akhir, BPS");
    EXPECT_EQ(citedBy(again, 1), "Laporan 2021, BPS Jatim");
}

TEST(ImportSources, TheSourceOfAValueThatTheUserChoseIsAskedAbout) {
    const std::string head = kAmounts;
    const TableFile before = table(head + "Kota Surabaya|Ekspor|juta USD|2020|100|Laporan|BPS\n");
    core::Project project = *planOf(test::emptyProject(), before).result;
    project.sources.push_back({"S9", "Wawancara", "", core::SourceGrade::unstated, "", {}});
    project.indicatorValues[0].sourceId = "S9";
    EXPECT_EQ(planOf(project, before).count(RowOutcome::unchanged), 1U) << "the file says nothing new";
    EXPECT_EQ(planOf(project, table(head + "Kota Surabaya|Ekspor|juta USD|2020|100|Laporan Akhir|BPS\n"))
                  .count(RowOutcome::needsAnswer),
              1U);
}

TEST(ImportSources, AUnitThatTheFileCorrectsIsCorrected) {
    const std::string head = kAmounts;
    const ImportPlan first =
        planOf(test::emptyProject(), table(head + "Kota Surabaya|Ekspor|juta USD|2020|100|Laporan|BPS\n"
                                                  "Kota Bandung|Ekspor|juta USD|2020|90|Laporan|BPS\n"));
    const ImportPlan again = planOf(*first.result, table(head + "Kota Surabaya|Ekspor|ribu USD|2020|100|Laporan|BPS\n"
                                                                "Kota Bandung|Ekspor|ribu USD|2020|90|Laporan|BPS\n"));
    ASSERT_EQ(again.result->indicators.size(), 1U);
    EXPECT_EQ(again.result->indicators[0].unit, "ribu USD");
    EXPECT_EQ(again.count(RowOutcome::needsAnswer), 0U);
    EXPECT_TRUE(again.changes());
}

TEST(ImportSources, AUnitThatContradictsTheKnownOneIsFlaggedOnEveryRowThatSaysIt) {
    const std::string head = kAmounts;
    const TableFile file = table(head + "Kota Surabaya|Ekspor|juta USD|2020|100|Laporan|BPS\n"
                                        "Kota Bandung|Ekspor|ribu USD|2020|90|Laporan|BPS\n"
                                        "Kota Malang|Ekspor|Juta usd|2020|80|Laporan|BPS\n"
                                        "Kota Malang|Impor|ribu USD|2020|70|Laporan|BPS\n");
    const ImportPlan first = planOf(test::emptyProject(), file);
    const std::vector<std::string> expected{"1 heading", "2 added 35.78", "3 added 32.73 unit:unit_differs",
                                            "4 added 35.73", "5 added 35.73"};
    EXPECT_EQ(test::reportLines(file, first), expected);
    EXPECT_EQ(first.result->indicators.at(0).unit, "juta USD");

    const ImportPlan again = planOf(*first.result, file);
    EXPECT_FALSE(again.changes());
    EXPECT_EQ(test::reportLines(file, again)[2], "3 unchanged 32.73 unit:unit_differs");

    const ImportPlan later =
        planOf(*first.result, table(head + "Kota Surabaya|Ekspor|miliar rupiah|2021|110|Laporan|BPS\n"));
    EXPECT_EQ(later.count(RowOutcome::added), 1U);
    EXPECT_TRUE(deservesLook(later.rows.at(1)));
    EXPECT_EQ(later.result->indicators.at(0).unit, "juta USD");
}

TEST(ImportSources, WhatTheUserMadeOfASourceStaysUntilTheFileSaysSomethingNew) {
    const std::string head = kHeadings;
    const TableFile file = table(head + "Kota Surabaya|Kochi|Jepang|Laporan|BPS|2023\n");
    core::Project project = *planOf(test::emptyProject(), file).result;
    project.sources[0].publisher = "Badan Pusat Statistik";
    const ImportPlan same = planOf(project, file);
    EXPECT_EQ(same.count(RowOutcome::unchanged), 1U);
    EXPECT_EQ(same.result->sources[0].publisher, "Badan Pusat Statistik");
    const TableFile other = table(head + "Kota Surabaya|Kochi|Jepang|Laporan|Kompas|2023\n");
    EXPECT_EQ(planOf(project, other).count(RowOutcome::needsAnswer), 1U);
    ImportAnswers answers;
    answers.allConflicts = ConflictAnswer::takeFile;
    EXPECT_EQ(planOf(project, other, answers).result->sources[0].publisher, "Kompas");
    answers.allConflicts = ConflictAnswer::keepMine;
    EXPECT_EQ(planOf(project, other, answers).result->sources[0].publisher, "Badan Pusat Statistik");
}

TEST(ImportSources, RowsThatContradictEachOtherDoNotTakeTurns) {
    const TableFile file = table(std::string(kHeadings) + "Kota Surabaya|Kochi|Jepang|Laporan|BPS|\n"
                                                          "Kota Bandung|Fort Worth|AS|Laporan|Kompas|\n");
    const ImportPlan first = planOf(test::emptyProject(), file);
    EXPECT_EQ(first.result->sources[0].publisher, "BPS");
    const ImportPlan again = planOf(*first.result, file);
    EXPECT_EQ(again.count(RowOutcome::unchanged), 2U);
    EXPECT_FALSE(again.changes());
}

} // namespace
} // namespace jejaring::data
