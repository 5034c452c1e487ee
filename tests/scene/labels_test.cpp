// SPDX-License-Identifier: MIT
#include "scene/labels.hpp"
#include "scene_fixture.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace jejaring::scene {
namespace {

using namespace testing;

std::vector<PlacedLabel> labelsOf(const MapData& data, const Camera& camera, const Rect& frame,
                                  const Highlight& highlight = {}, const Look& with = look()) {
    DisplayList list;
    list.fonts = with.fonts;
    const MapContext context = makeContext(data, highlight, with, frame, camera);
    Occupied occupied;
    const std::vector<Dot> dots = dotsOf(context);
    for (const Dot& dot : dots)
        occupied.add(dot.box());
    return appendLabels(list, context, dots, {}, occupied);
}

bool isOf(core::RegionIndex region, core::RegionIndex land) {
    return land == region || squareGeometry()->catalog().provinceOf(land) == region;
}

// Layout units from the box to a region's own land and to any other's, by asking what lies at each place around it.
std::pair<double, double> distancesToLand(const PlacedLabel& label, const Camera& camera, const Rect& frame) {
    constexpr double kReach = 60;
    double own = std::numeric_limits<double>::infinity();
    double other = own;
    for (double x = label.box.x - kReach; x <= label.box.right() + kReach; x += 2)
        for (double y = label.box.y - kReach; y <= label.box.bottom() + kReach; y += 2) {
            const core::RegionIndex land = squareGeometry()->pick(toMetres(camera, frame, {x, y}));
            if (land == core::kNoRegion)
                continue;
            const double dx = std::max({label.box.x - x, x - label.box.right(), 0.0});
            const double dy = std::max({label.box.y - y, y - label.box.bottom(), 0.0});
            double& least = isOf(label.region, land) ? own : other;
            least = std::min(least, std::hypot(dx, dy));
        }
    return {own, other};
}

RC_GTEST_PROP(Labels, StandApartInTheFrameAndByTheirOwnLand, ()) {
    const auto data = squareData();
    const Rect frame{10, 20, static_cast<double>(*rc::gen::inRange(200, 1400)),
                     static_cast<double>(*rc::gen::inRange(150, 900))};
    Camera camera = homeCamera(*squareGeometry(), frame);
    camera.metresPerUnit *= *rc::gen::inRange(5, 400) / 100.0;
    camera.centre.x += *rc::gen::inRange(-300, 300) * camera.metresPerUnit;
    camera.centre.y += *rc::gen::inRange(-200, 200) * camera.metresPerUnit;
    Highlight highlight;
    if (*rc::gen::arbitrary<bool>())
        highlight.selection = {static_cast<core::RegionIndex>(
            *rc::gen::inRange<int>(0, static_cast<int>(squareGeometry()->catalog().size())))};
    Look with = look();
    with.scale = *rc::gen::inRange(80, 200) / 100.0;
    const std::vector<PlacedLabel> labels = labelsOf(*data, camera, frame, highlight, with);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const PlacedLabel& label = labels[i];
        RC_ASSERT(label.box.x >= frame.x);
        RC_ASSERT(label.box.y >= frame.y);
        RC_ASSERT(label.box.right() <= frame.right());
        RC_ASSERT(label.box.bottom() <= frame.bottom());
        for (std::size_t k = 0; k < i; ++k)
            RC_ASSERT(!label.box.intersects(labels[k].box));
        if (label.place == PlacedLabel::Place::besideDot)
            continue;
        const auto [own, other] = distancesToLand(label, camera, frame);
        RC_ASSERT(own < other || (label.place == PlacedLabel::Place::land && own <= 0));
        RC_ASSERT(own <= 16 * with.scale);
    }
}

TEST(Labels, AtSeaKeepCloseToTheirOwnShore) {
    // So far away that no name fits into its region.
    const Rect frame{0, 0, 1200, 700};
    Camera camera = homeCamera(*squareGeometry(), frame);
    camera.metresPerUnit = 14000;
    int atSea = 0;
    for (const PlacedLabel& label : labelsOf(*squareData(), camera, frame)) {
        const auto [own, other] = distancesToLand(label, camera, frame);
        EXPECT_LT(own, other) << squareGeometry()->catalog()[label.region].name;
        EXPECT_LE(own, 14) << squareGeometry()->catalog()[label.region].name;
        atSea += label.place == PlacedLabel::Place::sea ? 1 : 0;
    }
    EXPECT_GT(atSea, 0);
}

