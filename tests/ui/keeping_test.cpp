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

TEST_F(Keeping, TheFirstAnswerToAChangedFileLosesNoUnsavedWork) {
    saveAsProject();
    changeWeights();
    fs::last_write_time(project(), fs::last_write_time(project()) + std::chrono::seconds(5));
    key("ctrl+s");
    ASSERT_EQ(waitFor([](const Json& now) { return now["dialog"] == "diskChange"; })["dialog"], "diskChange");
    const Json widgets = settled()["widgets"];
    EXPECT_LT(widgets["diskChange.saveAs"][0], widgets["diskChange.reload"][0]);
    clickOn("diskChange.saveAs");
    const Json now = settled();
    EXPECT_EQ(now["dialog"], "saveAs") << "both versions stay";
    EXPECT_EQ(now["modified"], true);
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
