// SPDX-License-Identifier: MIT
// What keeps a project safe: locks, recovery copies, notice of changes by others.
#include "data/project/project_store.hpp"
#include "data/sqlite.hpp"
#include "session/session.hpp"
#include "support/temporary_folder.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <thread>

#include <gtest/gtest.h>

namespace jejaring::session {
namespace {

class KeepingTest : public testing::Test {
  protected:
    void SetUp() override {
        const auto loaded = text::FontSet::load();
        ASSERT_TRUE(loaded) << core::englishText(loaded.error());
        fonts_ = loaded.value();
        ASSERT_TRUE(data::saveProject(titled("Asli"), file()));
    }

    static core::Project titled(const std::string& title) {
        core::Project project;
        project.title = title;
        return project;
    }
    [[nodiscard]] std::string file() const { return path("a.jejaring.gpkg"); }
    [[nodiscard]] std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
    [[nodiscard]] std::unique_ptr<Session> window() const {
        const std::string share = std::string(JEJARING_BINARY_DIR) + "/share/jejaring";
        auto session =
            std::make_unique<Session>(Installation{share + "/shaders", share, share + "/../locale", path("recovery")},
                                      SettingsStore(path("config")), fonts_, [] {});
        session->finishTasks();
        return session;
    }
    static void open(Session& session, const std::string& file) {
        session.openProject(file);
        session.finishTasks();
    }
    static bool retitle(Session& session, const std::string& title) {
        return session.changeProject(core::note("Title"), [&title](core::Project& p) { p.title = title; });
    }
    static void save(Session& session) {
        session.saveProject();
        session.finishTasks();
    }
    [[nodiscard]] std::string titleOnDisk() const { return data::openProject(file()).value().title; }
    // As a window does frame by frame; the next copy is not due before three seconds have passed.
    static bool soon(Session& session, const std::function<bool()>& holds) {
        for (int i = 0; i < 200; ++i) {
            session.update();
            if (holds())
                return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return false;
    }
    [[nodiscard]] int copies() const {
        int count = 0;
        for (const auto& each : std::filesystem::directory_iterator(path("recovery")))
            count += each.is_directory() ? 1 : 0;
        return count;
    }
    // A window that crashed with a change of the title.
    void crash(const std::string& title) {
        auto session = window();
        open(*session, file());
        ASSERT_TRUE(retitle(*session, title));
        leaveBehind(std::move(session));
        ASSERT_EQ(copies(), 1);
    }
    // Ends as a crash does: nothing is tidied up.
    void leaveBehind(std::unique_ptr<Session> session) {
        session->finishTasks();
        session.reset(); // with unsaved changes nobody disowned
    }

    test::TemporaryFolder folder_;
    std::shared_ptr<const text::FontSet> fonts_;
};

TEST_F(KeepingTest, TheSecondWindowOnAFileIsReadOnly) {
    auto first = window();
    auto second = window();
    open(*first, file());
    open(*second, file());
    EXPECT_EQ(first->readOnly(), ReadOnly::no);
    ASSERT_EQ(second->readOnly(), ReadOnly::openElsewhere);
    EXPECT_FALSE(second->notices().empty()) << "it says so";
    EXPECT_FALSE(retitle(*second, "Kedua"));
    EXPECT_EQ(second->project()->title, "Asli");
    EXPECT_TRUE(retitle(*first, "Pertama"));
    save(*first);
    EXPECT_EQ(titleOnDisk(), "Pertama");

    second->saveProjectAs(path("b"), false);
    second->finishTasks();
    EXPECT_EQ(second->readOnly(), ReadOnly::no) << "its own file can be written";
    EXPECT_TRUE(retitle(*second, "Kedua"));
    save(*second);
    EXPECT_EQ(data::openProject(path("b.jejaring.gpkg")).value().title, "Kedua");

    first->newProject();
    first->finishTasks();
    open(*second, file());
    EXPECT_EQ(second->readOnly(), ReadOnly::no) << "the first window let go of it";
}

TEST_F(KeepingTest, SavingOverAFileThatAnotherWindowHasOpenIsRefused) {
    auto first = window();
    auto second = window();
    open(*first, file());
    second->newProject();
    second->finishTasks();
    second->saveProjectAs(file(), true);
    second->finishTasks();
    EXPECT_TRUE(second->projectPath().empty());
    EXPECT_EQ(titleOnDisk(), "Asli");
}

TEST_F(KeepingTest, ANewerFileIsReadOnly) {
    {
        data::Database database = data::Database::open(file(), data::Database::Access::write);
        ASSERT_TRUE(database.execute("UPDATE jejaring_project SET value = '999' WHERE key = 'schema'"));
    }
    auto session = window();
    open(*session, file());
    ASSERT_NE(session->project(), nullptr);
    EXPECT_EQ(session->project()->title, "Asli");
    EXPECT_EQ(session->readOnly(), ReadOnly::newerSchema);
    EXPECT_FALSE(retitle(*session, "x"));
    save(*session);
    EXPECT_FALSE(data::openProject(file())) << "still of the newer schema";
}

TEST_F(KeepingTest, AChangeByAnotherProgramIsNoticedAndNotWrittenOver) {
    auto session = window();
    open(*session, file());
    session->lookAtDisk();
    session->finishTasks();
    EXPECT_FALSE(session->changedOnDisk());
    ASSERT_TRUE(data::saveProject(titled("Orang lain"), file()));
    ASSERT_TRUE(retitle(*session, "Saya"));
    save(*session);
    EXPECT_TRUE(session->changedOnDisk());
    EXPECT_TRUE(session->modified());
    EXPECT_EQ(titleOnDisk(), "Orang lain");

    session->keepOwnVersion();
    EXPECT_FALSE(session->changedOnDisk());
    save(*session);
    EXPECT_EQ(titleOnDisk(), "Saya");
    EXPECT_FALSE(session->modified());

    ASSERT_TRUE(data::saveProject(titled("Lagi"), file()));
    session->lookAtDisk();
    session->finishTasks();
    EXPECT_TRUE(session->changedOnDisk());
    session->reloadProject();
    session->finishTasks();
    EXPECT_FALSE(session->changedOnDisk());
    EXPECT_EQ(session->project()->title, "Lagi");
    EXPECT_EQ(session->readOnly(), ReadOnly::no) << "the lock is still its own";
    EXPECT_TRUE(retitle(*session, "Saya"));
    save(*session);
    EXPECT_EQ(titleOnDisk(), "Saya");
}

TEST_F(KeepingTest, AChangeByAnotherProgramIsNoticedWithoutBeingAskedFor) {
    auto session = window();
    open(*session, file());
    ASSERT_TRUE(data::saveProject(titled("Orang lain"), file()));
    ASSERT_TRUE(soon(*session, [&] { return session->changedOnDisk(); }));
    EXPECT_EQ(session->project()->title, "Asli") << "nothing is reloaded unasked";
    EXPECT_EQ(session->refusedSaves(), 0U);
    ASSERT_TRUE(retitle(*session, "Saya"));
    save(*session);
    save(*session);
    EXPECT_EQ(session->refusedSaves(), 2U) << "each is to be answered";
    EXPECT_EQ(titleOnDisk(), "Orang lain");

    session->reloadProject();
    session->finishTasks();
    EXPECT_EQ(session->project()->title, "Orang lain");
    EXPECT_FALSE(session->changedOnDisk());
    ASSERT_TRUE(data::saveProject(titled("Lagi"), file()));
    EXPECT_TRUE(soon(*session, [&] { return session->changedOnDisk(); })) << "it is watched as before";
    session->keepOwnVersion();
    ASSERT_TRUE(data::saveProject(titled("Sekali lagi"), file()));
    EXPECT_TRUE(soon(*session, [&] { return session->changedOnDisk(); }));
}

TEST_F(KeepingTest, WhatAWindowWritesItselfIsNoChangeByAnother) {
    auto session = window();
    open(*session, file());
    for (const char* title : {"Satu", "Dua", "Tiga"}) {
        ASSERT_TRUE(retitle(*session, title));
        session->saveProject();
        EXPECT_FALSE(soon(*session, [&] { return session->changedOnDisk(); })) << title;
        EXPECT_EQ(titleOnDisk(), title);
    }
    session->saveProjectAs(path("b"), false);
    ASSERT_TRUE(soon(*session, [&] { return session->projectPath() != file(); }));
    ASSERT_TRUE(data::saveProject(titled("Orang lain"), file()));
    EXPECT_FALSE(soon(*session, [&] { return session->changedOnDisk(); })) << "that is not its file any more";
    ASSERT_TRUE(data::saveProject(titled("Orang lain"), session->projectPath()));
    EXPECT_TRUE(soon(*session, [&] { return session->changedOnDisk(); }));
}

TEST_F(KeepingTest, AWindowThatMayOnlyReadNoticesWhatTheOtherOneSaves) {
    auto first = window();
    auto second = window();
    open(*first, file());
    open(*second, file());
    ASSERT_TRUE(retitle(*first, "Pertama"));
    save(*first);
    EXPECT_TRUE(soon(*second, [&] { return second->changedOnDisk(); }));
    second->reloadProject();
    second->finishTasks();
    EXPECT_EQ(second->project()->title, "Pertama");
    EXPECT_FALSE(second->changedOnDisk());
}

TEST_F(KeepingTest, WhatACrashLeftUnsavedIsOffered) {
    {
        auto session = window();
        open(*session, file());
        ASSERT_TRUE(retitle(*session, "Belum disimpan"));
        leaveBehind(std::move(session));
    }
    EXPECT_EQ(titleOnDisk(), "Asli");
    auto session = window();
    ASSERT_EQ(session->abandonedCopies().size(), 1U);
    EXPECT_EQ(session->abandonedCopies()[0].projectPath, file());
    session->restoreCopy(session->abandonedCopies()[0]);
    session->finishTasks();
    EXPECT_TRUE(session->abandonedCopies().empty());
    EXPECT_EQ(session->project()->title, "Belum disimpan");
    EXPECT_EQ(session->projectPath(), file());
    EXPECT_TRUE(session->modified());
    EXPECT_EQ(window()->abandonedCopies().size(), 0U) << "it is in the care of the window that restored it";
    leaveBehind(std::move(session));
    session = window();
    ASSERT_EQ(session->abandonedCopies().size(), 1U) << "a second crash loses nothing either";
    session->restoreCopy(session->abandonedCopies()[0]);
    session->finishTasks();
    save(*session);
    EXPECT_EQ(titleOnDisk(), "Belum disimpan");
    session.reset();
    EXPECT_TRUE(window()->abandonedCopies().empty());
}

TEST_F(KeepingTest, ARestoredCopyIsGoneOnceItIsSavedHoweverSoon) {
    crash("Belum disimpan");
    {
        auto session = window();
        ASSERT_EQ(session->abandonedCopies().size(), 1U);
        session->restoreCopy(session->abandonedCopies()[0]);
        ASSERT_TRUE(soon(*session, [&] { return session->project() != nullptr; }));
        EXPECT_EQ(copies(), 1) << "a crash now loses nothing";
        session->saveProject();
        ASSERT_TRUE(soon(*session, [&] { return !session->modified(); }));
        EXPECT_TRUE(soon(*session, [&] { return copies() == 0; }));
        session->forgetChanges(); // as on the way out
    }
    EXPECT_EQ(titleOnDisk(), "Belum disimpan");
    EXPECT_EQ(copies(), 0);
    EXPECT_TRUE(window()->abandonedCopies().empty());
}

TEST_F(KeepingTest, ARestoredCopyIsOfferedToNoOtherWindowWhileItsOwnIsOpen) {
    crash("Belum disimpan");
    auto first = window();
    auto second = window();
    ASSERT_EQ(second->abandonedCopies().size(), 1U) << "nobody had restored it when it looked";
    const data::AbandonedCopy copy = first->abandonedCopies().at(0);
    first->restoreCopy(copy);
    ASSERT_TRUE(soon(*first, [&] { return first->project() != nullptr; }));
    EXPECT_TRUE(window()->abandonedCopies().empty());

    second->discardCopy(copy);
    second->finishTasks();
    EXPECT_EQ(copies(), 1) << "it is not the second window's any more";
    second->restoreCopy(copy);
    second->finishTasks();
    EXPECT_EQ(second->project(), nullptr);
    EXPECT_FALSE(second->notices().empty()) << "it says why";

    ASSERT_TRUE(retitle(*first, "Diubah lagi"));
    first->finishTasks();
    EXPECT_EQ(copies(), 1) << "the same copy, kept up to date";
    first.reset(); // crashes, too
    const auto third = window();
    ASSERT_EQ(third->abandonedCopies().size(), 1U);
    EXPECT_EQ(third->abandonedCopies()[0].title, "Diubah lagi");
}

TEST_F(KeepingTest, ACrashRightAfterRestoringLosesNothing) {
    crash("Belum disimpan");
    auto session = window();
    session->restoreCopy(session->abandonedCopies().at(0));
    ASSERT_TRUE(soon(*session, [&] { return session->project() != nullptr; }));
    session.reset();
    session = window();
    ASSERT_EQ(session->abandonedCopies().size(), 1U);
    EXPECT_EQ(session->abandonedCopies()[0].title, "Belum disimpan");
    EXPECT_EQ(session->abandonedCopies()[0].projectPath, file());
}

TEST_F(KeepingTest, ADamagedCopyStaysForAnotherTry) {
    crash("Belum disimpan");
    auto session = window();
    const data::AbandonedCopy copy = session->abandonedCopies().at(0);
    const std::filesystem::path kept = std::filesystem::path(copy.folder) / "copy.jejaring.gpkg";
    std::filesystem::rename(kept, path("whole"));
    std::ofstream(kept) << "no project";
    session->restoreCopy(copy);
    session->finishTasks();
    EXPECT_EQ(session->project(), nullptr);
    EXPECT_FALSE(session->notices().empty());
    std::filesystem::rename(path("whole"), kept);
    session.reset();
    EXPECT_EQ(window()->abandonedCopies().size(), 1U);
}

TEST_F(KeepingTest, ACopyCanBeDiscarded) {
    {
        auto session = window();
        session->newProject();
        session->finishTasks();
        ASSERT_TRUE(retitle(*session, "Percobaan"));
        leaveBehind(std::move(session));
    }
    auto session = window();
    ASSERT_EQ(session->abandonedCopies().size(), 1U);
    EXPECT_EQ(session->abandonedCopies()[0].title, "Percobaan");
    session->discardCopy(session->abandonedCopies()[0]);
    session->finishTasks();
    EXPECT_TRUE(session->abandonedCopies().empty());
    EXPECT_TRUE(window()->abandonedCopies().empty());
}

TEST_F(KeepingTest, WhatIsSavedUndoneOrDisownedLeavesNoCopy) {
    for (const char* end : {"saved", "undone", "disowned"}) {
        auto session = window();
        open(*session, file());
        ASSERT_TRUE(retitle(*session, end));
        session->finishTasks();
        EXPECT_FALSE(std::filesystem::is_empty(path("recovery")));
        if (end == std::string("saved"))
            save(*session);
        else if (end == std::string("undone"))
            session->undo();
        else
            session->forgetChanges();
        session.reset();
        EXPECT_TRUE(std::filesystem::is_empty(path("recovery"))) << end;
    }
}

} // namespace
} // namespace jejaring::session
