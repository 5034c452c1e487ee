// SPDX-License-Identifier: MIT
#include "data/project/sample.hpp"

#include "analysis/impact.hpp"
#include "data/boundary/boundary_store.hpp"
#include "data/file_io.hpp"
#include "data/paths.hpp"
#include "data/project/project_info.hpp"
#include "data/table/csv.hpp"
#include "support/official_regions.hpp"
#include "support/temporary_folder.hpp"

#include <filesystem>
#include <fstream>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jejaring::data {
namespace {

using core::AgreementKind;
using core::AgreementStatus;
using testing::ElementsAre;

const std::string kAssets = JEJARING_SOURCE_DIR "/assets";
const core::Day kToday = core::parseDay("2026-11-22").value();

core::Project sample() {
    auto result = sampleProject(kAssets);
    EXPECT_TRUE(result);
    EXPECT_TRUE(result.messages().empty());
    return std::move(result).value();
}

ProjectInfo infoOf(const core::Project& project, const core::RegionCatalog& catalog) {
    return projectInfo(project, catalog, kToday, kToday);
}

void expectTheSamplesCounts(const ProjectInfo& info) {
    EXPECT_EQ(info.agreements, 145);
    EXPECT_EQ(info.inForce, 115);
    EXPECT_THAT(info.regencies.perClass, ElementsAre(17, 9, 4, 3, 2));
    EXPECT_EQ(info.regencies.zero, 11);
    EXPECT_EQ(info.regencies.noRecord, 468);
    EXPECT_EQ(info.regencies.notEnoughData, 0);
    EXPECT_EQ(info.regencies.withRecord, 46);
    EXPECT_THAT(info.provinces.perClass, ElementsAre(3, 4, 5, 8, 4));
    EXPECT_EQ(info.provinces.zero, 2);
    EXPECT_EQ(info.provinces.noRecord, 12);
    EXPECT_EQ(info.provinces.notEnoughData, 0);
    const auto roundedScore = [&](const char* code) {
        for (const RegionInfo& region : info.regions)
            if (region.code == code)
                return std::lround(region.impact.score);
        return -1L;
    };
    EXPECT_EQ(roundedScore("32.73"), 87); // Kota Bandung
    EXPECT_EQ(roundedScore("35.78"), 84); // Kota Surabaya
    EXPECT_EQ(roundedScore("12.71"), 70); // Kota Medan
}

TEST(Sample, countsAsTheDefinitionOfTheImpactSays) {
    const core::Project project = sample();
    const core::RegionCatalog catalog = test::catalogFor(project);
    ASSERT_EQ(catalog.provinceCount(), core::kProvinceCount);
    ASSERT_EQ(catalog.regencyCount(), core::kRegencyCount);
    expectTheSamplesCounts(infoOf(project, catalog));
}

TEST(Sample, countsTheSameOnTheRealBoundaries) {
    if (!std::filesystem::exists(boundariesPath()))
        GTEST_SKIP() << "the boundaries have not been built";
    const auto boundaries = readBoundaries(boundariesPath(), {false, false, false});
    ASSERT_TRUE(boundaries) << core::englishText(boundaries.error());
    const ProjectInfo info = infoOf(sample(), boundaries.value().shapes.catalog);
    expectTheSamplesCounts(info);
    for (const analysis::Problem& problem : info.problems)
        EXPECT_NE(problem.kind, analysis::ProblemKind::unknownRegion) << core::englishText(problem.message);
}

TEST(Sample, holdsEveryFactWithItsSource) {
    const core::Project project = sample();
    EXPECT_EQ(project.agreements.size(), 145U);
    EXPECT_EQ(project.visits.size(), 19U);
    std::size_t stops = 0;
    std::set<std::string> sources;
    int domestic = 0;
    for (const core::Visit& visit : project.visits) {
        stops += visit.stops.size();
        EXPECT_NE(core::findSource(project, visit.sourceId), nullptr) << visit.id;
        for (const core::Stop& stop : visit.stops)
            EXPECT_NE(core::findSource(project, stop.sourceId), nullptr) << visit.id;
    }
    int withoutAddress = 0;
    for (const core::Agreement& agreement : project.agreements) {
        const core::Source* source = core::findSource(project, agreement.sourceId);
        ASSERT_NE(source, nullptr) << agreement.id;
        EXPECT_NE(source->grade, core::SourceGrade::unstated);
        withoutAddress += source->address.empty() ? 1 : 0;
        sources.insert(source->id);
        domestic += agreement.kind == AgreementKind::betweenRegions ? 1 : 0;
        EXPECT_EQ(agreement.provenance.file, "cooperation.csv");
    }
    EXPECT_EQ(stops, 34U);
    EXPECT_EQ(sources.size(), 89U);
    EXPECT_EQ(domestic, 37);
    EXPECT_EQ(withoutAddress, 12);
    EXPECT_EQ(project.agreements.front().provenance.row, 2);
}

TEST(Sample, mapsStatusKindAndStage) {
    const core::Project project = sample();
    const auto find = [&](const char* id) -> const core::Agreement& { return *core::findAgreement(project, id); };
    // Signed, and the source does not say whether it still runs.
    EXPECT_EQ(find("C039").status, AgreementStatus::unknown);
    EXPECT_EQ(find("C039").stages.back().stage, "penandatanganan");
    EXPECT_EQ(find("C039").kind, AgreementKind::foreignLocal);
    // Under way.
    EXPECT_EQ(find("C037").stages.back().phase, core::StagePhase::underWay);
    EXPECT_EQ(find("C037").signedOn, (core::PartialDate{1997, 4, 17}));
    // Explored: the date is that of a meeting, not of a signing.
    EXPECT_EQ(find("C043").stages.back().stage, "penjajakan");
    EXPECT_FALSE(find("C043").signedOn);
    EXPECT_EQ(find("C043").kind, AgreementKind::notStated);
    // A letter of intent, and the one of a partner that another row knows as a city.
    EXPECT_EQ(find("C060").document, "LoI");
    EXPECT_EQ(find("C060").stages.back().stage, "pernyataan_kehendak");
    EXPECT_EQ(find("C064").kind, AgreementKind::foreignLocal);
    // Between regions: both are parties, and the second stands on the partner's side too.
    EXPECT_EQ(find("C128").parties[1].region.text(), "34.04");
    EXPECT_FALSE(find("C128").parties[1].partnerId.empty());
    // Blank stays blank.
    EXPECT_FALSE(find("C004").signedOn);
    EXPECT_TRUE(find("C004").sectors.empty());
    EXPECT_FALSE(find("C080").endedOn);
    EXPECT_EQ(find("C042").signedOn, (core::PartialDate{2018, 3, 0}));
}

TEST(Sample, linksLettersOfIntentToWhatCameOfThem) {
    const core::Project project = sample();
    std::set<std::pair<std::string, std::string>> links;
    for (const core::Agreement& agreement : project.agreements)
        if (!agreement.replaces.empty())
            links.emplace(agreement.id, agreement.replaces);
    const std::set<std::pair<std::string, std::string>> expected{
        {"C065", "C064"}, {"C069", "C068"}, {"C075", "C074"}, {"C083", "C082"}, {"C097", "C096"}};
    EXPECT_EQ(links, expected);
    EXPECT_EQ(infoOf(project, test::catalogFor(project)).chains, 140);
}

TEST(Sample, onePartnerOfSeveralRegionsIsOneRow) {
    const core::Project project = sample();
    const auto partnerOf = [&](const char* id) { return core::findAgreement(project, id)->parties[1].partnerId; };
    EXPECT_EQ(partnerOf("C042"), partnerOf("C086")); // Liverpool: Surabaya and Manado
    EXPECT_NE(partnerOf("C064"), partnerOf("C140")); // Nanjing, and Nanjing County in Fujian
    EXPECT_EQ(core::findPartner(project, partnerOf("C042"))->country, "GBR");
}

TEST(Sample, everySectorHasALabelInBothLanguages) {
    const core::Project project = sample();
    for (const core::Agreement& agreement : project.agreements)
        for (const std::string& id : agreement.sectors) {
            const core::Sector* sector = core::findSector(project.sectors, id);
            ASSERT_NE(sector, nullptr) << id;
            EXPECT_FALSE(sector->indonesian.empty() || sector->english.empty());
        }
    EXPECT_EQ(core::findSector(project.sectors, "port")->indonesian, "Pelabuhan");
}

TEST(Sample, hasItsProblemsFound) {
    const core::Project project = sample();
    int withoutAddress = 0;
    for (const analysis::Problem& problem : infoOf(project, test::catalogFor(project)).problems) {
        EXPECT_NE(problem.kind, analysis::ProblemKind::reference);
        EXPECT_NE(problem.kind, analysis::ProblemKind::duplicate);
        withoutAddress += problem.kind == analysis::ProblemKind::noAddress ? 1 : 0;
    }
    EXPECT_EQ(withoutAddress, 12);
}

// --- files that are not as they should be -------------------------------------------------------------------------

class SpoiltSample : public testing::Test {
  protected:
    void SetUp() override {
        for (const char* part : {"data", "sample"}) {
            std::filesystem::create_directories(folder_.path() / part);
            std::filesystem::copy(kAssets + '/' + part, folder_.path() / part,
                                  std::filesystem::copy_options::recursive |
                                      std::filesystem::copy_options::overwrite_existing);
        }
    }
    void append(const char* file, const std::string& line) const {
        std::ofstream(folder_.path() / "sample" / file, std::ios::app) << line << '\n';
    }
    [[nodiscard]] core::Result<core::Project> read() const { return sampleProject(folder_.path().string()); }

