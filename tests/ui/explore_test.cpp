// SPDX-License-Identifier: MIT
// The map under a user's hand.
#include "driver.hpp"

#include <cmath>

namespace jejaring::ui_test {
namespace {

constexpr const char* kKalimantanTengah = "62"; // filled whole, without dots in its middle
constexpr const char* kPapuaSelatan = "93";

class Explore : public WindowTest {};

TEST_F(Explore, OpensOnAllOfIndonesiaWithTheSample) {
    const Json now = state();
    EXPECT_EQ(now["agreements"], 145);
    EXPECT_EQ(now["language"], "id");
    EXPECT_TRUE(now["regions"].contains("11"));
    EXPECT_TRUE(now["regions"].contains("93"));
    EXPECT_EQ(now["regions"].size(), 552U);
    EXPECT_TRUE(now["selection"].empty());
}

TEST_F(Explore, HoverNamesTheRegionAndAClickChoosesIt) {
    const auto [x, y] = place(kKalimantanTengah);
    move(x, y);
    Json now = waitFor([](const Json& each) { return each["hovered"] == kKalimantanTengah; });
    EXPECT_EQ(now["hovered"], kKalimantanTengah);
    EXPECT_TRUE(now["widgets"].contains("map.tooltip"));
    click(x, y);
    now = state();
    ASSERT_EQ(now["selection"].size(), 1U);
    EXPECT_EQ(now["selection"][0], kKalimantanTengah);
    EXPECT_TRUE(has("right.close"));
}

TEST_F(Explore, ShiftAddsAndEscapeClears) {
    const auto [x, y] = place(kKalimantanTengah);
    click(x, y);
    const auto [secondX, secondY] = place(kPapuaSelatan);
    move(secondX, secondY);
    settled();
    ASSERT_EQ(state()["selection"].size(), 1U);
    shiftClick(secondX, secondY);
    Json now = state();
    ASSERT_EQ(now["selection"].size(), 2U);
    EXPECT_EQ(now["selection"][0], kKalimantanTengah);
    EXPECT_EQ(now["selection"][1], kPapuaSelatan);
    key("Escape");
    EXPECT_TRUE(state()["selection"].empty());
}

TEST_F(Explore, TheWheelZoomsToThePointer) {
    const auto [x, y] = place(kKalimantanTengah);
    move(x, y);
    settled();
    const double before = state()["camera"]["metresPerUnit"];
    wheel(4);
    const Json now = state();
    EXPECT_LT(now["camera"]["metresPerUnit"].get<double>(), before * 0.6);
    const auto [afterX, afterY] = place(kKalimantanTengah);
    EXPECT_NEAR(afterX, x, 3);
    EXPECT_NEAR(afterY, y, 3);
}

TEST_F(Explore, WhoLosesTheLandIsShownTheWayBack) {
    const double home = state()["camera"]["metresPerUnit"];
    EXPECT_FALSE(state()["widgets"].contains("map.back"));
    const Json map = state()["widgets"]["map"];
    // The Indian Ocean, below the middle of the map.
    move((map[0].get<double>() + map[2].get<double>()) / 2, map[3].get<double>() - 12);
    wheel(10);
    ASSERT_TRUE(settled()["widgets"].contains("map.back"));
    clickOn("map.back");
    const Json back = settled();
    EXPECT_FALSE(back["widgets"].contains("map.back"));
    EXPECT_NEAR(back["camera"]["metresPerUnit"].get<double>(), home, 1);
}

TEST_F(Explore, DraggingMovesTheMapWithTheHand) {
    const auto [x, y] = place(kKalimantanTengah);
    drag(x, y, x + 90, y - 60);
    const auto [afterX, afterY] = place(kKalimantanTengah);
    EXPECT_NEAR(afterX, x + 90, 4);
    EXPECT_NEAR(afterY, y - 60, 4);
    EXPECT_TRUE(state()["selection"].empty()) << "a drag is no click";
}

TEST_F(Explore, KeysAndButtonsMoveTheMapAndHomeBringsItBack) {
    const Json first = state()["camera"];
    clickOn("map.zoomIn");
    EXPECT_LT(state()["camera"]["metresPerUnit"].get<double>(), first["metresPerUnit"].get<double>() * 0.8);
    key("Right");
    EXPECT_GT(state()["camera"]["x"].get<double>(), first["x"].get<double>());
    key("minus");
    key("Home");
    const Json now = settled()["camera"];
    EXPECT_NEAR(now["metresPerUnit"].get<double>(), first["metresPerUnit"].get<double>(), 1);
    EXPECT_NEAR(now["x"].get<double>(), first["x"].get<double>(), 1);
}

TEST_F(Explore, ADoubleClickFliesToTheRegion) {
    const double before = state()["camera"]["metresPerUnit"];
    const auto [x, y] = place(kKalimantanTengah);
    click(x, y, 2);
    const Json now = settled();
    EXPECT_LT(now["camera"]["metresPerUnit"].get<double>(), before * 0.7);
    EXPECT_EQ(now["selection"][0], kKalimantanTengah);
    const auto [afterX, afterY] = place(kKalimantanTengah);
    const Json box = now["widgets"]["map"];
    EXPECT_NEAR(afterX, (box[0].get<double>() + box[2].get<double>()) / 2, 160);
    EXPECT_NEAR(afterY, (box[1].get<double>() + box[3].get<double>()) / 2, 160);
}

TEST_F(Explore, UndoAndRedoStepThroughChoices) {
    const auto [x, y] = place(kKalimantanTengah);
    click(x, y);
    clickOn("left.level.1");
    ASSERT_EQ(state()["view"]["level"], "provinsi");
    key("ctrl+z");
    EXPECT_EQ(state()["view"]["level"], "otomatis");
    EXPECT_EQ(state()["selection"].size(), 1U);
    key("ctrl+z");
    EXPECT_TRUE(state()["selection"].empty());
    key("ctrl+y");
    key("ctrl+y");
    EXPECT_EQ(state()["view"]["level"], "provinsi");
}

TEST_F(Explore, SearchForgivesSpellingAndFliesThere) {
    const double before = state()["camera"]["metresPerUnit"];
    key("ctrl+k");
    ASSERT_TRUE(state()["searchOpen"]);
    type("surabya");
    Json now = waitFor([](const Json& each) { return each["searchQuery"] == "surabya"; });
    ASSERT_FALSE(now["searchResults"].empty());
    EXPECT_EQ(now["searchResults"][0], "Kota Surabaya");
    key("Return");
    now = settled();
    EXPECT_FALSE(now["searchOpen"]);
    ASSERT_EQ(now["selection"].size(), 1U);
    EXPECT_EQ(now["selection"][0], "35.78");
    EXPECT_LT(now["camera"]["metresPerUnit"].get<double>(), before * 0.2);
}

// The pointer lies where it lay: that another region came under it is not its doing.
TEST_F(Explore, AFlightOfTheKeyboardPicksNothingOutUnderARestingPointer) {
    const auto [x, y] = place(kKalimantanTengah);
    move(x, y);
    waitFor([](const Json& each) { return each["hovered"] == kKalimantanTengah; });
    key("plus");
    Json now = settled();
    EXPECT_EQ(now["hovered"], "");
    EXPECT_FALSE(now["widgets"].contains("map.tooltip"));
    key("Home");
    EXPECT_EQ(settled()["hovered"], "");
    click(x, y); // which chooses what lies there all the same
    now = settled();
    ASSERT_EQ(now["selection"].size(), 1U);
    EXPECT_EQ(now["selection"][0], kKalimantanTengah);
    EXPECT_EQ(now["hovered"], kKalimantanTengah);
}

TEST_F(Explore, TheDetailsTellTheValueThatTheMapShows) {
    const auto [x, y] = place("64");
    click(x, y);
    EXPECT_TRUE(has("right.score"));
    EXPECT_FALSE(has("right.series")) << "the impact stands there already";
    clickOn("left.indicator");
    clickOn("left.indicator.1");
    EXPECT_TRUE(has("right.series"));
    EXPECT_TRUE(has("right.score"));
}

TEST_F(Explore, TheMenuOfEditsTakesBackAndDoesAgain) {
    clickOn("left.level.1");
    ASSERT_EQ(state()["view"]["level"], "provinsi");
    clickOn("menu.edit");
    clickOn("command.Undo");
    EXPECT_EQ(state()["view"]["level"], "otomatis");
    clickOn("menu.edit");
    clickOn("command.Redo");
    EXPECT_EQ(state()["view"]["level"], "provinsi");
}

TEST_F(Explore, ResizingKeepsTheMapAndItsPanels) {
    resize(1100, 640);
    Json now = state();
    EXPECT_NEAR(now["widgets"]["status"][2].get<double>(), 1100, 1);
    EXPECT_NEAR(now["widgets"]["status"][3].get<double>(), 640, 1);
    EXPECT_GT(now["widgets"]["map"][2].get<double>() - now["widgets"]["map"][0].get<double>(), 250);
    resize(500, 400);
    EXPECT_GT(state()["widgets"]["map"][2].get<double>() - state()["widgets"]["map"][0].get<double>(), 200);
    EXPECT_TRUE(running());
}

} // namespace
} // namespace jejaring::ui_test
