// SPDX-License-Identifier: MIT
#include "session/history.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <fstream>
#include <rapidcheck/gtest.h>
#include <unistd.h>

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

Snapshot withTitle(const History& history, const std::string& title) {
    auto project = std::make_shared<core::Project>();
    project->title = title;
    return {history.present(), project};
}

TEST(History, AnEditOfTheProjectIsAStepAmongTheOthers) {
    History history;
    history.restart(withTitle(history, "A"));
    const auto opened = history.project();
    history.change(withRegion(history.present(), 1));
    EXPECT_TRUE(history.changeProject(withTitle(history, "B"), core::note("Title")));
    history.change(withRegion(history.present(), 2));
    ASSERT_NE(history.undoLabel(), nullptr);
    EXPECT_EQ(history.undoLabel()->id, "Choice of regions");
    EXPECT_TRUE(history.undo());
    EXPECT_EQ(history.project()->title, "B");
    EXPECT_EQ(history.undoLabel()->id, "Title");
    EXPECT_EQ(history.redoLabel()->id, "Choice of regions");
    EXPECT_TRUE(history.undo());
    EXPECT_EQ(history.project(), opened) << "the project itself, not a copy of it";
    EXPECT_EQ(history.present().selection, (std::vector<core::RegionIndex>{1}));
    EXPECT_EQ(history.redoLabel()->id, "Title");
    EXPECT_TRUE(history.redo());
    EXPECT_EQ(history.project()->title, "B");
}

TEST(History, EditsWithOneMergeKeyAreOneStepAndOthersAreNot) {
    History history;
    history.restart(withTitle(history, ""));
    History::Clock::time_point now;
    for (const char* title : {"J", "Je", "Jej"})
        history.changeProject(withTitle(history, title), core::note("Title"), "title", now += 100ms);
    history.changeProject(withTitle(history, "Jeja"), core::note("Title"), "", now += 100ms);
    history.changeProject(withTitle(history, "Jejar"), core::note("Title"), "", now += 100ms);
    history.undo();
    EXPECT_EQ(history.project()->title, "Jeja");
    history.undo();
    EXPECT_EQ(history.project()->title, "Jej");
    history.undo();
    EXPECT_EQ(history.project()->title, "");
    EXPECT_FALSE(history.canUndo());
}

TEST(History, AnEditTakenBackWithinItsStepLeavesNoneAndTheProjectAsItWas) {
    History history;
    history.restart(withTitle(history, "A"));
    const auto opened = history.project();
    History::Clock::time_point now;
    history.changeProject(withTitle(history, "B"), core::note("Title"), "title", now);
    history.changeProject(withTitle(history, "A"), core::note("Title"), "title", now + 10ms);
    EXPECT_FALSE(history.canUndo());
    EXPECT_EQ(history.project(), opened);
}

TEST(History, BigProjectsKeepFewerSteps) {
    History history;
    history.restart(withTitle(history, ""));
    for (int i = 0; i < 12; ++i) {
        auto project = std::make_shared<core::Project>(*history.project());
        project->title = std::to_string(i);
        project->pictures = {{}};
        project->pictures[0].bytes = std::vector<std::byte>(std::size_t{64} << 20U);
        history.changeProject({history.present(), project}, core::note("Picture"));
    }
    int steps = 0;
    while (history.undo())
        ++steps;
    EXPECT_EQ(steps, 4) << "256 MiB of them";
}

// Resident memory of this process.
std::size_t residentBytes() {
    std::ifstream file("/proc/self/statm");
    std::size_t size = 0;
    std::size_t resident = 0;
    file >> size >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

TEST(History, EditsOfAProjectFullOfPicturesShareThem) {
    constexpr std::size_t kPictures = 25;
    constexpr std::size_t kMegabyte = std::size_t{1} << 20U;
    History history;
    {
        auto project = std::make_shared<core::Project>();
        for (std::size_t i = 0; i < kPictures; ++i) {
            core::Picture picture;
            picture.id = std::to_string(i);
            picture.bytes = std::vector<std::byte>(4 * kMegabyte, std::byte{static_cast<unsigned char>(i + 1)});
            project->pictures.push_back(std::move(picture));
        }
        history.restart({history.present(), std::move(project)});
    }
    const std::size_t before = residentBytes();
    ASSERT_GT(before, kPictures * 4 * kMegabyte);
    constexpr int kEdits = 50;
    for (int i = 0; i < kEdits; ++i) {
        auto project = std::make_shared<core::Project>(*history.project());
        project->pictures[0].caption = std::to_string(i);
        EXPECT_FALSE(*project == *history.project());
        history.changeProject({history.present(), project}, core::note("Caption"));
    }
    // One picture copied with every edit would be 200 MB. AddressSanitizer keeps what was freed for a while.
#ifdef __SANITIZE_ADDRESS__
    constexpr std::size_t kAllowed = 24 * kMegabyte;
#else
    constexpr std::size_t kAllowed = 4 * kMegabyte;
#endif
    EXPECT_LT(residentBytes(), before + kAllowed);
    int steps = 0;
    while (history.undo())
        ++steps;
    EXPECT_EQ(steps, kEdits);
    EXPECT_EQ(history.project()->pictures[0].caption, "");
}

TEST(History, WhatNoStepCanKeepIsTakenOutOfAll) {
    History history;
    history.restart(withTitle(history, "A"));
    history.change(withRegion(history.present(), 1));
    history.change(withDate(history.present(), 1990));
    history.changeProject(withTitle(history, "B"), core::note("Title"));
    history.change(withRegion(history.present(), 2));
    history.undo();
    history.amendAll([](State& state) { state.selection.clear(); });
    EXPECT_FALSE(history.canRedo()) << "the choice of a region has become nothing";
    EXPECT_EQ(history.undoLabel()->id, "Title");
    history.undo();
    EXPECT_EQ(history.project()->title, "A");
    EXPECT_EQ(history.undoLabel()->id, "Date");
    history.undo();
    EXPECT_FALSE(history.canUndo());
    EXPECT_TRUE(history.present().selection.empty());
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
