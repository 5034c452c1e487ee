// SPDX-License-Identifier: MIT
// Tables of a project, written to files, read again and imported: nothing may change.
#include "data/project/sample.hpp"
#include "data/table/csv.hpp"
#include "data/table/table_export.hpp"
#include "support/temporary_folder.hpp"
#include "text/language.hpp"

#include "data/import/import_fixture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <map>

namespace jejaring::data {
namespace {

constexpr const char* kAssets = JEJARING_SOURCE_DIR "/assets";

// The regions that the sample names, as it names them.
core::RegionCatalog sampleCatalog() {
    std::map<std::string, std::string> names{{"32", "Jawa Barat"}, {"33", "Jawa Tengah"}, {"64", "Kalimantan Timur"}};
    const auto add = [&](const char* file, const char* code, const char* name) {
        const core::Result<CsvTable> table = readCsv(std::string(kAssets) + "/sample/" + file, {code, name});
        ASSERT_TRUE(table) << core::englishText(table.error());
        for (const CsvRow& row : table.value().rows())
            if (const std::string text(table.value().cell(row, code)); !text.empty())
                names.emplace(text, table.value().cell(row, name));
    };
    add("cooperation.csv", "region_code", "region_name");
    add("visits.csv", "province_code", "province_name");
    add("visit_stops.csv", "region_code", "region_name");
    add("cooperation.csv", "partner_region_code", "partner_name");
    std::vector<core::Region> regions;
    for (const auto& [code, name] : names)
        regions.push_back(test::namedRegion(code.c_str(), name.c_str()));
    return core::RegionCatalog(std::move(regions));
}

// What the sample lacks: lists in every cell that may hold one, parts of dates, amounts, and texts that a spreadsheet
// would take for formulas.
void addTheUnusual(core::Project& project) {
    const auto code = [](const char* text) { return core::RegionCode::parse(text).value(); };
    const core::PartialDate month{2024, 5, 0};
    const core::PartialDate year{1997, 0, 0};
    const core::PartialDate day{2024, 8, 20};
    project.sources.push_back(
        {"S-x", "@judul", "https://example.org/a?b=1;c", core::SourceGrade::a, "=Kementerian; Biro", month});
    project.sources.push_back({"S-y", "Laporan", "", core::SourceGrade::unstated, "BPS", year});
    project.partners.push_back(
        {"P-a", "=1+1", core::PartnerType::company, "JPN", {}, core::Coordinates{-6.2, 106.125}});
    project.partners.push_back({"P-b", "PT Contoh (Korea)", core::PartnerType::company, "", {}, {}});
    core::Agreement many;
    many.id = "A-many";
    many.parties = {{code("32.73"), ""}, {code("64.71"), ""}, {{}, "P-a"}, {{}, "P-b"}};
    many.document = "PKS";
    many.framework = "bilateral";
    many.sectors = {"education", "port"};
    many.status = core::AgreementStatus::ended;
    many.stages = {{"penjajakan", year, core::StagePhase::beforeSigning},
                   {"penandatanganan", month, core::StagePhase::signing}};
    many.signedOn = month;
    many.validUntil = year;
    many.endedOn = day;
    many.value = 1234567.125;
    many.currency = "USD";
    many.targets = {{"-5 kunjungan", "kali", 12.345, std::nullopt}, {"+62 produk", "", std::nullopt, 1234.5}};
    many.replaces = "C001";
    many.sourceId = "S-x";
    many.note = "-5\n+62 812\n@x";
    project.agreements.push_back(many);
    core::Agreement one = many;
    one.id = "A-one";
    one.parties = {{code("32.73"), ""}, {{}, "P-a"}};
    one.targets = {{"1. ekspor", "ton", 12.345, 1e21}};
    one.stages.clear();
    project.agreements.push_back(one);
    core::Visit& visit = project.visits.front();
    visit.stops.front().reason = "=HYPERLINK(\"x\")";
    visit.stops.front().endTime = core::ClockTime{17 * 60};
    const int stop = visit.stops.front().sequence;
    project.followUps = {{"F1", visit.id, 0, "+62 menelepon; lalu menulis", "", day, std::nullopt, ""},
                         {"F2", visit.id, 0, "Menulis nota", "Biro", std::nullopt, month, ""},
                         {"F3", visit.id, stop, "Rapat", "Dinas A; Dinas B", month, year, ""}};
    core::Activity activity;
    activity.id = "K1";
    activity.title = "-5 derajat";
    activity.kind = "fair";
    activity.start = month;
    activity.coordinates = core::Coordinates{-6.125, 106.5};
    activity.region = code("64.71");
    activity.participants = {{code("32.73"), "", "host"}, {code("64.71"), "", ""}, {{}, "Bappenas", "speaker"}};
    activity.sourceId = "S-x";
    project.activities = {activity};
    project.indicators = {{"I1", "Ekspor", "ton", "S-x"}, {"I2", "=Penduduk", "", ""}};
    project.indicatorValues = {{"I1", code("32.73"), year, 12.345, "S-x"},
                               {"I1", code("32.73"), month, -5, "S-x"},
                               {"I2", code("64"), year, 1234567.5, "S-y"}};
    project.risks = {{"R1", core::RiskSign::positiveEffect, code("32.73"), "C001", "=SUM(A1)", "@x", 3, 5, "-5", "+62"},
                     {"R2", core::RiskSign::risk, {}, "", "Kebakaran", "", 0, 0, "", ""}};
}

class TableExportTest : public testing::TestWithParam<text::Language> {
  protected:
    static void SetUpTestSuite() { text::initTranslations(JEJARING_BINARY_DIR "/share/locale"); }

