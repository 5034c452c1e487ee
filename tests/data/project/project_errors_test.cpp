// SPDX-License-Identifier: MIT
// Each way in which a project cannot be opened or saved has its own error.
#include "data/project/project_store.hpp"

#include "data/file_io.hpp"
#include "data/project/sample.hpp"
#include "data/sqlite.hpp"
#include "support/temporary_folder.hpp"

#include <csignal>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace jejaring::data {
namespace {

using core::ErrorCode;
using test::TemporaryFolder;

// Without the rights of an administrator, for whom every file is open.
class Unprivileged {
  public:
    Unprivileged() : was_(::geteuid()) { changed_ = was_ == 0 && ::seteuid(65534) == 0; }
    ~Unprivileged() {
        if (changed_ && ::seteuid(was_) != 0)
            std::abort();
    }
    Unprivileged(const Unprivileged&) = delete;
    Unprivileged& operator=(const Unprivileged&) = delete;

  private:
    uid_t was_;
    bool changed_ = false;
};

class ProjectErrors : public testing::Test {
  protected:
    void SetUp() override {
        ASSERT_TRUE(saveProject(sampleProject(JEJARING_SOURCE_DIR "/assets").value(), path_));
        std::filesystem::permissions(folder_.path(), std::filesystem::perms::all);
    }

    [[nodiscard]] std::string beside(const char* name) const { return (folder_.path() / name).string(); }

    static ErrorCode codeOfOpening(const std::string& path) {
        const auto result = openProject(path);
        EXPECT_FALSE(result) << path;
        return result ? ErrorCode::none : result.error().code;
    }
    static ErrorCode codeOfSaving(const std::string& path, Overwrite overwrite = Overwrite::yes) {
        const auto result = saveProject({}, path, overwrite);
        EXPECT_FALSE(result) << path;
        return result ? ErrorCode::none : result.error().code;
    }
    void change(const std::string& sql) const {
        Database database = Database::open(path_, Database::Access::write);
        ASSERT_TRUE(database.execute(sql)) << database.errorText();
    }
    [[nodiscard]] std::size_t filesThere() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder_.path()), {}));
    }

    TemporaryFolder folder_;
    std::string path_ = (folder_.path() / "a.jejaring.gpkg").string();
};

class ProjectErrorsProperty : public testing::Test {
  protected:
    void SetUp() override {
        ASSERT_TRUE(saveProject(sampleProject(JEJARING_SOURCE_DIR "/assets").value(), path_));
        whole_ = readWholeFile(path_).value();
    }
    TemporaryFolder folder_;
    std::string path_ = (folder_.path() / "a.jejaring.gpkg").string();
    std::string whole_;
};

// Another process that holds the file until it is told to go.
class Holder {
  public:
    Holder(const std::string& path, const char* how) {
        int ready[2];
        int leave[2];
        if (::pipe(ready) != 0 || ::pipe(leave) != 0)
            std::abort();
        child_ = ::fork();
        if (child_ == 0) {
            ::close(leave[1]);
            Database database = Database::open(path, Database::Access::write);
            char byte = database.execute(how) ? '1' : '0';
            if (::write(ready[1], &byte, 1) != 1)
                ::_exit(1);
            // Ends when the parent closes its side.
            while (::read(leave[0], &byte, 1) > 0) {
            }
            ::_exit(0);
        }
        ::close(leave[0]);
        ::close(ready[1]);
        char byte = 0;
        held_ = ::read(ready[0], &byte, 1) == 1 && byte == '1';
        ::close(ready[0]);
        leave_ = leave[1];
    }
    ~Holder() {
        ::close(leave_);
        ::waitpid(child_, nullptr, 0);
    }
    Holder(const Holder&) = delete;
    Holder& operator=(const Holder&) = delete;
    [[nodiscard]] bool held() const { return held_; }

