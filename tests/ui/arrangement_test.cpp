// SPDX-License-Identifier: MIT
// Which areas stand open in windows of many sizes, and that the legend of the map left over covers nothing that
// matters. The second part needs boundaries.gpkg (see data::boundariesPath).
#include "ui/arrangement.hpp"

#include "data/boundary/boundary_store.hpp"
#include "data/paths.hpp"
#include "data/project/sample.hpp"
#include "scene/map_view.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <utility>
#include <vector>

namespace jejaring::ui {
namespace {

constexpr double kBars = 46 + 26; // menus and status bar, layout units

Arrangement arranged(double width, double height, double scale, std::optional<Side> asked = std::nullopt,
                     const session::Settings& settings = {}) {
    return arrange(settings, asked, width / scale, height / scale - kBars);
}

TEST(Arrangement, AnOrdinaryWindowHasAllAreas) {
    for (const auto& [width, height] : {std::pair{1600.0, 900.0}, {1920.0, 1080.0}, {1366.0, 768.0}, {1280.0, 720.0}}) {
        const Arrangement areas = arranged(width, height, 1);
        EXPECT_GT(areas.left, 0) << width;
        EXPECT_GT(areas.right, 0) << width;
        EXPECT_GT(areas.bottom, 0) << width;
    }
}

TEST(Arrangement, TheMapStaysReadableAtEveryScale) {
    for (const auto& [width, height] :
         {std::pair{1920.0, 1080.0}, {1366.0, 768.0}, {1280.0, 720.0}, {1024.0, 768.0}, {800.0, 600.0}})
        for (const double scale : {0.8, 1.0, 1.25, 1.5, 2.0, 2.5}) {
            const Arrangement areas = arranged(width, height, scale);
            const double map = width / scale - areas.left - areas.right;
            EXPECT_TRUE(map >= 400 || areas.left + areas.right == 0) << width << " at " << scale;
            const double mapHeight = height / scale - kBars - areas.bottom;
            EXPECT_TRUE(mapHeight >= 230 || areas.bottom == 0) << height << " at " << scale;
        }
}

TEST(Arrangement, WhatWasAskedForComesBeforeOtherAreas) {
    EXPECT_EQ(arranged(1280, 720, 1.5).right, 0);
    EXPECT_GT(arranged(1280, 720, 1.5).left, 0);
    EXPECT_GT(arranged(1280, 720, 1.5, Side::right).right, 0);
    EXPECT_EQ(arranged(1280, 720, 1.5, Side::right).left, 0);
    EXPECT_EQ(arranged(1366, 768, 2).bottom, 0);
    EXPECT_GT(arranged(1366, 768, 2, Side::bottom).bottom, 0);
}

TEST(Arrangement, WhatIsFoldedAwayStaysSo) {
    session::Settings settings;
    settings.leftOpen = settings.bottomOpen = false;
    const Arrangement areas = arranged(1920, 1080, 1, std::nullopt, settings);
    EXPECT_EQ(areas.left, 0);
    EXPECT_EQ(areas.bottom, 0);
    EXPECT_GT(areas.right, 0);
}

TEST(Arrangement, TheTableEndsWithAWholeRow) {
    session::Settings settings;
    for (settings.bottomHeight = 120; settings.bottomHeight < 400; settings.bottomHeight += 7) {
        const double bottom = arranged(1920, 1400, 1, std::nullopt, settings).bottom;
        EXPECT_EQ(std::fmod(bottom - 68, 28), 0) << settings.bottomHeight;
        EXPECT_LE(bottom, settings.bottomHeight);
        EXPECT_GE(bottom, 68 + 28);
    }
}

class LegendMatrix : public testing::Test {
  protected:
    void SetUp() override {
        if (!std::filesystem::exists(data::boundariesPath()))
            GTEST_SKIP() << "there are no boundaries at " << data::boundariesPath();
        auto read = data::readBoundaries(data::boundariesPath());
        auto fonts = text::FontSet::load();
        auto project = data::sampleProject(JEJARING_SOURCE_DIR "/assets");
        ASSERT_TRUE(read && fonts && project);
        fonts_ = fonts.value();
        project_ = std::make_shared<const core::Project>(std::move(project.value()));
        constexpr std::array<std::size_t, 3> kLevels{0, 1, 2};
        geometry_ = geo::MapGeometry::build(read.value().shapes, geo::ProjectionKind::equalEarth, kLevels);
    }

