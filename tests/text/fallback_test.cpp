// SPDX-License-Identifier: MIT
// Texts whose letters the family lacks. Tests of a script are skipped where no font for it is installed.
#include "text/font.hpp"
#include "text/glyph_outlines.hpp"
#include "text/text_clusters.hpp"
#include "text/text_layout.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace jejaring::text {
namespace {

constexpr std::string_view kArabic = "جامعة الملك سعود";
constexpr std::string_view kChinese = "广州市人民政府";
constexpr std::string_view kJapanese = "東京大学のまち";
constexpr std::string_view kThai = "เทศบาลนครเชียงใหม่";
constexpr std::string_view kHindi = "दिल्ली विश्वविद्यालय";

const FontSet& fonts() {
    static const std::shared_ptr<const FontSet> set = FontSet::load().value();
    return *set;
}

bool hasFont(std::string_view letters) {
    return fonts().lacking(letters, FontWeight::regular).empty();
}

std::string_view stringOf(std::string_view text, const TextPiece& piece) {
    return text.substr(piece.beginByte, piece.endByte - piece.beginByte);
}

// Where the glyphs of some letters begin and end; em from the beginning of the line.
std::pair<float, float> placeOf(std::string_view text, std::string_view letters) {
    const auto layout = fonts().layout(text, FontWeight::regular);
    const std::size_t begin = text.find(letters);
    std::pair<float, float> place{1000.0F, -1000.0F};
    for (const LaidGlyph& glyph : layout->glyphs)
        if (glyph.byte >= begin && glyph.byte < begin + letters.size())
            place = {std::min(place.first, glyph.x), std::max(place.second, glyph.x)};
    return place;
}

std::string nameOf(const testing::TestParamInfo<std::string_view>& each) {
    constexpr std::array kNames{"Arabic", "Chinese", "Japanese", "Thai", "Hindi"};
    return kNames.at(each.index);
}

class Fallback : public testing::TestWithParam<std::string_view> {
  protected:
    void SetUp() override {
        if (!hasFont(GetParam()))
            GTEST_SKIP() << "no installed font has all letters of " << GetParam();
    }
};

} // namespace

TEST_P(Fallback, LettersThatTheFamilyLacksAreOfAnotherFace) {
    const std::string text = "Mitra: " + std::string(GetParam()) + ", 2024";
    for (const FontWeight weight : {FontWeight::regular, FontWeight::medium, FontWeight::semiBold, FontWeight::bold}) {
        const auto layout = fonts().layout(text, weight);
        std::string own;
        std::uint32_t read = 0;
        for (const TextPiece& piece : layout->pieces) {
            EXPECT_EQ(piece.beginByte, read) << "pieces follow each other";
            read = piece.endByte;
            if (piece.face == faceOf(weight))
                own += stringOf(text, piece);
            else
                EXPECT_NE(fonts().family(piece.face), fonts().family());
        }
        EXPECT_EQ(read, text.size());
        EXPECT_TRUE(own.starts_with("Mitra: ")) << own;
        EXPECT_TRUE(own.ends_with(", 2024")) << own;
        for (const char letter : own)
            EXPECT_LT(static_cast<unsigned char>(letter), 0x80U) << own;
        for (const LaidGlyph& glyph : layout->glyphs)
            EXPECT_NE(glyph.index, 0U);
    }
}

TEST_P(Fallback, GlyphsStandBesideEachOtherWithinTheWidth) {
    const std::string text = "Mitra: " + std::string(GetParam()) + ", 2024";
    const ShapedRun run = fonts().shape(text, FontWeight::regular, 10, 0.02F);
    GlyphOutlines outlines(fonts());
    float last = 0;
    for (const Glyph& glyph : run.glyphs) {
        EXPECT_GE(glyph.x, last - 5) << "marks alone stand a little farther left";
        last = std::max(last, glyph.x);
    }
    EXPECT_LT(run.glyphs.back().x, run.width);
    std::size_t inked = 0;
    for (const Glyph& glyph : run.glyphs)
        inked += outlines.of(glyph.face, glyph.index).empty() ? 0 : 1;
    EXPECT_GT(inked, run.glyphs.size() * 3 / 4);
    EXPECT_EQ(fonts().width(text, FontWeight::regular, 10, 0.02F), run.width);
}

