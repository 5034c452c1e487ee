// SPDX-License-Identifier: MIT
// The atlas from the window: its choices, its names, its progress, and what cancel leaves.
#include "driver.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <thread>

namespace jejaring::ui_test {
namespace {

namespace fs = std::filesystem;

class Pages : public WindowTest {
  protected:
    void openAtlas() const {
        clickOn("menu.export");
        settled();
        clickOn("command.Atlas …");
        ASSERT_EQ(settled()["dialog"], "atlas");
        ASSERT_TRUE(has("atlas.preview"));
    }
    void writeTo(const fs::path& path) const {
        clickOn("atlas.path");
        key("ctrl+a");
        type(path.string());
        settled();
        clickOn("atlas.write");
    }
    void waitForNotice() const {
        const Json now = waitFor([](const Json& each) { return !each["notices"].empty() && each["tasks"].empty(); });
        ASSERT_FALSE(now["notices"].empty());
    }
    [[nodiscard]] static std::set<std::string> filesIn(const fs::path& folder) {
        std::set<std::string> names;
        for (const fs::directory_entry& entry : fs::directory_iterator(folder))
            names.insert(entry.path().filename().string());
        return names;
    }
    // Of the home folder's own files, those that a run may leave.
    [[nodiscard]] bool leftOver(const std::string& name) const {
        for (const std::string& file : filesIn(home()))
            if (file.starts_with(name))
                return true;
        return false;
    }
};

TEST_F(Pages, AnAtlasOfTheChosenIsAFolderOfNamedFiles) {
    key("ctrl+k");
    type("balikpapan");
    settled();
    key("Return");
    ASSERT_EQ(waitFor([](const Json& now) { return now["selection"] == Json{"64.71"}; })["selection"], Json{"64.71"});
    openAtlas();               // proposes what is chosen
    clickOn("atlas.format.2"); // PNG
    settled();
    writeTo(home() / "peta");
    waitForNotice();
    EXPECT_EQ(filesIn(home() / "peta"), std::set<std::string>{"64.71 Kota Balikpapan.png"});

    // The files are there now: it is asked before they are replaced.
    openAtlas();
    writeTo(home() / "peta");
    settled();
    EXPECT_EQ(state()["dialog"], "atlas");
    clickOn("atlas.write");
    EXPECT_NE(settled()["dialog"], "atlas");
}

TEST_F(Pages, AnAtlasOfThoseWithARecordIsOneDocument) {
    openAtlas();
    clickOn("atlas.level.0");
    clickOn("atlas.scope.1");
    settled();
    writeTo(home() / "atlas.pdf");
    for (int i = 0; i < 300 && !fs::exists(home() / "atlas.pdf"); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    std::ifstream file(home() / "atlas.pdf", std::ios::binary);
    std::string head(5, ' ');
    file.read(head.data(), 5);
    EXPECT_EQ(head, "%PDF-");
}

TEST_F(Pages, TheStatusBarTellsThePageAndCancelLeavesNothing) {
    openAtlas();
    clickOn("atlas.scope.0");  // all, not only those with a record
    clickOn("atlas.format.2"); // PNG
    clickOn("atlas.path");
    key("ctrl+a");
    type((home() / "semua").string());
    settled();
    clickAtOnce("atlas.write");
    const auto cancelButton = [](const Json& each) {
        for (const auto& [name, place] : each["widgets"].items())
            if (name.starts_with("task.cancel."))
                return name;
        return std::string();
    };
    // The button comes with the first progress that is worth showing.
    const Json working = waitFor([&](const Json& each) {
        return !each["tasks"].empty() && each["tasks"][0].get<std::string>().find(" of 514 · ") != std::string::npos &&
               !cancelButton(each).empty();
    });
    ASSERT_FALSE(working["tasks"].empty());
    ASSERT_NE(cancelButton(working), "");
    EXPECT_NE(working["tasks"][0].get<std::string>().find("Exporting semua: "), std::string::npos);
    EXPECT_TRUE(leftOver("semua")) << "the pages so far, beside the place of the folder";
    clickAtOnce(cancelButton(working));
    const Json after = waitFor([](const Json& each) { return each["tasks"].empty(); });
    EXPECT_TRUE(after["tasks"].empty());
    EXPECT_FALSE(leftOver("semua"));
    EXPECT_TRUE(running());
}

TEST_F(Pages, SheetsAreWrittenAsOnePresentation) {
    key("ctrl+shift+l");
    waitFor([](const Json& now) { return now["sheets"].size() == 1; });
    key("ctrl+k");
    type("bali");
    settled();
    key("Return");
    settled();
    key("ctrl+shift+l");
    waitFor([](const Json& now) { return now["sheets"].size() == 2; });
    clickOn("menu.export");
    settled();
    clickOn("command.Sheets …");
    ASSERT_EQ(settled()["dialog"], "deck");
    clickOn("deck.format.1"); // PPTX
    clickOn("deck.path");
    key("ctrl+a");
    type((home() / "paparan.pptx").string());
    settled();
    clickOn("deck.write");
    waitForNotice();
    std::ifstream file(home() / "paparan.pptx", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}}; // names of parts stand in a package as they are
    EXPECT_EQ(bytes.substr(0, 2), "PK");
    EXPECT_NE(bytes.find("ppt/slides/slide2.xml"), std::string::npos);
    EXPECT_EQ(bytes.find("ppt/slides/slide3.xml"), std::string::npos);
}

TEST_F(Pages, ThePreviewTurnsPagesAndSheetsNeedSheets) {
    openAtlas();
    clickOn("atlas.next");
    settled();
    clickOn("atlas.former");
    settled();
    EXPECT_EQ(state()["dialog"], "atlas");
    key("Escape");
    settled();
    clickOn("menu.export");
    settled();
    clickOn("command.Sheets …"); // there are none
    EXPECT_EQ(settled()["dialog"], "");
}

} // namespace
} // namespace jejaring::ui_test
