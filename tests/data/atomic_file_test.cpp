// SPDX-License-Identifier: MIT
#include "data/atomic_file.hpp"

#include "data/file_io.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace jejaring::data {
namespace {

namespace fs = std::filesystem;

class AtomicFiles : public testing::Test {
  protected:
    static std::span<const std::byte> bytes(std::string_view text) { return std::as_bytes(std::span(text)); }
    static core::Outcome written(const std::string& path, bool overwrite, std::string_view text) {
        auto file = AtomicFile::create(path, overwrite);
        if (!file)
            return core::Outcome::failure(file.messages());
        file.value().write(bytes(text));
        return file.value().commit();
    }
    static void expectRefused(const core::Outcome& outcome, core::ErrorCode code) {
        ASSERT_FALSE(outcome.ok());
        EXPECT_EQ(outcome.error().code, code) << core::englishText(outcome.error());
    }

    test::TemporaryFolder folder_;
    std::string path_ = folder_.file("a");
};

TEST_F(AtomicFiles, AppearWhenTheyAreWholeAndNotBefore) {
    auto file = AtomicFile::create(path_, false);
    ASSERT_TRUE(file.ok());
    file.value().write(bytes("one "));
    EXPECT_FALSE(fs::exists(path_));
    file.value().write(bytes("two"));
    ASSERT_TRUE(file.value().commit(Durable::no).ok());
    EXPECT_EQ(readWholeFile(path_).value(), "one two");
    EXPECT_EQ(folder_.count(), 1U);
}

TEST_F(AtomicFiles, LeaveNothingBehindWhereTheyAreGivenUp) {
    {
        auto file = AtomicFile::create(path_, false);
        ASSERT_TRUE(file.ok());
        file.value().write(bytes("half"));
    }
    EXPECT_EQ(folder_.count(), 0U);
}

TEST_F(AtomicFiles, DoNotReplaceWhatTookTheirNameMeanwhile) {
    auto file = AtomicFile::create(path_, false);
    ASSERT_TRUE(file.ok());
    file.value().write(bytes("mine"));
    std::ofstream(path_) << "theirs";
    expectRefused(file.value().commit(), core::ErrorCode::alreadyExists);
    EXPECT_EQ(readWholeFile(path_).value(), "theirs");
    EXPECT_EQ(folder_.count(), 1U);
}

TEST_F(AtomicFiles, ReplaceOnlyWhereAsked) {
    std::ofstream(path_) << "before";
    expectRefused(written(path_, false, "after"), core::ErrorCode::alreadyExists);
    EXPECT_EQ(readWholeFile(path_).value(), "before");
    EXPECT_TRUE(written(path_, true, "after").ok());
    EXPECT_EQ(readWholeFile(path_).value(), "after");
}

TEST_F(AtomicFiles, FollowALinkAndKeepIt) {
    std::ofstream(folder_.file("target")) << "before";
    fs::create_symlink("target", path_);
    ASSERT_TRUE(written(path_, true, "after").ok());
    EXPECT_TRUE(fs::is_symlink(path_));
    EXPECT_EQ(readWholeFile(folder_.file("target")).value(), "after");
    EXPECT_EQ(folder_.count(), 2U);
}

TEST_F(AtomicFiles, HandOnThePermissionsOfWhatTheyReplace) {
    std::ofstream(path_) << "before";
    ASSERT_EQ(::chmod(path_.c_str(), 0640), 0);
    ASSERT_TRUE(written(path_, true, "after").ok());
    EXPECT_EQ(fs::status(path_).permissions(), fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
}

TEST_F(AtomicFiles, DoNotReplaceAProtectedFile) {
    if (::geteuid() == 0)
        GTEST_SKIP() << "nothing is protected from root";
    std::ofstream(path_) << "before";
    ASSERT_EQ(::chmod(path_.c_str(), 0400), 0);
    expectRefused(written(path_, true, "after"), core::ErrorCode::permissionDenied);
    EXPECT_EQ(folder_.count(), 1U);
}

TEST_F(AtomicFiles, DoNotReplaceFoldersAndDevices) {
    expectRefused(written(folder_.path().string(), true, "x"), core::ErrorCode::invalidArgument);
    ASSERT_EQ(::mkfifo(path_.c_str(), 0600), 0);
    expectRefused(written(path_, true, "x"), core::ErrorCode::invalidArgument);
    EXPECT_EQ(folder_.count(), 1U);
}

TEST_F(AtomicFiles, NeedTheirFolder) {
    expectRefused(written(folder_.file("none/a"), false, "x"), core::ErrorCode::notFound);
    EXPECT_EQ(folder_.count(), 0U);
}

TEST_F(AtomicFiles, TellThatTheDiskIsFullAndLeaveNoHalf) {
    // A limit on the size of files stands in for a full disk.
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    ::getrlimit(RLIMIT_FSIZE, &old);
    const rlimit small{200, old.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    const core::Outcome outcome = written(path_, false, std::string(1000, 'x'));
    ::setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, before);
    expectRefused(outcome, core::ErrorCode::diskFull);
    EXPECT_EQ(folder_.count(), 0U);
}

} // namespace
} // namespace jejaring::data
