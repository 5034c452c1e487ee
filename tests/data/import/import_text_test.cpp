// SPDX-License-Identifier: MIT
#include "data/import/import_text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jejaring::data {
namespace {

TEST(CleanText, dropsWhatWordProcessorsLeave) {
    EXPECT_EQ(cleanText("\u00A0 Kota\u00A0\u2009 Bandung \t"), "Kota Bandung");
    EXPECT_EQ(cleanText("Kalimant\u00ADan\u200B Timur\uFEFF"), "Kalimantan Timur");
    EXPECT_EQ(cleanText("２０ Agustus ２０２４"), "20 Agustus 2024");
    EXPECT_EQ(cleanText("satu \r\n dua\rtiga\n"), "satu\ndua\ntiga");
}

TEST(CleanText, altersNothingElse) {
    for (const char* text : {"", "Rp 1.500,- (“lunas”)", "Türkiye – Çanakkale", "\xFF\xFE latin \xE9", "A-B/C; d"})
        EXPECT_EQ(cleanText(text), text);
}

TEST(CleanText, makesNoCharacterOfBytesThatStoodApart) {
    for (const std::string invisible : {"\u00AD", "\u200B", "\uFEFF"}) {
        const std::string once = cleanText("a\xE2" + invisible + invisible + "\x80\x80 b");
        EXPECT_EQ(once, "a\xE2" + invisible + "\x80\x80 b");
        EXPECT_EQ(cleanText(once), once);
    }
}

RC_GTEST_PROP(CleanText, twiceChangesNothing, ()) {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        " ", "a", "\n", "\r\n", "\u00A0", "\u200B", "\u00AD", "９", "\xE2", "\x80", "\t", "é", "\u3000", "x y"));
    std::string text;
    for (const std::string& piece : pieces)
        text += piece;
    const std::string once = cleanText(text);
    RC_ASSERT(cleanText(once) == once);
    RC_ASSERT(once.find("  ") == std::string::npos);
}

TEST(BlankLike, isWhatStatesNothing) {
    for (const char* text : {"", " ", "-", "--", "–", "—", "?", "n/a", "N/A", "NA", "tidak ada", "Belum ada", "TBA",
                             "...", "\u00A0", "#N/A", "belum ditentukan", "…"})
        EXPECT_TRUE(isBlankLike(text)) << text;
    for (const char* text : {"0", "tidak", "ya", "+", "Jepang", "-5", "%", "tidak ada data resmi tahun 2024"})
        EXPECT_FALSE(isBlankLike(text)) << text;
}

TEST(WordKey, comparesWithoutCapitalsMarksAndPunctuation) {
    EXPECT_EQ(wordKey("  Côte d'Ivoire "), "cote divoire");
    EXPECT_EQ(wordKey("Guinea-Bissau"), "guinea bissau");
    EXPECT_EQ(wordKey("TÜRKİYE"), "turkiye");
    EXPECT_EQ(wordKey("Jum’at"), "jumat");
    EXPECT_EQ(wordKey("«»—"), "");
    EXPECT_EQ(wordKey("中国"), "中国");
}

RC_GTEST_PROP(CharacterSize, walksAnyBytesToTheirEnd, (const std::string& text)) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t size = characterSize(text, at);
        RC_ASSERT(size >= 1U);
        RC_ASSERT(at + size <= text.size());
        at += size;
    }
}

} // namespace
} // namespace jejaring::data
