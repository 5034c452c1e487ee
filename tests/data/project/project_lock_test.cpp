// SPDX-License-Identifier: MIT
#include "data/project/project_lock.hpp"

#include "support/temporary_folder.hpp"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace jejaring::data {
namespace {

using test::TemporaryFolder;
using State = ProjectLock::State;

TEST(ProjectLock, isHeldOnceAndTellsWhoHasIt) {
    const TemporaryFolder folder;
    const std::string project = (folder.path() / "a.jejaring.gpkg").string();
    ProjectLock first = ProjectLock::acquire(project);
    ASSERT_EQ(first.state(), State::held);
    const ProjectLock second = ProjectLock::acquire(project);
    EXPECT_EQ(second.state(), State::taken);
    ASSERT_TRUE(second.holder().has_value());
    EXPECT_EQ(second.holder()->process, std::to_string(::getpid()));

    first = {};
    EXPECT_EQ(ProjectLock::acquire(project).state(), State::held);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << "a lock that was let go leaves nothing behind";
}

TEST(ProjectLock, isTheSameThroughALink) {
    const TemporaryFolder folder;
    const std::string project = (folder.path() / "a.jejaring.gpkg").string();
    const std::string link = (folder.path() / "b.jejaring.gpkg").string();
    std::ofstream(project).put('x');
    std::filesystem::create_symlink(project, link);
    const ProjectLock held = ProjectLock::acquire(project);
    EXPECT_EQ(ProjectLock::acquire(link).state(), State::taken);
}

TEST(ProjectLock, ofAProcessThatWasKilledIsFree) {
    const TemporaryFolder folder;
    const std::string project = (folder.path() / "a.jejaring.gpkg").string();
    int ready[2];
    ASSERT_EQ(::pipe(ready), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        const ProjectLock lock = ProjectLock::acquire(project);
        const char state = lock.state() == State::held ? 'h' : 'x';
        static_cast<void>(!::write(ready[1], &state, 1));
        for (;;)
            ::pause();
    }
    char state = 0;
    ASSERT_EQ(::read(ready[0], &state, 1), 1);
    EXPECT_EQ(state, 'h');
    EXPECT_EQ(ProjectLock::acquire(project).state(), State::taken);
    ::kill(child, SIGKILL);
    ASSERT_EQ(::waitpid(child, nullptr, 0), child);
    ::close(ready[0]);
    ::close(ready[1]);
    EXPECT_EQ(ProjectLock::acquire(project).state(), State::held);
}

// After a crash the system takes a while to let go: here another process has the dead one's lock for as long.
TEST(ProjectLock, ofAProcessThatIsStillEndingIsWaitedFor) {
    const TemporaryFolder folder;
    const std::string project = (folder.path() / "a.jejaring.gpkg").string();
    int ready[2];
    ASSERT_EQ(::pipe(ready), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        const ProjectLock lock = ProjectLock::acquire(project);
        const char state = lock.state() == State::held ? 'h' : 'x';
        if (::fork() == 0) {
            ::usleep(1'000'000);
            ::_exit(0);
        }
        static_cast<void>(!::write(ready[1], &state, 1));
        for (;;)
            ::pause();
    }
    char state = 0;
    ASSERT_EQ(::read(ready[0], &state, 1), 1);
    EXPECT_EQ(state, 'h');
    ::kill(child, SIGKILL);
    const ProjectLock own = ProjectLock::acquire(project);
    EXPECT_EQ(own.state(), State::held);
    EXPECT_FALSE(own.holder().has_value());
    ASSERT_EQ(::waitpid(child, nullptr, 0), child);
    ::close(ready[0]);
    ::close(ready[1]);
}

TEST(ProjectLock, ofALivingProcessIsNotWaitedForLong) {
    const TemporaryFolder folder;
    const std::string project = (folder.path() / "a.jejaring.gpkg").string();
    const ProjectLock first = ProjectLock::acquire(project);
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(ProjectLock::acquire(project).state(), State::taken);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(1));
}

TEST(ProjectLock, inAFolderThatIsNotThereFails) {
    const TemporaryFolder folder;
    EXPECT_EQ(ProjectLock::acquire((folder.path() / "none" / "a.jejaring.gpkg").string()).state(), State::failed);
}

} // namespace
} // namespace jejaring::data