TEST_P(Fallback, ClustersHoldEveryByteAndGlyphOnce) {
    const std::string text = "Mitra: " + std::string(GetParam()) + ", 2024";
    const ShapedRun run = fonts().shape(text, FontWeight::regular, 10, 0.05F);
    const RunText behind = textOf(fonts(), text, FontWeight::regular, 10, run.glyphs);
    EXPECT_NEAR(behind.tracking, 0.5, 0.01);
    std::uint32_t byte = 0;
    std::set<std::uint32_t> glyphs;
    for (const TextPart& part : behind.parts) {
        EXPECT_EQ(part.beginByte, byte);
        int partGlyphs = 0;
        for (const TextCluster& cluster : part.clusters) {
            EXPECT_GT(cluster.bytes, 0);
            EXPECT_GT(cluster.glyphs, 0);
            byte += static_cast<std::uint32_t>(cluster.bytes);
            partGlyphs += cluster.glyphs;
        }
        EXPECT_EQ(part.endByte, byte);
        EXPECT_EQ(part.glyphs, static_cast<std::uint32_t>(partGlyphs));
        for (std::uint32_t i = 0; i < part.glyphs; ++i) {
            EXPECT_TRUE(glyphs.insert(part.firstGlyph + i).second);
            EXPECT_EQ(run.glyphs[part.firstGlyph + i].face, part.face);
        }
    }
    EXPECT_EQ(byte, text.size());
    EXPECT_EQ(glyphs.size(), run.glyphs.size());
}

TEST_P(Fallback, CutTextsEndAfterAWholeLetter) {
    const std::string text(GetParam());
    for (float width = 15; width < 120; width += 5) {
        const std::string shown = fonts().ellipsize(text, FontWeight::regular, 13, width);
        EXPECT_LE(fonts().width(shown, FontWeight::regular, 13), width);
        if (shown == text)
            continue;
        ASSERT_TRUE(shown.ends_with("…"));
        const std::string kept = shown.substr(0, shown.size() - std::string("…").size());
        ASSERT_TRUE(text.starts_with(kept));
        // What follows is no mark that belongs on the last letter: alone it would be drawn on a dotted circle.
        const std::string rest = text.substr(kept.size());
        for (const std::string_view mark : {"ั", "ี", "้", "่", "็", "ि", "्", "ी", "ा"})
            EXPECT_FALSE(rest.starts_with(mark)) << shown;
    }
}

INSTANTIATE_TEST_SUITE_P(, Fallback, testing::Values(kArabic, kChinese, kJapanese, kThai, kHindi), &nameOf);

TEST(FallbackText, TextOfTheFamilyIsOnePieceOfItsFace) {
    const auto layout = fonts().layout("Kota Banda Aceh – São Tomé", FontWeight::semiBold);
    ASSERT_EQ(layout->pieces.size(), 1U);
    EXPECT_EQ(layout->pieces.front().face, faceOf(FontWeight::semiBold));
    EXPECT_FALSE(layout->rightToLeft);
    for (const Glyph& glyph : fonts().shape("Kota Banda Aceh", FontWeight::semiBold, 13).glyphs)
        EXPECT_EQ(glyph.face, faceOf(FontWeight::semiBold));
}

