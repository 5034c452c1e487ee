// SPDX-License-Identifier: MIT
#include "session/file_watch.hpp"

#include "support/temporary_folder.hpp"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>

namespace jejaring::session {
namespace {

using namespace std::chrono_literals;

class FileWatchTest : public testing::Test {
  protected:
    void SetUp() override { write(file(), "one"); }
    static void write(const std::string& path, const char* text) { std::ofstream(path) << text; }
    [[nodiscard]] std::string file() const { return (folder_.path() / "a").string(); }
    [[nodiscard]] data::FileStamp stamp() const { return data::stampOf(file()).value(); }
    static bool soon(FileWatch& watch) {
        for (int i = 0; i < 400; ++i) {
            if (watch.takeChange())
                return true;
            std::this_thread::sleep_for(5ms);
        }
        return false;
    }

    test::TemporaryFolder folder_;
    std::atomic<int> wakes_ = 0;
    FileWatch watch_{[this] { ++wakes_; }, 20ms};
};

TEST_F(FileWatchTest, WakesNobodyWhileTheFileStaysAsItIs) {
    watch_.follow(file(), stamp());
    std::this_thread::sleep_for(300ms);
    EXPECT_FALSE(watch_.takeChange());
    EXPECT_EQ(wakes_, 0);
}

TEST_F(FileWatchTest, ToldOnceThatTheFileWasWrittenOrReplaced) {
    watch_.follow(file(), stamp());
    write(file(), "another");
    EXPECT_TRUE(soon(watch_));
    EXPECT_EQ(wakes_, 1);
    write(file(), "yet another");
    std::this_thread::sleep_for(200ms);
    EXPECT_FALSE(watch_.takeChange()) << "nobody follows it any more";
    EXPECT_EQ(wakes_, 1);

    watch_.follow(file(), stamp());
    write(file() + ".new", "yet another"); // of the same size
    std::filesystem::rename(file() + ".new", file());
    EXPECT_TRUE(soon(watch_));
    EXPECT_EQ(wakes_, 2);
}

TEST_F(FileWatchTest, ALogOfChangesBesideTheFileIsAChangeAndAnEmptyOneIsNone) {
    watch_.follow(file(), stamp());
    write(file() + "-wal", "");
    std::this_thread::sleep_for(200ms);
    EXPECT_EQ(wakes_, 0) << "whoever opens the file to read it leaves one";
    write(file() + "-wal", "a row");
    EXPECT_TRUE(soon(watch_));
}

TEST_F(FileWatchTest, AFileThatIsGoneIsNoChangeUntilThereIsOneAgain) {
    const data::FileStamp before = stamp();
    watch_.follow(file(), before);
    std::filesystem::remove(file());
    std::this_thread::sleep_for(200ms);
    EXPECT_EQ(wakes_, 0);
    write(file(), "new");
    EXPECT_TRUE(soon(watch_));
}

TEST_F(FileWatchTest, AFileThatIsBeingWrittenIsNotToldBeforeItRests) {
    FileWatch slow{[this] { ++wakes_; }, 300ms};
    slow.follow(file(), stamp());
    const auto end = std::chrono::steady_clock::now() + 1500ms;
    for (int i = 0; std::chrono::steady_clock::now() < end; ++i) {
        std::filesystem::last_write_time(file(), std::filesystem::file_time_type::clock::now() + std::chrono::hours(i));
        std::this_thread::sleep_for(10ms);
    }
    EXPECT_EQ(wakes_, 0);
    EXPECT_TRUE(soon(slow));
}

TEST_F(FileWatchTest, WhatWasNotTakenIsForgottenWithItsFile) {
    watch_.follow(file(), stamp());
    write(file(), "another");
    for (int i = 0; i < 400 && wakes_ == 0; ++i)
        std::this_thread::sleep_for(5ms);
    ASSERT_EQ(wakes_, 1);
    watch_.follow(file(), stamp()); // as after a save of its own
    std::this_thread::sleep_for(200ms);
    EXPECT_FALSE(watch_.takeChange());
    watch_.rest();
    write(file(), "one");
    std::this_thread::sleep_for(200ms);
    EXPECT_FALSE(watch_.takeChange());
    EXPECT_EQ(wakes_, 1);
}

} // namespace
} // namespace jejaring::session
