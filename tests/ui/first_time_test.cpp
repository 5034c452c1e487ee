// SPDX-License-Identifier: MIT
// What a first-time user tries: the keyboard in lists, paths typed, fast hands, another project, names in the language
// one thinks in.
#include "driver.hpp"

#include <fstream>

namespace jejaring::ui_test {
namespace fs = std::filesystem;
namespace {

class FirstTime : public WindowTest {
  protected:
    [[nodiscard]] static bool overlap(const Json& a, const Json& b) {
        const auto at = [](const Json& box, std::size_t i) { return box[i].get<double>(); };
        return at(a, 0) < at(b, 2) - 0.5 && at(b, 0) < at(a, 2) - 0.5 && at(a, 1) < at(b, 3) - 0.5 &&
               at(b, 1) < at(a, 3) - 0.5;
    }
    void search(const std::string& what) const {
        key("ctrl+k");
        type(what);
        key("Return");
        settled();
    }
    void replaceFilter(const std::string& text) const {
        clickOn("partners.filter");
        key("ctrl+a");
        type(text);
        settled();
    }
};

TEST_F(FirstTime, EnterChoosesInAListAndEscapeLeavesIt) {
    const Json before = state()["view"]["indicator"];
    clickOn("left.indicator");
    key("Down");
    key("Escape");
    EXPECT_EQ(settled()["view"]["indicator"], before);
    EXPECT_FALSE(has("left.indicator.0"));
    clickOn("left.indicator");
    key("Down");
    key("Return");
    const Json now = settled();
    EXPECT_NE(now["view"]["indicator"], before);
    EXPECT_FALSE(now["widgets"].contains("left.indicator.0")) << "the list is closed";
}

TEST_F(FirstTime, EnterChoosesInAMenu) {
    clickOn("menu.help");
    key("Down");
    key("Return");
    EXPECT_NE(settled()["dialog"], "");
}

TEST_F(FirstTime, TooltipsCoverNoOtherControl) {
    for (const char* widget : {"left.level.0", "left.level.1", "left.indicator", "left.date", "left.classes",
                               "map.zoomIn", "tab.visits", "partners.copy", "partners.row.1", "menu.file"}) {
        const Json before = state()["widgets"];
        ASSERT_TRUE(before.contains(widget)) << widget;
        const Json& own = before[widget];
        move((own[0].get<double>() + own[2].get<double>()) / 2, (own[1].get<double>() + own[3].get<double>()) / 2);
        const Json now = waitFor([](const Json& each) { return each["widgets"].contains("tooltip"); });
        ASSERT_TRUE(now["widgets"].contains("tooltip")) << widget;
        const Json& tip = now["widgets"]["tooltip"];
        const std::string name = widget;
        const std::string panel = name.substr(0, name.find('.') + 1);
        for (const auto& [other, box] : now["widgets"].items()) {
            if (other == widget || other.starts_with(panel)) {
                EXPECT_FALSE(overlap(tip, box)) << "the tooltip of " << widget << " covers " << other;
            }
        }
        EXPECT_GE(tip[0].get<double>(), 0);
        EXPECT_GE(tip[1].get<double>(), 0);
        EXPECT_LE(tip[2].get<double>(), 1600);
        EXPECT_LE(tip[3].get<double>(), 900);
        move(800, 300);
        settled();
    }
}

TEST_F(FirstTime, AnotherProjectBeginsWithAFreshWindow) {
    const Json first = state();
    search("35.78");
    replaceFilter("Liverpool");
    clickOn("partners.sort.0");
    ASSERT_NE(state()["tableRows"], first["tableRows"]);
    clickOn("left.level.1");
    key("Escape"); // out of the filter, for the shortcut
    clickOn("tab.visits");
    key("ctrl+n");
    Json now = waitFor([](const Json& each) { return each["agreements"] == 0; });
    ASSERT_EQ(now["agreements"], 0);
    now = settled();
    EXPECT_TRUE(now["selection"].empty());
    EXPECT_EQ(now["view"], first["view"]);
    EXPECT_EQ(now["tab"], first["tab"]);
    EXPECT_FALSE(now["canUndo"]);
    EXPECT_NEAR(now["camera"]["metresPerUnit"].get<double>(), first["camera"]["metresPerUnit"].get<double>(),
                first["camera"]["metresPerUnit"].get<double>() * 0.1);
    clickOn("menu.file");
    clickOn("command.Open the sample");
    now = waitFor([](const Json& each) { return each["agreements"] == 145; });
    now = settled();
    EXPECT_EQ(now["tableRows"], 145) << "no filter is left";
    EXPECT_EQ(now["firstTableRow"], first["firstTableRow"]) << "sorted as at first";
    EXPECT_EQ(now["camera"], first["camera"]);
}

TEST_F(FirstTime, AProjectIsOpenedByTypingItsPathAtOnce) {
    key("ctrl+shift+s");
    const fs::path file = home() / "kerja.jejaring.gpkg";
    key("ctrl+a");
    type(file.string());
    key("Return");
    waitFor([&](const Json& each) { return each["projectPath"] == file.string(); });
    ASSERT_TRUE(fs::exists(file));
    key("ctrl+n");
    ASSERT_EQ(waitFor([](const Json& each) { return each["agreements"] == 0; })["agreements"], 0);

    const fs::path broken = home() / "broken.gpkg";
    std::ofstream(broken) << "this is no GeoPackage";
    key("ctrl+o");
    type(broken.string());
    key("Return");
    Json now = waitFor([](const Json& each) { return each["widgets"].contains("files.problem"); });
    EXPECT_TRUE(now["widgets"].contains("files.problem")) << "the reason stands beside the field";
    EXPECT_EQ(now["dialog"], "open") << "for another one to be chosen";
    EXPECT_EQ(now["agreements"], 0);
    key("ctrl+a");
    type(file.string());
    key("Return");
    now = waitFor([](const Json& each) { return each["agreements"] == 145 && each["dialog"] == ""; });
    EXPECT_EQ(now["agreements"], 145);
    EXPECT_EQ(now["dialog"], "");
}

TEST_F(FirstTime, AFastDragIsNoClick) {
    const auto [x, y] = place("62");
    const Json before = state()["camera"];
    flick(x, y, x + 160, y + 40);
    const Json now = settled();
    EXPECT_TRUE(now["selection"].empty());
    EXPECT_LT(now["camera"]["x"].get<double>(), before["x"].get<double>()) << "the map went with the hand";
}

TEST_F(FirstTime, TwoRegionsFilterTheTableTogether) {
    search("32.73");
    const int first = state()["tableRows"];
    search("35.78");
    const int second = state()["tableRows"];
    ASSERT_GT(first, 0);
    ASSERT_GT(second, 0);
    key("Escape");
    search("32.73");
    key("Home");
    settled();
    const auto [x, y] = place("35.78");
    shiftClick(x, y);
    const Json now = settled();
    ASSERT_EQ(now["selection"].size(), 2U);
    EXPECT_GE(now["tableRows"].get<int>(), std::max(first, second));
    EXPECT_LE(now["tableRows"].get<int>(), first + second);
    EXPECT_GT(now["tableRows"].get<int>(), first);
    EXPECT_TRUE(has("partners.region"));
}

TEST_F(FirstTime, SearchShowsAPartnerWithItsAgreementsAndRegions) {
    search("Kyoto");
    const Json now = settled();
    EXPECT_TRUE(now["widgets"].contains("partners.partner")) << "its agreements alone";
    EXPECT_EQ(now["tableRows"], 1);
    ASSERT_EQ(now["selection"].size(), 1U);
    EXPECT_EQ(now["selection"][0], "34");
    clickOn("partners.partner");
    EXPECT_EQ(settled()["tableRows"], 145);
}

TEST_F(FirstTime, TheFilterKnowsNamesInBothLanguages) {
    ASSERT_EQ(state()["language"], "id");
    replaceFilter("Jepang");
    const int indonesian = state()["tableRows"];
    ASSERT_GT(indonesian, 0);
    ASSERT_LT(indonesian, 145);
    replaceFilter("Japan");
    EXPECT_GE(state()["tableRows"].get<int>(), indonesian);
    replaceFilter("Germany");
    EXPECT_GT(state()["tableRows"].get<int>(), 0);
    replaceFilter("tourism");
    EXPECT_GT(state()["tableRows"].get<int>(), 0);
}

TEST_F(FirstTime, CopyingAnAddressSaysWhatWasCopied) {
    clickOn("menu.data");
    clickOn("command.Sources …");
    const std::size_t before = settled()["notices"].size();
    clickOn("sources.source.0.copy");
    const Json now = settled();
    ASSERT_GT(now["notices"].size(), before);
    EXPECT_NE(now["notices"].back().dump().find("http"), std::string::npos) << "the address itself";
}

TEST_F(FirstTime, ToolsOfTablesKeepClearOfTheTabsAtEveryScale) {
    for (int step = 0; step < 10; ++step) {
        const Json now = settled();
        for (const auto& [tool, box] : now["widgets"].items()) {
            if (!tool.starts_with("partners.") || tool.starts_with("partners.row.") ||
                tool.starts_with("partners.sort."))
                continue;
            for (const auto& [tab, other] : now["widgets"].items()) {
                if (tab.starts_with("tab.")) {
                    EXPECT_FALSE(overlap(box, other)) << tool << " over " << tab << " at " << now["scale"];
                }
            }
        }
        key("ctrl+plus");
    }
    if (has("partners.more")) {
        clickOn("partners.more");
        type("Liverpool");
        EXPECT_EQ(waitFor([](const Json& each) { return each["tableRows"] == 2; })["tableRows"], 2);
    }
}

TEST_F(FirstTime, ATooltipGoesWhenAKeyIsPressed) {
    const Json box = state()["widgets"]["map.zoomIn"];
    move((box[0].get<double>() + box[2].get<double>()) / 2, (box[1].get<double>() + box[3].get<double>()) / 2);
    ASSERT_TRUE(
        waitFor([](const Json& each) { return each["widgets"].contains("tooltip"); })["widgets"].contains("tooltip"));
    key("plus");
    EXPECT_FALSE(settled()["widgets"].contains("tooltip"));
}

TEST_F(FirstTime, ListsAndMenusStayInsideOfALowWindow) {
    resize(1000, 620);
    waitFor([](const Json& each) { return each["windowSize"][0] == 1000; });
    for (const auto& [opens, entry] :
         {std::pair{"left.date", "calendar.today"}, {"menu.view", "command.Light theme"}}) {
        clickOn(opens);
        const Json now = settled();
        ASSERT_TRUE(now["widgets"].contains(entry)) << entry;
        const Json& box = now["widgets"][entry];
        EXPECT_GE(box[1].get<double>(), 0) << entry;
        EXPECT_LE(box[2].get<double>(), 1000) << entry;
        key("Escape");
    }
    clickOn("left.date");
    EXPECT_LE(settled()["widgets"]["calendar.today"][3].get<double>(), 620);
}

} // namespace
} // namespace jejaring::ui_test
