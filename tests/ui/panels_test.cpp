// SPDX-License-Identifier: MIT
// Panels, languages, themes and what ties the table, the visits and the map together.
#include "driver.hpp"

namespace jejaring::ui_test {
namespace {

class Panels : public WindowTest {};

TEST_F(Panels, LanguageAndThemeSwitchLiveAndAreRemembered) {
    ASSERT_EQ(state()["language"], "id");
    clickOn("top.language.1");
    EXPECT_EQ(state()["language"], "en");
    const Json before = state();
    clickOn("top.theme");
    const Json after = state();
    EXPECT_NE(after["theme"], before["theme"]);
    restart();
    EXPECT_EQ(state()["language"], "en");
    EXPECT_EQ(state()["theme"], after["theme"]);
}

TEST_F(Panels, LevelAndIndicatorChangeTheMap) {
    const std::uint64_t drawn = state()["mapsDrawn"];
    clickOn("left.level.2");
    EXPECT_EQ(state()["view"]["level"], "kabkota");
    clickOn("left.indicator");
    clickOn("left.indicator.1");
    EXPECT_EQ(state()["view"]["indicator"], "agreements");
    EXPECT_GT(state()["mapsDrawn"].get<std::uint64_t>(), drawn);
}

TEST_F(Panels, ClassesAreCutByTheChosenMethod) {
    clickOn("left.classes");
    clickOn("classes.natural");
    EXPECT_EQ(state()["view"]["classMethod"], "natural");
    key("Escape");
    EXPECT_EQ(state()["view"]["classMethod"], "natural");
}

TEST_F(Panels, AFilterShrinksWhatCountsAndItsChipTakesItAway) {
    clickOn("filter.add");
    clickOn("filter.offer.0");
    EXPECT_EQ(state()["view"]["filters"], 1);
    key("Escape");
    clickOn("filter.grades");
    EXPECT_EQ(state()["view"]["filters"], 0);
}

TEST_F(Panels, ARowOfTheTableChoosesItsRegionAndFliesThere) {
    const double before = state()["camera"]["metresPerUnit"];
    ASSERT_EQ(state()["tableRows"], 145);
    clickOn("partners.row.1");
    const Json now = settled();
    EXPECT_EQ(now["selection"].size(), 1U);
    EXPECT_FALSE(now["agreement"].get<std::string>().empty());
    EXPECT_LT(now["camera"]["metresPerUnit"].get<double>(), before);
    EXPECT_EQ(now["tableRows"], 145) << "the table stays as it was under the pointer";
}

TEST_F(Panels, ARowIsChosenAndOpenedByTheKeyboardAlone) {
    clickOn("partners.row.0");
    const std::string first = settled()["agreement"];
    const Json map = state()["widgets"]["map"];
    move(map[0].get<double>() + 9, map[1].get<double>() + 9); // off the table
    key("Down");
    key("Return");
    EXPECT_NE(settled()["agreement"].get<std::string>(), first);
    EXPECT_EQ(state()["dialog"], "");
    key("Return");
    EXPECT_EQ(settled()["dialog"], "form");
}

TEST_F(Panels, TabGoesFromControlToControlAcrossThePanels) {
    clickOn("top.language.0");
    key("Tab");
    key("Return");
    EXPECT_EQ(state()["language"], "en");
    clickOn("left.level.0");
    key("Tab");
    key("Return");
    EXPECT_EQ(state()["view"]["level"], "provinsi");
    // Back, and out of the panel on the left into the bar above.
    key("shift+Tab");
    key("Return");
    EXPECT_EQ(state()["view"]["level"], "otomatis");
    key("shift+Tab");
    key("Return");
    EXPECT_EQ(state()["searchOpen"], true);
    key("Escape");
    // Out of a text field, too, and back.
    clickOn("partners.filter");
    type("kochi");
    key("shift+Tab");
    key("Tab");
    type("zz");
    EXPECT_NE(state()["tableRows"], 145);
}

// Map and table tell of the same agreements.
TEST_F(Panels, TheFiltersOfTheMapNarrowTheTableAndItsChipTakesThemAway) {
    ASSERT_EQ(state()["tableRows"], 145);
    clickOn("filter.add");
    clickOn("filter.offer.0");
    key("Escape");
    const int narrowed = settled()["tableRows"];
    EXPECT_GT(narrowed, 0);
    EXPECT_LT(narrowed, 145);
    const auto [x, y] = place("64");
    click(x, y);
    ASSERT_TRUE(has("partners.region"));
    EXPECT_TRUE(has("partners.mapFilter"));
    EXPECT_LT(state()["tableRows"], narrowed);
    clickOn("partners.region");
    EXPECT_EQ(settled()["tableRows"], narrowed);
    clickOn("partners.mapFilter");
    EXPECT_EQ(settled()["tableRows"], 145);
    EXPECT_EQ(state()["view"]["filters"], 0);
}

TEST_F(Panels, ARegionFiltersTheTableAndItsChipShowsAllAgain) {
    key("ctrl+k");
    type("35.78");
    key("Return");
    const Json now = settled();
    EXPECT_EQ(now["selection"][0], "35.78");
    EXPECT_GT(now["tableRows"].get<int>(), 0);
    EXPECT_LT(now["tableRows"].get<int>(), 30);
    clickOn("partners.region");
    EXPECT_EQ(state()["tableRows"], 145);
    EXPECT_EQ(state()["selection"][0], "35.78");
}

TEST_F(Panels, AnAdministrativeCityShowsTheAgreementsOfItsProvinceAndLeadsThere) {
    key("ctrl+k");
    type("31.74");
    key("Return");
    ASSERT_EQ(settled()["selection"][0], "31.74");
    EXPECT_TRUE(has("right.agreement.0"));
    EXPECT_GT(state()["tableRows"].get<int>(), 0);
    clickOn("right.holder");
    EXPECT_EQ(settled()["selection"][0], "31");
}

TEST_F(Panels, EscapeLetsGoOfRegionAndAgreementAtOnce) {
    clickOn("partners.row.2");
    ASSERT_FALSE(settled()["agreement"].get<std::string>().empty());
    key("Escape");
    const Json now = settled();
    EXPECT_EQ(now["agreement"], "");
    EXPECT_TRUE(now["selection"].empty());
}

TEST_F(Panels, PresentationFillsTheScreenNamesTheVisitAndGivesTheWindowBack) {
    clickOn("tab.visits");
    clickOn("visits.visit.2");
    const Json before = settled();
    resize(1200, 760);
    const Json small = waitFor([](const Json& each) { return each["windowSize"][0] == 1200; });
    ASSERT_EQ(small["windowSize"][0], 1200);
    key("F11");
    const Json shown = waitFor([](const Json& each) { return each["windowSize"][0] == 1600; });
    EXPECT_EQ(shown["windowSize"][0], 1600);
    EXPECT_EQ(shown["windowSize"][1], 900);
    EXPECT_TRUE(has("presentation.title"));
    EXPECT_TRUE(has("presentation.source"));
    EXPECT_FALSE(has("left"));
    key("Escape");
    const Json after = waitFor([](const Json& each) { return each["windowSize"][0] == 1200; });
    EXPECT_EQ(after["windowSize"][0], 1200);
    EXPECT_EQ(after["presentation"], false);
    EXPECT_EQ(after["visit"], before["visit"]);
}

TEST_F(Panels, TheTableIsSortedAndFiltered) {
    const std::string first = state()["firstTableRow"];
    clickOn("partners.sort.4");
    EXPECT_NE(state()["firstTableRow"], first);
    clickOn("partners.filter");
    type("Liverpool");
    const Json now = waitFor([](const Json& each) { return each["tableRows"] == 2; });
    EXPECT_EQ(now["tableRows"], 2);
}

TEST_F(Panels, AVisitDrawsItsRouteAndFliesThere) {
    clickOn("tab.visits");
    ASSERT_EQ(state()["tab"], "visits");
    const double before = state()["camera"]["metresPerUnit"];
    clickOn("visits.visit.2");
    const Json now = settled();
    EXPECT_FALSE(now["visit"].get<std::string>().empty());
    EXPECT_LT(now["camera"]["metresPerUnit"].get<double>(), before);
    EXPECT_TRUE(has("visits.stop.1"));
}

TEST_F(Panels, DetailsExplainTheScore) {
    key("ctrl+k");
    type("35.78");
    key("Return");
    ASSERT_TRUE(has("right.score"));
    clickOn("right.how");
    EXPECT_TRUE(has("right.computation"));
    key("Escape");
    EXPECT_FALSE(has("right.computation"));
    EXPECT_EQ(state()["selection"].size(), 1U) << "Esc closes the explanation, not the choice";
    clickOn("right.close");
    EXPECT_TRUE(state()["selection"].empty());
}

TEST_F(Panels, SideAreasFoldAwayAndComeBack) {
    const auto mapWidth = [this] {
        const Json box = state()["widgets"]["map"];
        return box[2].get<double>() - box[0].get<double>();
    };
    const double before = mapWidth();
    clickOn("fold.left");
    EXPECT_FALSE(state()["leftOpen"]);
    EXPECT_GT(mapWidth(), before + 200);
    key("F2");
    EXPECT_FALSE(state()["rightOpen"]);
    clickOn("bottom.fold");
    EXPECT_FALSE(state()["bottomOpen"]);
    EXPECT_FALSE(has("bottom"));
    clickOn("fold.bottom");
    clickOn("fold.left");
    key("F2");
    EXPECT_NEAR(mapWidth(), before, 1);
}

TEST_F(Panels, SplittersAreDraggedRememberedAndReset) {
    const double before = state()["leftWidth"];
    const Json grip = state()["widgets"]["splitter.left"];
    const double x = (grip[0].get<double>() + grip[2].get<double>()) / 2;
    const double y = grip[1].get<double>() + 40;
    drag(x, y, x + 60, y);
    const double dragged = state()["leftWidth"];
    EXPECT_NEAR(dragged, before + 60, 6);
    restart();
    EXPECT_NEAR(state()["leftWidth"].get<double>(), dragged, 1);
    const Json again = state()["widgets"]["splitter.left"];
    click((again[0].get<double>() + again[2].get<double>()) / 2, y, 2);
    EXPECT_NEAR(state()["leftWidth"].get<double>(), before, 1);
}

TEST_F(Panels, PresentationModeShowsTheMapAlone) {
    key("F11");
    Json now = state();
    EXPECT_TRUE(now["presentation"]);
    EXPECT_FALSE(now["widgets"].contains("left"));
    EXPECT_NEAR(now["widgets"]["map"][2].get<double>(), 1600, 1);
    key("Escape");
    now = state();
    EXPECT_FALSE(now["presentation"]);
    EXPECT_TRUE(now["widgets"].contains("left"));
}

TEST_F(Panels, TheInterfaceScales) {
    const Json before = state()["widgets"]["left.level"];
    key("ctrl+equal");
    key("ctrl+equal");
    EXPECT_NEAR(state()["scale"].get<double>(), 1.2, 1e-6);
    const Json after = state()["widgets"]["left.level"];
    EXPECT_GT(after[3].get<double>() - after[1].get<double>(),
              (before[3].get<double>() - before[1].get<double>()) * 1.1);
    key("ctrl+0");
    EXPECT_NEAR(state()["scale"].get<double>(), 1.0, 1e-6);
}

TEST_F(Panels, HelpOpensAndEscapeClosesIt) {
    key("F1");
    EXPECT_EQ(state()["dialog"], "shortcuts");
    key("Escape");
    EXPECT_EQ(state()["dialog"], "");
}

TEST_F(Panels, DetailsOfARegionFollowTheDateAsTheMapDoes) {
    key("ctrl+k");
    type("surabaya");
    settled();
    key("Return");
    ASSERT_EQ(waitFor([](const Json& now) { return now["selection"] == Json{"35.78"}; })["selection"], Json{"35.78"});
    settled();
    ASSERT_TRUE(has("right.agreement.4"));
    ASSERT_TRUE(has("left.year"));
    const Json years = state()["widgets"]["left.year"];
    const double middle = (years[1].get<double>() + years[3].get<double>()) / 2;
    click(years[0].get<double>() + 4, middle);
    Json now = waitFor([](const Json& each) { return each["view"]["date"].get<std::string>() < "1990"; });
    ASSERT_LT(now["view"]["date"].get<std::string>(), "1990");
    settled();
    EXPECT_FALSE(has("right.agreement.0")) << "what came later is not listed";
    EXPECT_TRUE(has("right.chart")) << "the curve goes on, and shows where the date is";
    click(years[2].get<double>() - 4, middle);
    settled();
    EXPECT_TRUE(has("right.agreement.4"));
}

} // namespace
} // namespace jejaring::ui_test
