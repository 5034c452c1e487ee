// SPDX-License-Identifier: MIT
// Files as a real spreadsheet writes them: messy.fods, converted by LibreOffice.
#include "data/import/import_fixture.hpp"
#include "support/temporary_folder.hpp"

#include "data/file_io.hpp"

#include <array>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace jejaring::data {
namespace {

// NOLINTBEGIN(cert-env33-c,concurrency-mt-unsafe): fixed commands of this test, on one thread
class TableLibreOffice : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        if (std::system("command -v soffice >/dev/null 2>&1") != 0)
            return;
        folder_ = std::make_unique<test::TemporaryFolder>();
        const core::Result<std::string> messy = readWholeFile(JEJARING_SOURCE_DIR "/tests/data/table/messy.fods");
        ASSERT_TRUE(messy);
        const std::string place = "<!-- calculation settings -->";
        std::string macintosh = messy.value();
        ASSERT_NE(macintosh.find(place), std::string::npos);
        macintosh.replace(macintosh.find(place), place.size(),
                          "<table:calculation-settings><table:null-date table:date-value=\"1904-01-01\"/>"
                          "</table:calculation-settings>");
        std::ofstream(folder_->file("rekap.fods")) << messy.value();
        std::ofstream(folder_->file("1904.fods")) << macintosh;
        convert("xlsx");
        convert("ods");
        // Windows-1252, semicolons, cells as they are shown, every sheet.
        convert("csv:Text - txt - csv (StarCalc):59,34,1252,1,,0,false,true,false,false,false,-1");
    }
    static void TearDownTestSuite() { folder_.reset(); }

    void SetUp() override {
        if (!folder_)
            GTEST_SKIP() << "soffice is not installed";
    }

    static void convert(const std::string& format) {
        const std::string at = folder_->path().string();
        const std::string command =
            "cd '" + at + "' && HOME='" + at + "' timeout 200 soffice '-env:UserInstallation=file://" + at +
            "/profile' --headless --convert-to '" + format + "' rekap.fods 1904.fods >/dev/null 2>&1";
        EXPECT_EQ(std::system(command.c_str()), 0) << command;
    }

    static core::Result<TableFile> read(const std::string& name) { return readTableFile(folder_->file(name)); }

    static inline std::unique_ptr<test::TemporaryFolder> folder_;
};
// NOLINTEND(cert-env33-c,concurrency-mt-unsafe)

const std::vector<std::string> kExpected{
    "Kerja sama/1 title",
    "Kerja sama/3 heading",
    "Kerja sama/4 heading",
    "Kerja sama/5 added 35.78",
    "Kerja sama/6 added 64.01",
    "Kerja sama/7 added 35.73 value! sectors:unknown_word",
    "Kerja sama/8 totals",
    "Rahasia/1 skipped",
    "Rahasia/2 skipped",
    "Jadwal/1 title",
    "Jadwal/2 heading",
    "Jadwal/3 added 64.71",
    "Jadwal/4 added 64.72 date:weekday_differs date:two_digit_year time:zone_differs",
    "Indikator/1 title",
    "Indikator/2 heading",
    "Indikator/3 heading",
    "Indikator/4 added 64.71 amount_of_period!",
    "Indikator/5 added 11.10"};

TEST_F(TableLibreOffice, EachFormatSaysTheSameRowByRow) {
    for (const char* const name : {"rekap.xlsx", "rekap.ods", "1904.xlsx", "1904.ods"}) {
        SCOPED_TRACE(name);
        const core::Result<TableFile> file = read(name);
        ASSERT_TRUE(file) << core::englishText(file.error());
        EXPECT_TRUE(file.messages().empty());
        const ImportPlan plan = test::planOf(test::emptyProject(), file.value());
        EXPECT_EQ(test::reportLines(file.value(), plan), kExpected);
        const core::Project& project = *plan.result;
        ASSERT_EQ(project.agreements.size(), 3U);
        EXPECT_EQ(project.agreements[0].signedOn, core::PartialDate::parse("2024-08-20"));
        EXPECT_EQ(project.agreements[0].validUntil, core::PartialDate::parse("2029-08-19"));
        EXPECT_EQ(project.agreements[0].value, 1.5e9);
        EXPECT_EQ(project.agreements[0].currency, "IDR");
        EXPECT_EQ(project.agreements[0].sectors.size(), 2U);
        EXPECT_EQ(project.agreements[1].signedOn, core::PartialDate::parse("2024-09-19")) << "a formula's result";
        EXPECT_EQ(project.agreements[1].value, 3e9);
        EXPECT_FALSE(project.agreements[2].value) << "a formula that failed says nothing";
        ASSERT_EQ(project.partners.size(), 3U);
        EXPECT_EQ(project.partners[0].name, "Orléans");
        ASSERT_EQ(project.visits.size(), 1U);
        ASSERT_EQ(project.visits[0].stops.size(), 2U);
        EXPECT_EQ(project.visits[0].stops[0].time, core::ClockTime::parse("09:30"));
        EXPECT_EQ(project.visits[0].stops[1].endTime, core::ClockTime::parse("24:00"));
        ASSERT_EQ(project.indicatorValues.size(), 3U) << "a percentage is no amount of rupiah";
        EXPECT_EQ(project.indicatorValues[0].period, core::PartialDate::quarter(2024, 1));
        EXPECT_EQ(project.indicatorValues[0].value, 12.5);
        EXPECT_EQ(project.indicatorValues[2].period, core::PartialDate::quarter(2024, 2));
        EXPECT_EQ(project.indicatorValues[2].value, 99);
    }
}

TEST_F(TableLibreOffice, OldMacintoshDaysAreTold) {
    EXPECT_TRUE(read("1904.xlsx").value().dates1904);
    EXPECT_FALSE(read("rekap.xlsx").value().dates1904);
}

TEST_F(TableLibreOffice, SeparatedTextInWindows1252ReadsTheSame) {
    const core::Result<TableFile> file = read("rekap-Kerja sama.csv");
    ASSERT_TRUE(file) << core::englishText(file.error());
    EXPECT_EQ(file.value().encoding, "windows-1252");
    EXPECT_EQ(file.value().separator, ';');
    const ImportPlan plan = test::planOf(test::emptyProject(), file.value());
    EXPECT_EQ(plan.count(RowOutcome::added), 3U);
    ASSERT_EQ(plan.result->partners.size(), 3U);
    EXPECT_EQ(plan.result->partners[0].name, "Orléans");
    EXPECT_EQ(plan.result->agreements[0].signedOn, core::PartialDate::parse("2024-08-20"));
    EXPECT_EQ(plan.result->agreements[0].value, 1.5e9);
}

} // namespace
} // namespace jejaring::data