    void SetUp() override {
        core::Result<core::Project> sample = sampleProject(kAssets);
        ASSERT_TRUE(sample);
        project_ = std::move(sample).value();
    }

    [[nodiscard]] TableExportContext context() const {
        return {catalog_,
                test::importAssets().words,
                test::importAssets().countries,
                [](const char* id) { return text::translate(GetParam(), id); },
                [](std::string_view code) { return text::countryName(GetParam(), code); },
                GetParam() == text::Language::indonesian};
    }

    // Places of cities are known, so that the import would have something to fill in.
    [[nodiscard]] ImportContext importing() const {
        return {catalog_,
                test::importAssets().words,
                test::importAssets().countries,
                test::importAssets().aliases,
                "2026-01-02T03:04:05Z",
                [](const std::string&, const std::string&) {
                    return core::Coordinates{1, 2};
                }};
    }

    void expectNoChange(const core::Project& base, const TableFile& file, std::size_t rows) const {
        const ImportMapping mapping = proposeMapping(file, test::importAssets().headings);
        const core::Result<ImportPlan> plan = planImport(base, file, mapping, {}, importing());
        ASSERT_TRUE(plan) << core::englishText(plan.error());
        EXPECT_EQ(plan.value().count(RowOutcome::unchanged), rows);
        EXPECT_EQ(plan.value().count(RowOutcome::heading), file.sheets.size());
        EXPECT_EQ(plan.value().rows.size(), rows + file.sheets.size());
        EXPECT_FALSE(plan.value().changes());
        EXPECT_TRUE(*plan.value().result == base);
        int said = 0;
        for (const RowPlan& row : plan.value().rows)
            if (row.outcome != RowOutcome::unchanged && row.outcome != RowOutcome::heading && said++ < 10) {
                std::string what = test::reportLine(file, row);
                for (const CellFinding& cell : row.cells)
                    if (cell.before)
                        what += "\n    \"" + *cell.before + "\" -> \"" + cell.understood + '"';
                ADD_FAILURE() << what;
            }
    }

