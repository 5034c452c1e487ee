// SPDX-License-Identifier: MIT
// Whatever moment a save is killed at, the file is the last project that was saved whole.
#include "data/file_io.hpp"
#include "data/project/project_store.hpp"
#include "data/project/sample.hpp"

#include "support/temporary_folder.hpp"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <random>
#include <thread>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace jejaring::data {
namespace {

// Saves the two projects in turns until it is killed.
[[noreturn]] void saveForever(const core::Project& a, const core::Project& b, const std::string& path) {
    for (;;)
        for (const core::Project* project : {&a, &b})
            if (!saveProject(*project, path))
                ::_exit(1);
}

TEST(ProjectStore, survivesBeingKilledAtAnyMomentOfASave) {
    const test::TemporaryFolder folder;
    const std::string path = (folder.path() / "a.jejaring.gpkg").string();
    const core::Project a = sampleProject(JEJARING_SOURCE_DIR "/assets").value();
    core::Project b = a;
    b.title = "B";
    b.agreements.resize(b.agreements.size() / 2);
    ASSERT_TRUE(saveProject(a, path));

    // How long one save takes here, so that the kills fall into all its parts.
    const auto start = std::chrono::steady_clock::now();
    ASSERT_TRUE(saveProject(a, path));
    const double save = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();

    constexpr int kKills = 200;
    constexpr unsigned kSeed = 20240820;
    std::mt19937 random(kSeed);
    std::uniform_real_distribution<double> moment(0, 2.5 * save);
    int ofA = 0;
    int cutShort = 0;
    for (int kill = 0; kill < kKills; ++kill) {
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0)
            saveForever(a, b, path);
        std::this_thread::sleep_for(std::chrono::duration<double>(moment(random)));
        ::kill(child, SIGKILL);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFSIGNALED(status)) << "a save failed before it was killed";

        const auto opened = openProject(path);
        ASSERT_TRUE(opened) << "kill " << kill << ": " << core::englishText(opened.error());
        ASSERT_TRUE(opened.messages().empty());
        ASSERT_TRUE(opened.value() == a || opened.value() == b) << "kill " << kill;
        ofA += opened.value() == a ? 1 : 0;
        cutShort += std::distance(std::filesystem::directory_iterator(folder.path()), {}) > 1 ? 1 : 0;
        removePartialFiles(path);
        ASSERT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
    }
    // Both projects were seen, and some kills hit a file half written: the moments were spread over the save.
    EXPECT_GT(ofA, 0);
    EXPECT_LT(ofA, kKills);
    EXPECT_GT(cutShort, 0);
}

} // namespace
} // namespace jejaring::data
