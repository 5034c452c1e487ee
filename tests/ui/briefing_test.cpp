// SPDX-License-Identifier: MIT
// From a project to what a minister gets: a region is found, and becomes a slide that can be edited and a page to read.
#include "driver.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
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
    [[nodiscard]] static std::string contents(const fs::path& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    // Four bytes of a PNG as a number, the highest first.
    [[nodiscard]] static unsigned number(const std::string& png, std::size_t at) {
        unsigned value = 0;
        for (std::size_t i = at; i < at + 4 && i < png.size(); ++i)
            value = value * 256 + static_cast<unsigned char>(png[i]);
        return value;
    }
    // The colour of a page's ground, as its SVG states it.
    [[nodiscard]] static std::string ground(const fs::path& svg) {
        const std::string text = contents(svg);
        const std::size_t at = text.find("fill=\"#", text.find("id=\"background\""));
        return at == std::string::npos ? "" : text.substr(at + 6, 7);
    }
    void chooseSurabaya() const {
        key("ctrl+k");
        type("surabaya");
        settled();
        key("Return");
        ASSERT_EQ(waitFor([](const Json& now) { return now["selection"] == Json{"35.78"}; })["selection"],
                  Json{"35.78"});
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
    chooseSurabaya();

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

TEST_F(Briefing, APageHasTheDotsAnInchThatWereTypedAndNoGroundWhereNoneIsWanted) {
    key("ctrl+e");
    choose("export.template", 1); // the map
    EXPECT_FALSE(has("export.dpi"));
    clickOn("export.side.3"); // dots an inch
    settled();
    ASSERT_TRUE(has("export.dpi"));
    const auto typeDots = [&](const std::string& dots) {
        clickOn("export.dpi");
        key("ctrl+a");
        type(dots);
        settled();
    };
    // A number that is none is not written.
    typeDots("12");
    const fs::path path = home() / "peta.png";
    writeTo(path);
    std::this_thread::sleep_for(std::chrono::seconds(1));
    EXPECT_FALSE(fs::exists(path));
    typeDots("100");
    clickOn("export.transparent");
    settled();
    screenshot("dots");
    clickOn("export.write");
    ASSERT_TRUE(appears(path));
    const std::string png = contents(path);
    EXPECT_EQ(number(png, 16), 1333U); // of 13 1/3 inches
    EXPECT_EQ(number(png, 20), 750U);
    ASSERT_GT(png.size(), 26U);
    EXPECT_EQ(png[25], 6); // colours with transparency
    const std::size_t dots = png.find("pHYs");
    ASSERT_NE(dots, std::string::npos);
    EXPECT_EQ(number(png, dots + 4), 3937U); // a metre

    // A slide has the ground of its presentation, and no dots.
    key("ctrl+e");
    clickOn("export.format.3");
    settled();
    EXPECT_FALSE(has("export.transparent"));
    EXPECT_FALSE(has("export.dpi"));
}

TEST_F(Briefing, ABriefIsProposedForPaperUntilAThemeIsChosen) {
    chooseSurabaya(); // in the dark window that the program starts with
    const auto written = [&](int number, const std::string& name) {
        key("ctrl+e");
        choose("export.template", number);
        writeTo(home() / name);
        EXPECT_TRUE(appears(home() / name)) << name;
        return ground(home() / name);
    };
    EXPECT_EQ(written(5, "profil.svg"), "#0f1722");
    EXPECT_EQ(written(6, "taklimat.svg"), "#ffffff");
    key("ctrl+e");
    clickOn("export.theme.0"); // dark, all the same
    choose("export.template", 5);
    choose("export.template", 6);
    writeTo(home() / "gelap.svg");
    ASSERT_TRUE(appears(home() / "gelap.svg"));
    EXPECT_EQ(ground(home() / "gelap.svg"), "#0f1722");
}

} // namespace
} // namespace jejaring::ui_test
