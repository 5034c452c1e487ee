// SPDX-License-Identifier: MIT
// The page of a template changed by hand on its preview, from the mouse to the file.
#include "driver.hpp"

#include "publish/recipe_file.hpp"

#include <array>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <thread>

namespace jejaring::ui_test {
namespace {

class PageEditing : public WindowTest {
  protected:
    void openTemplate(int number) {
        key("ctrl+k");
        type("bandung");
        settled();
        key("Return");
        waitFor([](const Json& each) { return !each["selection"].empty(); });
        key("ctrl+e");
        clickOn("export.template");
        clickOn("export.template." + std::to_string(number));
        waitFor([](const Json& each) { return each["widgets"].contains("page.title"); });
    }
    [[nodiscard]] std::array<double, 4> frame(const std::string& part) const {
        return state()["widgets"]["page." + part].get<std::array<double, 4>>();
    }
    [[nodiscard]] scene::Layout written(const std::string& name) {
        const std::string path = (home() / name).string();
        clickOn("export.path");
        key("ctrl+a");
        type(path);
        settled();
        clickOn("export.write");
        for (int i = 0; i < 300 && !std::filesystem::exists(path); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        const core::Result<publish::Recipe> recipe = publish::readRecipe(path);
        EXPECT_TRUE(recipe && recipe.value().layout);
        return recipe && recipe.value().layout ? *recipe.value().layout : scene::Layout{};
    }
};

TEST_F(PageEditing, APartIsMovedHiddenAndTakenBackAndTheFileSaysSo) {
    openTemplate(2); // partners of a region
    const auto before = frame("title");
    drag(before[0] + 30, before[1] + 6, before[0] + 30, before[1] + 166);
    const Json moved = waitFor([&](const Json& each) {
        return std::abs(each["widgets"]["page.title"][1].get<double>() - before[1] - 160) < 12;
    });
    EXPECT_NEAR(moved["widgets"]["page.title"][1].get<double>(), before[1] + 160, 12);
    EXPECT_NEAR(moved["widgets"]["page.title"][0].get<double>(), before[0], 1) << "it snaps to where it stood";
    clickOn("layout.undo");
    waitFor([&](const Json& each) { return each["widgets"]["page.title"][1].get<double>() == before[1]; });
    EXPECT_EQ(frame("title"), before);
    key("ctrl+y");
    waitFor([&](const Json& each) { return each["widgets"]["page.title"][1].get<double>() != before[1]; });
    EXPECT_NE(frame("title"), before);

    const auto table = frame("table");
    click((table[0] + table[2]) / 2, (table[1] + table[3]) / 2);
    key("Right");
    key("Right");
    waitFor([&](const Json& each) { return each["widgets"]["page.table"][0].get<double>() > table[0]; });
    EXPECT_GT(frame("table")[0], table[0]) << "arrow keys move the part that is chosen";
    EXPECT_EQ(frame("table")[1], table[1]);
    key("Delete");
    const Json hidden = waitFor([](const Json& each) { return !each["widgets"].contains("page.table"); });
    EXPECT_FALSE(hidden["widgets"].contains("page.table"));

    const scene::Layout layout = written("halaman.png");
    EXPECT_EQ(layout.hidden, std::set<std::string>{"table"});
    ASSERT_TRUE(layout.moved.contains("title"));
    EXPECT_GT(layout.moved.at("title").y, 150);
}

TEST_F(PageEditing, ATemplateIsAsItWasLeftWhenItIsChosenAgain) {
    openTemplate(2);
    const auto before = frame("title");
    drag(before[0] + 30, before[1] + 6, before[0] + 30, before[1] + 166);
    const Json moved =
        waitFor([&](const Json& each) { return each["widgets"]["page.title"][1].get<double>() > before[1] + 100; });
    const auto choose = [&](int number) {
        clickOn("export.template");
        clickOn("export.template." + std::to_string(number));
    };
    choose(3);
    waitFor([&](const Json& each) {
        return each["widgets"].contains("page.title") &&
               each["widgets"]["page.title"] != moved["widgets"]["page.title"];
    });
    EXPECT_LT(frame("title")[1], before[1] + 100) << "the other template has a page of its own";
    choose(2);
    waitFor([&](const Json& each) { return each["widgets"]["page.title"] == moved["widgets"]["page.title"]; });
    EXPECT_EQ(state()["widgets"]["page.title"], moved["widgets"]["page.title"]);
    clickOn("layout.undo");
    waitFor([&](const Json& each) { return each["widgets"]["page.title"][1].get<double>() == before[1]; });
    EXPECT_EQ(frame("title"), before);
}

TEST_F(PageEditing, ATextIsAddedAndAMapHasACameraOfItsOwn) {
    openTemplate(2);
    clickOn("layout.addText");
    waitFor([](const Json& each) { return each["widgets"].contains("page.text-1"); });
    settled();
    type("Catatan untuk {name}"); // takes the place of what invites to write
    settled();
    key("Return");
    key("Escape"); // the choice
    clickOn("layout.addBlock");
    clickOn("layout.block.world-map");
    waitFor([](const Json& each) { return each["widgets"].contains("page.world-map-1"); });
    const auto map = frame("map");
    const double x = map[0] + (map[2] - map[0]) * 0.3;
    const double y = map[1] + (map[3] - map[1]) * 0.2;
    click(x, y, 2);
    waitFor([](const Json& each) { return each["widgets"].contains("layout.pan"); });
    drag(x, y, x + 60, y + 30);
    key("Escape"); // the map's camera
    key("Escape"); // the choice
    EXPECT_EQ(state()["dialog"], "export") << "Esc belongs to the page first";
    const scene::Layout layout = written("peta.png");
    ASSERT_EQ(layout.added.size(), 2U);
    EXPECT_EQ(layout.added[1].kind, scene::AddedKind::worldMap);
    EXPECT_EQ(layout.added[1].subject, "32.73") << "the region that the page is about";
    EXPECT_EQ(layout.added[0].text, "Catatan untuk {name}");
    EXPECT_TRUE(layout.cameras.contains("map"));
    EXPECT_TRUE(layout.moved.empty()) << "the frame of the map stays";
}

TEST_F(PageEditing, AnInsetLooksAtARegionThatTheUserChoosesAndEscKeepsItsTitle) {
    openTemplate(1); // the map
    clickOn("layout.addBlock");
    clickOn("layout.block.region-map");
    waitFor([](const Json& each) { return each["widgets"].contains("page.region-map-1"); });
    clickOn("layout.region");
    waitFor([](const Json& each) { return each["widgets"].contains("layout.regionSearch"); });
    type("surabaya");
    waitFor([](const Json& each) { return each["widgets"].contains("layout.region.35.78"); });
    clickOn("layout.region.35.78");
    settled();
    clickOn("layout.text");
    type("Dari dekat");
    settled();
    key("Escape");
    settled();
    const scene::Layout layout = written("sisipan.png");
    ASSERT_EQ(layout.added.size(), 1U);
    EXPECT_EQ(layout.added[0].subject, "35.78");
    EXPECT_EQ(layout.added[0].text, "Dari dekat");
}

TEST_F(PageEditing, APageMayHaveASizeOfItsOwn) {
    openTemplate(2);
    clickOn("export.page");
    clickOn("export.page.6");
    waitFor([](const Json& each) { return each["widgets"].contains("export.ownPage"); });
    clickOn("export.ownPage");
    key("ctrl+a");
    type("20x20"); // smaller than pages may be
    settled();
    clickOn("export.write");
    EXPECT_EQ(settled()["dialog"], "export") << "it cannot be written";
    clickOn("export.ownPage");
    key("ctrl+a");
    type("200 x 240");
    settled();
    const scene::Layout layout = written("sendiri.png");
    EXPECT_EQ(layout.page, (scene::Page{200, 240}));
}

} // namespace
} // namespace jejaring::ui_test