TEST(Labels, StopsAreNamedInWholeOrByWhatStandsBeforeTheirFirstComma) {
    auto project = std::make_shared<core::Project>(*squareProject());
    core::Visit& visit = project->visits[0];
    visit.stops.resize(1);
    MapView view;
    const Rect frame{0, 0, 1200, 700};
    const auto drawn = [&](const std::string& place) {
        visit.stops[0].place = place;
        const auto data = prepare(project, squareGeometry(), view, view.date);
        Highlight highlight;
        highlight.visitId = visit.id;
        const Look with = look();
        DisplayList list;
        list.fonts = with.fonts;
        appendMap(list, *data, highlight, with, frame, homeCamera(*squareGeometry(), frame), {});
        return list;
    };
    const DisplayList wrapped = drawn("Kantor Bupati di Jalan Merdeka Timur nomor sembilan belas, lantai dua");
    EXPECT_TRUE(says(wrapped, "lantai dua")) << "on a line of its own";
    std::string endless = "Pendopo, ";
    for (int i = 0; i < 20; ++i)
        endless += "gang yang panjang sekali ";
    const DisplayList shortened = drawn(endless);
    EXPECT_TRUE(says(shortened, "Pendopo"));
    EXPECT_FALSE(says(shortened, "gang"));
    EXPECT_FALSE(says(wrapped, "\u2026")) << "a name is cut";
}

TEST(Labels, ARegionLargerThanTheViewIsNamedInWhatIsSeenOfIt) {
    const Rect frame{0, 0, 600, 400};
    const core::RegionIndex large = region("11.01");
    const geo::Box& bounds = squareGeometry()->bounds(large);
    // Its lower left corner only; the middle lies far outside.
    const Camera camera{{bounds.minX + bounds.width() * 0.1, bounds.minY + bounds.height() * 0.1},
                        bounds.width() * 0.15 / frame.width};
    const std::vector<PlacedLabel> labels = labelsOf(*squareData(), camera, frame);
    const auto found =
        std::find_if(labels.begin(), labels.end(), [&](const PlacedLabel& l) { return l.region == large; });
    ASSERT_NE(found, labels.end());
    EXPECT_EQ(found->place, PlacedLabel::Place::land);
}

TEST(Labels, CitiesWithARecordComeBeforeRegionsWithout) {
    const Rect frame{0, 0, 1200, 700};
    const Camera camera = [&] {
        Camera near = regionCamera(*squareGeometry(), region("11"), frame);
        near.metresPerUnit = 1000;
        return near;
    }();
    const std::vector<PlacedLabel> labels = labelsOf(*squareData(), camera, frame);
    const auto rank = [&](const std::string& code) {
        const auto found =
            std::find_if(labels.begin(), labels.end(), [&](const PlacedLabel& l) { return l.region == region(code); });
        return found - labels.begin();
    };
    EXPECT_LT(rank("11.71"), rank("11.01"));
    EXPECT_LT(rank("11.71"), static_cast<std::ptrdiff_t>(labels.size()));
}

TEST(Labels, AChosenCityIsNamedAtTheEndOfALineWhereItsSurroundingsAreCrowded) {
    const Rect frame{0, 0, 1200, 700};
    Camera camera = homeCamera(*squareGeometry(), frame);
    camera.metresPerUnit = 9000;
    const core::RegionIndex city = region("11.71");
    const auto data = squareData();
    const Look with = look();
    const auto named = [&](const Highlight& highlight) {
        DisplayList list;
        list.fonts = with.fonts;
        const MapContext context = makeContext(*data, highlight, with, frame, camera);
        const std::vector<Dot> dots = dotsOf(context);
        const auto dot = std::find_if(dots.begin(), dots.end(), [&](const Dot& d) { return d.region == city; });
        Occupied occupied;
        if (dot != dots.end())
            occupied.add({dot->at.x - 45, dot->at.y - 45, 90, 90}); // as a crowd of other dots would take
        std::optional<PlacedLabel> label;
        for (const PlacedLabel& placed : appendLabels(list, context, dots, {}, occupied))
            if (placed.region == city)
                label = placed;
        const auto lines = std::count_if(list.items.begin(), list.items.end(),
                                         [](const Item& item) { return std::holds_alternative<Polyline>(item); });
        return std::pair{label, lines};
    };
    EXPECT_FALSE(named({}).first);
    Highlight highlight;
    highlight.selection = {region("64.01"), city}; // not only the first
    const auto [label, lines] = named(highlight);
    ASSERT_TRUE(label);
    EXPECT_EQ(label->place, PlacedLabel::Place::besideDot);
    EXPECT_GT(lines, 0) << "nothing leads from the name to its dot";
}

} // namespace
} // namespace jejaring::scene
