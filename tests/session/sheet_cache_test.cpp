// SPDX-License-Identifier: MIT
#include "session/sheet_cache.hpp"

#include "data/paths.hpp"
#include "data/project/sample.hpp"
#include "session/picture_export.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

namespace jejaring::session {
namespace {

class SheetCacheTest : public testing::Test {
  protected:
    void SetUp() override {
        if (!std::filesystem::exists(data::boundariesPath()))
            GTEST_SKIP() << "the boundaries have not been built";
        const auto fonts = text::FontSet::load();
        ASSERT_TRUE(fonts);
        const auto map = data::loadMapGeometry(data::boundariesPath(), geo::ProjectionKind::equalEarth);
        ASSERT_TRUE(map);
        const auto sample = data::sampleProject(std::string(JEJARING_SOURCE_DIR) + "/assets");
        ASSERT_TRUE(sample);
        project_ = std::make_shared<const core::Project>(sample.value());
        source_.boundaries = data::boundariesPath();
        source_.maps.emplace(geo::ProjectionKind::equalEarth, map.value());
        source_.fonts = fonts.value();
        source_.today = core::today();
    }
    [[nodiscard]] SheetSource source() const {
        SheetSource made = source_;
        made.project = project_;
        return made;
    }
    SheetCache::Shown get(const core::Sheet& sheet) {
        return cache_.get(sheet, project_, [this] { return source(); });
    }
    [[nodiscard]] core::Sheet sheetOf(const publish::Recipe& recipe) const {
        core::Project project = *project_;
        addSheet(project, recipe, std::nullopt, "Lembar");
        return project.sheets.back();
    }
    void edit(const std::function<void(core::Project&)>& change) {
        auto edited = std::make_shared<core::Project>(*project_);
        change(*edited);
        project_ = edited;
    }

    std::shared_ptr<const core::Project> project_;
    SheetSource source_;
    SheetCache cache_{[] {}};
};

TEST_F(SheetCacheTest, ComposesWhatAnExportWouldDraw) {
    publish::Recipe recipe;
    recipe.picture.camera = scene::Camera{{-1.1e6, -8e5}, 700};
    const core::Sheet sheet = sheetOf(recipe);
    EXPECT_TRUE(get(sheet).pending);
    EXPECT_TRUE(get(sheet).pending) << "asked for once";
    cache_.finish();
    const auto shown = get(sheet);
    ASSERT_NE(shown.page, nullptr);
    EXPECT_FALSE(shown.pending);
    SheetSource from = source();
    const auto request = sheetRequest(sheet, from);
    ASSERT_TRUE(request);
    const scene::DisplayList exported = composeExport(request.value());
    EXPECT_EQ(shown.page->list.items.size(), exported.items.size());
    EXPECT_EQ(shown.page->list.width, exported.width);
}

TEST_F(SheetCacheTest, KnowsTheCameraOfTheWholePage) {
    publish::Recipe recipe;
    recipe.picture.camera = scene::Camera{{-1.1e6, -8e5}, 700};
    SheetSource from = source();
    const auto page = composeSheet(sheetOf(recipe), from);
    ASSERT_TRUE(page);
    ASSERT_TRUE(page.value()->camera);
    const scene::Camera& camera = *page.value()->camera;
    EXPECT_EQ(camera.metresPerUnit, 700);
    // The recipe's centre stands in the middle of what title and source line leave free, not of the page.
    const geo::Point at = scene::toFrame(camera, {0, 0, 1920, 1080}, {-1.1e6, -8e5});
    EXPECT_NEAR(at.x, 960, 1);
    EXPECT_GT(std::abs(at.y - 540), 5);
    EXPECT_LT(std::abs(at.y - 540), 200);
}

TEST_F(SheetCacheTest, KeepsPagesUntilTheFactsChange) {
    const core::Sheet sheet = sheetOf({});
    (void)get(sheet);
    cache_.finish();
    const auto first = get(sheet).page;
    ASSERT_NE(first, nullptr);
    edit([&](core::Project& project) { project.sheets.push_back(sheet); });
    EXPECT_EQ(get(sheet).page, first);
    EXPECT_FALSE(get(sheet).pending) << "a sheet more changes no other";
    edit([](core::Project& project) { project.agreements.pop_back(); });
    const auto older = get(sheet);
    EXPECT_TRUE(older.pending);
    EXPECT_EQ(older.page, first) << "it is shown until the new one is there";
    cache_.finish();
    EXPECT_NE(get(sheet).page, first);
}

TEST_F(SheetCacheTest, TellsWhatIsWrongWithOneSheetAlone) {
    const core::Sheet broken{"L001", "Rusak", "view", R"({"version":99})"};
    const core::Sheet sound = sheetOf({});
    (void)get(broken);
    (void)get(sound);
    cache_.finish();
    EXPECT_EQ(get(broken).page, nullptr);
    ASSERT_TRUE(get(broken).failure);
    EXPECT_EQ(get(broken).failure->code, core::ErrorCode::newerSchema);
    EXPECT_FALSE(get(sound).failure);
    EXPECT_NE(get(sound).page, nullptr);
}

TEST(SameFacts, LooksAtAllButTheSheets) {
    core::Project a;
    core::Project b;
    b.sheets.push_back({"L001", "Lembar", "view", "{}"});
    EXPECT_TRUE(sameFacts(a, b));
    b.settings["x"] = "y";
    EXPECT_FALSE(sameFacts(a, b));
    a.settings = b.settings;
    a.weights.sectors = 0.4;
    EXPECT_FALSE(sameFacts(a, b));
}

} // namespace
} // namespace jejaring::session
