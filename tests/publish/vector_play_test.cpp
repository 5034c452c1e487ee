// SPDX-License-Identifier: MIT
#include "publish/vector_play.hpp"

#include "support/recording_target.hpp"
#include "support/synthetic_scene.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace jejaring;
using publish::VectorGroupKind;

namespace {

const std::shared_ptr<const geo::MapGeometry>& map() {
    static const auto made = test::syntheticMap();
    return made;
}

scene::DisplayList mapScene(double zoom = 1) {
    return test::syntheticMapScene(map(), scene::Theme::light, zoom);
}

// Square layout units that the triangles of a regency cover in `frame`, at the level that is shown there.
double triangleArea(const scene::MapFrame& frame, double pixelRatio, core::RegionIndex regency) {
    const geo::LevelOfDetail& level = frame.geometry->levelFor(frame.camera.metresPerUnit / pixelRatio * 0.55);
    const geo::IndexRange range = level.regionRanges[regency - frame.geometry->catalog().provinceCount()];
    double area = 0;
    for (std::uint32_t i = range.first; i < range.first + range.count; i += 3) {
        const geo::Vertex a = level.vertices[level.indices[i]];
        const geo::Vertex b = level.vertices[level.indices[i + 1]];
        const geo::Vertex c = level.vertices[level.indices[i + 2]];
        area += std::abs(static_cast<double>(b.x - a.x) * static_cast<double>(c.y - a.y) -
                         static_cast<double>(c.x - a.x) * static_cast<double>(b.y - a.y)) /
                2;
    }
    return area / (frame.camera.metresPerUnit * frame.camera.metresPerUnit);
}

} // namespace

TEST(PlayVectors, EachRegencyIsOnePathOfItsOwnAreaUnderItsProvince) {
    const scene::DisplayList list = mapScene();
    test::RecordingTarget target;
    ASSERT_TRUE(publish::playVectors(list, {}, target));
    const core::RegionCatalog& catalog = map()->catalog();
    int regencies = 0;
    for (std::size_t i = catalog.provinceCount(); i < catalog.size(); ++i) {
        const auto regency = static_cast<core::RegionIndex>(i);
        const auto* fill = target.fillOf(catalog[regency].code.text());
        ASSERT_NE(fill, nullptr) << catalog[regency].code.text();
        EXPECT_EQ(fill->group.kind, VectorGroupKind::regency);
        EXPECT_EQ(fill->group.name, catalog[regency].name);
        EXPECT_EQ(fill->group.region, regency);
        const double expected = triangleArea(list.maps[0], publish::VectorOptions{}.pixelRatio, regency);
        EXPECT_NEAR(test::pageArea(fill->path), expected, expected * 0.001 + 0.1);
        ++regencies;
    }
    EXPECT_EQ(std::count_if(target.fills.begin(), target.fills.end(),
                            [](const auto& f) { return f.group.kind == VectorGroupKind::regency; }),
              regencies);
    // The one around the lake has it as a hole.
    EXPECT_EQ(
        target.fillOf(catalog[static_cast<core::RegionIndex>(catalog.provinceCount() + 5)].code.text())->path.size(),
        2U);
}

TEST(PlayVectors, FilledProvincesAreOnePathEachWithoutInnerBorders) {
    scene::DisplayList list = mapScene();
    auto styles = std::make_shared<std::vector<scene::RegionStyle>>(map()->catalog().regencyCount());
    for (std::size_t i = 0; i < styles->size(); ++i)
        (*styles)[i].fill = scene::rgb(i < 4 ? 0x112233 : 0x445566);
    for (scene::Item& item : list.items)
        if (std::holds_alternative<scene::RegionFills>(item))
            item = scene::RegionFills{0, styles, true};
    test::RecordingTarget target;
    publish::playVectors(list, {}, target);
    EXPECT_TRUE(std::none_of(target.groups.begin(), target.groups.end(),
                             [](const auto& g) { return g.kind == VectorGroupKind::regency; }));
    const core::RegionCatalog& catalog = map()->catalog();
    for (const char* code : {"91", "92"}) {
        const auto* fill = target.fillOf(code);
        ASSERT_NE(fill, nullptr);
        EXPECT_EQ(fill->group.kind, VectorGroupKind::province);
        const auto range = catalog.regenciesOf(*catalog.find(code));
        double expected = 0;
        for (core::RegionIndex r = range.first; r < range.last; ++r)
            expected += triangleArea(list.maps[0], 3, r);
        EXPECT_NEAR(test::pageArea(fill->path), expected, expected * 0.001 + 0.1);
    }
    EXPECT_EQ(target.fillOf("91")->fill.color, scene::rgb(0x112233));
    EXPECT_EQ(target.fillOf("92")->fill.color, scene::rgb(0x445566));
    EXPECT_EQ(target.fillOf("91")->path.size(), 1U);
}