    test::TemporaryFolder folder_;
};

TEST_F(SpoiltSample, everyBadRowIsNamedWithWhatWasExpected) {
    const std::vector<std::pair<std::string, std::string>> rows{
        {"C900,Kota,32.7,sister_city,X,DEU,,,,,,,active,t,u,A,", "region_code: expected a code such as 64 or 64.01"},
        {"C900,Kota,32.73,sister_city,,DEU,,,,,,,active,t,u,A,", "partner_name: expected a text"},
        {"C900,Kota,32.73,sister_city,X,Germany,,,,,,,active,t,u,A,", "partner_country: expected three letters"},
        {"C900,Kota,32.73,sister_city,X,DEU,91,0,,,,,active,t,u,A,", "partner_lat: expected degrees"},
        {"C900,Kota,32.73,sister_city,X,DEU,9,,,,,,active,t,u,A,", "partner_lon: expected both coordinates"},
        {"C900,Kota,32.73,sister_city,X,DEU,,,,magic,,,active,t,u,A,", "sectors: expected sectors of sectors.csv"},
        {"C900,Kota,32.73,sister_city,X,DEU,,,,,,1997-02-30,active,t,u,A,", "signed_date: expected YYYY"},
        {"C900,Kota,32.73,sister_city,X,DEU,,,,,,,perhaps,t,u,A,", "status: expected unknown, active"},
        {"C900,Kota,32.73,sister_city,X,DEU,,,,,,,active,t,u,C,", "source_grade: expected A or B"},
        {"C900,Kota,32.73,sister_city,X,DEU,,,,,,,active,t,u,A", "expected 17 cells, found 16"},
        {"C900,Kota,32.73,sister_city,X\xff,DEU,,,,,,,active,t,u,A,", "expected text in UTF-8"},
        {"C900,\"Kota,32.73,sister_city,X,DEU,,,,,,,active,t,u,A,", "a quotation is not closed"}};
    for (const auto& [row, expected] : rows)
        append("cooperation.csv", row);
    const auto result = read();
    ASSERT_TRUE(result);
    EXPECT_EQ(result.value().agreements.size(), 145U);
    ASSERT_EQ(result.messages().size(), rows.size());
    std::string all;
    for (const core::Message& message : result.messages())
        all += core::englishText(message) + '\n';
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_THAT(all, testing::HasSubstr("cooperation.csv, row " + std::to_string(147 + i)));
        EXPECT_THAT(all, testing::HasSubstr(rows[i].second));
    }
}