    std::shared_ptr<const text::FontSet> fonts_;
    std::shared_ptr<const core::Project> project_;
    std::shared_ptr<const geo::MapGeometry> geometry_;
};

TEST_F(LegendMatrix, AtHomeTheLegendCoversNoRegionWithARecord) {
    const core::Day day{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(22)};
    int open = 0;
    int all = 0;
    session::Settings widened; // side areas dragged as wide as they go
    widened.leftWidth = widened.rightWidth = kMostSide;
    for (const scene::MapLevel level :
         {scene::MapLevel::automatic, scene::MapLevel::province, scene::MapLevel::regency}) {
        scene::MapView view;
        view.date = day;
        view.level = level;
        const auto map = scene::prepare(project_, geometry_, view, day);
        for (const auto& [width, height] : {std::pair{1920.0, 1080.0},
                                            {1600.0, 900.0},
                                            {1366.0, 768.0},
                                            {1280.0, 720.0},
                                            {1024.0, 768.0},
                                            {800.0, 600.0},
                                            {640.0, 480.0}})
            for (const double scale : {0.8, 1.0, 1.25, 1.3, 1.5, 2.0})
                for (const auto& [language, wide] : {std::pair{text::Language::indonesian, false},
                                                     {text::Language::english, false},
                                                     {text::Language::indonesian, true}}) {
                    const Arrangement areas =
                        arranged(width, height, scale, std::nullopt, wide ? widened : session::Settings());
                    const scene::Rect frame{0, 0, width - (areas.left + areas.right) * scale,
                                            height - (areas.bottom + kBars) * scale};
                    scene::Look look;
                    look.language = language;
                    look.scale = scale;
                    look.fonts = fonts_;
                    // The buttons at the upper right of the map.
                    const std::vector<scene::Rect> buttons{
                        {frame.width - 52 * scale, 8 * scale, 48 * scale, 116 * scale}};
                    const scene::Camera camera = scene::homeCamera(*map, look, frame, buttons);
                    scene::DisplayList list;
                    list.fonts = fonts_;
                    list.width = frame.width;
                    list.height = frame.height;
                    scene::LegendMemory memory;
                    // And the tabs in the middle of its edges that fold the areas away.
                    std::vector<scene::Rect> clear = buttons;
                    const double middle = (frame.height - 40 * scale) / 2;
                    clear.push_back({5 * scale, middle, 10 * scale, 40 * scale});
                    clear.push_back({frame.width - 15 * scale, middle, 10 * scale, 40 * scale});
                    if (areas.bottom == 0)
                        clear.push_back(
                            {(frame.width - 40 * scale) / 2, frame.height - 15 * scale, 40 * scale, 10 * scale});
                    scene::appendMap(list, *map, {}, look, frame, camera, clear, &memory);
                    const std::string where = std::to_string(static_cast<int>(width)) + " at " + std::to_string(scale) +
                                              " " + std::string(scene::mapLevelId(level)) + (wide ? ", widened" : "");
                    ASSERT_TRUE(memory.box) << where;
                    ++all;
                    open += memory.folded ? 0 : 1;
                    int covered = 0;
                    for (double x = memory.box->x; x < memory.box->right(); x += 2)
                        for (double y = memory.box->y; y < memory.box->bottom(); y += 2) {
                            core::RegionIndex region = geometry_->pick(scene::toMetres(camera, frame, {x, y}));
                            if (region == core::kNoRegion)
                                continue;
                            if (level != scene::MapLevel::regency)
                                region = geometry_->catalog().provinceOf(region);
                            covered += map->values[region].state != analysis::ValueState::noRecord ? 1 : 0;
                        }
                    EXPECT_EQ(covered, 0) << where << (memory.folded ? ", folded" : "");
                }
    }
    // Folded away only in the smaller windows at larger scales.
    EXPECT_GT(open, 0.6 * all);
}

} // namespace
} // namespace jejaring::ui
