// SPDX-License-Identifier: MIT
// A session with a folder and a configuration of its own.
#pragma once

#include "data/paths.hpp"
#include "session/session.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace jejaring::session {

class SessionTest : public testing::Test {
  protected:
    void SetUp() override {
        const auto loaded = text::FontSet::load();
        ASSERT_TRUE(loaded) << core::englishText(loaded.error());
        fonts_ = loaded.value();
        session_ = makeSession();
    }

    [[nodiscard]] std::unique_ptr<Session> makeSession() const {
        const std::string share = std::string(JEJARING_BINARY_DIR) + "/share/jejaring";
        return std::make_unique<Session>(Installation{share + "/shaders", share, share + "/../locale", ""},
                                         SettingsStore(path("config")), fonts_, [] {});
    }
    [[nodiscard]] std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
    void openSample() {
        session_->openSample();
        session_->finishTasks();
    }
    [[nodiscard]] bool noticed(core::ErrorCode code) const {
        for (const Notice& notice : session_->notices())
            if (notice.message.code == code)
                return true;
        return false;
    }
    // Boundaries and sample; false where the boundaries have not been built.
    bool openMap() {
        if (!std::filesystem::exists(data::boundariesPath()))
            return false;
        session_->loadBoundaries(data::boundariesPath());
        openSample();
        return session_->map() != nullptr;
    }

    test::TemporaryFolder folder_;
    std::shared_ptr<const text::FontSet> fonts_;
    std::unique_ptr<Session> session_;
};

} // namespace jejaring::session