TEST_F(SpoiltSample, aStopOfNoVisitAndABadTimeAreNamed) {
    append("visit_stops.csv", "V99,1,2025-01-01,,,Di mana,,,,,,,held,u");
    append("visit_stops.csv", "V01,2,2025-01-01,25:00,WIB,Di mana,,,,,,,held,u");
    append("visit_stops.csv", "V01,x,2025-01-01,,,Di mana,,,,,,,held,u");
    append("visits.csv", "V77,Judul,,,holiday,,,,,,,");
    const auto result = read();
    ASSERT_TRUE(result);
    ASSERT_EQ(result.messages().size(), 4U);
    EXPECT_THAT(core::englishText(result.messages()[0]), testing::HasSubstr("visits.csv, row 21, type"));
    EXPECT_THAT(core::englishText(result.messages()[1]), testing::HasSubstr("found \"V99\""));
    EXPECT_THAT(core::englishText(result.messages()[2]), testing::HasSubstr("time: expected HH:MM, found \"25:00\""));
    EXPECT_THAT(core::englishText(result.messages()[3]), testing::HasSubstr("seq: expected 1, 2 ..."));
}

TEST_F(SpoiltSample, aMissingFileAndAMissingColumnAreErrors) {
    std::ofstream(folder_.path() / "sample" / "visits.csv") << "visit_id,title\nV01,a\n";
    auto result = read();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, core::ErrorCode::wrongFormat);
    EXPECT_EQ(core::englishText(result.error()), "visits.csv has no column \"type\"");
    std::filesystem::remove(folder_.path() / "sample" / "visits.csv");
    result = read();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, core::ErrorCode::notFound);
}

} // namespace
} // namespace jejaring::data
