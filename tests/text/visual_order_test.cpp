// SPDX-License-Identifier: MIT
#include "text/visual_order.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace jejaring::text {
namespace {

std::vector<std::uint32_t> points(std::u32string_view text) {
    return {text.begin(), text.end()};
}

} // namespace

TEST(VisualOrder, TextReadFromTheLeftStaysAsItIs) {
    for (const std::u32string_view text : {U"", U"Kota Bandung", U"広州 – เชียงใหม่ (2024)"}) {
        EXPECT_FALSE(hasRightToLeft(points(text)));
        EXPECT_EQ(visualOrder(points(text)), points(text));
    }
}

TEST(VisualOrder, HebrewStandsTheOtherWayRoundWithinALineReadFromTheLeft) {
    EXPECT_TRUE(hasRightToLeft(points(U"Mitra אבג")));
    EXPECT_EQ(visualOrder(points(U"Mitra אבג (2024)")), points(U"Mitra (2024) גבא"));
    EXPECT_EQ(visualOrder(points(U"אבג…")), points(U"…גבא")) << "alone it is read from the right";
}

TEST(VisualOrder, ArabicLettersTakeTheFormsOfTheirPlaces) {
    // Beh at the beginning, in the middle and at the end of a word, from right to left.
    EXPECT_EQ(visualOrder(points(U"ببب")), points(U"\uFE90\uFE92\uFE91"));
    // Lam and alef become one.
    EXPECT_EQ(visualOrder(points(U"لا")), points(U"\uFEFB"));
}

} // namespace jejaring::text
