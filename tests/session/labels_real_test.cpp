// SPDX-License-Identifier: MIT
// Names on the map of Indonesia as it is, at many places and scales: apart, whole, and beside no land but their own.
// Needs boundaries.gpkg (see data::boundariesPath).
#include "data/boundary/boundary_store.hpp"
#include "data/paths.hpp"
#include "data/project/sample.hpp"
#include "scene/labels.hpp"
#include "scene/layout.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <limits>
#include <set>

namespace jejaring::scene {
namespace {

class RealLabels : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        if (!std::filesystem::exists(data::boundariesPath()))
            return;
        auto read = data::readBoundaries(data::boundariesPath());
        auto fonts = text::FontSet::load();
        auto project = data::sampleProject(JEJARING_SOURCE_DIR "/assets");
        if (!read || !fonts || !project)
            return;
        // Down to 310 m: a level that a view of a province is drawn from.
        constexpr std::array<std::size_t, 5> kLevels{0, 1, 2, 3, 4};
        look_.fonts = fonts.value();
        const core::Day day{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(22)};
        MapView view;
        view.date = day;
        data_ =
            prepare(std::make_shared<const core::Project>(std::move(project.value())),
                    geo::MapGeometry::build(read.value().shapes, geo::ProjectionKind::equalEarth, kLevels), view, day);
    }
    static void TearDownTestSuite() {
        data_.reset();
        look_.fonts.reset();
    }
    void SetUp() override {
        if (!std::filesystem::exists(data::boundariesPath()))
            GTEST_SKIP() << "there are no boundaries at " << data::boundariesPath();
        ASSERT_NE(data_, nullptr) << "boundaries, fonts or sample cannot be read";
    }

    static void expectGood(const Camera& camera, const Rect& frame) {
        DisplayList list;
        list.fonts = look_.fonts;
        const Highlight none;
        const MapContext context = makeContext(*data_, none, look_, frame, camera);
        const std::vector<Dot> dots = dotsOf(context);
        Occupied occupied;
        for (const Dot& dot : dots)
            occupied.add(dot.box());
        const std::vector<PlacedLabel> labels = appendLabels(list, context, dots, {}, occupied);
        EXPECT_FALSE(labels.empty());
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const PlacedLabel& label = labels[i];
            const std::string name = context.catalog()[label.region].name;
            EXPECT_TRUE(label.box.x >= frame.x && label.box.y >= frame.y && label.box.right() <= frame.right() &&
                        label.box.bottom() <= frame.bottom())
                << name << " is not whole";
            for (std::size_t k = 0; k < i; ++k)
                EXPECT_FALSE(label.box.intersects(labels[k].box)) << name;
            if (label.place == PlacedLabel::Place::sea)
                expectByOwnShore(context, label, name);
        }
    }

    // How far the label's own land and the nearest other land are from it, in pixels, by asking what lies at each place
    // around: independent of the grid that placing looks at, and a little less exact.
    struct Distances {
        double own = std::numeric_limits<double>::infinity();
        double other = std::numeric_limits<double>::infinity();
    };
    static Distances distancesOf(const MapContext& context, const PlacedLabel& label, double step) {
        constexpr double kReach = 24;
        Distances distances;
        for (double x = label.box.x - kReach; x <= label.box.right() + kReach; x += step)
            for (double y = label.box.y - kReach; y <= label.box.bottom() + kReach; y += step) {
                const core::RegionIndex land = context.geometry().pick(toMetres(context.camera, context.frame, {x, y}));
                if (land == core::kNoRegion)
                    continue;
                const double dx = std::max({label.box.x - x, x - label.box.right(), 0.0});
                const double dy = std::max({label.box.y - y, y - label.box.bottom(), 0.0});
                const bool mine = land == label.region || context.catalog().provinceOf(land) == label.region;
                double& least = mine ? distances.own : distances.other;
                least = std::min(least, std::hypot(dx, dy));
            }
        return distances;
    }

    static void expectByOwnShore(const MapContext& context, const PlacedLabel& label, const std::string& name) {
        constexpr double kExactness = 4;
        constexpr double kFarthest = 12 + kExactness;
        Distances distances = distancesOf(context, label, 1.5);
        // Islands of a pixel may lie between the places asked about: then ask about more.
        if (distances.own > kFarthest || distances.own >= distances.other + kExactness)
            distances = distancesOf(context, label, 0.3);
        EXPECT_LE(distances.own, kFarthest) << name << " stands far from its land";
        EXPECT_LT(distances.own, distances.other + kExactness) << name << " stands nearer to another's land";
        EXPECT_GT(distances.other, 0) << name << " stands on another's land";
    }

    static inline std::shared_ptr<const MapData> data_;
    static inline Look look_;
};

TEST_F(RealLabels, AreTrueInTheCountryAsAWhole) {
    for (const Rect& frame :
         {Rect{0, 0, 980, 610}, Rect{0, 0, 1600, 900}, Rect{0, 0, 640, 360}, Rect{0, 0, 2200, 1200}})
        expectGood(homeCamera(*data_->geometry, frame), frame);
}

TEST_F(RealLabels, AreTrueInEveryProvince) {
    const Rect frame{0, 0, 980, 610};
    for (std::size_t i = 0; i < data_->geometry->catalog().provinceCount(); ++i)
        expectGood(regionCamera(*data_->geometry, static_cast<core::RegionIndex>(i), frame), frame);
}

// The names that the map of the country must not lack: those of the highest classes on the largest regions.
TEST_F(RealLabels, NameWhatMatters) {
    const Rect frame{0, 0, 1600, 900};
    DisplayList list;
    list.fonts = look_.fonts;
    const Highlight none;
    const MapContext context = makeContext(*data_, none, look_, frame, homeCamera(*data_->geometry, frame));
    Occupied occupied;
    const std::vector<Dot> dots = dotsOf(context);
    for (const Dot& dot : dots)
        occupied.add(dot.box());
    const std::vector<PlacedLabel> labels = appendLabels(list, context, dots, {}, occupied);
    for (const char* code : {"32", "33", "35", "11", "12", "15", "81", "94"}) {
        const core::RegionIndex region = *context.catalog().find(code);
        EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [&](const PlacedLabel& l) { return l.region == region; }))
            << context.catalog()[region].name;
    }
}

TEST_F(RealLabels, BothMapsOfBeforeAndAfterNameTheSameRegions) {
    LayoutInput input;
    input.map = data_;
    input.look = look_;
    input.look.theme = Theme::light;
    Layout layout;
    layout.kind = TemplateKind::beforeAfter;
    for (const char* format : {"16:9", "4:3", "a4-portrait", "a3"}) {
        layout.page = *parsePage(format);
        const LaidOut page = layOut(input, layout);
        std::array<std::multiset<std::string>, 2> names;
        std::size_t map = 0; // that items belong to, counted by the clips that maps open
        bool labels = false;
        for (const Item& item : page.list.items)
            if (std::holds_alternative<PushClip>(item))
                ++map;
            else if (const auto* group = std::get_if<BeginGroup>(&item))
                labels = group->kind == GroupKind::labels;
            else if (std::holds_alternative<EndGroup>(item))
                labels = false;
            else if (const auto* run = std::get_if<GlyphRun>(&item); run != nullptr && labels)
                names.at(map - 1).insert(run->string);
        EXPECT_GT(names[0].size(), 10U) << format;
        EXPECT_EQ(names[0], names[1]) << format;
    }
}

} // namespace
} // namespace jejaring::scene
