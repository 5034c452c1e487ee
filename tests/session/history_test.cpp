// SPDX-License-Identifier: MIT
#include "session/history.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jejaring::session {
namespace {

using namespace std::chrono_literals;

State withDate(const State& state, int year) {
    State next = state;
    next.view.date = core::Day{std::chrono::year(year), std::chrono::January, std::chrono::day(1)};
    return next;
}
State withRegion(const State& state, core::RegionIndex region) {
    State next = state;
    next.selection = {region};
    return next;
}

TEST(History, StepsBackAndForth) {
    History history;
    const State start = history.present();
    const State one = withRegion(start, 1);
    const State two = withRegion(start, 2);
    EXPECT_TRUE(history.change(one));
    EXPECT_TRUE(history.change(two));
    EXPECT_TRUE(history.undo());
    EXPECT_EQ(history.present(), one);
    EXPECT_TRUE(history.redo());
    EXPECT_EQ(history.present(), two);
    EXPECT_TRUE(history.undo());
    EXPECT_TRUE(history.undo());
    EXPECT_EQ(history.present(), start);
    EXPECT_FALSE(history.undo());
}

TEST(History, NoStepWhereNothingChanges) {
    History history;
    EXPECT_FALSE(history.change(history.present()));
    EXPECT_FALSE(history.canUndo());
}

TEST(History, ANewChangeForgetsWhatCouldBeRedone) {
    History history;
    history.change(withRegion(history.present(), 1));
    history.undo();
    EXPECT_TRUE(history.canRedo());
    history.change(withRegion(history.present(), 2));
    EXPECT_FALSE(history.canRedo());
}

TEST(History, ADraggedSliderIsOneStep) {
    History history;
    const State start = history.present();
    History::Clock::time_point now;
    for (int year = 1990; year < 2020; ++year)
        history.change(withDate(history.present(), year), now += 30ms);
    EXPECT_TRUE(history.undo());
    EXPECT_EQ(history.present(), start);
    EXPECT_FALSE(history.canUndo());
}

TEST(History, ASliderMovedAgainLaterIsAnotherStep) {
    History history;
    History::Clock::time_point now;
    history.change(withDate(history.present(), 1990), now);
    history.change(withDate(history.present(), 1991), now + 5s);
    EXPECT_TRUE(history.undo());
    EXPECT_EQ(history.present().view.date.year(), std::chrono::year(1990));
    EXPECT_TRUE(history.canUndo());
}

TEST(History, ASwitchBetweenTwoDragsEndsTheFirst) {
    History history;
    History::Clock::time_point now;
    history.change(withDate(history.present(), 1990), now);
    State graticule = history.present();
    graticule.view.graticule = true;
    history.change(graticule, now + 10ms);
    history.change(withDate(history.present(), 1991), now + 20ms);
    int steps = 0;
    while (history.undo())
        ++steps;
    EXPECT_EQ(steps, 3);
}

TEST(History, ASliderDraggedBackLeavesNoStep) {
    History history;
    const State start = history.present();
    History::Clock::time_point now;
    history.change(withDate(start, 1990), now);
    history.change(start, now + 10ms);
    EXPECT_FALSE(history.canUndo());
}

RC_GTEST_PROP(History, UndoingEverythingGivesBackTheStart, (const std::vector<core::RegionIndex>& regions)) {
    History history;
    const State start = history.present();
    for (const core::RegionIndex region : regions)
        history.change(withRegion(history.present(), region));
    const State end = history.present();
    int steps = 0;
    while (history.undo())
        ++steps;
    RC_ASSERT(history.present() == start || steps == 200);
    while (history.redo())
        --steps;
    RC_ASSERT(history.present() == end);
    RC_ASSERT(steps == 0);
}

} // namespace
} // namespace jejaring::session
