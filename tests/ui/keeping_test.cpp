// SPDX-License-Identifier: MIT
// What the window asks and does so that no work is lost, and what it remembers.
#include "driver.hpp"

#include <chrono>
#include <filesystem>
#include <thread>

namespace jejaring::ui_test {
namespace fs = std::filesystem;
namespace {

class Keeping : public WindowTest {
  protected:
    [[nodiscard]] fs::path project() const { return home() / "kerja.jejaring.gpkg"; }
    void saveAsProject() const {
        key("ctrl+s");
        ASSERT_EQ(state()["dialog"], "saveAs");
        clickOn("files.name");
        key("ctrl+a");
        type("kerja");
        key("Return");
        ASSERT_EQ(waitFor([&](const Json& now) { return now["projectPath"] == project().string(); })["projectPath"],
                  project().string());
    }
    void changeWeights() const {
        clickOn("menu.data");
        clickOn("command.Weights of the index …");
        clickOn("weights.sectors");
        key("Escape");
        ASSERT_TRUE(waitFor([](const Json& now) { return now["modified"] == true; })["modified"]);
    }
    // As another program does: the file is another one afterwards, with the same project in it.
    void replaceByAnother() const {
        const fs::path other = home() / "lain.gpkg";
        fs::copy_file(project(), other);
        fs::rename(other, project());
    }
    // The copies that would be offered after a crash.
    [[nodiscard]] int copies() const {
        int count = 0;
        std::error_code none;
        for (const auto& each : fs::directory_iterator(home() / "state" / "jejaring" / "recovery", none))
            count += fs::exists(each.path() / "copy.jejaring.gpkg") ? 1 : 0;
        return count;
    }
};

TEST_F(Keeping, ARestoredCopyIsNotOfferedAgainOnceItWasSaved) {
    saveAsProject();
    changeWeights();
    for (int i = 0; i < 200 && copies() == 0; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    ASSERT_EQ(copies(), 1);
    crashAndRestart();
    ASSERT_EQ(waitFor([](const Json& now) { return now["dialog"] == "recovery"; })["dialog"], "recovery");
    clickOn("recovery.0.restore");
    ASSERT_TRUE(waitFor([](const Json& now) { return now["modified"] == true; })["modified"]);
    EXPECT_EQ(state()["projectPath"], project().string());
    key("ctrl+s");
    EXPECT_FALSE(waitFor([](const Json& now) { return now["modified"] == false; })["modified"]);
    restart();
    EXPECT_EQ(settled()["dialog"], "") << "nothing is unsaved";
    EXPECT_EQ(copies(), 0);
}

TEST_F(Keeping, AFileThatAnotherProgramChangesIsSaidWhileTheWindowStandsIdle) {
    saveAsProject();
    const Json before = settled();
    ASSERT_FALSE(has("diskBar"));
    std::this_thread::sleep_for(std::chrono::seconds(3));
    EXPECT_EQ(state()["frame"], before["frame"]) << "looking at the disk draws nothing";

    replaceByAnother();
    const auto told = [](const Json& now) { return now["widgets"].contains("diskBar"); };
    const auto start = std::chrono::steady_clock::now();
    ASSERT_TRUE(told(waitFor(told)));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(3));
    Json now = settled();
    EXPECT_EQ(now["dialog"], "") << "nobody is interrupted";
    EXPECT_LT(now["widgets"]["diskBar.reload"][0], now["widgets"]["diskBar.saveAs"][0]) << "nothing is unsaved";
    std::this_thread::sleep_for(std::chrono::seconds(2));
    EXPECT_EQ(state()["frame"], now["frame"]) << "it stays, and rests";
    EXPECT_TRUE(has("diskBar"));

    clickOn("diskBar.reload");
    EXPECT_FALSE(told(waitFor([&](const Json& each) { return !told(each); })));
    EXPECT_EQ(settled()["modified"], false);
    EXPECT_EQ(state()["projectPath"], project().string());
    changeWeights();
    key("ctrl+s");
    EXPECT_FALSE(waitFor([](const Json& each) { return each["modified"] == false; })["modified"]);
    std::this_thread::sleep_for(std::chrono::seconds(2));
    EXPECT_FALSE(has("diskBar")) << "the window's own save is no news";
}

TEST_F(Keeping, TheFirstAnswerToAChangedFileLosesNoUnsavedWork) {
    saveAsProject();
    changeWeights();
    replaceByAnother();
    key("ctrl+s");
    ASSERT_EQ(waitFor([](const Json& now) { return now["dialog"] == "diskChange"; })["dialog"], "diskChange");
    Json widgets = settled()["widgets"];
    EXPECT_LT(widgets["diskChange.saveAs"][1], widgets["diskChange.reload"][1]);
    EXPECT_LT(widgets["diskBar.saveAs"][0], widgets["diskBar.reload"][0]);
    clickOn("diskChange.saveAs");
    EXPECT_EQ(settled()["dialog"], "saveAs") << "both versions stay";
    EXPECT_EQ(state()["modified"], true);
    key("Escape");
    EXPECT_EQ(settled()["dialog"], "");
    EXPECT_TRUE(has("diskBar")) << "it is not answered";

    key("ctrl+s");
    ASSERT_EQ(waitFor([](const Json& now) { return now["dialog"] == "diskChange"; })["dialog"], "diskChange")
        << "each save that is refused asks";
    clickOn("diskChange.replace");
    EXPECT_FALSE(waitFor([](const Json& now) { return now["modified"] == false; })["modified"]);
    EXPECT_EQ(settled()["dialog"], "");
    EXPECT_FALSE(has("diskBar"));
}

TEST_F(Keeping, TheVersionInTheWindowCanBeKeptWithoutSavingItYet) {
    saveAsProject();
    changeWeights();
    replaceByAnother();
    const auto told = [](const Json& now) { return now["widgets"].contains("diskBar"); };
    ASSERT_TRUE(told(waitFor(told)));
    clickOn("diskBar.keep");
    EXPECT_FALSE(told(settled()));
    EXPECT_EQ(state()["modified"], true);
    key("ctrl+s");
    EXPECT_FALSE(waitFor([](const Json& now) { return now["modified"] == false; })["modified"]);
    EXPECT_EQ(settled()["dialog"], "") << "that was answered";
}

TEST_F(Keeping, ALanguageAskedForAtTheStartIsOfThatRunAlone) {
    ASSERT_EQ(state()["language"], "id");
    restart({"--lang", "en"});
    EXPECT_EQ(state()["language"], "en");
    restart();
    EXPECT_EQ(state()["language"], "id");
}

} // namespace
} // namespace jejaring::ui_test
