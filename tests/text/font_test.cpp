// SPDX-License-Identifier: MIT
#include "text/font.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <thread>

namespace jejaring::text {
namespace {

const FontSet& fonts() {
    static const std::shared_ptr<const FontSet> set = FontSet::load().value();
    return *set;
}

TEST(FontSet, FindsAFamilyWithFourWeights) {
    EXPECT_TRUE(fonts().family() == "Inter" || fonts().family() == "Noto Sans") << fonts().family();
    for (const FontWeight weight : {FontWeight::regular, FontWeight::medium, FontWeight::semiBold, FontWeight::bold})
        EXPECT_FALSE(fonts().path(faceOf(weight)).empty());
    EXPECT_NE(fonts().path(faceOf(FontWeight::regular)), fonts().path(faceOf(FontWeight::bold)));
}

TEST(FontSet, WithoutAFontTheMessageNamesThePackage) {
    ::setenv("JEJARING_FONTS", "/nonexistent", 1);
    const auto missing = FontSet::load();
    ::unsetenv("JEJARING_FONTS");
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().code, core::ErrorCode::missingFont);
    EXPECT_NE(core::englishText(missing.error()).find("fonts-inter"), std::string::npos);
}

TEST(FontSet, WidthsGrowWithSizeAndTracking) {
    const float small = fonts().width("Jawa Timur", FontWeight::regular, 10);
    EXPECT_NEAR(fonts().width("Jawa Timur", FontWeight::regular, 20), 2 * small, 1e-3F);
    EXPECT_NEAR(fonts().width("Jawa Timur", FontWeight::regular, 10, 0.1F), small + 9, 1e-3F);
    EXPECT_EQ(fonts().width("", FontWeight::regular, 10, 0.5F), 0);
}

TEST(FontSet, GlyphsRunFromLeftToRightWithinTheWidth) {
    const ShapedRun run = fonts().shape("Kalimantan Barat", FontWeight::medium, 13, 0.07F);
    ASSERT_EQ(run.glyphs.size(), 16U);
    for (std::size_t i = 1; i < run.glyphs.size(); ++i)
        EXPECT_GT(run.glyphs[i].x, run.glyphs[i - 1].x);
    EXPECT_LT(run.glyphs.back().x, run.width);
}

TEST(FontSet, NamesTheLettersThatNoFontHas) {
    const auto fonts = FontSet::load().value();
    EXPECT_TRUE(fonts->lacking("Kota Banda Aceh – 1,5 juta · é", FontWeight::bold).empty());
    // No character at all, so that there is no font for them.
    EXPECT_EQ(fonts->lacking("Mitra \U0010FFF0\U0010FFF1 dan \U0010FFF0", FontWeight::regular),
              (std::vector<std::string>{"\U0010FFF0", "\U0010FFF1"}));
}

TEST(FontSet, MetricsAreInOrder) {
    const FontMetrics metrics = fonts().metrics(FontWeight::regular, 100);
    EXPECT_GT(metrics.capHeight, 60);
    EXPECT_LT(metrics.capHeight, metrics.ascent);
    EXPECT_GT(metrics.descent, 10);
}

TEST(FontSet, ThreadsShapeTheSameAsOne) {
    const float expected = fonts().width("Nusa Tenggara Timur", FontWeight::bold, 13);
    int wrong = 0;
    std::thread other([&] {
        for (int i = 0; i < 500; ++i)
            wrong += fonts().width("Nusa Tenggara Timur", FontWeight::bold, 13) == expected ? 0 : 1;
    });
    for (int i = 0; i < 500; ++i)
        (void)fonts().shape("Regency " + std::to_string(i), FontWeight::bold, 13);
    other.join();
    EXPECT_EQ(wrong, 0);
}

TEST(FontSet, WrappingKeepsEveryWordInOrder) {
    const std::string text = "Fakta: 145 catatan kerja sama dari 89 sumber, 115 berlaku.";
    std::string joined;
    for (const std::string& line : fonts().wrap(text, FontWeight::regular, 13, 120)) {
        EXPECT_LE(fonts().width(line, FontWeight::regular, 13), 120);
        joined += (joined.empty() ? "" : " ") + line;
    }
    EXPECT_EQ(joined, text);
}

TEST(FontSet, AWordTooLongForTheLineStandsAlone) {
    const auto lines = fonts().wrap("a Pertanggungjawaban b", FontWeight::regular, 13, 30);
    EXPECT_EQ(lines, (std::vector<std::string>{"a", "Pertanggungjawaban", "b"}));
}

RC_GTEST_PROP(FontSet, EllipsizedTextIsAPrefixThatFits, ()) {
    const auto words = *rc::gen::container<std::vector<std::string>>(
        rc::gen::elementOf(std::vector<std::string>{"Kota", "Kabupaten", "Türkiye", "Åland", "naïve"}));
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    const float width = static_cast<float>(*rc::gen::inRange(30, 400));
    const std::string shown = fonts().ellipsize(text, FontWeight::regular, 13, width);
    RC_ASSERT(fonts().width(shown, FontWeight::regular, 13) <= width);
    if (shown != text) {
        RC_ASSERT(shown.ends_with("…"));
        RC_ASSERT(text.starts_with(shown.substr(0, shown.size() - std::string("…").size())));
    }
}

} // namespace
} // namespace jejaring::text
