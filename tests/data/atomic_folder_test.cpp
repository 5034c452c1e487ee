// SPDX-License-Identifier: MIT
#include "data/atomic_folder.hpp"

#include "data/file_io.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace jejaring::data {
namespace {

namespace fs = std::filesystem;

class AtomicFolders : public testing::Test {
  protected:
    static void put(const AtomicFolder& folder, const std::string& name, const std::string& text) {
        std::ofstream(fs::path(folder.path()) / name) << text;
    }
    static void expectRefused(const core::Outcome& outcome, core::ErrorCode code) {
        ASSERT_FALSE(outcome.ok());
        EXPECT_EQ(outcome.error().code, code) << core::englishText(outcome.error());
    }
    static void expectRefused(const core::Result<AtomicFolder>& made, core::ErrorCode code) {
        ASSERT_FALSE(made.ok());
        EXPECT_EQ(made.error().code, code) << core::englishText(made.error());
    }

    test::TemporaryFolder folder_;
    std::string path_ = folder_.file("pages");
};

TEST_F(AtomicFolders, AppearWithAllTheirFilesAndNotBefore) {
    auto folder = AtomicFolder::create(path_ + "/", false);
    ASSERT_TRUE(folder.ok());
    put(folder.value(), "1.png", "one");
    EXPECT_FALSE(fs::exists(path_));
    put(folder.value(), "2.png", "two");
    ASSERT_TRUE(folder.value().commit().ok());
    EXPECT_EQ(readWholeFile(path_ + "/1.png").value(), "one");
    EXPECT_EQ(readWholeFile(path_ + "/2.png").value(), "two");
    EXPECT_EQ(folder_.count(), 1U);
}

TEST_F(AtomicFolders, LeaveNothingBehindWhereTheyAreGivenUp) {
    {
        auto folder = AtomicFolder::create(path_, false);
        ASSERT_TRUE(folder.ok());
        put(folder.value(), "1.png", "half");
    }
    EXPECT_EQ(folder_.count(), 0U);
}

TEST_F(AtomicFolders, TakeThePlaceOfAnEmptyFolderAndOfNoOther) {
    fs::create_directory(path_);
    auto folder = AtomicFolder::create(path_, false);
    ASSERT_TRUE(folder.ok());
    put(folder.value(), "1.png", "one");
    ASSERT_TRUE(folder.value().commit().ok());
    EXPECT_EQ(readWholeFile(path_ + "/1.png").value(), "one");
    expectRefused(AtomicFolder::create(path_, false), core::ErrorCode::alreadyExists);
    EXPECT_EQ(folder_.count(), 1U);
}

TEST_F(AtomicFolders, KeepWhatElseAFolderHoldsWhereTheyReplaceItsFiles) {
    fs::create_directory(path_);
    std::ofstream(path_ + "/1.png") << "old";
    std::ofstream(path_ + "/mine.txt") << "mine";
    auto folder = AtomicFolder::create(path_, true);
    ASSERT_TRUE(folder.ok());
    put(folder.value(), "1.png", "new");
    put(folder.value(), "2.png", "two");
    EXPECT_EQ(readWholeFile(path_ + "/1.png").value(), "old");
    ASSERT_TRUE(folder.value().commit().ok());
    EXPECT_EQ(readWholeFile(path_ + "/1.png").value(), "new");
    EXPECT_EQ(readWholeFile(path_ + "/2.png").value(), "two");
    EXPECT_EQ(readWholeFile(path_ + "/mine.txt").value(), "mine");
    EXPECT_EQ(folder_.count(), 1U);
}

TEST_F(AtomicFolders, ReplaceAllOfTheirFilesOrNone) {
    fs::create_directory(path_);
    for (const char* name : {"1.png", "3.png"})
        std::ofstream(path_ + "/" + name) << "old";
    fs::create_directory(path_ + "/2.png"); // in the way of a file
    {
        auto folder = AtomicFolder::create(path_, true);
        ASSERT_TRUE(folder.ok());
        for (const char* name : {"1.png", "2.png", "3.png", "4.png"})
            put(folder.value(), name, "new");
        EXPECT_FALSE(folder.value().commit().ok());
    }
    EXPECT_EQ(readWholeFile(path_ + "/1.png").value(), "old");
    EXPECT_EQ(readWholeFile(path_ + "/3.png").value(), "old");
    EXPECT_TRUE(fs::is_directory(path_ + "/2.png"));
    EXPECT_EQ(std::distance(fs::directory_iterator(path_), fs::directory_iterator()), 3);
}

TEST_F(AtomicFolders, AreWrittenIntoAFolderWhoseOwnFolderMayNotBeWritten) {
    // Of another file system than the one around it, as the root of a stick is: nothing is made beside it.
    fs::create_directory(path_);
    auto folder = AtomicFolder::create(path_, false);
    ASSERT_TRUE(folder.ok());
    EXPECT_EQ(folder_.count(), 1U);
    EXPECT_TRUE(folder.value().path().starts_with(path_ + "/")) << folder.value().path();
}

TEST_F(AtomicFolders, DoNotReplaceWhatTookTheirNameMeanwhile) {
    auto folder = AtomicFolder::create(path_, false);
    ASSERT_TRUE(folder.ok());
    put(folder.value(), "1.png", "one");
    fs::create_directory(path_);
    std::ofstream(path_ + "/theirs") << "theirs";
    expectRefused(folder.value().commit(), core::ErrorCode::alreadyExists);
    EXPECT_FALSE(fs::exists(path_ + "/1.png"));
    EXPECT_EQ(folder_.count(), 1U);
}

TEST_F(AtomicFolders, NeedTheFolderTheyAreInAndAreNoFiles) {
    expectRefused(AtomicFolder::create(folder_.file("none/pages"), false), core::ErrorCode::notFound);
    std::ofstream(path_) << "a file";
    expectRefused(AtomicFolder::create(path_, true), core::ErrorCode::invalidArgument);
    EXPECT_EQ(folder_.count(), 1U);
}

TEST_F(AtomicFolders, ThatMayNotBeWrittenAreRefused) {
    if (::geteuid() == 0)
        GTEST_SKIP() << "nothing is protected from root";
    ASSERT_EQ(::chmod(folder_.path().c_str(), 0500), 0);
    const auto made = AtomicFolder::create(path_, false);
    ASSERT_EQ(::chmod(folder_.path().c_str(), 0700), 0);
    expectRefused(made, core::ErrorCode::permissionDenied);
}

} // namespace
} // namespace jejaring::data
