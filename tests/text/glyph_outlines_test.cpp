// SPDX-License-Identifier: MIT
#include "text/glyph_outlines.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace jejaring;

TEST(GlyphOutlines, LettersHaveTheContoursThatTheyShow) {
    const auto fonts = text::FontSet::load();
    ASSERT_TRUE(fonts.ok());
    text::GlyphOutlines outlines(*fonts.value());
    const auto contoursOf = [&](std::string_view letter, text::FontWeight weight) {
        return outlines.of(text::faceOf(weight), fonts.value()->shape(letter, weight, 1).glyphs.at(0).index);
    };
    for (const text::FontWeight weight : {text::FontWeight::regular, text::FontWeight::bold}) {
        EXPECT_TRUE(contoursOf(" ", weight).empty());
        EXPECT_EQ(contoursOf("I", weight).size(), 1U);
        EXPECT_EQ(contoursOf("O", weight).size(), 2U);
        EXPECT_EQ(contoursOf("B", weight).size(), 3U);
        double top = 0;
        double bottom = -1;
        for (const auto& contour : contoursOf("H", weight))
            for (const text::OutlinePoint& point : contour) {
                top = std::min(top, point.y);
                bottom = std::max(bottom, point.y);
            }
        EXPECT_NEAR(-top, static_cast<double>(fonts.value()->metrics(weight, 1).capHeight), 0.01);
        EXPECT_NEAR(bottom, 0, 0.01);
    }
}

TEST(GlyphOutlines, BoldLettersAreOfAnotherFace) {
    const auto fonts = text::FontSet::load();
    ASSERT_TRUE(fonts.ok());
    text::GlyphOutlines outlines(*fonts.value());
    const auto widthOf = [&](text::FontWeight weight) {
        double right = 0;
        double left = 1;
        for (const auto& contour :
             outlines.of(text::faceOf(weight), fonts.value()->shape("I", weight, 1).glyphs.at(0).index))
            for (const text::OutlinePoint& point : contour) {
                left = std::min(left, point.x);
                right = std::max(right, point.x);
            }
        return right - left;
    };
    EXPECT_GT(widthOf(text::FontWeight::bold), widthOf(text::FontWeight::regular) * 1.2);
}
