// SPDX-License-Identifier: MIT
#include "data/import/import_report.hpp"
#include "import_fixture.hpp"

#include "data/project/project_store.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <chrono>

namespace jejaring::data {
namespace {

using test::emptyProject;
using test::planOf;
using test::reportLines;
using test::table;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kAgreements = "DAFTAR KERJA SAMA LUAR NEGERI\n"
                                    "\n"
                                    "No|Daerah|Mitra|Negara|Bidang|Tanggal TTD|Nilai (Rp)|Tahapan|Keterangan\n"
                                    "1|Kota Surabaya|Kochi|Jepang|Pendidikan; Pariwisata|20 Agustus 2024|1,5 miliar||\n"
                                    "2|Kab. Paser|Busan|Korea Selatan|Pelabuhan|12/03/2019|||perpanjangan\n"
                                    "3|Pekalongan|Kyoto|Jepang||2020|||\n"
                                    "4|Kota Bandung||Jerman||1960|||\n"
                                    "|||||||||\n"
                                    "|Jumlah|4|||||\n"
                                    "Sumber: Biro Kerja Sama\n";

TEST(ImportPlan, accountsForEveryRow) {
    const TableFile file = table(kAgreements);
    const ImportPlan plan = planOf(emptyProject(), file);
    EXPECT_THAT(reportLines(file, plan),
                ElementsAre("1 title", "3 heading", "4 added 35.78", "5 added 64.01",
                            "6 needs_answer region?33.26,33.75", "7 rejected 32.73 partner!", "9 totals", "10 title"));
    EXPECT_EQ(plan.rows.size(), file.sheets[0].rows.size());
    std::size_t counted = 0;
    for (const std::size_t count : plan.counts)
        counted += count;
    EXPECT_EQ(counted, plan.rows.size());
    ASSERT_EQ(plan.result->agreements.size(), 2U);
    const core::Agreement& first = plan.result->agreements[0];
    EXPECT_EQ(first.signedOn, (core::PartialDate{2024, 8, 20}));
    EXPECT_EQ(first.value, 1.5e9);
    EXPECT_EQ(first.currency, "IDR");
    EXPECT_THAT(first.sectors, ElementsAre("education", "tourism"));
    EXPECT_EQ(first.provenance, (core::Provenance{"tabel.csv", "", 4, "2026-01-02T03:04:05Z"}));
    const core::Partner* const partner = core::findPartner(*plan.result, first.parties.at(1).partnerId);
    ASSERT_NE(partner, nullptr);
    EXPECT_EQ(partner->name, "Kochi");
    EXPECT_EQ(partner->country, "JPN");
}

TEST(ImportPlan, importingAgainChangesNothing) {
    const TableFile file = table(kAgreements);
    const ImportPlan first = planOf(emptyProject(), file);
    const ImportPlan second = planOf(*first.result, file);
    EXPECT_EQ(second.count(RowOutcome::unchanged), 2U);
    EXPECT_EQ(second.count(RowOutcome::added), 0U);
    EXPECT_FALSE(second.changes());
    EXPECT_EQ(*second.result, *first.result);
}

TEST(ImportPlan, aChangedCellUpdatesItsRowAlone) {
    const std::string text = kAgreements;
    const ImportPlan first = planOf(emptyProject(), table(text));
    std::string changed = text;
    changed.replace(changed.find("20 Agustus 2024"), 15, "21 Agustus 2024");
    const TableFile file = table(changed);
    const ImportPlan second = planOf(*first.result, file);
    EXPECT_EQ(second.count(RowOutcome::updated), 1U);
    EXPECT_EQ(second.count(RowOutcome::unchanged), 1U);
    EXPECT_EQ(second.count(RowOutcome::added), 0U);
    ASSERT_EQ(second.result->agreements.size(), 2U);
    EXPECT_EQ(second.result->agreements[0].id, first.result->agreements[0].id);
    EXPECT_EQ(second.result->agreements[0].signedOn, (core::PartialDate{2024, 8, 21}));
    EXPECT_EQ(second.result->agreements[0].stages.at(0).date, (core::PartialDate{2024, 8, 21}));
    const ImportPlan third = planOf(*second.result, file);
    EXPECT_FALSE(third.changes());
}

TEST(ImportPlan, whatTheUserEditedIsKeptAndWhereTheFileChangedTooTheUserIsAsked) {
    const std::string text = kAgreements;
    core::Project project = *planOf(emptyProject(), table(text)).result;
    project.agreements[1].note = "diubah sendiri";
    const TableFile same = table(text);
    const ImportPlan kept = planOf(project, same);
    EXPECT_FALSE(kept.changes());
    EXPECT_EQ(kept.result->agreements[1].note, "diubah sendiri");
    std::string changed = text;
    changed.replace(changed.find("perpanjangan"), 12, "diakhiri");
    const TableFile file = table(changed);
    const ImportPlan asked = planOf(project, file);
    EXPECT_EQ(asked.rows[3].outcome, RowOutcome::needsAnswer);
    EXPECT_EQ(test::reportLine(file, asked.rows[3]), "5 needs_answer 64.01 note#");
    EXPECT_EQ(asked.result->agreements[1].note, "diubah sendiri");
    ImportAnswers answers;
    answers.conflicts[asked.rows[3].key] = ConflictAnswer::takeFile;
    EXPECT_EQ(planOf(project, file, answers).result->agreements[1].note, "diakhiri");
    answers.conflicts[asked.rows[3].key] = ConflictAnswer::keepMine;
    const ImportPlan mine = planOf(project, file, answers);
    EXPECT_EQ(mine.result->agreements[1].note, "diubah sendiri");
    EXPECT_EQ(mine.count(RowOutcome::needsAnswer), 1U); // Pekalongan
    EXPECT_FALSE(planOf(*mine.result, file).rows[3].outcome == RowOutcome::needsAnswer);
}

// What stands in the project and was not written by an import, or was found there unchanged, may be the user's.
TEST(ImportPlan, whatIsThereWithoutARecordIsNeverOverwrittenSilently) {
    const std::string heading = "Daerah|Mitra|Negara|Tanggal TTD|Status\n";
    core::Project base =
        *planOf(emptyProject(), table(heading + "Kota Surabaya|Kochi|Jepang|20 Agustus 2024|Aktif\n")).result;
    std::erase_if(base.settings, [](const auto& setting) { return setting.first.starts_with("import."); });
    base.agreements[0].provenance = {};
    const TableFile same = table(heading + "Kota Surabaya|Kochi|Jepang|20 Agustus 2024|Aktif\n", "lain.csv");
    EXPECT_EQ(planOf(base, same).rows[1].outcome, RowOutcome::unchanged);
    base.agreements[0].status = core::AgreementStatus::ended;
    const ImportPlan asked = planOf(base, same);
    EXPECT_EQ(test::reportLine(same, asked.rows[1]), "2 needs_answer 35.78 status#");
    EXPECT_EQ(asked.result->agreements[0].status, core::AgreementStatus::ended);
    ImportAnswers answers;
    answers.allConflicts = ConflictAnswer::takeFile;
    EXPECT_EQ(planOf(base, same, answers).result->agreements[0].status, core::AgreementStatus::active);
    answers.allConflicts = ConflictAnswer::keepMine;
    EXPECT_EQ(planOf(base, same, answers).result->agreements[0].status, core::AgreementStatus::ended);
}

TEST(ImportPlan, whatTheImportItselfConcludedIsNoEditByHand) {
    const std::string heading = "Daerah|Mitra|Negara|Tanggal TTD|Tahapan\n";
    const ImportPlan first = planOf(emptyProject(), table(heading + "Kota Surabaya|Kochi|Jepang|20 Agustus 2024|\n"));
    ASSERT_EQ(first.result->agreements[0].stages.size(), 1U);
    const TableFile stated = table(heading + "Kota Surabaya|Kochi|Jepang|20 Agustus 2024|Pelaksanaan\n");
    const ImportPlan second = planOf(*first.result, stated);
    EXPECT_EQ(test::reportLine(stated, second.rows[1]), "2 updated 35.78 stage~");
    EXPECT_EQ(second.result->agreements[0].stages.size(), 2U);
    core::Project edited = *first.result;
    edited.agreements[0].stages[0].stage = "penjajakan";
    EXPECT_EQ(test::reportLine(stated, planOf(edited, stated).rows[1]), "2 needs_answer 35.78 stage#");
}

TEST(ImportPlan, aPartnerThatLosesItsLastAgreementGoes) {
    const std::string heading = "ID Kerja Sama|Daerah|Mitra|Negara\n";
    const ImportPlan first = planOf(
        emptyProject(),
        table(heading + "A1|Kota Surabaya|Kocchi|Jepang\nA2|Kota Malang|Kobe|Jepang\nA3|Kota Malang|Osaka|Jepang\n"));
    ASSERT_EQ(first.result->partners.size(), 3U);
    const ImportPlan second = planOf(
        *first.result,
        table(heading + "A1|Kota Surabaya|Kochi|Jepang\nA2|Kota Malang|Osaka|Jepang\nA3|Kota Malang|Osaka|Jepang\n"));
    std::vector<std::string> names;
    for (const core::Partner& partner : second.result->partners)
        names.push_back(partner.name);
    EXPECT_THAT(names, testing::UnorderedElementsAre("Osaka", "Kochi"));
    ASSERT_EQ(second.messages.size(), 2U);
    EXPECT_EQ(core::englishText(second.messages[0]), "Kocchi is a side of no agreement any more and was removed");
}

TEST(ImportPlan, aDateBesideAStageThatPrecedesSigningIsNoDateOfSigning) {
    const auto rowOf = [](const char* stage, const char* date) {
        return table(std::string("Daerah|Mitra|Negara|Tahapan|Tanggal\nKota Surabaya|Perth|Australia|") + stage + "|" +
                     date + "\n");
    };
    const ImportPlan plan = planOf(emptyProject(), rowOf("Penjajakan", "Agustus 2023"));
    const core::Agreement& agreement = plan.result->agreements.at(0);
    EXPECT_FALSE(agreement.signedOn);
    ASSERT_EQ(agreement.stages.size(), 1U);
    EXPECT_EQ(agreement.stages[0].date->iso(), "2023-08");
    const ImportPlan later = planOf(*plan.result, rowOf("Penjajakan", "Oktober 2023"));
    EXPECT_EQ(later.result->agreements.at(0).stages.at(0).date->iso(), "2023-10");
    EXPECT_EQ(later.result->agreements.size(), 1U);
    const ImportPlan signing = planOf(emptyProject(), rowOf("Penandatanganan", "Agustus 2023"));
    EXPECT_EQ(signing.result->agreements.at(0).signedOn->iso(), "2023-08");
}

TEST(ImportPlan, aStageOfTheOtherWayOfCooperationIsSaidAndKept) {
    for (const char* const stage : {"PKS", "Perjanjian Kerja Sama", "Kesepakatan Bersama"}) {
        SCOPED_TRACE(stage);
        const TableFile file =
            table(std::string("Daerah|Mitra|Negara|Tahapan\nKota Surabaya|Suwon|Korea Selatan|") + stage + "\n");
        const ImportPlan plan = planOf(emptyProject(), file);
        EXPECT_EQ(test::reportLine(file, plan.rows[1]), "2 added 35.78 stage:unknown_word");
        ASSERT_EQ(plan.rows[1].cells.size(), 1U);
        EXPECT_EQ(core::englishText(plan.rows[1].cells[0].flags[0].message),
                  "“" + std::string(stage) +
                      "” is a stage of cooperation within Indonesia, not of cooperation with partners abroad; it is "
                      "kept in the note");
        EXPECT_TRUE(plan.result->agreements.at(0).stages.empty());
        EXPECT_EQ(plan.result->agreements[0].note, "Tahapan lain: " + std::string(stage));
        EXPECT_FALSE(planOf(*plan.result, file).changes());
    }
    const TableFile between =
        table("Daerah|Mitra|Jenis Kerja Sama|Tahapan\nKota Surabaya|Kota Bandung|KSDD|Persetujuan DPRD\n"
              "Kota Surabaya|Kota Malang|KSDD|PKS\nKota Bandung|Kota Malang|KSDD|entah\n");
    const ImportPlan plan = planOf(emptyProject(), between);
    const std::vector<core::Agreement>& agreements = plan.result->agreements;
    ASSERT_EQ(agreements.size(), 3U);
    EXPECT_EQ(agreements[0].note, "Tahapan lain: Persetujuan DPRD");
    EXPECT_EQ(agreements[1].note, "");
    EXPECT_EQ(agreements[1].stages.at(0).stage, "pks");
    EXPECT_EQ(agreements[2].note, "Tahapan lain: entah");
    EXPECT_TRUE(plan.rows[3].cells.at(0).error) << "no stage at all";
}

TEST(ImportPlan, aVisitThatStopsNameAndNoTableHoldsIsSaid) {
    const TableFile file =
        table("ID Kunjungan|Tanggal|Lokasi|Agenda\nK-2|1 Mei 2024|Hotel|Rapat\nK-2|2 Mei 2024|Pasar|Tinjau\n");
    const ImportPlan plan = planOf(emptyProject(), file);
    ASSERT_EQ(plan.rows[1].messages.size(), 1U);
    EXPECT_EQ(core::englishText(plan.rows[1].messages[0]), "No visit has the id K-2; one is made of its stops");
    EXPECT_TRUE(plan.rows[2].messages.empty());
}

TEST(ImportPlan, answersBecomeAliasesAndServeTheNextTime) {
    const TableFile file = table(kAgreements);
    const ImportPlan asked = planOf(emptyProject(), file);
    ImportAnswers answers;
    answers.regions[asked.rows[4].regions.at(0).finding.key] = core::RegionCode::parse("33.75").value();
    const ImportPlan answered = planOf(emptyProject(), file, answers);
    EXPECT_EQ(answered.rows[4].outcome, RowOutcome::added);
    ASSERT_EQ(answered.result->aliases.size(), 1U);
    EXPECT_EQ(answered.result->aliases[0].region.text(), "33.75");
    EXPECT_EQ(answered.result->aliases[0].origin, "tabel.csv");
    const ImportPlan again = planOf(*answered.result, file);
    EXPECT_EQ(again.rows[4].outcome, RowOutcome::unchanged);
    EXPECT_FALSE(again.changes());
}

TEST(ImportPlan, aCorrectedCellIsReadInsteadOfTheFiles) {
    const TableFile file = table(kAgreements);
    ImportAnswers answers;
    answers.cells[{{0, 7}, 2}] = "Braunschweig";
    answers.leftOut.insert({0, 5});
    const ImportPlan plan = planOf(emptyProject(), file, answers);
    EXPECT_EQ(plan.rows[5].outcome, RowOutcome::added);
    EXPECT_EQ(plan.rows[3].outcome, RowOutcome::leftOut);
}

TEST(ImportPlan, duplicatesWithinAFileAreListed) {
    const TableFile file = table("Daerah|Mitra|Negara|Tanggal\n"
                                 "Kota Surabaya|Kochi|Jepang|2010\n"
                                 "KOTA SURABAYA|Kochi|JPN|2010\n"
                                 "Kota Surabaya|Kochi|Jepang|2011\n");
    const ImportPlan plan = planOf(emptyProject(), file);
    EXPECT_THAT(reportLines(file, plan),
                ElementsAre("1 heading", "2 added 35.78", "3 duplicate_in_file =2 35.78", "4 added 35.78"));
}

TEST(ImportPlan, AVisitWithoutATitleIsCalledByWhatItIsFor) {
    const TableFile file = table("Pejabat|Tujuan Kunjungan|Tanggal Mulai|Tanggal Selesai\n"
                                 "Wakil Menteri|Meninjau pelabuhan|5 Mei 2024|6 Mei 2024\n"
                                 "*) rencana|||\n");
    const ImportPlan plan = planOf(emptyProject(), file);
    ASSERT_EQ(plan.result->visits.size(), 1U);
    EXPECT_EQ(plan.result->visits[0].title, "Meninjau pelabuhan");
    EXPECT_EQ(plan.rows[2].outcome, RowOutcome::title);
    EXPECT_FALSE(planOf(*plan.result, file).changes());
}

TEST(ImportPlan, bothSidesOfAKsddAreCredited) {
    const TableFile file = table("Daerah|Mitra|Jenis Kerja Sama|Tahun\n"
                                 "Kota Surabaya|Kota Malang|KSDD|2021\n"
                                 "Kota Bandung; Kabupaten Bandung|Kota Semarang|KSDD|2022\n"
                                 "Kota Surabaya|Pekalongan|KSDD|2022\n");
    const ImportPlan plan = planOf(emptyProject(), file);
    EXPECT_THAT(reportLines(file, plan), ElementsAre("1 heading", "2 added 35.78 35.73", "3 added 32.73 32.04 33.74",
                                                     "4 needs_answer 35.78 partner?33.26,33.75"));
    const core::Agreement& first = plan.result->agreements.at(0);
    EXPECT_EQ(first.kind, core::AgreementKind::betweenRegions);
    ASSERT_EQ(first.parties.size(), 2U);
    EXPECT_EQ(first.parties[1].region.text(), "35.73");
    EXPECT_FALSE(first.parties[1].partnerId.empty());
    EXPECT_EQ(plan.result->agreements.at(1).parties.size(), 3U);
}

TEST(ImportPlan, partnersThatEachSayTheirCountryAreSeveral) {
    const ImportPlan plan = planOf(emptyProject(), table("Daerah|Mitra\n"
                                                         "Kota Surabaya|Kochi (Jepang) dan Busan (Korea Selatan)\n"
                                                         "Kota Malang|Lembaga Riset dan Inovasi (Jepang)\n"));
    const std::vector<core::Partner>& partners = plan.result->partners;
    ASSERT_EQ(partners.size(), 3U);
    EXPECT_EQ(partners[0].name + "/" + partners[0].country, "Kochi/JPN");
    EXPECT_EQ(partners[1].name + "/" + partners[1].country, "Busan/KOR");
    EXPECT_EQ(partners[2].name + "/" + partners[2].country, "Lembaga Riset dan Inovasi/JPN");
    EXPECT_EQ(plan.result->agreements[0].parties.size(), 3U);
}

TEST(ImportPlan, rowsOfStopsMakeVisits) {
    const TableFile file = table("JADWAL KUNJUNGAN KERJA WAKIL MENTERI KE KALIMANTAN TIMUR\n"
                                 "Tanggal|Waktu|Lokasi|Kab/Kota|Narasumber/Pihak yang Dijumpai|Agenda|Tindak Lanjut\n"
                                 "Selasa, 20 Agustus 2024|09.00 – 12.00 WITA|Kantor Gubernur|Kota Samarinda|Gubernur|"
                                 "Rapat|Susun LoI; Kirim data\n"
                                 "Senin, 21 Agustus 2024|09.00 WIB|Pelabuhan|Kota Balikpapan|Kepala pelabuhan|Tinjau|\n"
                                 "21 Agustus 2024|14.00 - 13.00|Hotel|Balikpapan||Penutupan|\n");
    const ImportPlan plan = planOf(emptyProject(), file);
    EXPECT_THAT(reportLines(file, plan), ElementsAre("1 title", "2 heading", "3 added 64.72",
                                                     "4 added 64.71 date:weekday_differs time:zone_differs",
                                                     "5 added 64.71 time:end_before_start"));
    ASSERT_EQ(plan.result->visits.size(), 1U);
    const core::Visit& visit = plan.result->visits[0];
    EXPECT_THAT(visit.title, HasSubstr("KALIMANTAN TIMUR"));
    EXPECT_EQ(visit.stops.size(), 3U);
    EXPECT_EQ(visit.start, (core::PartialDate{2024, 8, 20}));
    EXPECT_EQ(visit.end, (core::PartialDate{2024, 8, 21}));
    EXPECT_EQ(visit.province.text(), "64");
    EXPECT_EQ(visit.stops[0].endTime->text(), "12:00");
    EXPECT_EQ(plan.result->followUps.size(), 2U);
    EXPECT_EQ(plan.result->followUps[0].stop, 1);
    EXPECT_FALSE(planOf(*plan.result, file).changes());
}

TEST(ImportPlan, indicatorsMayHaveAColumnAQuarter) {
    const ImportPlan plan = planOf(emptyProject(), table("Investasi (miliar rupiah)\n"
                                                         "Kab/Kota|2023|2024 TW I|TW II 2024|Semester 2 2024|Semester\n"
                                                         "Kota Surabaya|10|2,5|3|7|x\n"));
    std::vector<std::string> periods;
    for (const core::IndicatorValue& value : plan.result->indicatorValues)
        periods.push_back(value.period.iso());
    EXPECT_EQ(periods, (std::vector<std::string>{"2023", "2024-Q1", "2024-Q2", "2024-S2"}));
}

TEST(ImportPlan, periodsOfHeadings) {
    const auto period = [](const char* heading) {
        const auto found = periodOfHeading(heading);
        return found ? found->iso() : std::string("none");
    };
    EXPECT_EQ(period("2024"), "2024");
    EXPECT_EQ(period("Tahun 2024"), "2024");
    EXPECT_EQ(period("2024 / TW I"), "2024-Q1");
    EXPECT_EQ(period("2024 / Mei"), "2024-05");
    EXPECT_EQ(period("Realisasi / 2024"), "2024");
    EXPECT_EQ(period("Realisasi TW IV 2024"), "2024-Q4");
    EXPECT_EQ(period("2024-Q3"), "2024-Q3");
    EXPECT_EQ(period("2024-S2"), "2024-S2");
    // The year alone would be less than the heading says.
    EXPECT_EQ(period("Triwulan I (ribu) / 2024"), "none");
    EXPECT_EQ(period("Semester"), "none");
    EXPECT_EQ(period("TW I"), "none");
}

TEST(ImportPlan, indicatorsMayHaveAColumnAYear) {
    const TableFile file = table("Realisasi investasi asing\n"
                                 "Kode|Kabupaten/Kota|2021|2022|2023\n"
                                 "35.78|Kota Surabaya|1.500,5|2.000|-\n"
                                 "35.73|Kota Malang|10|x|12\n"
                                 "Total||1.510,5|2.000|12\n");
    const ImportPlan plan = planOf(emptyProject(), file);
    EXPECT_THAT(reportLines(file, plan),
                ElementsAre("1 title", "2 heading", "3 added 35.78 amount_of_period:decimal_mark",
                            "4 added 35.73 amount_of_period!", "5 totals"));
    ASSERT_EQ(plan.result->indicators.size(), 1U);
    EXPECT_EQ(plan.result->indicators[0].name, "Realisasi investasi asing");
    ASSERT_EQ(plan.result->indicatorValues.size(), 4U);
    EXPECT_EQ(plan.result->indicatorValues[0].value, 1500.5);
    EXPECT_EQ(plan.result->indicatorValues[1].value, 2000);
    EXPECT_FALSE(planOf(*plan.result, file).changes());
}

TEST(ImportPlan, activitiesAndRisks) {
    const TableFile activities = table("Nama Kegiatan|Jenis Kegiatan|Tanggal|Tempat|Daerah|Peserta\n"
                                       "Forum Daerah|Forum|12-14 Maret 2024|Hotel|Kota Surabaya|"
                                       "Kota Malang; Kementerian Luar Negeri\n");
    const ImportPlan plan = planOf(emptyProject(), activities);
    EXPECT_THAT(reportLines(activities, plan), ElementsAre("1 heading", "2 added 35.78 35.73"));
    ASSERT_EQ(plan.result->activities.size(), 1U);
    EXPECT_EQ(plan.result->activities[0].end, (core::PartialDate{2024, 3, 14}));
    EXPECT_EQ(plan.result->activities[0].participants.at(1).name, "Kementerian Luar Negeri");
    const TableFile risks = table("Risiko|Daerah|Penyebab|Kemungkinan|Keparahan|Mitigasi|Pemilik Risiko\n"
                                  "Anggaran dipotong|Kota Surabaya|anggaran|Tinggi|4 (besar)|Cari mitra|Bappeda\n"
                                  "Mitra berganti|Kota Malang|komitmen|entah|2||\n");
    const ImportPlan second = planOf(*plan.result, risks);
    EXPECT_THAT(reportLines(risks, second), ElementsAre("1 heading", "2 added 35.78", "3 added 35.73 likelihood!"));
    ASSERT_EQ(second.result->risks.size(), 2U);
    EXPECT_EQ(second.result->risks[0].likelihood, 4);
    EXPECT_EQ(second.result->risks[0].severity, 4);
    EXPECT_FALSE(planOf(*second.result, risks).changes());
}

TEST(ImportPlan, cancellingGivesNoPlan) {
    const TableFile file = table(kAgreements);
    const ImportMapping mapping = test::mappingOf(file);
    const auto plan =
        planImport(emptyProject(), file, mapping, {}, test::importContext(), [](double) { return false; });
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().code, core::ErrorCode::cancelled);
}

TEST(ImportPlan, aSheetWithoutTheColumnsItNeedsIsRefused) {
    const TableFile file = table("Mitra|Negara|Bidang\nKochi|Jepang|Pendidikan\n");
    const auto plan =
        planImport(emptyProject(), file, test::mappingOf(file, ImportKind::agreements), {}, test::importContext());
    ASSERT_FALSE(plan);
    EXPECT_THAT(core::englishText(plan.error()), HasSubstr("Region"));
}

TEST(ImportPlan, explainsEveryCellOfARow) {
    const TableFile file = table(kAgreements);
    const ImportMapping mapping = test::mappingOf(file);
    const ImportAnswers answers;
    const core::Project project = emptyProject();
    const ImportContext context = test::importContext();
    const RowExplainer explainer(project, file, mapping, answers, context);
    std::map<std::string, std::string> understood;
    for (const CellFinding& cell : explainer.explain({0, 4}))
        understood[std::string(importFieldId(cell.field))] = cell.understood;
    EXPECT_EQ(understood["signed_on"], "2024-08-20");
    EXPECT_EQ(understood["country"], "JPN");
    EXPECT_EQ(understood["region"], "Kota Surabaya (35.78)");
    EXPECT_EQ(understood["value"], "1500000000 IDR");
    EXPECT_TRUE(explainer.explain({0, 1}).empty());
}

TEST(ImportPlan, theReportIsJsonAndTheSummaryNamesOpenRows) {
    const TableFile file = table(kAgreements);
    const ImportMapping mapping = test::mappingOf(file);
    const ImportPlan plan = planOf(emptyProject(), file);
    std::string text;
    writeImportReport(file, mapping, plan, [&](std::string_view part) { text += part; });
    const auto json = nlohmann::json::parse(text, nullptr, false);
    ASSERT_FALSE(json.is_discarded()) << text;
    EXPECT_EQ(json["rows"].size(), plan.rows.size());
    EXPECT_EQ(json["counts"]["added"], 2);
    EXPECT_EQ(json["rows"][4]["regions"][0]["candidates"].size(), 2U);
    std::string summary;
    for (const core::Message& line : importSummary(file, mapping, plan))
        summary += core::englishText(line) + "\n";
    EXPECT_THAT(summary, HasSubstr("2 added"));
    EXPECT_THAT(summary, HasSubstr("\"Pekalongan\" may be several regions: 33.26, 33.75"));
    ReportLanguage language{[](const core::Message& line) { return "<" + core::englishText(line) + ">"; },
                            &test::importCatalog()};
    summary.clear();
    for (const core::Message& line : importSummary(file, mapping, plan, language))
        summary += core::englishText(line) + "\n";
    EXPECT_THAT(summary, HasSubstr("read as Agreements"));
    EXPECT_THAT(summary, HasSubstr("Kabupaten Pekalongan (33.26), Kota Pekalongan (33.75). <Several regions"));
}

// Time and memory grow with the rows, not with their square.
TEST(ImportPlan, aHundredThousandRows) {
    const auto synthetic = [](int rows) {
        TableFile file;
        file.name = "besar.csv";
        file.sheets.emplace_back();
        const auto cell = [](std::string text) { return TableCell{CellKind::text, std::move(text)}; };
        file.sheets[0].rows.push_back({1,
                                       {cell("Daerah"), cell("Mitra"), cell("Negara"), cell("Bidang"),
                                        cell("Tanggal TTD"), cell("Nilai (Rp)"), cell("Keterangan")}});
        const char* const regions[] = {"Kota Surabaya", "Kab. Paser", "KOTA BANDUNG", "64.71", "Kabupaten Malang"};
        for (int i = 0; i < rows; ++i)
            file.sheets[0].rows.push_back(
                {i + 2,
                 {cell(regions[i % 5]), cell("Mitra buatan " + std::to_string(i)), cell("Jepang"), cell("Pendidikan"),
                  cell(std::to_string(1 + i % 28) + " Mei 2020"), cell("1.500.000"), cell("sintetis")}});
        return file;
    };
    const auto seconds = [&](int rows, core::Project& project) {
        const TableFile file = synthetic(rows);
        const auto start = std::chrono::steady_clock::now();
        const ImportPlan plan = planOf(project, file);
        EXPECT_EQ(plan.count(RowOutcome::added) + plan.count(RowOutcome::unchanged), static_cast<std::size_t>(rows));
        project = *plan.result;
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    core::Project few = emptyProject();
    core::Project many = emptyProject();
    const double small = seconds(10000, few);
    const double large = seconds(100000, many);
    const double again = seconds(100000, many);
    std::cout << "10,000 rows: " << small << " s; 100,000 rows: " << large << " s; once more: " << again << " s\n";
    EXPECT_LT(large, 10 * 4 * std::max(small, 0.05));
    EXPECT_LT(again, 10 * 6 * std::max(small, 0.05));
    EXPECT_EQ(many.agreements.size(), 100000U);
}

} // namespace
} // namespace jejaring::data
