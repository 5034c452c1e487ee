// SPDX-License-Identifier: MIT
#include "ui/widget/soft_wrap.hpp"

#include <gtest/gtest.h>

namespace jejaring::ui {
namespace {

// Letters of one width.
std::string wrapped(std::string_view text, float width = 10) {
    return softWrapped(text, width, [](std::string_view piece) { return static_cast<float>(piece.size()); });
}

TEST(SoftWrap, BreaksTakeThePlaceOfSpacesWhereALineIsFull) {
    EXPECT_EQ(wrapped("satu dua tiga empat"), "satu dua\ntiga empat");
    EXPECT_EQ(wrapped("satu dua t"), "satu dua t");
    EXPECT_EQ(wrapped(""), "");
    EXPECT_EQ(wrapped("satu"), "satu");
}

TEST(SoftWrap, OwnBreaksStayAndBeginALine) {
    EXPECT_EQ(wrapped("satu\ndua tiga empat"), "satu\ndua tiga\nempat");
    EXPECT_EQ(wrapped("\n\na"), "\n\na");
}

TEST(SoftWrap, LongWordsAndSpacesAtTheEndAreNotBroken) {
    EXPECT_EQ(wrapped("selengkap-lengkapnya ya"), "selengkap-lengkapnya\nya");
    EXPECT_EQ(wrapped("satu dua ti   "), "satu dua\nti   ");
    EXPECT_EQ(wrapped("satu  dua  tiga"), "satu  dua \ntiga");
}

TEST(SoftWrap, TextAndFieldAreOfOneLength) {
    const std::string text = "Mulai dari Bandung,  lalu   ke Surabaya.\n\nTutup dengan angka angka angka";
    for (int width = 1; width < 60; ++width)
        EXPECT_EQ(wrapped(text, static_cast<float>(width)).size(), text.size());
}

TEST(SoftWrap, AnEditLeavesTheOtherSpacesSpaces) {
    const std::string text = "satu dua tiga empat";
    const std::string shown = wrapped(text); // "satu dua\ntiga empat"
    // A letter, a break of one's own, and less.
    EXPECT_EQ(textAfterEdit(text, shown, "satu dua\ntigas empat"), "satu dua tigas empat");
    EXPECT_EQ(textAfterEdit(text, shown, "satu\n dua\ntiga empat"), "satu\n dua tiga empat");
    EXPECT_EQ(textAfterEdit(text, shown, "satu duatiga empat"), "satu duatiga empat");
    EXPECT_EQ(textAfterEdit(text, shown, "satu"), "satu");
    EXPECT_EQ(textAfterEdit(text, shown, ""), "");
    EXPECT_EQ(textAfterEdit("", "", "baru\nsekali"), "baru\nsekali");
    EXPECT_EQ(textAfterEdit(text, shown, shown), text);
    // A letter like those beside it.
    EXPECT_EQ(textAfterEdit("aa aa", "aa\naa", "aaa\naa"), "aaa aa");
}

} // namespace
} // namespace jejaring::ui
