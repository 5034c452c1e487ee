// SPDX-License-Identifier: MIT
// Records made, changed and removed by hand, with what is wrong said beside the field.
#include "driver.hpp"

namespace jejaring::ui_test {
namespace {

class Edit : public WindowTest {
  protected:
    // A new agreement of Kota Bandung with Braunschweig, all by the keyboard.
    void typeParties() const {
        key("ctrl+shift+a");
        ASSERT_EQ(state()["dialog"], "form");
        type("32.73");
        key("Tab");
        type("braunsch");
        key("Tab");
    }
    void typeInto(const std::string& field, const std::string& text) const {
        clickOn("form." + field);
        key("ctrl+a");
        type(text);
    }
    [[nodiscard]] bool says(const std::string& field) const { return has("form." + field + ".message"); }
};

TEST_F(Edit, TabGoesOnFromAFieldThatEnterWasPressedIn) {
    key("ctrl+shift+a");
    ASSERT_EQ(state()["dialog"], "form");
    type("32.73");
    key("Return");
    key("Tab");
    type("braunsch");
    key("Return");
    key("Return"); // of a closed list
    key("Tab");
    type("bandung"); // of the kinds there is none so called
    key("ctrl+Return");
    EXPECT_EQ(settled()["undoLabel"], "Add Kota Bandung – Braunschweig");
}

TEST_F(Edit, AnAgreementIsMadeByTypingTakenBackDoneAgainEditedAndDeleted) {
    ASSERT_EQ(state()["agreements"], 145);
    typeParties();
    typeInto("signedOn", "20 Agustus 2026");
    typeInto("value", "Rp 1,5 miliar");
    key("ctrl+Return");
    Json now = settled();
    EXPECT_EQ(now["dialog"], "");
    EXPECT_EQ(now["agreements"], 146);
    EXPECT_EQ(now["tableRows"], 146);
    EXPECT_EQ(now["modified"], true);
    EXPECT_EQ(now["undoLabel"], "Add Kota Bandung – Braunschweig");
    EXPECT_EQ(now["firstTableRow"], "A001") << "the newest stands first";
    key("ctrl+z");
    EXPECT_EQ(settled()["agreements"], 145);
    key("ctrl+y");
    EXPECT_EQ(settled()["agreements"], 146);

    clickOn("partners.row.0", 2);
    ASSERT_EQ(settled()["dialog"], "form");
    typeInto("signedOn", "1970");
    key("ctrl+Return");
    now = settled();
    EXPECT_EQ(now["dialog"], "");
    EXPECT_NE(now["firstTableRow"], "A001") << "it is no longer the newest";
    key("ctrl+z");
    EXPECT_EQ(settled()["firstTableRow"], "A001");

    clickOn("partners.row.0", 2);
    ASSERT_EQ(settled()["dialog"], "form");
    clickOn("form.delete");
    now = settled();
    EXPECT_EQ(now["dialog"], "");
    EXPECT_EQ(now["agreements"], 145);
    key("ctrl+z");
    EXPECT_EQ(settled()["agreements"], 146);
}

TEST_F(Edit, WhatIsWrongIsSaidBesideItsFieldAndNothingIsSaved) {
    typeParties();
    typeInto("signedOn", "31 Februari 2024");
    typeInto("value", "12");
    EXPECT_FALSE(says("currency")) << "not before it was tried";
    key("ctrl+Return");
    EXPECT_EQ(state()["dialog"], "form");
    EXPECT_TRUE(says("signedOn"));
    EXPECT_TRUE(says("currency"));
    EXPECT_EQ(state()["agreements"], 145);
    typeInto("signedOn", "28 Februari 2024");
    typeInto("value", "USD 12");
    EXPECT_FALSE(says("currency"));
    key("ctrl+Return");
    EXPECT_EQ(settled()["agreements"], 146);
}

TEST_F(Edit, EscapeAsksBeforeItLosesWhatWasTyped) {
    key("ctrl+shift+a");
    key("Down");
    ASSERT_TRUE(has("form.pick.0"));
    key("Escape"); // the list of the first field
    EXPECT_EQ(state()["dialog"], "form");
    EXPECT_FALSE(has("form.pick.0"));
    key("Escape");
    EXPECT_EQ(state()["dialog"], "") << "nothing would be lost";
    typeParties();
    typeInto("document", "MoU");
    key("Escape");
    EXPECT_EQ(state()["dialog"], "form");
    ASSERT_TRUE(has("form.discard"));
    clickOn("form.back");
    EXPECT_FALSE(has("form.discard"));
    key("Escape");
    clickOn("form.discard");
    EXPECT_EQ(state()["dialog"], "");
    EXPECT_EQ(state()["agreements"], 145);
    EXPECT_EQ(state()["modified"], false);
}

TEST_F(Edit, TheFirstFieldHasTheKeyboardAndItsListWaits) {
    key("ctrl+shift+a");
    ASSERT_EQ(settled()["dialog"], "form");
    EXPECT_FALSE(has("form.pick.0")) << "it would cover the fields below";
    type("surabaya");
    EXPECT_TRUE(has("form.pick.0")) << "what is typed goes there";
    key("Return");
    EXPECT_FALSE(has("form.pick.0"));
    key("Escape");
    clickOn("form.discard");

    key("ctrl+shift+a");
    ASSERT_EQ(settled()["dialog"], "form");
    clickOn("form.parties.0");
    EXPECT_TRUE(has("form.pick.0")) << "a click asks for it";
    key("Escape");
    EXPECT_FALSE(has("form.pick.0"));
    clickOn("form.parties.1");
    EXPECT_TRUE(has("form.pick.0")) << "lists of other fields open with the field";
}

TEST_F(Edit, APartnerIsMadeOnTheWay) {
    key("ctrl+shift+a");
    type("35.78");
    key("Return");
    clickOn("form.parties.1");
    type("Kota Fantasi");
    clickOn("form.pick.0"); // new partner
    ASSERT_TRUE(has("form.country"));
    clickOn("form.country");
    type("jepang");
    key("Return");
    key("ctrl+Return");
    ASSERT_TRUE(has("form.parties.1"));
    key("ctrl+Return");
    const Json now = settled();
    EXPECT_EQ(now["dialog"], "");
    EXPECT_EQ(now["undoLabel"], "Add Kota Surabaya – Kota Fantasi");
}

TEST_F(Edit, TheDeleteKeyRemovesTheChosenRow) {
    clickOn("partners.row.0");
    (void)settled();
    key("Delete");
    const Json now = settled();
    EXPECT_EQ(now["agreements"], 144);
    EXPECT_FALSE(now["notices"].empty());
    key("ctrl+z");
    EXPECT_EQ(settled()["agreements"], 145);
}

TEST_F(Edit, ARegionGetsAProfileANoteAndAGroup) {
    key("ctrl+k");
    type("91.71"); // without a record, so that all of it stands in the window
    key("Return");
    ASSERT_EQ(settled()["selection"].size(), 1U);
    clickOn("right.addNote");
    ASSERT_EQ(state()["dialog"], "form");
    key("ctrl+Return");
    EXPECT_TRUE(says("text")) << "an empty note is none";
    type("Pelabuhan diperluas");
    key("ctrl+Return");
    EXPECT_EQ(settled()["undoLabel"], "New note");
    EXPECT_TRUE(has("right.note.N001"));
    clickOn("right.addProfile");
    clickOn("form.needs");
    type("Air bersih");
    key("ctrl+Return");
    EXPECT_EQ(settled()["dialog"], "");
    EXPECT_TRUE(has("right.editProfile"));
    clickOn("right.addGroup");
    type("Kawasan timur");
    key("ctrl+Return");
    EXPECT_EQ(settled()["undoLabel"], "Add Kawasan timur");
    EXPECT_TRUE(has("right.group.Kawasan timur"));
    for (int i = 0; i < 3; ++i)
        key("ctrl+z");
    EXPECT_FALSE(has("right.note.N001"));
    EXPECT_EQ(state()["modified"], false);
}

} // namespace
} // namespace jejaring::ui_test