    // Through a file each, as XLSX in one and as CSV one a table.
    void expectRoundTrip(const core::Project& base) const {
        const test::TemporaryFolder folder;
        std::vector<ImportKind> kinds;
        std::size_t all = 0;
        for (const ImportKind kind : importKinds()) {
            const std::size_t rows = exportedRows(base, kind);
            if (rows == 0)
                continue;
            kinds.push_back(kind);
            all += rows;
            SCOPED_TRACE(std::string(importKindId(kind)) + ".csv");
            const std::string path = folder.file(std::string(importKindId(kind)) + ".csv");
            const core::Outcome written =
                writeTableFile(exportTables(base, std::array{kind}, TableFormat::csv, context()).value(), path, false);
            ASSERT_TRUE(written) << core::englishText(written.error());
            const core::Result<TableFile> read = readTableFile(path);
            ASSERT_TRUE(read) << core::englishText(read.error());
            EXPECT_TRUE(read.messages().empty());
            expectNoChange(base, read.value(), rows);
        }
        SCOPED_TRACE("xlsx");
        const std::string path = folder.file("semua.xlsx");
        const core::Outcome written =
            writeTableFile(exportTables(base, kinds, TableFormat::xlsx, context()).value(), path, false);
        ASSERT_TRUE(written) << core::englishText(written.error());
        const core::Result<TableFile> read = readTableFile(path);
        ASSERT_TRUE(read) << core::englishText(read.error());
        EXPECT_TRUE(read.messages().empty());
        expectNoChange(base, read.value(), all);
    }

    core::RegionCatalog catalog_ = sampleCatalog();
    core::Project project_;
};

TEST_P(TableExportTest, ImportingTheWholeSampleAgainChangesNothing) {
    expectRoundTrip(project_);
}

// The words of one language alone, though the import knows those of both.
TEST_P(TableExportTest, SpeaksTheLanguageOfTheReader) {
    const TableSheet sheet = exportTable(project_, ImportKind::agreements, context());
    const bool indonesian = GetParam() == text::Language::indonesian;
    std::size_t own = 0;
    for (const TableRow& row : sheet.rows)
        for (const TableCell& cell : row.cells) {
            for (const char* english : {"Indonesian region", "Signing", "City", "Exploration"})
                EXPECT_FALSE(indonesian && (cell.text == english || cell.text.starts_with(std::string(english) + " (")))
                    << row.number << ": " << cell.text;
            own += cell.text == (indonesian ? "Daerah di Indonesia" : "Indonesian region");
            own += cell.text.starts_with(indonesian ? "Penandatanganan" : "Signing");
        }
    EXPECT_GT(own, 30U);
}

TEST_P(TableExportTest, ImportingTheUnusualAgainChangesNothing) {
    addTheUnusual(project_);
    expectRoundTrip(project_);
}

TEST_P(TableExportTest, EveryHeadingIsRecognisedAsItsOwn) {
    addTheUnusual(project_);
    for (const ImportKind kind : importKinds()) {
        const TableSheet sheet = exportTable(project_, kind, context());
        const std::vector<TableCell>& headings = sheet.rows.front().cells;
        const TableFile file = exportTables(project_, std::array{kind}, TableFormat::csv, context()).value();
        const ImportMapping mapping = proposeMapping(file, test::importAssets().headings);
        ASSERT_EQ(mapping.sheets.size(), 1U);
        EXPECT_EQ(mapping.sheets[0].kind, kind);
        ASSERT_EQ(mapping.sheets[0].columns.size(), headings.size());
        for (const ColumnChoice& choice : mapping.sheets[0].columns) {
            ASSERT_TRUE(choice.field) << importKindId(kind) << ": " << choice.heading;
            EXPECT_THAT(choice.heading,
                        testing::StartsWith(text::translate(GetParam(), importFieldLabel(*choice.field))));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(InBothLanguages, TableExportTest,
                         testing::Values(text::Language::indonesian, text::Language::english),
                         [](const auto& language) { return std::string(text::languageId(language.param)); });

} // namespace
} // namespace jejaring::data
