// SPDX-License-Identifier: MIT
#include "core/phrase.hpp"

#include "core/result.hpp"

#include <gtest/gtest.h>

namespace jejaring::core {
namespace {

const Wording kShouted{[](std::string_view id) { return id == "no {0} in {1}" ? "{1}: NO {0}" : "WORDS"; }, ','};

TEST(Phrase, IsPutInTheWordsOfALanguageWithItsArguments) {
    EXPECT_EQ(expandPhrases(phrase("no {0} in {1}", {"milk", "the house"}), kShouted), "the house: NO milk");
    EXPECT_EQ(expandPhrases(phrase("any"), kShouted), "WORDS");
}

TEST(Phrase, LeavesWhatStandsAroundItAsItIs) {
    EXPECT_EQ(expandPhrases("a " + phrase("x") + "; " + phrase("no {0} in {1}", {"", "b"}) + " any", kShouted),
              "a WORDS; b: NO  any");
    EXPECT_EQ(expandPhrases("no {0} in {1}", kShouted), "no {0} in {1}");
    EXPECT_EQ(expandPhrases("", kShouted), "");
}

TEST(Phrase, AnEndOrABeginningAloneStaysInTheText) {
    EXPECT_EQ(expandPhrases("a\x1e b", kShouted), "a\x1e b");
    EXPECT_EQ(expandPhrases("a\x1d b", kShouted), "a\x1d b");
}

TEST(Phrase, NumbersHaveTheDecimalPointOfTheLanguage) {
    EXPECT_EQ(expandPhrases(decimal(0.25) + " 0.25", kShouted), "0,25 0.25");
    EXPECT_EQ(expandPhrases(decimal(8), kShouted), "8");
}

TEST(Phrase, CountsDaysAndCountriesAreSaidAsTheLanguageSaysThem) {
    const Wording wording{[](std::string_view id) { return std::string(id); }, ',',
                          [](std::string_view iso) { return "on " + std::string(iso); },
                          [](std::string_view code) { return "in " + std::string(code); }};
    EXPECT_EQ(expandPhrases(counted(1234567) + " " + counted(999), wording), "1.234.567 999");
    EXPECT_EQ(expandPhrases(dated("2024-08-20") + ", " + country("JPN"), wording), "on 2024-08-20, in JPN");
    EXPECT_EQ(englishText(note("{0} {0:row|rows}, {1} {1:row|rows}", {counted(1), counted(79901)})),
              "1 row, 79,901 rows");
    EXPECT_EQ(expandPhrases(country("JPN"), englishWording()), "JPN");
}

TEST(Phrase, IsEnglishInTheEnglishTextOfAMessage) {
    EXPECT_EQ(englishText(note("{0}: {1} ({2})", {"a.png", phrase("no {0}", {"room"}), decimal(1.5)})),
              "a.png: no room (1.5)");
}

} // namespace
} // namespace jejaring::core
