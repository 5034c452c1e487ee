// SPDX-License-Identifier: MIT
#include "session/import_session.hpp"

#include "data/project/sample.hpp"
#include "session/history.hpp"
#include "support/named_region.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace jejaring::session {
namespace {

using data::RowOutcome;
using Phase = ImportSession::Phase;

class ImportSessionTest : public testing::Test {
  protected:
    void SetUp() override {
        regions_ = std::make_shared<const core::RegionCatalog>(std::vector<core::Region>{
            test::namedRegion("32", "Jawa Barat"), test::namedRegion("32.04", "Kabupaten Bandung"),
            test::namedRegion("32.73", "Kota Bandung"), test::namedRegion("35", "Jawa Timur"),
            test::namedRegion("35.78", "Kota Surabaya"), test::namedRegion("64", "Kalimantan Timur"),
            test::namedRegion("64.01", "Kabupaten Paser")});
        history_.restart({State{}, std::make_shared<const core::Project>()});
        ImportHost host;
        host.project = [this] { return history_.project(); };
        host.regions = [this] { return regions_; };
        host.readOnly = [this]() -> const core::Message* { return readOnly_ ? &*readOnly_ : nullptr; };
        host.replace = [this](core::Message label, std::shared_ptr<const core::Project> next) {
            return history_.changeProject({State{}, std::move(next)}, std::move(label));
        };
        host.letGo = [this](std::shared_ptr<const void> large) { letGo_.push_back(std::move(large)); };
        host.notify = [this](core::Message message) { said_.push_back(core::englishText(message)); };
        host.changed = [] {};
        imports_ = std::make_unique<ImportSession>(std::string(JEJARING_BINARY_DIR) + "/share/jejaring",
                                                   std::move(host), queue_);
    }

