// SPDX-License-Identifier: MIT
// Follow-ups, activities, risks, indicators and sources, made, changed and removed by hand.
#include "driver.hpp"

namespace jejaring::ui_test {
namespace {

class EditRecords : public WindowTest {
  protected:
    void typeInto(const std::string& field, const std::string& text) const {
        clickOn("form." + field);
        key("ctrl+a");
        type(text);
    }
    void chooseIn(const std::string& field, const std::string& text) const {
        clickOn("form." + field);
        type(text);
        key("Return");
    }
    // Saves the form and expects that none is left.
    Json saved() const {
        key("ctrl+Return");
        Json now = settled();
        EXPECT_EQ(now["dialog"], "");
        return now;
    }
};

TEST_F(EditRecords, AFollowUpIsAgreedAtAStopTickedChangedAndDeleted) {
    clickOn("tab.visits");
    clickOn("visits.filter");
    type("Mamuju");
    clickOn("visits.visit.0");
    ASSERT_TRUE(has("visits.stop.1"));
    clickOn("visits.stop.1.addFollowUp");
    ASSERT_EQ(settled()["dialog"], "form");
    key("ctrl+Return");
    EXPECT_TRUE(has("form.what.message")) << "something is to be done";
    type("Draf kerja sama"); // what is at fault has the keyboard
    typeInto("due", "1 Februari 2025");
    typeInto("owner", "Bappeda");
    Json now = saved();
    EXPECT_EQ(now["followUps"], 1);
    EXPECT_EQ(now["followUpsDone"], 0);
    EXPECT_EQ(now["undoLabel"], "Add Draf kerja sama");
    ASSERT_TRUE(has("visits.followUp.T001"));

    clickOn("visits.followUp.T001.done");
    now = settled();
    EXPECT_EQ(now["followUpsDone"], 1);
    EXPECT_EQ(now["undoLabel"], "Done: Draf kerja sama");
    key("ctrl+z");
    EXPECT_EQ(settled()["followUpsDone"], 0);

    clickOn("visits.followUp.T001");
    ASSERT_EQ(settled()["dialog"], "form");
    typeInto("done", "3 Maret 2025");
    now = saved();
    EXPECT_EQ(now["followUpsDone"], 1);
    EXPECT_EQ(now["undoLabel"], "Edit Draf kerja sama");

    clickOn("visits.followUp.T001");
    clickOn("form.delete");
    EXPECT_EQ(settled()["followUps"], 0);
    key("ctrl+z");
    EXPECT_EQ(settled()["followUps"], 1);
    for (int i = 0; i < 2; ++i)
        key("ctrl+z");
    now = settled();
    EXPECT_EQ(now["followUps"], 0);
    key("ctrl+y");
    EXPECT_EQ(settled()["followUps"], 1);
}

TEST_F(EditRecords, AnActivityWithItsParticipantsIsMadeFoundChangedAndDeleted) {
    clickOn("tab.activities");
    const std::string before = state()["activity"];
    clickOn("activities.add");
    ASSERT_EQ(settled()["dialog"], "form");
    key("ctrl+Return");
    EXPECT_TRUE(has("form.title.message")) << "an activity needs a title";
    type("Pameran Nusantara Raya");
    chooseIn("kind", "pamer");
    typeInto("start", "5 Mei 2026");
    chooseIn("region", "32.73");
    clickOn("form.participants.add");
    type("Kementerian Uji"); // in no list
    clickOn("form.pick.0");
    EXPECT_FALSE(has("form.participants.0.message"));
    Json now = saved();
    EXPECT_EQ(now["activities"], 1);
    EXPECT_EQ(now["tab"], "activities");
    EXPECT_EQ(now["activity"], "K001");
    EXPECT_EQ(now["undoLabel"], "Add Pameran Nusantara Raya");
    key("ctrl+z");
    EXPECT_EQ(settled()["activities"], 0);
    key("ctrl+y");
    EXPECT_EQ(settled()["activities"], 1);

    clickOn("tab.partners");
    key("ctrl+k");
    type("pameran nusantara");
    ASSERT_EQ(settled()["searchResults"][0], "Pameran Nusantara Raya");
    key("Return");
    now = settled();
    EXPECT_EQ(now["tab"], "activities");
    ASSERT_EQ(now["selection"].size(), 1U);
    EXPECT_EQ(now["selection"][0], "32.73");
    EXPECT_TRUE(has("right.activity.0")) << "the region's details show it";

    clickOn("activities.row.0", 2);
    ASSERT_EQ(settled()["dialog"], "form");
    typeInto("end", "1 Mei 2026");
    key("ctrl+Return");
    (void)settled();
    EXPECT_TRUE(has("form.end.message")) << "it ends before it begins";
    typeInto("end", "7 Mei 2026");
    EXPECT_EQ(saved()["undoLabel"], "Edit Pameran Nusantara Raya");

    clickOn("activities.row.0");
    (void)settled();
    key("Delete");
    now = settled();
    EXPECT_EQ(now["activities"], 0);
    EXPECT_FALSE(now["notices"].empty());
    key("ctrl+z");
    EXPECT_EQ(settled()["activities"], 1);
}

TEST_F(EditRecords, ARiskIsAssessedShownInTheMatrixAndDeleted) {
    key("ctrl+k");
    type("91.71"); // without a record
    key("Return");
    clickOn("tab.risks");
    clickOn("risks.add");
    ASSERT_EQ(settled()["dialog"], "form");
    typeInto("what", "Anggaran dipotong");
    chooseIn("cause", "Anggaran");
    clickOn("form.likelihood.4");
    clickOn("form.severity.5");
    Json now = saved();
    EXPECT_EQ(now["risks"], 1);
    EXPECT_EQ(now["undoLabel"], "Add Anggaran dipotong");
    ASSERT_TRUE(has("risks.row.0"));
    EXPECT_TRUE(has("right.risk.0")) << "the region's details show it";

    clickOn("risks.cell.1.1");
    EXPECT_FALSE(has("risks.row.0")) << "none is that slight";
    clickOn("risks.cell.4.5");
    EXPECT_TRUE(has("risks.row.0"));
    clickOn("risks.shown.2");
    EXPECT_FALSE(has("risks.row.0")) << "it is no positive effect";
    clickOn("risks.shown.0");

    clickOn("risks.row.0", 2);
    ASSERT_EQ(settled()["dialog"], "form");
    clickOn("form.sign.1");
    EXPECT_EQ(saved()["undoLabel"], "Edit Anggaran dipotong");
    clickOn("risks.shown.2");
    EXPECT_TRUE(has("risks.row.0"));

    clickOn("risks.row.0", 2);
    clickOn("form.delete");
    EXPECT_EQ(settled()["risks"], 0);
    key("ctrl+z");
    EXPECT_EQ(settled()["risks"], 1);
}

TEST_F(EditRecords, AnIndicatorGetsValuesOfRegionsAndPeriodsAndASourceOnTheWay) {
    const auto sources = state()["sources"].get<int>();
    clickOn("tab.indicators");
    clickOn("indicators.add");
    ASSERT_EQ(settled()["dialog"], "form");
    type("Nilai investasi");
    typeInto("unit", "miliar rupiah");
    clickOn("form.sourceId");
    type("Laporan uji");
    clickOn("form.pick.0"); // new source
    ASSERT_TRUE(has("form.address"));
    typeInto("address", "contoh go id");
    key("ctrl+Return");
    EXPECT_TRUE(has("form.address.message")) << "it cannot be opened";
    typeInto("address", "contoh.go.id"); // as https
    key("ctrl+Return");
    ASSERT_TRUE(has("form.unit")) << "back to the indicator";
    Json now = saved();
    EXPECT_EQ(now["sources"], sources + 1);
    EXPECT_EQ(now["indicators"], 1);
    EXPECT_EQ(now["indicator"], "I001");

    clickOn("values.add");
    ASSERT_EQ(settled()["dialog"], "form");
    chooseIn("region", "32.73");
    typeInto("period", "2024");
    typeInto("value", "1.234,5");
    EXPECT_EQ(saved()["indicatorValues"], 1);
    ASSERT_TRUE(has("values.row.0"));

    clickOn("values.add");
    chooseIn("region", "32.73");
    typeInto("period", "2024");
    typeInto("value", "7");
    key("ctrl+Return");
    (void)settled();
    EXPECT_TRUE(has("form.period.message")) << "that value is there already";
    typeInto("period", "2025");
    EXPECT_EQ(saved()["indicatorValues"], 2);

    clickOn("values.row.0", 2);
    ASSERT_EQ(settled()["dialog"], "form");
    typeInto("period", "2023");
    now = saved();
    EXPECT_EQ(now["indicatorValues"], 2) << "it was moved, not doubled";
    EXPECT_EQ(now["undoLabel"], "Edit Nilai investasi, Kota Bandung, 2023");

    clickOn("values.row.0");
    (void)settled();
    key("Delete");
    EXPECT_EQ(settled()["indicatorValues"], 1);
    clickOn("indicators.indicator.0", 2);
    ASSERT_EQ(settled()["dialog"], "form");
    clickOn("form.delete");
    now = settled();
    EXPECT_EQ(now["indicators"], 0);
    EXPECT_EQ(now["indicatorValues"], 0) << "its values go with it";
    key("ctrl+z");
    now = settled();
    EXPECT_EQ(now["indicators"], 1);
    EXPECT_EQ(now["indicatorValues"], 1);
}

TEST_F(EditRecords, SourcesAreAddedAndOnlyThoseThatNothingCitesDeleted) {
    const auto before = state()["sources"].get<int>();
    clickOn("menu.data");
    clickOn("command.Sources …");
    ASSERT_EQ(settled()["dialog"], "sources");
    clickOn("sources.add");
    ASSERT_EQ(settled()["dialog"], "form");
    type("Siaran pers uji");
    clickOn("form.grade.1");
    key("ctrl+Return");
    Json now = settled();
    EXPECT_EQ(now["dialog"], "sources") << "the list comes back";
    EXPECT_EQ(now["sources"], before + 1);
    EXPECT_EQ(now["undoLabel"], "Add Siaran pers uji");

    clickOn("sources.source.0.edit");
    ASSERT_EQ(settled()["dialog"], "form");
    clickOn("form.delete");
    now = settled();
    EXPECT_EQ(now["sources"], before + 1) << "facts cite it";
    EXPECT_FALSE(now["notices"].empty());

    clickOn("sources.filter");
    type("siaran pers uji");
    clickOn("sources.source." + std::to_string(before) + ".edit");
    ASSERT_EQ(settled()["dialog"], "form");
    typeInto("address", "https://contoh.go.id/rilis");
    key("ctrl+Return");
    EXPECT_EQ(settled()["undoLabel"], "Edit Siaran pers uji");
    clickOn("sources.source." + std::to_string(before) + ".edit");
    clickOn("form.delete");
    EXPECT_EQ(settled()["sources"], before);
    key("Escape");
    ASSERT_EQ(settled()["dialog"], "");
    for (int i = 0; i < 3; ++i)
        key("ctrl+z");
    EXPECT_EQ(settled()["modified"], false);
}

} // namespace
} // namespace jejaring::ui_test
