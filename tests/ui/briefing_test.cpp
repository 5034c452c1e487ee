// SPDX-License-Identifier: MIT
// From a project to what a minister gets: a region is found, and becomes a slide that can be edited and a page to read.
#include "driver.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

namespace jejaring::ui_test {
namespace {

namespace fs = std::filesystem;

class Briefing : public WindowTest {
  protected:
    static bool begins(const fs::path& path, const std::string& with) {
        std::ifstream file(path, std::ios::binary);
        std::string head(with.size(), ' ');
        file.read(head.data(), static_cast<std::streamsize>(head.size()));
        return head == with;
    }
    static bool appears(const fs::path& path) {
        for (int i = 0; i < 300 && !fs::exists(path); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        return fs::exists(path);
    }
    void choose(const std::string& list, int index) const {
        clickOn(list);
        clickOn(list + "." + std::to_string(index));
    }
    void writeTo(const fs::path& path) const {
        clickOn("export.path");
        key("ctrl+a");
        type(path.string());
        settled();
        clickOn("export.write");
    }
};

TEST_F(Briefing, ARegionBecomesASlideAndAOnePageBriefWithinTwoMinutes) {
    const auto start = std::chrono::steady_clock::now();
    key("ctrl+k");
    type("surabaya");
    settled();
    key("Return");
    ASSERT_EQ(waitFor([](const Json& now) { return now["selection"] == Json{"35.78"}; })["selection"], Json{"35.78"});

    key("ctrl+e");
    ASSERT_EQ(state()["dialog"], "export");
    choose("export.template", 2); // partners of a region
    writeTo(home() / "mitra.pptx");
    ASSERT_TRUE(appears(home() / "mitra.pptx"));
    EXPECT_TRUE(begins(home() / "mitra.pptx", "PK"));

    key("ctrl+e");
    choose("export.template", 6); // brief on a region
    writeTo(home() / "taklimat.pdf");
    ASSERT_TRUE(appears(home() / "taklimat.pdf"));
    EXPECT_TRUE(begins(home() / "taklimat.pdf", "%PDF-"));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::minutes(2));
}

TEST_F(Briefing, WithoutARegionThePageSaysWhatToChooseAndCannotBeWritten) {
    key("ctrl+e");
    choose("export.template", 5); // profile of a region
    const fs::path path = home() / "profil.pdf";
    writeTo(path);
    std::this_thread::sleep_for(std::chrono::seconds(2));
    EXPECT_FALSE(fs::exists(path));
    EXPECT_EQ(state()["dialog"], "export");
}

} // namespace
} // namespace jejaring::ui_test
