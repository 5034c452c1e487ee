// SPDX-License-Identifier: MIT
// Visits and their stops, made and changed by hand.
#include "driver.hpp"

namespace jejaring::ui_test {
namespace {

class EditVisit : public WindowTest {
  protected:
    void typeInto(const std::string& field, const std::string& text) const {
        clickOn("form." + field);
        key("ctrl+a");
        type(text);
    }
    void openNewVisit() const {
        clickOn("tab.visits");
        clickOn("visits.add");
        ASSERT_EQ(settled()["dialog"], "form");
        typeInto("title", "Kunjungan uji");
        typeInto("start", "3 Maret 2026");
    }
};

TEST_F(EditVisit, AVisitWithAStopPointedToOnTheMapIsMadeAndTakenBack) {
    const auto before = state()["visits"].get<int>();
    openNewVisit();
    clickOn("form.stops.add");
    typeInto("place", "Balai Kota");
    typeInto("time", "09.00-12.00 WIB");
    clickOn("form.pick.add");
    ASSERT_EQ(settled()["dialog"], "");
    ASSERT_TRUE(has("map.pick"));
    key("Escape");
    ASSERT_EQ(settled()["dialog"], "form") << "Esc gives up and loses nothing";
    clickOn("form.pick.add");
    (void)settled();
    const auto [x, y] = place("35.09");
    click(x, y);
    Json now = settled();
    EXPECT_EQ(now["dialog"], "form");
    EXPECT_TRUE(now["selection"].empty()) << "the click meant the place alone";
    ASSERT_TRUE(has("form.place"));
    key("ctrl+Return");
    ASSERT_TRUE(has("form.stops.0"));
    key("ctrl+Return");
    now = settled();
    EXPECT_EQ(now["dialog"], "");
    EXPECT_EQ(now["visits"], before + 1);
    EXPECT_EQ(now["undoLabel"], "Add Kunjungan uji");
    ASSERT_EQ(now["stops"].size(), 1);
    EXPECT_EQ(now["stops"][0]["place"], "Balai Kota");
    EXPECT_EQ(now["stops"][0]["time"], "09:00");
    EXPECT_EQ(now["stops"][0]["endTime"], "12:00");
    EXPECT_EQ(now["stops"][0]["region"].get<std::string>().substr(0, 2), "35");
    EXPECT_NEAR(now["stops"][0]["latitude"].get<double>(), -8, 1.5);
    EXPECT_TRUE(has("visits.stop.1")) << "its stops are shown";
    key("ctrl+z");
    now = settled();
    EXPECT_EQ(now["visits"], before);
    key("ctrl+y");
    EXPECT_EQ(settled()["visits"], before + 1);
}

TEST_F(EditVisit, AVisitWithoutStopsShowsItsDates) {
    openNewVisit();
    key("ctrl+Return");
    ASSERT_EQ(settled()["dialog"], "");
    EXPECT_TRUE(settled()["stops"].empty());
    EXPECT_TRUE(has("visits.when")) << "nothing else would say when it was";
}

TEST_F(EditVisit, StopsAreMovedTakenAwayAndTheVisitDeleted) {
    const auto before = state()["visits"].get<int>();
    openNewVisit();
    for (const char* const name : {"Satu", "Dua", "Tiga"}) {
        clickOn("form.stops.add");
        typeInto("place", name);
        key("ctrl+Return");
    }
    ASSERT_TRUE(has("form.stops.2"));
    clickOn("form.stops.2.up");
    clickOn("form.stops.0.remove");
    EXPECT_FALSE(has("form.stops.2"));
    key("ctrl+Return");
    Json now = settled();
    ASSERT_EQ(now["stops"].size(), 2);
    EXPECT_EQ(now["stops"][0]["place"], "Tiga");
    EXPECT_EQ(now["stops"][1]["place"], "Dua");

    clickOn("visits.edit");
    ASSERT_EQ(settled()["dialog"], "form");
    const Json rows = state()["widgets"];
    const Json first = rows["form.stops.0"];
    const Json second = rows["form.stops.1"];
    drag(first[0].get<double>() + 60, first[1].get<double>() + 20, first[0].get<double>() + 60,
         second[3].get<double>() + 2);
    key("ctrl+Return");
    now = settled();
    EXPECT_EQ(now["dialog"], "");
    ASSERT_EQ(now["stops"].size(), 2);
    EXPECT_EQ(now["stops"][0]["place"], "Dua") << "dragged beneath the other";

    clickOn("visits.edit");
    clickOn("form.delete");
    now = settled();
    EXPECT_EQ(now["visits"], before);
    EXPECT_FALSE(now["notices"].empty());
    key("ctrl+z");
    EXPECT_EQ(settled()["visits"], before + 1);
}

TEST_F(EditVisit, WhatIsMissingIsSaidBesideItsField) {
    clickOn("tab.visits");
    key("ctrl+shift+k");
    ASSERT_EQ(settled()["dialog"], "form");
    key("ctrl+Return");
    EXPECT_EQ(settled()["dialog"], "form");
    EXPECT_TRUE(has("form.faults")) << "a visit needs a title";
    clickOn("form.stops.add");
    typeInto("endTime", "09.00");
    typeInto("time", "12.00"); // what is being typed is judged once it is left
    key("ctrl+Return");
    (void)settled();
    EXPECT_TRUE(has("form.place.message"));
    EXPECT_TRUE(has("form.endTime.message"));
}

} // namespace
} // namespace jejaring::ui_test