  private:
    pid_t child_ = 0;
    int leave_ = -1;
    bool held_ = false;
};

TEST_F(ProjectErrors, aMissingFile) {
    EXPECT_EQ(codeOfOpening(beside("none.gpkg")), ErrorCode::notFound);
    EXPECT_EQ(codeOfOpening(path_ + "/none.gpkg"), ErrorCode::notFound);
}

TEST_F(ProjectErrors, aFileThatMayNotBeRead) {
    std::filesystem::permissions(path_, std::filesystem::perms::none);
    const Unprivileged unprivileged;
    EXPECT_EQ(codeOfOpening(path_), ErrorCode::unreadable);
}

TEST_F(ProjectErrors, noGeoPackage) {
    std::ofstream(beside("text.gpkg")) << std::string(4096, 'x');
    EXPECT_EQ(codeOfOpening(beside("text.gpkg")), ErrorCode::wrongFormat);
    std::ofstream(beside("empty.gpkg")).flush();
    EXPECT_EQ(codeOfOpening(beside("empty.gpkg")), ErrorCode::wrongFormat);
    EXPECT_EQ(codeOfOpening(folder_.path().string()), ErrorCode::wrongFormat);
    change("PRAGMA application_id = 0");
    EXPECT_EQ(codeOfOpening(path_), ErrorCode::wrongFormat);
}

TEST_F(ProjectErrors, aGeoPackageThatIsNoProject) {
    change("DROP TABLE jejaring_project");
    const auto result = openProject(path_);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::wrongFormat);
    EXPECT_EQ(core::englishText(result.error()), path_ + " is a GeoPackage, but not a Jejaring project");
}

TEST_F(ProjectErrors, aNewerSchemaIsNeitherReadNorOverwritten) {
    change("UPDATE jejaring_project SET value = '" + std::to_string(kProjectSchema + 1) + "' WHERE key = 'schema'");
    EXPECT_EQ(codeOfOpening(path_), ErrorCode::newerSchema);
    EXPECT_EQ(codeOfSaving(path_), ErrorCode::newerSchema);
}

TEST_F(ProjectErrors, aNewerSchemaCanBeReadAsFarAsItIsUnderstood) {
    change("UPDATE jejaring_project SET value = '999' WHERE key = 'schema'");
    change("ALTER TABLE agreements ADD COLUMN novelty TEXT");
    change("ALTER TABLE visits DROP COLUMN purpose");
    const auto result = openProject(path_, NewerSchema::read);
    ASSERT_TRUE(result);
    ASSERT_EQ(result.messages().size(), 1U);
    EXPECT_EQ(result.messages()[0].code, ErrorCode::newerSchema);
    EXPECT_EQ(result.messages()[0].severity, core::Severity::warning);
    core::Project expected = sampleProject(JEJARING_SOURCE_DIR "/assets").value();
    for (core::Visit& visit : expected.visits)
        visit.purpose.clear();
    EXPECT_EQ(result.value(), expected);
    EXPECT_EQ(codeOfSaving(path_), ErrorCode::newerSchema) << "what is not understood must not be written over";
}

TEST_F(ProjectErrors, aMissingTableIsNamed) {
    change("DROP TABLE stops");
    const auto result = openProject(path_);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::missingTable);
    EXPECT_EQ(result.error().arguments.back(), "stops");
}

TEST_F(ProjectErrors, aMissingColumn) {
    change("ALTER TABLE visits DROP COLUMN purpose");
    const auto result = openProject(path_);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::wrongFormat);
    EXPECT_NE(core::englishText(result.error()).find("purpose"), std::string::npos);
}

TEST_F(ProjectErrors, aDamagedFile) {
    {
        std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(4096);
        file << std::string(std::filesystem::file_size(path_) - 4096, '\xff');
    }
    EXPECT_EQ(codeOfOpening(path_), ErrorCode::wrongFormat);
    std::filesystem::resize_file(path_, 5000);
    EXPECT_EQ(codeOfOpening(path_), ErrorCode::wrongFormat);
}

