// SPDX-License-Identifier: MIT
// Other boundaries from the menu to the map. Each test has boundaries of its own, a copy of the user's.
#include "driver.hpp"

#include <cstdlib>
#include <fstream>

namespace jejaring::ui_test {
namespace fs = std::filesystem;
namespace {

class ImportedBoundaries : public WindowTest {
  protected:
    void SetUp() override {
        const char* const data = std::getenv("XDG_DATA_HOME");
        const char* const user = std::getenv("HOME");
        const fs::path theirs =
            (data != nullptr ? fs::path(data) : fs::path(user != nullptr ? user : "") / ".local/share") / "jejaring" /
            "boundaries.gpkg";
        if (fs::exists(theirs)) {
            std::string folder = (fs::temp_directory_path() / "jejaring-boundaries-XXXXXX").string();
            ASSERT_NE(mkdtemp(folder.data()), nullptr);
            folder_ = folder;
            fs::copy_file(theirs, own());
            setenv("JEJARING_BOUNDARIES", own().c_str(), 1);
        }
        WindowTest::SetUp();
    }
    void TearDown() override {
        WindowTest::TearDown();
        unsetenv("JEJARING_BOUNDARIES");
        if (!folder_.empty())
            fs::remove_all(folder_);
    }
    [[nodiscard]] fs::path own() const { return folder_ / "boundaries.gpkg"; }
    [[nodiscard]] fs::path previous() const { return folder_ / "boundaries.previous.gpkg"; }

    void import(const std::string& name, const std::string& text) const {
        const fs::path path = home() / name;
        std::ofstream(path, std::ios::binary) << text;
        clickOn("menu.data");
        clickOn("command.Import boundaries from other data …");
        ASSERT_EQ(state()["dialog"], "boundaryFile");
        clickOn("files.name");
        key("ctrl+a");
        type(path.string());
        key("Return");
    }
    // Surabaya as a rectangle, and a region that does not exist.
    void importTwo() const {
        import("batas.geojson",
               R"({"type":"FeatureCollection","features":[)"
               R"({"type":"Feature","properties":{"kode":"35.78","nama":"Kota Surabaya"},"geometry":{"type":"Polygon",)"
               R"("coordinates":[[[112.6,-7.35],[112.8,-7.35],[112.8,-7.2],[112.6,-7.2],[112.6,-7.35]]]}},)"
               R"({"type":"Feature","properties":{"kode":"99.99","nama":"Negeri Dongeng"},"geometry":{"type":)"
               R"("Polygon","coordinates":[[[112,-6],[112.1,-6],[112.1,-6.1],[112,-6]]]}}]})");
    }
    // No file of an import lies about.
    [[nodiscard]] std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
    }

  private:
    fs::path folder_;
};

TEST_F(ImportedBoundaries, AreShownBeforeTheyAreUsedAndTheOldOnesAreKept) {
    const auto size = fs::file_size(own());
    importTwo();
    Json now = waitFor([](const Json& each) { return each["dialog"] == "boundaryImport"; });
    ASSERT_EQ(now["dialog"], "boundaryImport");
    EXPECT_EQ(now["boundaryImport"]["rows"], 2);
    EXPECT_EQ(now["boundaryImport"]["regencies"], 1);
    EXPECT_EQ(now["boundaryImport"]["unmatched"], 1);
    EXPECT_EQ(now["boundaryImport"]["missing"], 513);
    EXPECT_EQ(fs::file_size(own()), size) << "nothing is replaced before it is asked for";
    clickOn("boundaryImport.use");
    now = waitFor([](const Json& each) {
        return each["mapReady"] == true && each["boundaryCredit"].get<std::string>().starts_with("batas.geojson");
    });
    EXPECT_EQ(now["boundaryCredit"].get<std::string>().substr(0, 13), "batas.geojson");
    EXPECT_EQ(now["dialog"], "");
    ASSERT_TRUE(fs::exists(previous()));
    EXPECT_EQ(fs::file_size(previous()), size);
    EXPECT_EQ(files(), 2U);
}

TEST_F(ImportedBoundaries, LeaveEverythingAsItWasWhenDiscarded) {
    const auto before = fs::last_write_time(own());
    importTwo();
    ASSERT_EQ(waitFor([](const Json& each) { return each["dialog"] == "boundaryImport"; })["dialog"], "boundaryImport");
    key("Escape");
    const Json now = waitFor([](const Json& each) { return each["dialog"] == ""; });
    EXPECT_EQ(now["dialog"], "");
    EXPECT_FALSE(now.contains("boundaryImport"));
    EXPECT_EQ(fs::last_write_time(own()), before);
    EXPECT_EQ(files(), 1U);
}

TEST_F(ImportedBoundaries, OfAFileWithoutPolygonsAreRefusedWithTheReason) {
    import("titik.geojson",
           R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kode":"35.78"},)"
           R"("geometry":{"type":"Point","coordinates":[112.7,-7.3]}}]})");
    const Json now = waitFor([](const Json& each) { return !each["notices"].empty(); });
    EXPECT_FALSE(now["notices"].empty());
    EXPECT_EQ(now["dialog"], "");
    EXPECT_EQ(files(), 1U);
    EXPECT_TRUE(running());
}

} // namespace
} // namespace jejaring::ui_test