TEST(PlayVectors, BordersAreFewLongLinesOfTheirWholeLength) {
    const scene::DisplayList list = mapScene();
    publish::VectorOptions options;
    options.step = 0;
    test::RecordingTarget target;
    publish::playVectors(list, options, target);
    const scene::MapFrame& frame = list.maps[0];
    const geo::LevelOfDetail& level = map()->levelFor(frame.camera.metresPerUnit / options.pixelRatio * 0.55);
    for (const auto border : {geo::BorderClass::regency, geo::BorderClass::province}) {
        double expected = 0;
        std::size_t arcs = 0;
        for (const geo::Arc& arc : level.arcs) {
            if (arc.border != border)
                continue;
            ++arcs;
            for (std::uint32_t i = arc.firstPoint; i + 1 < arc.firstPoint + arc.pointCount; ++i)
                expected += std::hypot(static_cast<double>(level.arcPoints[i + 1].x - level.arcPoints[i].x),
                                       static_cast<double>(level.arcPoints[i + 1].y - level.arcPoints[i].y)) /
                            frame.camera.metresPerUnit;
        }
        double length = 0;
        std::size_t lines = 0;
        for (const auto& stroke : target.strokes)
            if (stroke.group.kind == VectorGroupKind::borders && stroke.group.border == border) {
                length += test::lengthOf(stroke.path, stroke.stroke.closed);
                lines += stroke.path.size();
            }
        EXPECT_NEAR(length, expected, 0.01);
        EXPECT_GT(lines, 0U);
        EXPECT_LE(lines, arcs);
        if (border == geo::BorderClass::province) {
            EXPECT_EQ(lines, 1U) << "between the two rows of the board runs one line";
        }
    }
}

TEST(PlayVectors, NothingReachesBeyondTheFrameOfAMap) {
    for (const double bleed : {0.0, 1.0}) {
        scene::DisplayList list = mapScene(4);
        list.maps[0].frame = {100, 50, 200, 120};
        list.items.insert(list.items.begin(), scene::PushClip{list.maps[0].frame});
        list.items.emplace_back(scene::Polyline{{{0, 0}, {480, 270}}, 1, {}, 0, false});
        list.items.emplace_back(scene::FilledPolygon{{{0, 0}, {480, 270}, {0, 270}}, {}});
        list.items.emplace_back(scene::Circle{{50, 200}, 20, {}, {}, 0, scene::FillPattern::plain, core::kNoRegion});
        list.items.emplace_back(scene::PopClip{});
        publish::VectorOptions options;
        options.bleed = bleed;
        test::RecordingTarget target;
        publish::playVectors(list, options, target);
        const auto check = [&](const publish::VectorPath& path, double reach) {
            for (const auto& line : path)
                for (const geo::Point p : line) {
                    ASSERT_GE(p.x, 100 - reach - 0.006);
                    ASSERT_LE(p.x, 300 + reach + 0.006);
                    ASSERT_GE(p.y, 50 - reach - 0.006);
                    ASSERT_LE(p.y, 170 + reach + 0.006);
                }
        };
        ASSERT_FALSE(target.fills.empty());
        for (const auto& fill : target.fills)
            check(fill.path, bleed);
        for (const auto& stroke : target.strokes)
            check(stroke.path, stroke.group.kind == VectorGroupKind::section || bleed > 0 ? stroke.stroke.width : 0);
        EXPECT_TRUE(target.circles.empty());
        EXPECT_EQ(target.clips, std::vector<scene::Rect>{list.maps[0].frame});
    }
}

