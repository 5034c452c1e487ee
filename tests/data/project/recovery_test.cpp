// SPDX-License-Identifier: MIT
#include "data/project/recovery.hpp"

#include "support/temporary_folder.hpp"

#include <csignal>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace jejaring::data {
namespace {

using test::TemporaryFolder;

core::Project titled(const char* title) {
    core::Project project;
    project.title = title;
    return project;
}

// A window that saved a copy and was killed.
void crash(const std::string& folder, const core::Project& project, const std::string& path) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        RecoveryCopy copy(folder);
        if (!copy.save(project, path))
            ::_exit(1);
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status));
}

TEST(Recovery, findsWhatACrashLeftBehind) {
    const TemporaryFolder folder;
    const std::string recovery = (folder.path() / "recovery").string();
    crash(recovery, titled("Sebelum jatuh"), "/data/a.jejaring.gpkg");

    const std::vector<AbandonedCopy> copies = abandonedCopies(recovery);
    ASSERT_EQ(copies.size(), 1U);
    EXPECT_EQ(copies[0].projectPath, "/data/a.jejaring.gpkg");
    EXPECT_EQ(copies[0].title, "Sebelum jatuh");
    EXPECT_EQ(copies[0].written.size(), std::string("2000-01-01T00:00:00Z").size());
    const auto project = readCopy(copies[0]);
    ASSERT_TRUE(project);
    EXPECT_EQ(project.value().title, "Sebelum jatuh");

    ASSERT_EQ(abandonedCopies(recovery).size(), 1U) << "reading leaves it there";
    discardCopy(copies[0]);
    EXPECT_TRUE(abandonedCopies(recovery).empty());
}

TEST(Recovery, aCopyOfAWindowThatIsOpenIsNotAbandoned) {
    const TemporaryFolder folder;
    const std::string recovery = (folder.path() / "recovery").string();
    RecoveryCopy copy(recovery);
    EXPECT_FALSE(std::filesystem::exists(recovery)) << "nothing is written before there is something to keep";
    ASSERT_TRUE(copy.save(titled("x"), ""));
    EXPECT_TRUE(abandonedCopies(recovery).empty());
    copy.clear();
    EXPECT_TRUE(std::filesystem::is_empty(recovery));
    ASSERT_TRUE(copy.save(titled("y"), ""));
    EXPECT_TRUE(abandonedCopies(recovery).empty());
    copy.clear();
}

TEST(Recovery, aNewCopyReplacesTheOneBefore) {
    const TemporaryFolder folder;
    const std::string recovery = (folder.path() / "recovery").string();
    {
        RecoveryCopy copy(recovery);
        ASSERT_TRUE(copy.save(titled("first"), ""));
        ASSERT_TRUE(copy.save(titled("second"), ""));
    } // ends without clear()
    const std::vector<AbandonedCopy> copies = abandonedCopies(recovery);
    ASSERT_EQ(copies.size(), 1U);
    EXPECT_EQ(readCopy(copies[0]).value().title, "second");
}

TEST(Recovery, aCopyThatIsTakenOverBelongsToOneWindow) {
    const TemporaryFolder folder;
    const std::string recovery = (folder.path() / "recovery").string();
    crash(recovery, titled("Sebelum jatuh"), "/data/a.jejaring.gpkg");
    const AbandonedCopy found = abandonedCopies(recovery).at(0);
    {
        RecoveryCopy own(recovery);
        const auto project = own.takeOver(found);
        ASSERT_TRUE(project);
        EXPECT_EQ(project.value().title, "Sebelum jatuh");
        EXPECT_TRUE(abandonedCopies(recovery).empty());
        RecoveryCopy other(recovery);
        const auto refused = other.takeOver(found);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, core::ErrorCode::locked);
        discardCopy(found);
    } // ends without clear()
    ASSERT_EQ(abandonedCopies(recovery).size(), 1U);

    RecoveryCopy again(recovery);
    ASSERT_TRUE(again.takeOver(found));
    ASSERT_TRUE(again.save(titled("Sesudahnya"), ""));
    EXPECT_EQ(readCopy(found).value().title, "Sesudahnya") << "it goes on in the same place";
    again.clear();
    EXPECT_TRUE(std::filesystem::is_empty(recovery));
    const auto gone = again.takeOver(found);
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().code, core::ErrorCode::notFound);
    EXPECT_TRUE(std::filesystem::is_empty(recovery));
}

TEST(Recovery, aDamagedDescriptionDoesNotHideTheCopy) {
    const TemporaryFolder folder;
    const std::string recovery = (folder.path() / "recovery").string();
    crash(recovery, titled("x"), "/data/a.jejaring.gpkg");
    for (const char* text : {"", "{", "[1]", R"({"project": 3})"}) {
        std::ofstream(std::filesystem::path(abandonedCopies(recovery).at(0).folder) / "about.json") << text;
        const std::vector<AbandonedCopy> copies = abandonedCopies(recovery);
        ASSERT_EQ(copies.size(), 1U);
        EXPECT_EQ(copies[0].projectPath, "");
        EXPECT_TRUE(readCopy(copies[0]));
    }
}

TEST(Recovery, whereNothingCanBeWrittenItSaysSo) {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "file").put('x');
    RecoveryCopy copy((folder.path() / "file" / "recovery").string());
    EXPECT_FALSE(copy.save(titled("x"), ""));
}

} // namespace
} // namespace jejaring::data