TEST(FallbackText, ArabicIsReadFromTheRightWithinALineReadFromTheLeft) {
    if (!hasFont(kArabic))
        GTEST_SKIP() << "no installed font has Arabic letters";
    const std::string text = "Mitra جامعة الملك (2024) سعود di Riyadh";
    EXPECT_FALSE(fonts().layout(text, FontWeight::regular)->rightToLeft);
    const auto before = placeOf(text, "Mitra");
    const auto first = placeOf(text, "جامعة");
    const auto second = placeOf(text, "الملك");
    const auto year = placeOf(text, "2024");
    const auto third = placeOf(text, "سعود");
    const auto after = placeOf(text, "di Riyadh");
    EXPECT_LT(before.second, third.first);
    EXPECT_LT(third.second, year.first);
    EXPECT_LT(year.second, second.first);
    EXPECT_LT(second.second, first.first);
    EXPECT_LT(first.second, after.first);
    EXPECT_LT(placeOf(text, "2").first, placeOf(text, "4").first) << "figures are read from the left";
    // Letters take the forms of their places in the word: three times the same one is three glyphs.
    const ShapedRun joined = fonts().shape("ععع", FontWeight::regular, 10);
    ASSERT_EQ(joined.glyphs.size(), 3U);
    EXPECT_NE(joined.glyphs[0].index, joined.glyphs[1].index);
    EXPECT_NE(joined.glyphs[1].index, joined.glyphs[2].index);
}

TEST(FallbackText, ALineOfArabicAloneBeginsAtTheRight) {
    if (!hasFont(kArabic))
        GTEST_SKIP() << "no installed font has Arabic letters";
    const std::string cut = std::string(kArabic) + "…";
    EXPECT_TRUE(fonts().layout(cut, FontWeight::regular)->rightToLeft);
    EXPECT_LT(placeOf(cut, "…").second, placeOf(cut, "سعود").first);
}

TEST(FallbackText, JoinedLettersAreNotSetApart) {
    if (!hasFont(kArabic))
        GTEST_SKIP() << "no installed font has Arabic letters";
    EXPECT_EQ(fonts().width("سعود", FontWeight::regular, 10, 0.3F), fonts().width("سعود", FontWeight::regular, 10));
    if (hasFont(kChinese)) {
        EXPECT_NEAR(fonts().width("广州", FontWeight::regular, 10, 0.3F),
                    fonts().width("广州", FontWeight::regular, 10) + 3, 1e-3F);
    }
}

TEST(FallbackText, AFaceDoesNotDependOnWhatWasShapedBefore) {
    if (!hasFont(kArabic) || !hasFont(kThai) || !hasFont(kChinese))
        GTEST_SKIP() << "no installed font has Arabic, Thai and Chinese letters";
    const std::vector<std::string_view> texts{kArabic, kThai, kChinese, kJapanese, kHindi, "ع", "ก", "京", "京の"};
    const auto filesOf = [&](const FontSet& set, std::string_view text) {
        std::vector<std::string> files;
        for (const TextPiece& piece : set.layout(text, FontWeight::bold)->pieces)
            files.push_back(set.path(piece.face) + std::to_string(set.faceIndex(piece.face)));
        return files;
    };
    const auto forwards = FontSet::load().value();
    const auto backwards = FontSet::load().value();
    std::vector<std::vector<std::string>> first;
    for (const std::string_view text : texts)
        first.push_back(filesOf(*forwards, text));
    for (std::size_t i = texts.size(); i-- > 0;)
        EXPECT_EQ(filesOf(*backwards, texts[i]), first[i]) << texts[i];
}

TEST(FallbackText, ThreadsFindTheSameFaces) {
    if (!hasFont(kArabic) || !hasFont(kThai))
        GTEST_SKIP() << "no installed font has Arabic and Thai letters";
    const auto set = FontSet::load().value();
    const float arabic = fonts().width(kArabic, FontWeight::bold, 13);
    const float thai = fonts().width(kThai, FontWeight::bold, 13);
    float other = 0;
    std::thread thread([&] { other = set->width(kThai, FontWeight::bold, 13); });
    EXPECT_EQ(set->width(kArabic, FontWeight::bold, 13), arabic);
    thread.join();
    EXPECT_EQ(other, thai);
}

TEST(FallbackText, WhatIsNoUtf8IsLaidOutAllTheSame) {
    const std::string text = "Mitra \xd8\xff \xe5\xb9 \xf0\x9f \xd8\xac";
    const ShapedRun run = fonts().shape(text, FontWeight::regular, 13);
    EXPECT_GT(run.width, 0);
    const RunText behind = textOf(fonts(), text, FontWeight::regular, 13, run.glyphs);
    EXPECT_EQ(behind.parts.back().endByte, text.size());
}

} // namespace jejaring::text
