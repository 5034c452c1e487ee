// SPDX-License-Identifier: MIT
#include "data/file_io.hpp"
#include "session/settings.hpp"
#include "support/mutations.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

namespace jejaring::session {
namespace {

TEST(SettingsFuzz, DamagedSettingsGiveSettingsThatCanBeUsed) {
    const test::TemporaryFolder folder;
    const SettingsStore store(folder.path().string());
    Settings settings;
    settings.recentProjects = {"satu.jejaring.gpkg", "dua \"dua\".jejaring.gpkg"};
    settings.lastFolder = "Dokumen";
    ASSERT_TRUE(store.save(settings).ok());
    const std::string path = folder.file("settings.json");
    const std::string whole = data::readWholeFile(path).value();
    test::Mutations mutations(6);
    int changed = 0;
    for (int i = 0; i < 2000; ++i) {
        std::ofstream(path, std::ios::binary | std::ios::trunc) << mutations.of(whole);
        const core::Result<Settings> loaded = store.load();
        // Settings are never a reason not to start.
        ASSERT_TRUE(loaded.ok()) << "mutation " << i;
        changed += loaded.value() == settings ? 0 : 1;
        ASSERT_TRUE(std::isfinite(loaded.value().interfaceScale));
        ASSERT_GT(loaded.value().interfaceScale, 0.1);
        ASSERT_LT(loaded.value().interfaceScale, 10);
        ASSERT_TRUE(std::isfinite(loaded.value().leftWidth));
        ASSERT_GE(loaded.value().leftWidth, 0);
    }
    EXPECT_GT(changed, 500);
}

} // namespace
} // namespace jejaring::session
