// SPDX-License-Identifier: MIT
#include "data/boundary/boundary_noding.hpp"
#include "data/boundary/boundary_partition.hpp"
#include "data/boundary/boundary_split.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <cstdlib>
#include <map>
#include <set>

namespace jejaring::data {
namespace {

GridRing rectangle(std::int32_t x0, std::int32_t y0, std::int32_t x1, std::int32_t y1) {
    return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
}

double area(const GridRing& ring) {
    std::int64_t sum = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        sum += std::int64_t(ring[j].x) * ring[i].y - std::int64_t(ring[i].x) * ring[j].y;
    return std::abs(static_cast<double>(sum)) / 2;
}

double area(const GridMultiPolygon& polygons) {
    double sum = 0;
    for (const GridPolygon& polygon : polygons) {
        sum += area(polygon.outer);
        for (const GridRing& hole : polygon.holes)
            sum -= area(hole);
    }
    return sum;
}

// How often each directed edge occurs.
std::map<std::pair<GridPoint, GridPoint>, int> edges(const std::vector<GridMultiPolygon>& regions) {
    std::map<std::pair<GridPoint, GridPoint>, int> count;
    const auto add = [&count](const GridRing& ring) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
            ++count[{ring[j], ring[i]}];
    };
    for (const GridMultiPolygon& region : regions)
        for (const GridPolygon& polygon : region) {
            add(polygon.outer);
            for (const GridRing& hole : polygon.holes)
                add(hole);
        }
    return count;
}

std::vector<std::uint32_t> each(std::size_t count) {
    std::vector<std::uint32_t> owners(count);
    for (std::size_t i = 0; i < count; ++i)
        owners[i] = static_cast<std::uint32_t>(i);
    return owners;
}

TEST(Partition, GivesNeighboursTheSameVertices) {
    // The right one has a vertex in the middle of the common border, the left one does not.
    const std::vector<GridMultiPolygon> units{{{rectangle(0, 0, 1000, 1000), {}}},
                                              {{{{1000, 0}, {2000, 0}, {2000, 1000}, {1000, 1000}, {1000, 500}}, {}}}};
    const auto regions = Partition(units).dissolve(each(2), 2);
    const auto count = edges(regions);
    EXPECT_TRUE(count.contains({{1000, 0}, {1000, 500}}));
    EXPECT_TRUE(count.contains({{1000, 500}, {1000, 0}}));
    EXPECT_EQ(area(regions[0]), 1e6);
    EXPECT_EQ(area(regions[1]), 1e6);
}

TEST(Partition, ClosesASliverAndSettlesAnOverlap) {
    // A gap of two steps between the first two, an overlap of three between the last two.
    const std::vector<GridMultiPolygon> units{{{rectangle(0, 0, 1000, 500), {}}},
                                              {{rectangle(1002, 0, 2000, 500), {}}},
                                              {{rectangle(1997, 0, 3000, 500), {}}},
                                              {{rectangle(0, 500, 3000, 600), {}}},
                                              {{rectangle(0, -100, 3000, 0), {}}}};
    const Partition partition(units);
    const auto regions = partition.dissolve(each(5), 5);
    double sum = 0;
    for (const GridMultiPolygon& region : regions)
        sum += area(region);
    EXPECT_EQ(sum, 3000.0 * 700.0);
    EXPECT_EQ(partition.statistics().gaps, 1U);
    EXPECT_EQ(partition.statistics().gapArea, 1000.0);
    EXPECT_EQ(partition.statistics().overlapArea, 1500.0);
}

TEST(Partition, LeavesALakeOpen) {
    const std::vector<GridMultiPolygon> units{{{rectangle(0, 0, 1000, 1000), {rectangle(300, 300, 700, 700)}}}};
    const Partition partition(units);
    const auto regions = partition.dissolve(each(1), 1);
    ASSERT_EQ(regions[0].size(), 1U);
    EXPECT_EQ(regions[0][0].holes.size(), 1U);
    EXPECT_EQ(area(regions[0]), 1e6 - 160000);
}

// Two units with a channel of that width between them, closed at both ends by two more.
std::vector<GridMultiPolygon> channel(std::int32_t width) {
    return {{{rectangle(0, 0, 1000, 5000), {}}},
            {{rectangle(1000 + width, 0, 2000, 5000), {}}},
            {{rectangle(0, 5000, 2000, 5100), {}}},
            {{rectangle(0, -100, 2000, 0), {}}}};
}

TEST(Partition, ClosesAGapByItsWidthHoweverLongItIs) {
    const Partition narrow(channel(4));
    EXPECT_EQ(narrow.statistics().gaps, 1U);
    EXPECT_EQ(narrow.statistics().gapArea, 20000.0);
    const Partition wide(channel(6));
    EXPECT_EQ(wide.statistics().gaps, 0U);
    EXPECT_EQ(wide.statistics().openGapArea, 30000.0);
}

// Two units that meet in the south and have a channel of that width between them, open to the sea in the north.
std::vector<GridMultiPolygon> crack(std::int32_t width, std::int32_t depth = 3000) {
    return {{{{{0, -100}, {1000, -100}, {1000, depth}, {0, depth}}, {}}},
            {{{{1000, -100}, {2000, -100}, {2000, depth}, {1000 + width, depth}, {1000 + width, 0}, {1000, 0}}, {}}}};
}

TEST(Partition, ClosesACrackBetweenTwoOwnersThatIsOpenToTheSea) {
    const auto units = crack(2);
    Partition partition(units);
    EXPECT_EQ(partition.statistics().gaps, 0U); // not enclosed
    partition.closeCracks(each(2), 2);
    EXPECT_EQ(partition.statistics().cracks, 1U);
    EXPECT_EQ(partition.statistics().crackArea, 6000.0);
    const auto regions = partition.dissolve(each(2), 2);
    // To the one with more of its border, which takes on every point of the other's shore, and to no one else.
    EXPECT_EQ(area(regions[0]), 1000.0 * 3100);
    EXPECT_EQ(area(regions[1]), 1000.0 * 3100);
    const auto count = edges(regions);
    EXPECT_TRUE(count.contains({{1000, 0}, {1000, 3000}}));
    EXPECT_TRUE(count.contains({{1000, 3000}, {1000, 0}}));
    for (const auto& [edge, n] : count)
        EXPECT_EQ(n, 1);
    EXPECT_EQ(area(partition.dissolve({{0, 0}}, 1)[0]), 2000.0 * 3100);
}

TEST(Partition, ClosesACrackWithAPoolHalfway) {
    for (const std::int32_t pool : {3, 60}) { // wider than the channel by that
        Partition partition(std::vector<GridMultiPolygon>{{{{{0, -100}, {1000, -100}, {1000, 3000}, {0, 3000}}, {}}},
                                                          {{{{1000, -100},
                                                             {2000, -100},
                                                             {2000, 3000},
                                                             {1002, 3000},
                                                             {1002, 2520},
                                                             {1002 + pool, 2515},
                                                             {1002 + pool, 2505},
                                                             {1002, 2500},
                                                             {1002, 0},
                                                             {1000, 0}},
                                                            {}}}});
        partition.closeCracks(each(2), 2);
        EXPECT_NEAR(partition.statistics().crackArea, pool < 9 ? 6000 + 15 * pool : 5000, 20) << pool;
    }
}

TEST(Partition, DividesAnEdgeThatRunsOnBeyondTheMouthOfACrack) {
    // The coast of the first goes straight on.
    Partition partition(std::vector<GridMultiPolygon>{
        {{{{0, -100}, {1000, -100}, {1000, 6000}, {0, 6000}}, {}}},
        {{{{1000, -100}, {2000, -100}, {2000, 3000}, {1002, 3000}, {1002, 0}, {1000, 0}}, {}}}});
    partition.closeCracks(each(2), 2);
    EXPECT_EQ(partition.statistics().crackArea, 6000.0);
    const auto count = edges(partition.dissolve(each(2), 2));
    EXPECT_TRUE(count.contains({{1000, 0}, {1000, 3000}}));
    EXPECT_TRUE(count.contains({{1000, 3000}, {1000, 0}}));
    EXPECT_TRUE(count.contains({{1000, 3000}, {1000, 6000}}));
}

TEST(Partition, LeavesWaterBetweenTwoOwnersThatIsNoCrack) {
    for (const auto& [width, depth] : {std::pair{12, 3000}, std::pair{8, 30}, std::pair{3, 12}}) {
        Partition partition(crack(width, depth)); // a strait, a bay, a notch
        partition.closeCracks(each(2), 2);
        EXPECT_EQ(partition.statistics().cracks, 0U) << width << ' ' << depth;
    }
    // A bay that narrows to the point where the border ends.
    Partition bay(std::vector<GridMultiPolygon>{{{{{0, 0}, {1000, 0}, {500, 1000}, {0, 1000}}, {}}},
                                                {{{{1000, 0}, {2000, 0}, {2000, 1000}, {1500, 1000}}, {}}}});
    bay.closeCracks(each(2), 2);
    EXPECT_EQ(bay.statistics().cracks, 0U);
}

TEST(Partition, LeavesACrackWithinOneOwnerAndOneAlongALake) {
    for (const std::size_t land : {2U, 1U}) {
        Partition partition(crack(2));
        partition.closeCracks(std::vector<std::uint32_t>{0, land == 2 ? 0U : 1U}, land);
        EXPECT_EQ(partition.statistics().cracks, 0U);
    }
}

TEST(Partition, ClosesAnEnclosedChannelBetweenTwoOwnersThatAChannelWithinOneMayHave) {
    const auto units = channel(6);
    Partition within(units);
    within.closeCracks(std::vector<std::uint32_t>(4, 0), 1);
    EXPECT_EQ(within.statistics().cracks, 0U);
    Partition between(units);
    between.closeCracks(each(4), 4);
    EXPECT_EQ(between.statistics().cracks, 1U);
    EXPECT_EQ(between.statistics().crackArea, 30000.0);
    EXPECT_EQ(between.statistics().openGaps, 0U);
}

// A region of 4 km around, with what is cut out of it for the pieces within.
GridPolygon around(std::vector<GridRing> holes) {
    return {rectangle(0, 0, 4000, 4000), std::move(holes)};
}

TEST(Partition, GivesSmallPocketsToTheNeighbourAroundThem) {
    // Unit 1 has its main land beside unit 0, a pocket within it, and one on the coast.
    const GridRing pocket = rectangle(1000, 1000, 1200, 1200);
    const GridRing coastal{{0, 2000}, {100, 2000}, {100, 2100}, {0, 2100}};
    const std::vector<GridMultiPolygon> units{
        {{{{0, 0}, {4000, 0}, {4000, 4000}, {0, 4000}, {0, 2100}, {100, 2100}, {100, 2000}, {0, 2000}}, {pocket}}},
        {{rectangle(4000, 0, 8000, 4000), {}}, {pocket, {}}, {coastal, {}}}};
    Partition partition(units);
    partition.absorbPockets(each(2), 2);
    const auto regions = partition.dissolve(each(2), 2);
    EXPECT_EQ(partition.statistics().pockets, 2U);
    EXPECT_EQ(partition.statistics().pocketArea, 50000.0);
    ASSERT_EQ(regions[0].size(), 1U);
    EXPECT_TRUE(regions[0][0].holes.empty());
    EXPECT_EQ(area(regions[0]), 16e6);
    EXPECT_EQ(area(regions[1]), 16e6);
}

TEST(Partition, KeepsAnEnclaveThatIsAllItsOwnerHas) {
    const GridRing town = rectangle(1000, 1000, 1200, 1200);
    Partition partition(std::vector<GridMultiPolygon>{{around({town})}, {{town, {}}}});
    partition.absorbPockets(each(2), 2);
    EXPECT_EQ(partition.statistics().pockets, 0U);
    EXPECT_EQ(area(partition.dissolve(each(2), 2)[1]), 40000.0);
}

TEST(Partition, KeepsALargePocketAndOneBetweenTwoNeighbours) {
    const GridRing large = rectangle(1000, 1000, 1400, 1400);
    const std::vector<GridMultiPolygon> units{{around({large})},
                                              {{rectangle(6000, 0, 9000, 4000), {}}, // beyond the strait
                                               {large, {}},
                                               {rectangle(4000, 1000, 4100, 4000), {}}},
                                              {{rectangle(4000, 0, 4100, 1000), {}}},
                                              {{rectangle(4100, 0, 5000, 4000), {}}}};
    Partition partition(units);
    partition.absorbPockets(each(4), 4);
    EXPECT_EQ(partition.statistics().pockets, 0U);
}

TEST(Partition, KeepsAnIslandInALake) {
    const GridRing shore = rectangle(1000, 1000, 3000, 3000);
    const GridRing island = rectangle(1500, 1500, 1600, 1600);
    const std::vector<GridMultiPolygon> units{{around({shore}), {island, {}}}, {{shore, {island}}}};
    Partition partition(units);
    partition.absorbPockets(each(2), 1); // the second owner is water
    EXPECT_EQ(partition.statistics().pockets, 0U);
    EXPECT_EQ(area(partition.dissolve(each(2), 2)[1]), 4e6 - 10000);
}

TEST(Partition, GivesAwayASliverBetweenTwoNeighbours) {
    const std::vector<GridMultiPolygon> units{{{rectangle(0, 0, 1000, 3000), {}}},
                                              {{rectangle(1003, 0, 2000, 3000), {}}},
                                              {{rectangle(0, 3100, 2000, 4000), {}}, // far from its strip
                                               {rectangle(1000, 0, 1003, 3000), {}}},
                                              {{rectangle(0, 3000, 2000, 3100), {}}}};
    Partition partition(units);
    partition.absorbPockets(each(4), 4);
    const auto regions = partition.dissolve(each(4), 4);
    EXPECT_EQ(partition.statistics().pocketArea, 9000.0);
    EXPECT_EQ(regions[2].size(), 1U);
    EXPECT_EQ(area(regions[0]) + area(regions[1]), 6e6);
}

TEST(Partition, PutsAnIslandInALakeIntoItsHole) {
    const std::vector<GridMultiPolygon> units{
        {{rectangle(0, 0, 1000, 1000), {rectangle(300, 300, 700, 700)}}, {rectangle(400, 400, 500, 500), {}}}};
    const auto regions = Partition(units).dissolve(each(1), 1);
    EXPECT_EQ(regions[0].size(), 2U);
    EXPECT_EQ(area(regions[0]), 1e6 - 160000 + 10000);
}

TEST(Partition, KnowsSeaFromLandBesideAPointThatStandsOnATip) {
    // The line from the island to the left meets the lower tip of the other piece.
    const std::vector<GridMultiPolygon> units{{{{{0, 0}, {100, 200}, {-100, 200}}, {}}},
                                              {{{{300, 0}, {400, -50}, {400, 50}}, {}}}};
    const auto regions = Partition(units).dissolve(each(2), 2);
    EXPECT_EQ(regions[0].size(), 1U);
    EXPECT_TRUE(regions[0][0].holes.empty());
    const auto both = Partition(units).dissolve(std::vector<std::uint32_t>(2, 0), 1);
    EXPECT_EQ(both[0].size(), 2U); // the island is still there
}

// Random triangles that overlap, cross, touch and miss each other.
rc::Gen<std::vector<GridMultiPolygon>> anyUnits() {
    const auto coordinate = rc::gen::inRange(-300, 300);
    const auto point = rc::gen::construct<GridPoint>(coordinate, coordinate);
    return rc::gen::map(rc::gen::container<std::vector<GridRing>>(rc::gen::container<GridRing>(3, point)),
                        [](std::vector<GridRing> rings) {
                            std::vector<GridMultiPolygon> units;
                            for (GridRing& ring : rings)
                                if (area(ring) > 0)
                                    units.push_back({{std::move(ring), {}}});
                            return units;
                        });
}

RC_GTEST_PROP(Partition, HasNoOverlapsWhateverItIsGiven, ()) {
    const auto units = *anyUnits();
    const auto regions = Partition(units).dissolve(each(units.size()), units.size());
    for (const auto& [edge, count] : edges(regions)) {
        RC_ASSERT(count == 1); // an edge has one region on its left
        RC_ASSERT(edge.first != edge.second);
    }
    const auto whole = Partition(units).dissolve(std::vector<std::uint32_t>(units.size(), 0), 1);
    double sum = 0;
    for (const GridMultiPolygon& region : regions)
        sum += area(region);
    RC_ASSERT(units.empty() || std::abs(sum - area(whole[0])) < 1e-6);
}

RC_GTEST_PROP(Partition, HasUnionsThatShareTheBordersOfTheirParts, ()) {
    const auto units = *anyUnits();
    if (units.empty())
        return;
    const Partition partition(units);
    const auto parts = edges(partition.dissolve(each(units.size()), units.size()));
    std::vector<std::uint32_t> owners;
    for (std::size_t i = 0; i < units.size(); ++i)
        owners.push_back(static_cast<std::uint32_t>(i % 2));
    for (const auto& [edge, count] : edges(partition.dissolve(owners, 2)))
        RC_ASSERT(parts.contains(edge));
}

RC_GTEST_PROP(Partition, LosesNothingToPockets, ()) {
    const auto units = *anyUnits();
    if (units.empty())
        return;
    std::vector<std::uint32_t> owners;
    for (std::size_t i = 0; i < units.size(); ++i)
        owners.push_back(static_cast<std::uint32_t>(i % 3));
    Partition partition(units);
    const std::vector<std::uint32_t> one(units.size(), 0);
    const double before = area(partition.dissolve(one, 1)[0]);
    partition.absorbPockets(owners, 3);
    RC_ASSERT(area(partition.dissolve(one, 1)[0]) == before);
    for (const auto& [edge, count] : edges(partition.dissolve(owners, 3)))
        RC_ASSERT(count == 1);
}

RC_GTEST_PROP(Partition, ClosesCracksWithoutOverlaps, ()) {
    const auto units = *anyUnits();
    if (units.empty())
        return;
    Partition partition(units);
    const std::vector<std::uint32_t> one(units.size(), 0);
    const double before = area(partition.dissolve(one, 1)[0]);
    partition.closeCracks(each(units.size()), units.size());
    const double after = area(partition.dissolve(one, 1)[0]);
    RC_ASSERT(partition.statistics().cracks > 0 || after == before);
    const auto regions = partition.dissolve(each(units.size()), units.size());
    double sum = 0;
    for (const GridMultiPolygon& region : regions)
        sum += area(region);
    RC_ASSERT(std::abs(sum - after) < 1e-6);
    for (const auto& [edge, count] : edges(regions))
        RC_ASSERT(count == 1);
}

RC_GTEST_PROP(NodeSegments, LeavesNothingThatCrosses, ()) {
    const auto coordinate = rc::gen::inRange(-40, 40);
    const auto point = rc::gen::construct<GridPoint>(coordinate, coordinate);
    const auto ends = *rc::gen::container<std::vector<std::pair<GridPoint, GridPoint>>>(rc::gen::pair(point, point));
    std::vector<ClaimedSegment> segments;
    segments.reserve(ends.size());
    for (const auto& [from, to] : ends)
        segments.push_back({from, to, 0});
    segments = nodeSegments(std::move(segments));
    const auto cross = [](GridPoint a, GridPoint b, GridPoint c) {
        const std::int64_t value = std::int64_t(b.x - a.x) * (c.y - a.y) - std::int64_t(b.y - a.y) * (c.x - a.x);
        return (value > 0) - (value < 0);
    };
    for (const ClaimedSegment& s : segments)
        for (const ClaimedSegment& t : segments) {
            RC_ASSERT(!(cross(s.from, s.to, t.from) * cross(s.from, s.to, t.to) < 0 &&
                        cross(t.from, t.to, s.from) * cross(t.from, t.to, s.to) < 0));
            // No end lies within another segment.
            const bool within = cross(s.from, s.to, t.from) == 0 && t.from != s.from && t.from != s.to &&
                                std::min(s.from, s.to) < t.from && t.from < std::max(s.from, s.to) &&
                                std::min(s.from.y, s.to.y) <= t.from.y && t.from.y <= std::max(s.from.y, s.to.y);
            RC_ASSERT(!within);
        }
}

TEST(SplitPolygons, DividesTheWholeWithoutLoss) {
    const GridMultiPolygon whole{{rectangle(0, 0, 1000, 1000), {}}};
    const std::vector<GridMultiPolygon> parts{{{rectangle(-50, 0, 400, 1200), {}}},
                                              {{rectangle(300, 0, 600, 500), {}}}};
    const auto pieces = splitPolygons(whole, parts);
    ASSERT_EQ(pieces.size(), 3U);
    EXPECT_EQ(area(pieces[1]), 400000.0);
    EXPECT_EQ(area(pieces[2]), 100000.0); // without what the first part has
    EXPECT_EQ(area(pieces[0]) + area(pieces[1]) + area(pieces[2]), 1e6);
}

} // namespace
} // namespace jejaring::data