TEST_F(ProjectErrors, aFileThatAnotherProcessHolds) {
    {
        const Holder holder(path_, "BEGIN EXCLUSIVE");
        ASSERT_TRUE(holder.held());
        EXPECT_EQ(codeOfOpening(path_), ErrorCode::locked);
        EXPECT_EQ(codeOfSaving(path_), ErrorCode::locked);
    }
    EXPECT_TRUE(openProject(path_));
    EXPECT_TRUE(saveProject({}, path_));
}

TEST_F(ProjectErrors, aFileThatAGisHasOpenWithAWriteAheadLog) {
    {
        const Holder holder(path_, "PRAGMA journal_mode = WAL; CREATE TABLE t (a); BEGIN; SELECT * FROM t");
        ASSERT_TRUE(holder.held());
        EXPECT_TRUE(openProject(path_));
        EXPECT_EQ(codeOfSaving(path_), ErrorCode::locked);
    }
    EXPECT_TRUE(saveProject({}, path_));
    EXPECT_TRUE(openProject(path_));
}

TEST_F(ProjectErrors, anExistingFileIsNotOverwrittenUnasked) {
    EXPECT_EQ(codeOfSaving(path_, Overwrite::no), ErrorCode::alreadyExists);
    EXPECT_TRUE(saveProject({}, beside("b.gpkg"), Overwrite::no));
}

TEST_F(ProjectErrors, noPermissionToWrite) {
    using std::filesystem::perms;
    const perms reading = perms::owner_read | perms::group_read | perms::others_read;
    const perms entering = perms::owner_exec | perms::group_exec | perms::others_exec;
    std::filesystem::permissions(folder_.path(), reading | entering);
    {
        const Unprivileged unprivileged;
        EXPECT_EQ(codeOfSaving(beside("b.gpkg")), ErrorCode::permissionDenied);
    }
    std::filesystem::permissions(folder_.path(), perms::all);
    std::filesystem::permissions(path_, reading);
    const Unprivileged unprivileged;
    EXPECT_EQ(codeOfSaving(path_), ErrorCode::permissionDenied);
    const auto opened = openProject(path_);
    EXPECT_TRUE(opened) << core::englishText(opened.error());
}

TEST_F(ProjectErrors, noSuchFolder) {
    EXPECT_EQ(codeOfSaving(beside("none") + "/b.gpkg"), ErrorCode::notFound);
}

TEST_F(ProjectErrors, aFullDiskLeavesTheOldFileAndNothingElse) {
    // A limit on the size of files stands for the disk; the system then reports a file too large.
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur = 20'000;
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const ErrorCode code = codeOfSaving(path_);
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    EXPECT_EQ(code, ErrorCode::diskFull);
    EXPECT_EQ(filesThere(), 1U);
    EXPECT_EQ(openProject(path_).value().agreements.size(), 145U);
}

// Whatever is in a file, opening it ends with a project or with an error.
RC_GTEST_FIXTURE_PROP(ProjectErrorsProperty, damagedBytesNeverBreakTheReader, ()) {
    std::string bytes = whole_;
    const int changes = *rc::gen::inRange(1, 40);
    for (int i = 0; i < changes; ++i)
        bytes[*rc::gen::inRange<std::size_t>(72, bytes.size())] = *rc::gen::arbitrary<char>();
    if (*rc::gen::inRange(0, 4) == 0)
        bytes.resize(*rc::gen::inRange<std::size_t>(0, bytes.size()));
    std::ofstream(path_, std::ios::binary | std::ios::trunc) << bytes;
    const auto result = openProject(path_);
    RC_CLASSIFY(result.ok(), "still opens");
    if (!result)
        RC_ASSERT(result.error().code != ErrorCode::none);
}

} // namespace
} // namespace jejaring::data
