// SPDX-License-Identifier: MIT
// Sheets: views are kept, put in order, given notes, presented on the whole screen, saved and opened again.
#include "driver.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <thread>

namespace jejaring::ui_test {
namespace {

class Sheets : public WindowTest {
  protected:
    static std::vector<std::string> idsOf(const Json& now) {
        std::vector<std::string> ids;
        for (const Json& sheet : now["sheets"])
            ids.push_back(sheet["id"]);
        return ids;
    }
    // The whole country, West Java, and Bali by another indicator.
    void addThree() const {
        key("ctrl+shift+l");
        ASSERT_EQ(waitFor([](const Json& now) { return now["sheets"].size() == 1; })["tab"], "sheets");
        find("jawa barat");
        key("ctrl+shift+l");
        waitFor([](const Json& now) { return now["sheets"].size() == 2; });
        find("bali");
        key("ctrl+shift+l");
        ASSERT_EQ(waitFor([](const Json& now) { return now["sheets"].size() == 3; })["sheets"].size(), 3U);
        settled();
    }
    void find(const std::string& words) const {
        key("ctrl+k");
        type(words);
        settled();
        key("Return");
        settled();
    }
    // Where a sheet's small page stands.
    [[nodiscard]] std::pair<double, double> tile(int at) const {
        const Json box = settled()["widgets"]["sheets.at." + std::to_string(at)];
        EXPECT_TRUE(box.is_array()) << "no sheet at " << at;
        if (!box.is_array())
            return {0, 0};
        return {(box[0].get<double>() + box[2].get<double>()) / 2, box[1].get<double>() + 40};
    }
    void clickSheet(int at, int times = 1) const {
        const auto [x, y] = tile(at);
        click(x, y, times);
    }
    Json shows(std::size_t at) const {
        return waitFor([at](const Json& now) {
            return now["show"]["running"] == true && now["show"]["at"] == at && now["show"]["moving"] == false;
        });
    }
};

TEST_F(Sheets, AreAddedOrderedByDraggingAndKeptInTheFile) {
    clickOn("tab.sheets");
    ASSERT_TRUE(has("sheets.first")) << "what a sheet is, and how to make one";
    addThree();
    ASSERT_EQ(idsOf(state()), (std::vector<std::string>{"L001", "L002", "L003"}));
    const std::string first = state()["sheets"][0]["name"];
    EXPECT_NE(first.find("Indonesia"), std::string::npos) << first;
    EXPECT_NE(state()["sheets"][1]["name"].get<std::string>().find("Jawa Barat"), std::string::npos);

    const auto [x0, y0] = tile(0);
    const auto [x2, y2] = tile(2);
    drag(x0, y0, x2 + 60, y2);
    EXPECT_EQ(idsOf(waitFor([](const Json& now) { return now["sheets"][0]["id"] == "L002"; })),
              (std::vector<std::string>{"L002", "L003", "L001"}));
    EXPECT_EQ(state()["undoLabel"], "Move the sheet");
    key("ctrl+z");
    EXPECT_EQ(idsOf(waitFor([](const Json& now) { return now["sheets"][0]["id"] == "L001"; })),
              (std::vector<std::string>{"L001", "L002", "L003"}));
    key("ctrl+y");
    waitFor([](const Json& now) { return now["sheets"][0]["id"] == "L002"; });

    clickSheet(0);
    clickOn("sheets.notes");
    type("Mulai dari Bandung.");
    EXPECT_EQ(waitFor([](const Json& now) {
                  return now["sheets"][0]["notes"] == "Mulai dari Bandung.";
              })["sheets"][0]["notes"],
              "Mulai dari Bandung.");

    key("ctrl+s");
    waitFor([](const Json& now) { return now["dialog"] == "saveAs"; });
    const std::string path = (home() / "lembar.jejaring.gpkg").string();
    clickOn("files.name");
    key("ctrl+a");
    type(path);
    key("Return");
    ASSERT_EQ(waitFor([](const Json& now) { return now["modified"] == false; })["modified"], false);
    const Json before = state()["sheets"];
    restart();
    key("ctrl+o");
    waitFor([](const Json& now) { return now["dialog"] == "open"; });
    clickOn("files.name");
    type(path);
    key("Return");
    EXPECT_EQ(waitFor([](const Json& now) { return now["sheets"].size() == 3; })["sheets"], before);
}

TEST_F(Sheets, NotesAreBrokenToLinesInTheirFieldAlone) {
    key("ctrl+shift+l");
    ASSERT_EQ(waitFor([](const Json& now) { return now["sheets"].size() == 1; })["sheets"].size(), 1U);
    clickOn("sheets.notes");
    const std::string text = "Mulai dari Bandung, lalu ke Surabaya dan Medan, dan tutup dengan angka hari ini.";
    type(text);
    const auto notes = [&](const std::string& wanted) {
        return waitFor([&](const Json& now) { return now["sheets"][0]["notes"] == wanted; })["sheets"][0]["notes"]
            .get<std::string>();
    };
    EXPECT_EQ(notes(text), text);
    key("ctrl+a");
    key("ctrl+x");
    EXPECT_EQ(notes(""), "");
    key("ctrl+v");
    EXPECT_EQ(notes(text), text);
    key("ctrl+Home");
    key("Down"); // to the second line, which is none of the text's
    key("Home");
    key("BackSpace"); // takes the space that the line was broken at
    EXPECT_EQ(waitFor([&](const Json& now) {
                  return now["sheets"][0]["notes"].get<std::string>().size() == text.size() - 1;
              })["sheets"][0]["notes"]
                  .get<std::string>()
                  .find('\n'),
              std::string::npos);
    key("ctrl+z");
    EXPECT_EQ(notes(text), text);
}

TEST_F(Sheets, AreNamedCopiedMovedAndDeletedByKeyboard) {
    addThree();
    clickSheet(1);
    key("F2");
    ASSERT_TRUE(has("sheets.name"));
    key("ctrl+a");
    type("Tatar Sunda");
    key("Return");
    EXPECT_EQ(waitFor([](const Json& now) { return now["sheets"][1]["name"] == "Tatar Sunda"; })["sheets"][1]["name"],
              "Tatar Sunda");
    EXPECT_EQ(state()["rightOpen"], true) << "F2 was the strip's";
    clickSheet(1);
    key("ctrl+d");
    EXPECT_EQ(waitFor([](const Json& now) { return now["sheets"].size() == 4; })["sheets"][2]["name"],
              "Tatar Sunda (2)");
    EXPECT_EQ(state()["sheet"], "L004");
    key("alt+Left");
    EXPECT_EQ(idsOf(waitFor([](const Json& now) { return now["sheets"][1]["id"] == "L004"; })),
              (std::vector<std::string>{"L001", "L004", "L002", "L003"}));
    key("Delete");
    EXPECT_EQ(idsOf(waitFor([](const Json& now) { return now["sheets"].size() == 3; })),
              (std::vector<std::string>{"L001", "L002", "L003"}));
    clickSheet(0);
    key("Right");
    EXPECT_EQ(waitFor([](const Json& now) { return now["sheet"] == "L002"; })["sheet"], "L002");
}

TEST_F(Sheets, AreShownOnTheMapAsOneUndoStep) {
    addThree();
    const Json camera = state()["camera"];
    clickSheet(1, 2);
    const Json shown = waitFor([](const Json& now) { return now["selection"] == Json{"32"}; });
    EXPECT_EQ(shown["selection"], Json{"32"});
    EXPECT_EQ(shown["undoLabel"].get<std::string>().rfind("Sheet ", 0), 0U) << shown["undoLabel"];
    const Json there = settled()["camera"];
    EXPECT_GT(std::abs(there["x"].get<double>() - camera["x"].get<double>()), 1e5);
    key("ctrl+z");
    EXPECT_EQ(waitFor([](const Json& now) { return now["selection"] == Json{"51"}; })["selection"], Json{"51"});
}

TEST_F(Sheets, ArePresentedAndTheWindowIsAsItWasBefore) {
    addThree();
    const Json before = settled();
    key("F5");
    ASSERT_EQ(shows(0)["show"]["at"], 0U);
    const int flown = state()["mapsDrawn"];
    key("Right");
    ASSERT_EQ(shows(1)["show"]["at"], 1U);
    EXPECT_GT(state()["mapsDrawn"], flown + 1) << "the camera flew over the map";
    key("space");
    shows(2);
    key("Right"); // there is no further one
    ASSERT_EQ(shows(2)["show"]["at"], 2U);
    key("Left");
    ASSERT_EQ(shows(1)["show"]["at"], 1U);
    key("n");
    EXPECT_EQ(waitFor([](const Json& now) { return now["show"]["notes"] == true; })["show"]["notes"], true);
    EXPECT_TRUE(has("show.notes"));
    // Below the page, which is smaller meanwhile: they hide nothing of it.
    const Json widgets = state()["widgets"];
    EXPECT_LE(widgets["show.page"][3].get<double>(), widgets["show.notes"][1].get<double>() + 1);
    key("n");
    key("b");
    EXPECT_EQ(waitFor([](const Json& now) { return now["show"]["black"] == true; })["show"]["black"], true);
    key("b");
    key("3");
    key("Return");
    ASSERT_EQ(shows(2)["show"]["at"], 2U);
    key("Home");
    ASSERT_EQ(shows(0)["show"]["at"], 0U);
    key("Escape");
    const Json after = waitFor([](const Json& now) { return now["show"]["running"] == false; });
    EXPECT_EQ(after["show"]["running"], false);
    waitFor([&](const Json& now) { return now["windowSize"] == before["windowSize"]; });
    const Json again = settled();
    for (const char* same : {"view", "selection", "camera", "undoLabel", "sheets", "sheet", "modified", "tab"})
        EXPECT_EQ(again[same], before[same]) << same;
    key("shift+F5");
    EXPECT_EQ(shows(2)["show"]["at"], 2U) << "the chosen one";
}

TEST_F(Sheets, AreStillWhilePresented) {
    addThree();
    key("F5");
    shows(0);
    std::this_thread::sleep_for(std::chrono::milliseconds(3500)); // the number and the pointer have gone
    const Json before = state();
    const double seconds = processorSeconds();
    std::this_thread::sleep_for(std::chrono::seconds(3));
    EXPECT_EQ(state()["frame"], before["frame"]) << "nothing moves, so nothing is drawn";
    EXPECT_LT(processorSeconds() - seconds, 0.3);
}

TEST_F(Sheets, GetATemplateInTheExportDialog) {
    addThree();
    clickSheet(1);
    clickOn("sheets.edit");
    ASSERT_EQ(waitFor([](const Json& now) { return now["dialog"] == "export"; })["dialog"], "export");
    clickOn("export.template");
    clickOn("export.template.5"); // profile of a region
    settled();
    clickOn("export.update");
    const Json now = waitFor([](const Json& later) { return later["sheets"][1]["kind"] == "profile"; });
    EXPECT_EQ(now["sheets"][1]["kind"], "profile");
    EXPECT_EQ(now["undoLabel"], "Edit the sheet");
    EXPECT_EQ(now["selection"], Json{"51"}) << "the map of the window is another one";

    key("ctrl+e");
    waitFor([](const Json& later) { return later["dialog"] == "export"; });
    clickOn("export.sheet");
    EXPECT_EQ(waitFor([](const Json& later) { return later["sheets"].size() == 4; })["sheets"].size(), 4U);
}

} // namespace
} // namespace jejaring::ui_test
