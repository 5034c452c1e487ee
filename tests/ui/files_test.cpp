// SPDX-License-Identifier: MIT
// Files from the window: the picture, saving, opening, and the question about unsaved changes.
#include "driver.hpp"

#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

namespace jejaring::ui_test {
namespace fs = std::filesystem;
namespace {

class Files : public WindowTest {
  protected:
    // Replaces what a text field holds.
    void fill(const std::string& field, const std::string& text) const {
        clickOn(field);
        key("ctrl+a");
        type(text);
    }
    void waitForFile(const fs::path& path) const {
        for (int i = 0; i < 600 && !fs::exists(path); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        settled();
    }
};

TEST_F(Files, AnExportedPictureHasTheSizeThatWasAskedFor) {
    key("ctrl+e");
    ASSERT_EQ(state()["dialog"], "export");
    EXPECT_TRUE(has("export.preview"));
    clickOn("export.size");
    clickOn("export.size.0");
    const fs::path path = home() / "peta.png";
    fill("export.path", path.string());
    clickOn("export.write");
    waitForFile(path);
    ASSERT_TRUE(fs::exists(path));
    std::ifstream file(path, std::ios::binary);
    std::array<char, 24> head{};
    file.read(head.data(), head.size());
    const auto number = [&head](std::size_t at) {
        unsigned value = 0;
        for (std::size_t i = 0; i < 4; ++i)
            value = value << 8U | static_cast<unsigned char>(head[at + i]);
        return value;
    };
    EXPECT_EQ(std::string(head.data() + 1, 3), "PNG");
    EXPECT_EQ(number(16), 1920U);
    EXPECT_EQ(number(20), 1080U);
    EXPECT_TRUE(running());
}

TEST_F(Files, ThePictureGoesOntoTheClipboard) {
    if (std::system("command -v xclip >/dev/null") != 0)
        GTEST_SKIP() << "xclip is not installed (see scripts/packages)";
    key("ctrl+e");
    clickOn("export.copy");
    const Json now = waitFor([](const Json& each) { return !each["notices"].empty(); });
    EXPECT_FALSE(now["notices"].empty());
    const std::string command = "DISPLAY=" + displayName() +
                                " timeout 20 xclip -selection clipboard -target image/png -o >'" +
                                (home() / "pasted.png").string() + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);
    std::ifstream file(home() / "pasted.png", std::ios::binary);
    std::array<char, 8> head{};
    file.read(head.data(), head.size());
    EXPECT_EQ(std::string(head.data() + 1, 3), "PNG");
    EXPECT_GT(fs::file_size(home() / "pasted.png"), 50000U);
    EXPECT_EQ(now["dialog"], "export") << "one may go on";
}

TEST_F(Files, TheFormatIsChosenByAButtonOrByTheName) {
    const auto begins = [](const fs::path& path, const std::string& with) {
        std::ifstream file(path, std::ios::binary);
        std::string head(with.size(), ' ');
        file.read(head.data(), static_cast<std::streamsize>(head.size()));
        return head == with;
    };
    key("ctrl+e");
    ASSERT_EQ(state()["dialog"], "export");
    fill("export.path", (home() / "peta.png").string());
    clickOn("export.format.1");
    clickOn("export.write");
    waitForFile(home() / "peta.pdf");
    EXPECT_TRUE(begins(home() / "peta.pdf", "%PDF-"));
    EXPECT_FALSE(fs::exists(home() / "peta.png"));
    key("ctrl+e");
    fill("export.path", (home() / "peta.svg").string());
    clickOn("export.write");
    waitForFile(home() / "peta.svg");
    EXPECT_TRUE(begins(home() / "peta.svg", "<?xml"));
    EXPECT_TRUE(running());
}

TEST_F(Files, AFileIsReplacedOnlyAfterAQuestion) {
    const fs::path path = home() / "peta.png";
    std::ofstream(path) << "precious";
    key("ctrl+e");
    clickOn("export.size");
    clickOn("export.size.0");
    fill("export.path", path.string());
    clickOn("export.write");
    EXPECT_EQ(state()["dialog"], "export") << "it asks first";
    EXPECT_EQ(fs::file_size(path), 8U);
    clickOn("export.write");
    for (int i = 0; i < 600 && fs::file_size(path) < 1000; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    EXPECT_GT(fs::file_size(path), 10000U);
}

TEST_F(Files, AProjectIsSavedUnderANameAndOpenedAgain) {
    key("ctrl+s");
    ASSERT_EQ(state()["dialog"], "saveAs");
    fill("files.name", "briefing");
    key("Return");
    const fs::path path = home() / "briefing.jejaring.gpkg";
    waitForFile(path);
    ASSERT_TRUE(fs::exists(path));
    const Json saved = waitFor([&](const Json& now) { return now["projectPath"] == path.string(); });
    EXPECT_EQ(saved["projectPath"], path.string());
    key("ctrl+n");
    EXPECT_EQ(waitFor([](const Json& now) { return now["agreements"] == 0; })["agreements"], 0);
    key("ctrl+o");
    ASSERT_EQ(state()["dialog"], "open");
    fill("files.name", path.string());
    key("Return");
    EXPECT_EQ(waitFor([](const Json& now) { return now["agreements"] == 145; })["agreements"], 145);
}

TEST_F(Files, LeavingWithUnsavedChangesAsksFirst) {
    clickOn("menu.data");
    clickOn("command.Weights of the index …");
    ASSERT_EQ(state()["dialog"], "weights");
    clickOn("weights.sectors");
    key("Escape");
    ASSERT_TRUE(waitFor([](const Json& now) { return now["modified"] == true; })["modified"]);
    key("ctrl+q");
    EXPECT_TRUE(running());
    EXPECT_EQ(state()["dialog"], "unsaved");
    clickOn("unsaved.cancel");
    EXPECT_EQ(state()["dialog"], "");
    EXPECT_TRUE(running());
}

TEST_F(Files, SavingOnTheWayOutLeavesOnceTheFileIsWritten) {
    clickOn("menu.data");
    clickOn("command.Weights of the index …");
    clickOn("weights.sectors");
    key("Escape");
    ASSERT_EQ(waitFor([](const Json& now) { return now["modified"] == true; })["undoLabel"], "Weights of the index");
    key("ctrl+q");
    clickOn("unsaved.save");
    ASSERT_EQ(state()["dialog"], "saveAs");
    key("Escape"); // given up: nothing is lost, and the window stays
    EXPECT_TRUE(settled()["modified"]);
    EXPECT_TRUE(running());
    key("ctrl+q");
    clickOn("unsaved.save");
    fill("files.name", "pulang");
    key("Return");
    for (int i = 0; i < 200 && running(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    EXPECT_FALSE(running());
    EXPECT_TRUE(fs::exists(home() / "pulang.jejaring.gpkg"));
}

TEST_F(Files, ASaveThatFailsOnTheWayOutKeepsTheWindow) {
    clickOn("menu.data");
    clickOn("command.Weights of the index …");
    clickOn("weights.sectors");
    key("Escape");
    key("ctrl+q");
    clickOn("unsaved.save");
    fill("files.name", (home() / "tidak" / "ada" / "proyek").string());
    key("Return");
    settled();
    EXPECT_TRUE(running());
    EXPECT_TRUE(state()["modified"]);
}

TEST_F(Files, AFileThatIsNoProjectIsRefusedAndTheProgramGoesOn) {
    const fs::path path = home() / "broken.gpkg";
    std::ofstream(path) << "this is no GeoPackage";
    key("ctrl+o");
    fill("files.name", path.string());
    key("Return");
    const Json now = waitFor([](const Json& each) { return each["widgets"].contains("files.problem"); });
    EXPECT_TRUE(now["widgets"].contains("files.problem")) << "the reason, where another file is chosen";
    EXPECT_EQ(now["agreements"], 145) << "what was open stays open";
    EXPECT_TRUE(running());
}

} // namespace
} // namespace jejaring::ui_test
