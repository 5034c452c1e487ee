// SPDX-License-Identifier: MIT
#include "geo/conflict_grid.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <random>
#include <set>

namespace jejaring::geo {
namespace {

TEST(ConflictGrid, KnowsWhatAConflictIs) {
    const Segment s{{0, 0}, {10, 0}};
    EXPECT_TRUE(segmentsConflict(s, {{5, -1}, {5, 1}}));
    EXPECT_TRUE(segmentsConflict(s, {{5, 0}, {5, 1}})) << "an end inside the other";
    EXPECT_TRUE(segmentsConflict(s, {{5, 0}, {15, 0}})) << "along one line";
    EXPECT_FALSE(segmentsConflict(s, {{10, 0}, {15, 5}})) << "a shared end";
    EXPECT_FALSE(segmentsConflict(s, {{10, 0}, {0, 0}})) << "the same segment";
    EXPECT_FALSE(segmentsConflict(s, {{0, 1}, {10, 1}}));
    EXPECT_FALSE(segmentsConflict(s, {{11, 0}, {15, 0}}));
}

RC_GTEST_PROP(ConflictGrid, FindsWhatEveryPairTriedWouldFind, (unsigned seed)) {
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> coordinate(-60, 60);
    const int count = *rc::gen::inRange(2, 60);
    Box box{-40, -40, 40, 40}; // some lie beyond it
    ConflictGrid grid(box, static_cast<std::size_t>(count));
    std::vector<Segment> segments;
    std::set<std::size_t> gone;
    for (int i = 0; i < count; ++i) {
        const Segment added{{double(coordinate(random)), double(coordinate(random))},
                            {double(coordinate(random)), double(coordinate(random))}};
        std::vector<std::uint32_t> found;
        grid.add(added, found);
        std::set<std::size_t> expected;
        for (std::size_t j = 0; j < segments.size(); ++j)
            if (!gone.contains(j) && segmentsConflict(added, segments[j]))
                expected.insert(j);
        RC_ASSERT(std::set<std::size_t>(found.begin(), found.end()) == expected);
        segments.push_back(added);
        if (i % 5 == 4) {
            grid.remove(static_cast<std::uint32_t>(i - 2));
            gone.insert(static_cast<std::size_t>(i - 2));
        }
    }
}

} // namespace
} // namespace jejaring::geo
