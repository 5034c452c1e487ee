// SPDX-License-Identifier: MIT
// What gives way where there is little room, and what the user does about it: the legend, the areas, rows, classes.
#include "driver.hpp"

namespace jejaring::ui_test {
namespace {

class Room : public WindowTest {
  protected:
    void larger(int steps) const {
        for (int i = 0; i < steps; ++i)
            key("ctrl+plus");
    }
    [[nodiscard]] static std::pair<double, double> middle(const Json& box) {
        return {(box[0].get<double>() + box[2].get<double>()) / 2, (box[1].get<double>() + box[3].get<double>()) / 2};
    }
};

TEST_F(Room, TheLegendFoldsAwayAndOpensByAClickOnItsHeading) {
    const Json before = state()["legend"];
    ASSERT_FALSE(before["folded"]);
    clickOn("map.legend");
    const Json folded = state()["legend"];
    EXPECT_TRUE(folded["folded"]);
    EXPECT_LT(folded["box"][3].get<double>() - folded["box"][1].get<double>(), 40);
    clickOn("map.legend");
    EXPECT_EQ(state()["legend"], before);
}

TEST_F(Room, NothingIsPickedThroughTheLegend) {
    // Land comes to lie below it.
    const auto [x, y] = middle(state()["legend"]["box"]);
    const auto [fromX, fromY] = place("32");
    drag(fromX, fromY + 30, x, y);
    ASSERT_FALSE(state()["legend"].is_null());
    move(x, y);
    EXPECT_EQ(settled()["hovered"], "");
    click(x, y);
    EXPECT_TRUE(state()["selection"].empty());
}

TEST_F(Room, AtALargeScaleTheDetailsMakeRoomForTheMapUntilARegionIsChosen) {
    resize(1280, 720);
    EXPECT_TRUE(state()["rightShown"]);
    larger(5);
    Json now = settled();
    ASSERT_NEAR(now["scale"].get<double>(), 1.5, 0.01);
    EXPECT_TRUE(now["leftShown"]);
    EXPECT_FALSE(now["rightShown"]);
    EXPECT_TRUE(now["rightOpen"]) << "the settings are left as they are";
    key("ctrl+k");
    type("35.78");
    key("Return");
    now = waitFor([](const Json& each) { return each["rightShown"].get<bool>() && !each["moving"].get<bool>(); });
    EXPECT_EQ(now["selection"], Json::array({"35.78"}));
    EXPECT_TRUE(now["rightShown"]);
    EXPECT_FALSE(now["leftShown"]);
    key("Escape");
    now = waitFor([](const Json& each) { return each["leftShown"].get<bool>(); });
    EXPECT_TRUE(now["leftShown"]);
    EXPECT_FALSE(now["rightShown"]);
    // The tab at the map's edge asks for the details, too.
    clickOn("fold.right");
    EXPECT_TRUE(state()["rightShown"]);
    clickOn("fold.right");
    EXPECT_FALSE(state()["rightShown"]);
    EXPECT_TRUE(state()["leftShown"]);
}

TEST_F(Room, TheTableShowsWholeRowsInWindowsOfAnyHeight) {
    for (const auto& [width, height] : {std::pair{1600, 900}, {1366, 768}, {1280, 720}, {1024, 700}}) {
        resize(width, height);
        const Json widgets = settled()["widgets"];
        int rows = 0;
        for (const auto& [name, box] : widgets.items())
            if (name.starts_with("partners.row.")) {
                ++rows;
                EXPECT_LE(box[3].get<double>(), widgets["status"][1].get<double>() + 1) << name << " at " << height;
            }
        EXPECT_GE(rows, 2) << height;
    }
}

TEST_F(Room, MenusAndLanguageNeverRunIntoEachOther) {
    larger(10);
    for (const int width : {1366, 1024, 800}) {
        resize(width, 700);
        const Json widgets = settled()["widgets"];
        const double end = widgets["menu.help"][2].get<double>();
        EXPECT_LE(end, widgets["top.language"][0].get<double>()) << width;
        if (widgets.contains("top.theme")) {
            EXPECT_LE(end, widgets["top.theme"][0].get<double>()) << width;
        }
        EXPECT_LE(widgets["status.records"][2].get<double>(), widgets["status.saved"][0].get<double>()) << width;
    }
}

TEST_F(Room, EdgesOfClassesAreTypedAndWhatIsWrongWithThemIsSaid) {
    clickOn("left.classes");
    clickOn("classes.manual");
    ASSERT_EQ(state()["view"]["classMethod"], "manual");
    const auto put = [this](const std::string& text) {
        clickOn("classes.edges");
        key("ctrl+a");
        type(text);
    };
    put("0; 30; 100");
    EXPECT_EQ(state()["view"]["manualEdges"], Json::array({0.0, 30.0, 100.0}));
    EXPECT_FALSE(has("classes.wrong"));
    for (const char* wrong : {"0; 30; x", "30", "0 1 2 3 4 5 6 7 8"}) {
        put(wrong);
        EXPECT_TRUE(has("classes.wrong")) << wrong;
    }
    put("0,10,90");
    EXPECT_FALSE(has("classes.wrong"));
    EXPECT_EQ(state()["view"]["manualEdges"], Json::array({0.0, 10.0, 90.0}));
    key("Escape"); // leaves the field
    key("Escape"); // closes the list
    // Edges of a score would say nothing of counts.
    clickOn("left.indicator");
    clickOn("left.indicator.1");
    EXPECT_EQ(state()["view"]["classMethod"], "fixed");
}

} // namespace
} // namespace jejaring::ui_test
