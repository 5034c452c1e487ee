// SPDX-License-Identifier: MIT
// Somebody else's table, from the menu to the project and back.
#include "driver.hpp"

#include <algorithm>
#include <array>
#include <fstream>

namespace jejaring::ui_test {
namespace fs = std::filesystem;
namespace {

class Import : public WindowTest {
  protected:
    // Two rows whose region is plain, two that may be either Bandung.
    void openTable(const std::string& name, const std::string& text) const {
        const fs::path path = home() / name;
        std::ofstream(path, std::ios::binary) << text;
        clickOn("menu.data");
        clickOn("command.Import …");
        ASSERT_EQ(state()["dialog"], "import");
        clickOn("files.name");
        key("ctrl+a");
        type(path.string());
        key("Return");
    }
    void openMessy() const {
        openTable("rekap.csv", "REKAPITULASI KERJA SAMA;;;;;\n\n"
                               "No;Daerah;Mitra;Negara;Bidang;Tanggal TTD\n"
                               "1;Kota Balikpapan;Kota Uji Satu;Jepang;Pendidikan;20 Agustus 2024\n"
                               "2;Kab. Paser;Kota Uji Dua;Korea Selatan;Perdagangan;2023\n"
                               "3;Bandung;Kota Uji Tiga;Filipina;Pendidikan;2022\n"
                               "4;Bandung;Kota Uji Empat;Tiongkok;Pariwisata;2021\n"
                               ";Jumlah;4;;;\n");
    }
    Json planned() const {
        return waitFor([](const Json& now) {
            return now["import"]["phase"] == "review" && now["import"]["planning"] == false &&
                   now["import"].contains("counts");
        });
    }
};

TEST_F(Import, AMessyTableIsReviewedAnsweredWrittenAndUndone) {
    openMessy();
    Json now = planned();
    ASSERT_EQ(now["dialog"], "importReview");
    EXPECT_EQ(now["import"]["counts"]["added"], 2);
    EXPECT_EQ(now["import"]["counts"]["needs_answer"], 2);
    EXPECT_EQ(now["agreements"], 145) << "nothing is written before it is asked for";
    EXPECT_FALSE(now["modified"]);
    // The first row that wants an answer stands open, with its candidates.
    ASSERT_TRUE(has("import.region.0.0"));
    clickOn("import.region.0.0");
    now = waitFor([](const Json& each) { return each["import"]["writable"] == 4; });
    EXPECT_EQ(now["import"]["counts"]["added"], 4) << "one answer counts for both rows";
    EXPECT_EQ(now["agreements"], 145);
    clickOn("import.write");
    now = waitFor([](const Json& each) { return each["agreements"] == 149; });
    EXPECT_EQ(now["agreements"], 149);
    EXPECT_EQ(now["aliases"], 1);
    EXPECT_EQ(now["dialog"], "");
    EXPECT_EQ(now["undoLabel"], "Import rekap.csv");
    key("ctrl+z");
    now = waitFor([](const Json& each) { return each["agreements"] == 145; });
    EXPECT_EQ(now["agreements"], 145);
    EXPECT_EQ(now["aliases"], 0);
    EXPECT_FALSE(now["modified"]);
}

TEST_F(Import, AnswersAreNotLostWithoutAQuestion) {
    openMessy();
    planned();
    clickOn("import.region.0.0");
    waitFor([](const Json& each) { return each["import"]["writable"] == 4; });
    key("Escape");
    EXPECT_EQ(settled()["dialog"], "importReview") << "it asks first";
    clickOn("import.goOn");
    EXPECT_EQ(state()["import"]["writable"], 4);
    clickOn("import.cancel");
    clickOn("import.giveUp");
    const Json now = waitFor([](const Json& each) { return each["dialog"] == ""; });
    EXPECT_EQ(now["import"]["phase"], "idle");
    EXPECT_EQ(now["agreements"], 145);
    EXPECT_FALSE(now["canUndo"]);
}

TEST_F(Import, ALongTableStaysFluidIsAnsweredGivenUpAndImported) {
    constexpr int kRows = 3000;
    std::string table = "Daerah;Mitra;Negara;Tanggal TTD\n";
    for (int i = 0; i < kRows; ++i)
        table += std::string(i % 100 == 50 ? "Bandung" : "Kota Balikpapan") + ";Kota Uji " + std::to_string(i) +
                 ";Jepang;" + std::to_string(1990 + i % 30) + "\n";
    openTable("panjang.csv", table);
    Json now = planned();
    EXPECT_EQ(now["import"]["counts"]["needs_answer"], kRows / 100);
    EXPECT_EQ(now["import"]["counts"]["added"], kRows - kRows / 100);
    // To the end and back: a frame may take a tenth of a second of the processor.
    const auto rows = state()["widgets"]["import.rows"].get<std::array<double, 4>>();
    move((rows[0] + rows[2]) / 2, (rows[1] + rows[3]) / 2);
    const int frames = state()["frame"];
    const double before = processorSeconds();
    for (int i = 0; i < 10; ++i)
        wheel(-5);
    now = settled();
    ASSERT_GT(now["frame"].get<int>(), frames);
    EXPECT_LT((processorSeconds() - before) / (now["frame"].get<int>() - frames), 0.1);
    // Only what wants an answer; one answer counts for all of them.
    clickOn("import.filter.4");
    settled();
    move((rows[0] + rows[2]) / 2, (rows[1] + rows[3]) / 2);
    for (int i = 0; i < 10; ++i)
        wheel(5);
    settled();
    clickOn("import.row.0");
    settled();
    ASSERT_TRUE(has("import.region.0.0"));
    clickOn("import.region.0.0");
    waitFor([](const Json& each) { return each["import"]["writable"] == kRows; });
    clickOn("import.cancel");
    settled();
    clickOn("import.giveUp");
    now = waitFor([](const Json& each) { return each["dialog"] == ""; });
    EXPECT_EQ(now["agreements"], 145) << "given up";
    EXPECT_FALSE(now["canUndo"]);
    openTable("panjang.csv", table);
    planned();
    clickOn("import.write");
    now = waitFor([](const Json& each) { return each["agreements"] > 145; });
    EXPECT_EQ(now["agreements"], 145 + kRows - kRows / 100);
    key("ctrl+z");
    now = waitFor([](const Json& each) { return each["agreements"] == 145; });
    EXPECT_EQ(now["agreements"], 145);
}

TEST_F(Import, AnIndicatorOfATableColoursTheMap) {
    openTable("ekspor.csv", "Kode,Daerah,Indikator,Satuan,Periode,Nilai\n"
                            "35,Jawa Timur,Ekspor,juta USD,2021,1500\n"
                            "35,Jawa Timur,Ekspor,juta USD,2022,1700\n"
                            "64,Kalimantan Timur,Ekspor,juta USD,2022,2900.5\n");
    planned();
    clickOn("import.write");
    waitFor([](const Json& each) { return each["indicators"] == 1 && each["dialog"] == ""; });
    settled();
    clickOn("left.indicator");
    settled();
    ASSERT_TRUE(has("left.indicator.3")) << "after the program's own three";
    clickOn("left.indicator.3");
    Json now = settled();
    EXPECT_NE(now["view"]["indicator"], "impact");
    EXPECT_EQ(now["view"]["classMethod"], "quantile");
    EXPECT_EQ(now["undoLabel"], "Indicator");
    clickOn("left.classes");
    settled();
    EXPECT_FALSE(has("classes.fixed"));
    EXPECT_TRUE(has("classes.pretty"));
    key("Escape");
    settled();
    const auto [x, y] = place("64");
    click(x, y);
    settled();
    EXPECT_TRUE(has("right.series"));
    // Only kabupaten/kota: the series says nothing of them, but is still the one that is shown.
    clickOn("left.level.2");
    settled();
    clickOn("left.indicator");
    settled();
    EXPECT_TRUE(has("left.indicator.3"));
    clickOn("left.indicator.0");
    settled();
    clickOn("left.indicator");
    settled();
    EXPECT_FALSE(has("left.indicator.3"));
    key("Escape");
    settled();
    for (int i = 0; i < 8 && state()["indicators"] == 1; ++i) {
        key("ctrl+z");
        settled();
    }
    EXPECT_EQ(state()["indicators"], 0);
    EXPECT_EQ(state()["view"]["indicator"], "impact");
}

TEST_F(Import, AFileThatIsNoTableIsExplainedAndTheProgramGoesOn) {
    openTable("gambar.csv", std::string("\x89PNG\r\n\x1a\n\0\0\0\0\xff\xfe\0\1", 16));
    const Json now = waitFor([](const Json& each) { return each["import"]["phase"] == "failed"; });
    EXPECT_EQ(now["import"]["phase"], "failed");
    clickOn("import.cancel");
    EXPECT_EQ(waitFor([](const Json& each) { return each["dialog"] == ""; })["dialog"], "");
    EXPECT_TRUE(running());
    EXPECT_EQ(state()["agreements"], 145);
}

TEST_F(Import, BlankCellsStandForThoseAboveAsTheUserSays) {
    openTable("kelompok.csv", "Daerah;Mitra;Negara\nKota Balikpapan;Kota Uji Satu;Jepang\n;Kota Uji Dua;Filipina\n"
                              ";Kota Uji Tiga;Jerman\n");
    Json now = planned();
    EXPECT_EQ(now["import"]["counts"]["added"], 3);
    ASSERT_TRUE(has("import.fill.0"));
    clickOn("import.fill.0");
    now = waitFor([](const Json& each) { return each["import"]["writable"] == 1; });
    EXPECT_EQ(now["import"]["counts"]["rejected"], 2) << "without a region of their own";
    clickOn("import.fill.0");
    now = waitFor([](const Json& each) { return each["import"]["writable"] == 3; });
    EXPECT_EQ(now["import"]["counts"]["rejected"], 0);
}

TEST_F(Import, AColumnIsGivenAnotherFieldByHand) {
    openMessy();
    planned();
    clickOn("import.column.2"); // the partner
    key("Home");                // the list opens where the chosen one stands
    settled();
    clickOn("import.column.2.0");
    Json now = waitFor(
        [](const Json& each) { return each["import"]["planning"] == false && each["import"]["writable"] == 0; });
    EXPECT_EQ(now["import"]["writable"], 0) << "without a partner no agreement is written";
    EXPECT_EQ(now["agreements"], 145);
    clickOn("import.sheet.0.kind");
    clickOn("import.sheet.0.kind.0");
    now = waitFor([](const Json& each) { return each["import"]["counts"]["skipped"] > 0; });
    EXPECT_GT(now["import"]["counts"]["skipped"], 0);
}

// Milliseconds of processor time that the window's thread took for one turn, at most, to write `rows` of them, and to
// take them back and write them again.
class ManyRows : public Import {
  protected:
    void importRows(int rows) const {
        std::string text = "Daerah;Mitra;Negara;Tanggal TTD\n";
        for (int i = 0; i < rows; ++i)
            text += "Kota Surabaya;Mitra " + std::to_string(rows) + "-" + std::to_string(i) + ";Jepang;1 Mei 2020\n";
        openTable("baris-" + std::to_string(rows) + ".csv", text);
        for (int i = 0; i < 6 && state()["import"]["writable"] != rows; ++i)
            static_cast<void>(planned());
        ASSERT_EQ(state()["import"]["writable"], rows);
    }
    [[nodiscard]] double busiestTurn(std::size_t before, std::size_t after) const {
        const auto frame = settled()["frame"].get<std::uint64_t>();
        const auto reached = [this](std::size_t agreements) {
            waitFor([&](const Json& now) { return now["agreements"] == agreements && now["tableRows"] == agreements; });
            EXPECT_EQ(settled()["tableRows"], agreements) << "the table follows";
        };
        clickOn("import.write");
        reached(after);
        key("ctrl+z");
        reached(before);
        key("ctrl+y");
        reached(after);
        double busiest = 0;
        for (const Json& turn : settled()["slowTurns"])
            if (turn["frame"].get<std::uint64_t>() > frame)
                busiest = std::max(busiest, turn["busy"].get<double>());
        return busiest;
    }
};

TEST_F(ManyRows, AreWrittenTakenBackAndWrittenAgainWhileTheWindowGoesOnAnswering) {
    ASSERT_NO_FATAL_FAILURE(importRows(100));
    const double few = busiestTurn(145, 245);
    ASSERT_NO_FATAL_FAILURE(importRows(60000));
    const double many = busiestTurn(245, 60245);
    EXPECT_LT(many, std::max(25.0, few) * 3);
}

} // namespace
} // namespace jejaring::ui_test