    void work() {
        do
            queue_.drain();
        while (imports_->planning() || imports_->phase() == Phase::reading);
    }
    std::string csv(const std::string& name, const std::string& text) {
        std::string path = folder_.file(name);
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    // Two rows whose region is plain, two that may be either Bandung, one that names no region there is.
    std::string messy() {
        return csv("kerja sama.csv", "DAFTAR KERJA SAMA DAERAH\n\n"
                                     "No;Daerah;Mitra;Negara;Bidang;Tanggal TTD\n"
                                     "1;Kota Surabaya;Kota Kochi;Jepang;Pendidikan;20 Agustus 2024\n"
                                     "2;Kab. Paser;Kota Busan;Korea Selatan;Perdagangan;2023\n"
                                     "3;Bandung;Kota Cotabato;Filipina;Pendidikan;2022\n"
                                     "4;Bandung;Kota Yingkou;Tiongkok;Pariwisata;2021\n"
                                     "5;Negeri Antah;Kota Braunschweig;Jerman;Pendidikan;2020\n");
    }
    [[nodiscard]] std::size_t count(RowOutcome outcome) const { return imports_->plan()->plan.count(outcome); }
    [[nodiscard]] std::size_t agreements() const { return history_.project()->agreements.size(); }
    [[nodiscard]] std::string ambiguousKey() const {
        for (const data::RowPlan& row : imports_->plan()->plan.rows)
            for (const data::RegionReading& reading : row.regions)
                if (reading.finding.match == data::RegionMatch::ambiguous)
                    return reading.finding.key;
        return "";
    }

    test::TemporaryFolder folder_;
    History history_;
    std::shared_ptr<const core::RegionCatalog> regions_;
    std::optional<core::Message> readOnly_;
    std::vector<std::string> said_;
    std::vector<std::shared_ptr<const void>> letGo_;
    std::unique_ptr<ImportSession> imports_;
    TaskQueue queue_{[] {}};
};

TEST_F(ImportSessionTest, ReadsAndPlansAndWritesNothingBeforeItIsApplied) {
    const auto before = history_.project();
    imports_->open({messy()});
    EXPECT_EQ(imports_->phase(), Phase::reading);
    EXPECT_TRUE(imports_->obstacle().has_value());
    work();
    ASSERT_EQ(imports_->phase(), Phase::review);
    ASSERT_NE(imports_->plan(), nullptr);
    EXPECT_EQ(count(RowOutcome::added), 2U);
    EXPECT_EQ(count(RowOutcome::needsAnswer), 3U);
    EXPECT_EQ(imports_->writable(), 2U);
    EXPECT_FALSE(imports_->obstacle().has_value());
    EXPECT_EQ(history_.project(), before);
    EXPECT_FALSE(history_.canUndo());
}

TEST_F(ImportSessionTest, AnAnswerCountsForAllRowsThatSayTheSameAndIsKeptAsAnAlias) {
    imports_->open({messy()});
    work();
    const std::string key = ambiguousKey();
    ASSERT_FALSE(key.empty());
    imports_->answerRegion(key, *core::RegionCode::parse("32.73"));
    EXPECT_TRUE(imports_->touched());
    work();
    EXPECT_EQ(count(RowOutcome::added), 4U);
    EXPECT_EQ(count(RowOutcome::needsAnswer), 1U);
    imports_->apply();
    EXPECT_EQ(agreements(), 4U);
    ASSERT_EQ(history_.project()->aliases.size(), 1U);
    EXPECT_EQ(history_.project()->aliases.front().region.text(), "32.73");
    EXPECT_EQ(imports_->phase(), Phase::idle);
}

TEST_F(ImportSessionTest, AnImportIsOneStepOfUndoThatNamesTheFile) {
    const auto before = history_.project();
    imports_->open({messy()});
    work();
    imports_->apply();
    EXPECT_EQ(agreements(), 2U);
    ASSERT_NE(history_.undoLabel(), nullptr);
    EXPECT_EQ(core::englishText(*history_.undoLabel()), "Import kerja sama.csv");
    ASSERT_FALSE(said_.empty());
    EXPECT_EQ(said_.back(), "kerja sama.csv imported: 2 rows new, 0 updated, 3 left behind.");
    history_.undo();
    EXPECT_EQ(history_.project(), before);
}

// The window would stand still while a hundred thousand rows are copied.
TEST_F(ImportSessionTest, TheProjectThatWasPlannedIsHandedOverAsItIs) {
    imports_->open({messy()});
    work();
    const std::shared_ptr<const core::Project> planned = imports_->plan()->plan.result;
    const std::weak_ptr<const PlannedImport> plan = imports_->plan();
    const std::weak_ptr<const data::TableFile> file = imports_->file();
    imports_->apply();
    EXPECT_EQ(history_.project(), planned);
    history_.undo();
    history_.redo();
    EXPECT_EQ(history_.project(), planned);
    EXPECT_FALSE(plan.expired());
    EXPECT_FALSE(file.expired()) << "freed at once, instead of by whom they were given to";
    letGo_.clear();
    EXPECT_TRUE(plan.expired());
    EXPECT_TRUE(file.expired());
}

TEST_F(ImportSessionTest, TheSameFileAgainChangesNothing) {
    const std::string path = messy();
    imports_->open({path});
    work();
    imports_->apply();
    imports_->open({path});
    work();
    ASSERT_EQ(imports_->phase(), Phase::review);
    EXPECT_EQ(count(RowOutcome::unchanged), 2U);
    EXPECT_EQ(imports_->writable(), 0U);
    EXPECT_TRUE(imports_->obstacle().has_value());
    imports_->apply();
    EXPECT_EQ(agreements(), 2U);
    EXPECT_EQ(imports_->phase(), Phase::review) << "what cannot be applied is not";
}

TEST_F(ImportSessionTest, ARowLeftOutAndACellCorrectedArePlannedAnew) {
    imports_->open({messy()});
    work();
    const data::RowPlan* paser = nullptr;
    const data::RowPlan* nowhere = nullptr;
    for (const data::RowPlan& row : imports_->plan()->plan.rows) {
        if (row.place.row == 5)
            paser = &row;
        if (row.place.row == 8)
            nowhere = &row;
    }
    ASSERT_TRUE(paser != nullptr && nowhere != nullptr);
    const data::RowPlace left = paser->place;
    const data::CellPlace cell{nowhere->place, 1};
    imports_->leaveOut(left, true);
    imports_->correct(cell, "Kota Surabaya");
    work();
    EXPECT_EQ(count(RowOutcome::leftOut), 1U);
    EXPECT_EQ(count(RowOutcome::added), 2U);
    EXPECT_EQ(count(RowOutcome::needsAnswer), 2U);
    imports_->leaveOut(left, false);
    imports_->correct(cell, std::nullopt);
    work();
    EXPECT_EQ(count(RowOutcome::leftOut), 0U);
    EXPECT_EQ(count(RowOutcome::needsAnswer), 3U);
}

TEST_F(ImportSessionTest, OfManyChangesInARowTheLastOneCounts) {
    imports_->open({messy()});
    work();
    const std::string key = ambiguousKey();
    for (int i = 0; i < 20; ++i)
        imports_->answerRegion(key, *core::RegionCode::parse(i % 2 == 0 ? "32.73" : "32.04"));
    work();
    imports_->apply();
    ASSERT_EQ(history_.project()->aliases.size(), 1U);
    EXPECT_EQ(history_.project()->aliases.front().region.text(), "32.04");
}

TEST_F(ImportSessionTest, ASheetThatIsSkippedLeavesNothingToWrite) {
    imports_->open({messy()});
    work();
    imports_->chooseKind(0, std::nullopt);
    work();
    EXPECT_TRUE(imports_->obstacle().has_value());
    imports_->chooseKind(0, data::ImportKind::agreements);
    work();
    EXPECT_FALSE(imports_->obstacle().has_value());
    EXPECT_EQ(imports_->writable(), 2U);
}

TEST_F(ImportSessionTest, AProjectThatChangedMeanwhileIsPlannedAnewBeforeItIsWritten) {
    imports_->open({messy()});
    work();
    auto other = std::make_shared<core::Project>(*history_.project());
    other->title = "Diubah";
    history_.changeProject({State{}, other}, core::note("Edit"));
    imports_->apply();
    EXPECT_EQ(agreements(), 0U);
    work();
    EXPECT_EQ(agreements(), 2U);
    EXPECT_EQ(history_.project()->title, "Diubah") << "nothing of it is lost";
}

TEST_F(ImportSessionTest, WhereOtherRowsWouldBeWrittenThanTheUserSawNothingIs) {
    const std::string path = messy();
    imports_->open({path});
    work();
    imports_->apply();
    const auto imported = history_.project();
    history_.undo();
    imports_->open({path});
    work();
    EXPECT_EQ(count(RowOutcome::added), 2U);
    history_.changeProject({State{}, imported}, core::note("Edit"));
    imports_->apply();
    work();
    EXPECT_EQ(history_.project(), imported);
    EXPECT_EQ(count(RowOutcome::unchanged), 2U);
    EXPECT_EQ(imports_->phase(), Phase::review);
}

TEST_F(ImportSessionTest, FilesComeOneAfterAnotherAndTheRestCanBeGivenUp) {
    const std::string first = messy();
    const std::string second = csv("b.csv", "Daerah;Mitra;Negara\nKota Surabaya;Kota Perth;Australia\n");
    imports_->open({first, second, second});
    work();
    EXPECT_EQ(imports_->name(), "kerja sama.csv");
    EXPECT_EQ(imports_->waiting(), 2U);
    imports_->end();
    work();
    EXPECT_EQ(imports_->name(), "b.csv");
    EXPECT_EQ(imports_->waiting(), 1U);
    imports_->endAll();
    EXPECT_EQ(imports_->phase(), Phase::idle);
    EXPECT_FALSE(history_.canUndo());
}

TEST_F(ImportSessionTest, EndingWhileItReadsOrPlansLeavesTheProjectAsItWas) {
    const auto before = history_.project();
    std::string many = "Daerah;Mitra;Negara\n";
    for (int i = 0; i < 20000; ++i)
        many += "Kota Surabaya;Kota " + std::to_string(i) + ";Jepang\n";
    const std::string path = csv("banyak.csv", many);
    imports_->open({path});
    imports_->end();
    queue_.drain();
    EXPECT_EQ(imports_->phase(), Phase::idle);
    imports_->open({path});
    work();
    imports_->leaveOut({0, 2}, true);
    imports_->end();
    queue_.drain();
    EXPECT_EQ(imports_->phase(), Phase::idle);
    EXPECT_EQ(history_.project(), before);
}

TEST_F(ImportSessionTest, ATaskCancelledFromOutsideEndsTheImport) {
    imports_->open({messy()});
    for (const TaskStatus& task : queue_.running())
        queue_.cancel(task.id);
    imports_->beforeTakeOver();
    queue_.drain();
    imports_->afterTakeOver();
    queue_.drain();
    // It was stopped before it began, or had read the file already.
    EXPECT_NE(imports_->phase(), Phase::reading);
    EXPECT_FALSE(history_.canUndo());
}

TEST_F(ImportSessionTest, WhatIsNoTableSaysSo) {
    imports_->open({csv("gambar.xlsx", std::string("\x89PNG\r\n\x1a\n\0\0\0\0", 12)), folder_.file("tiada.csv")});
    work();
    EXPECT_EQ(imports_->phase(), Phase::failed);
    ASSERT_FALSE(imports_->failure().empty());
    EXPECT_EQ(imports_->failure().front().code, core::ErrorCode::wrongFormat);
    imports_->end();
    work();
    EXPECT_EQ(imports_->phase(), Phase::failed);
    EXPECT_EQ(imports_->failure().front().code, core::ErrorCode::notFound);
}

TEST_F(ImportSessionTest, AReadOnlyProjectTakesNothingAndSaysWhy) {
    readOnly_ = core::warning("It is open elsewhere.");
    imports_->open({messy()});
    work();
    EXPECT_EQ(imports_->phase(), Phase::failed);
    EXPECT_EQ(core::englishText(imports_->failure().front()), "It is open elsewhere.");
}

TEST_F(ImportSessionTest, WithoutBoundariesItSaysWhatIsMissing) {
    regions_ = nullptr;
    imports_->open({messy()});
    EXPECT_EQ(imports_->phase(), Phase::failed);
    EXPECT_EQ(imports_->failure().front().code, core::ErrorCode::missingBoundaries);
}

TEST_F(ImportSessionTest, TheReportIsWrittenForScriptsAndForPeople) {
    imports_->open({messy()});
    work();
    const std::string json = folder_.file("laporan.json");
    const std::string table = folder_.file("laporan.CSV");
    imports_->saveReport(json, false);
    imports_->saveReport(table, false);
    work();
    std::ifstream file(json);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    EXPECT_NE(text.find("\"needs_answer\""), std::string::npos);
    const core::Result<data::TableFile> read = data::readTableFile(table);
    ASSERT_TRUE(read);
    ASSERT_EQ(read.value().sheets.front().rows.size(), imports_->plan()->plan.rows.size() + 1);
    EXPECT_EQ(read.value().sheets.front().rows[3].cells[2].text, "added");
    imports_->saveReport(json, false);
    work();
    EXPECT_NE(said_.back().find("laporan.json"), std::string::npos);
    EXPECT_EQ(said_.back().find("was written"), std::string::npos) << "a file that is there is not replaced unasked";
}

TEST_F(ImportSessionTest, EveryCellOfARowIsExplained) {
    imports_->open({messy()});
    work();
    const std::vector<data::CellFinding> cells = imports_->plan()->explain({0, 4});
    const auto found = std::find_if(cells.begin(), cells.end(), [](const data::CellFinding& cell) {
        return cell.field == data::ImportField::signedOn;
    });
    ASSERT_NE(found, cells.end());
    EXPECT_EQ(found->written, "20 Agustus 2024");
    EXPECT_EQ(found->understood, "2024-08-20");
}

} // namespace
} // namespace jejaring::session
