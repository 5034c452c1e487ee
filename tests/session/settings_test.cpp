// SPDX-License-Identifier: MIT
#include "session/settings.hpp"

#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace jejaring::session {
namespace {

class SettingsStoreTest : public testing::Test {
  protected:
    void write(const std::string& text) const { std::ofstream(folder_.path() / "settings.json") << text; }
    [[nodiscard]] SettingsStore store() const { return SettingsStore(folder_.path().string()); }

    test::TemporaryFolder folder_;
};

TEST_F(SettingsStoreTest, GivesDefaultsWhereThereIsNoFile) {
    const core::Result<Settings> loaded = store().load();
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded.value(), Settings{});
    EXPECT_TRUE(loaded.messages().empty());
}

TEST_F(SettingsStoreTest, ReadsBackWhatItWrote) {
    Settings settings;
    settings.theme = scene::Theme::light;
    settings.language = text::Language::english;
    settings.interfaceScale = 1.5;
    settings.leftWidth = 300;
    settings.rightOpen = false;
    settings.windowMaximized = true;
    settings.recentProjects = {"one.jejaring.gpkg", "dua \"dua\".jejaring.gpkg"};
    settings.lastFolder = "Dokumen";
    settings.showDetailsOnSelect = false;
    ASSERT_TRUE(store().save(settings));
    const core::Result<Settings> loaded = store().load();
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded.value(), settings);
}

TEST_F(SettingsStoreTest, MakesItsFolderAndLeavesNothingElseThere) {
    const std::filesystem::path folder = folder_.path() / "a" / "b";
    ASSERT_TRUE(SettingsStore(folder.string()).save({}));
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        EXPECT_EQ(entry.path().filename(), "settings.json");
        ++files;
    }
    EXPECT_EQ(files, 1);
}

TEST_F(SettingsStoreTest, WarnsAndGivesDefaultsWhereTheFileIsNotJson) {
    write("{ not json");
    const core::Result<Settings> loaded = store().load();
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded.value(), Settings{});
    ASSERT_EQ(loaded.messages().size(), 1U);
    EXPECT_EQ(loaded.messages()[0].severity, core::Severity::warning);
}

TEST_F(SettingsStoreTest, KeepsTheGoodValuesBesideBadOnes) {
    write(R"({"theme": "purple", "language": "en", "interfaceScale": 99, "leftWidth": "wide", "rightWidth": 400,
              "windowWidth": -5, "recentProjects": [1, "a", null, "b"], "unknown": {"x": 1}})");
    const core::Result<Settings> loaded = store().load();
    ASSERT_TRUE(loaded);
    const Settings& settings = loaded.value();
    EXPECT_EQ(settings.theme, Settings{}.theme);
    EXPECT_EQ(settings.language, text::Language::english);
    EXPECT_EQ(settings.interfaceScale, 1.0);
    EXPECT_EQ(settings.leftWidth, Settings{}.leftWidth);
    EXPECT_EQ(settings.rightWidth, 400);
    EXPECT_EQ(settings.windowWidth, Settings{}.windowWidth);
    EXPECT_EQ(settings.recentProjects, (std::vector<std::string>{"a", "b"}));
}

TEST_F(SettingsStoreTest, FailsWhereItsFolderCannotBe) {
    write("a file");
    const core::Outcome outcome = SettingsStore((folder_.path() / "settings.json" / "below").string()).save({});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, core::ErrorCode::permissionDenied);
}

TEST_F(SettingsStoreTest, AFailedSaveKeepsTheOldFile) {
    ASSERT_TRUE(store().save({}));
    std::filesystem::create_directories(folder_.path() / "other" / "settings.json" / "in the way");
    ASSERT_FALSE(SettingsStore((folder_.path() / "other").string()).save({}));
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path() / "other"))
        EXPECT_EQ(entry.path().filename(), "settings.json") << "a half file was left behind";
    EXPECT_TRUE(store().load().messages().empty());
}

TEST_F(SettingsStoreTest, APathThatIsNoUtf8DoesNotFail) {
    Settings settings;
    settings.lastFolder = "caf\xe9";
    EXPECT_TRUE(store().save(settings));
    EXPECT_TRUE(store().load().messages().empty());
}

RC_GTEST_FIXTURE_PROP(SettingsStoreTest, NoTextMakesItFail, (const std::string& text)) {
    write(text);
    RC_ASSERT(store().load().ok());
}

TEST(RecentProjects, PutsTheNewestFirstWithoutDoublesAndKeepsTen) {
    Settings settings;
    for (int i = 0; i < 12; ++i)
        rememberProject(settings, "folder/" + std::to_string(i));
    rememberProject(settings, "folder/5");
    ASSERT_EQ(settings.recentProjects.size(), 10U);
    EXPECT_EQ(settings.recentProjects[0], "folder/5");
    EXPECT_EQ(settings.recentProjects[1], "folder/11");
    EXPECT_EQ(settings.lastFolder, "folder");
    forgetProject(settings, "folder/11");
    EXPECT_EQ(settings.recentProjects[1], "folder/10");
    EXPECT_EQ(settings.recentProjects.size(), 9U);
}

} // namespace
} // namespace jejaring::session