TEST(PlayVectors, GroupsAndClipsAreNestedAndEachHasItsOwnId) {
    scene::DisplayList list = mapScene();
    const scene::DisplayList again = mapScene();
    for (int i = 0; i < 2; ++i) {
        list.items.emplace_back(scene::BeginGroup{scene::GroupKind::legend});
        list.items.emplace_back(scene::PushClip{{10, 10, 50, 50}});
        list.items.emplace_back(scene::Circle{{20, 20}, 5, {}, {}, 0, scene::FillPattern::plain, core::kNoRegion});
        list.items.emplace_back(scene::PopClip{});
        list.items.emplace_back(scene::BeginGroup{scene::GroupKind::chart}); // nothing in it
        list.items.emplace_back(scene::EndGroup{});
        list.items.emplace_back(scene::EndGroup{});
    }
    for (const scene::Item& item : again.items)
        list.items.push_back(item);
    test::RecordingTarget target;
    publish::playVectors(list, {}, target);
    EXPECT_TRUE(target.open.empty());
    EXPECT_EQ(target.openClips, 0);
    std::set<std::string> ids;
    for (const auto& group : target.groups) {
        EXPECT_TRUE(ids.insert(group.id).second) << group.id;
        EXPECT_FALSE(group.name.empty()) << group.id;
    }
    EXPECT_TRUE(ids.contains("legend"));
    EXPECT_TRUE(ids.contains("legend-2"));
    EXPECT_TRUE(ids.contains("91.01-2"));
    EXPECT_FALSE(ids.contains("chart"));
    EXPECT_NE(target.calls.find("([c])([c])"), std::string::npos) << target.calls;
}

TEST(PlayVectors, ItemsComeInOrderAndTextsWhole) {
    auto fonts = text::FontSet::load();
    ASSERT_TRUE(fonts.ok());
    const scene::DisplayList list = test::syntheticItemScene(fonts.value(), scene::Theme::dark);
    test::RecordingTarget target;
    publish::playVectors(list, {}, target);
    std::vector<std::string> expected;
    std::string calls;
    for (const scene::Item& item : list.items) {
        if (const auto* run = std::get_if<scene::GlyphRun>(&item))
            expected.push_back(run->string);
        calls += std::holds_alternative<scene::GlyphRun>(item)        ? "t"
                 : std::holds_alternative<scene::Circle>(item)        ? "c"
                 : std::holds_alternative<scene::RoundedRect>(item)   ? "r"
                 : std::holds_alternative<scene::Polyline>(item)      ? "s"
                 : std::holds_alternative<scene::Image>(item)         ? "i"
                 : std::holds_alternative<scene::FilledPolygon>(item) ? "f"
                 : std::holds_alternative<scene::PushClip>(item)      ? "["
                                                                      : "]";
    }
    std::vector<std::string> strings;
    for (const scene::GlyphRun& run : target.texts)
        strings.push_back(run.string);
    EXPECT_EQ(strings, expected);
    EXPECT_EQ(target.calls, calls);
    for (const auto& stroke : target.strokes)
        EXPECT_EQ(stroke.stroke.dash > 0, stroke.stroke.width == 2.5);
}

TEST(PlayVectors, ACutDashedLineKeepsItsPlaceInTheDashes) {
    scene::DisplayList list;
    list.width = list.height = 100;
    list.items.emplace_back(scene::Polyline{{{-27, 50}, {200, 50}}, 1, {}, 5, false});
    test::RecordingTarget target;
    publish::playVectors(list, {}, target);
    ASSERT_EQ(target.strokes.size(), 1U);
    EXPECT_DOUBLE_EQ(target.strokes[0].path[0].front().x, -1);
    EXPECT_DOUBLE_EQ(target.strokes[0].stroke.dashStart, 6);
}

TEST(PlayVectors, StopsWhereProgressSaysSo) {
    test::RecordingTarget target;
    int calls = 0;
    EXPECT_FALSE(publish::playVectors(mapScene(), {}, target, [&](double done) {
        EXPECT_GE(done, 0);
        EXPECT_LE(done, 1);
        return ++calls < 3;
    }));
    EXPECT_EQ(calls, 3);
}

TEST(PlayVectors, ListsOfNothingPlayNothing) {
    test::RecordingTarget target;
    scene::DisplayList list;
    list.items.emplace_back(scene::PopClip{});
    list.items.emplace_back(scene::EndGroup{});
    EXPECT_TRUE(publish::playVectors(list, {}, target));
    EXPECT_EQ(target.calls, "");
}
