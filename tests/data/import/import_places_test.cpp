// SPDX-License-Identifier: MIT
#include "data/import/import_coordinates.hpp"
#include "data/import/import_countries.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jejaring::data {
namespace {

using testing::Contains;
using testing::ElementsAre;

TEST(ReadCoordinates, readsPairsAsPeopleWriteThem) {
    for (const char* text : {"-6,2; 106,8", "-6.2, 106.8", "-6.2,106.8", "-6,2, 106,8", "-6,2,106,8", "-6.2 106.8",
                             "(-6.2, 106.8)", "6,2 LS 106,8 BT", "6.2 LS, 106.8 BT", "6°12'S 106°48'E",
                             "6° 12' 0\" LS, 106° 48' 0\" BT", "S 6°12', E 106°48'", "106,8 BT; 6,2 LS",
                             "6°12′0″S 106°48′0″E", "6.2°S, 106.8°E", "-6.2° / 106.8°", "Lat -6.2; Long 106.8"}) {
        const Reading<core::Coordinates> reading = readCoordinates(text);
        ASSERT_TRUE(reading.ok()) << text;
        EXPECT_NEAR(reading.value->latitude, -6.2, 1e-9) << text;
        EXPECT_NEAR(reading.value->longitude, 106.8, 1e-9) << text;
        EXPECT_TRUE(reading.flags.empty()) << text;
    }
    EXPECT_NEAR(readCoordinates("0,5 LU 101,45 BT").value->latitude, 0.5, 1e-9);
    EXPECT_NEAR(readCoordinates("40.7 N 74 W").value->longitude, -74, 1e-9);
}

TEST(ReadCoordinates, putsAnExchangedPairInOrderAndSaysSo) {
    const Reading<core::Coordinates> reading = readCoordinates("106.8, -6.2");
    ASSERT_TRUE(reading.ok());
    EXPECT_DOUBLE_EQ(reading.value->latitude, -6.2);
    EXPECT_TRUE(reading.has(FlagKind::order));
}

TEST(ReadCoordinates, refusesWhatIsNone) {
    for (const char* text : {"Jakarta", "-6.2", "91; 200", "6 LS 7 LU", "-6 LS 106 BT", "6°75'S 106°E", "1;2;3",
                             "6.2 LS 106.8", "120, 130"})
        EXPECT_FALSE(readCoordinates(text).ok()) << text;
    EXPECT_TRUE(readCoordinates("-").blank());
}

TEST(ReadAxis, readsOneOfTheTwo) {
    EXPECT_NEAR(*readLatitude("6,2 LS").value, -6.2, 1e-9);
    EXPECT_NEAR(*readLatitude("-6.175").value, -6.175, 1e-9);
    EXPECT_NEAR(*readLongitude("106,812").value, 106.812, 1e-9);
    EXPECT_NEAR(*readLongitude("106°49'E").value, 106 + 49.0 / 60, 1e-9);
    EXPECT_FALSE(readLatitude("106,8").ok());
    EXPECT_FALSE(readLatitude("6,2 BT").ok());
    EXPECT_FALSE(readLongitude("181").ok());
}

RC_GTEST_PROP(ReadCoordinates, readsBackEveryPlace, ()) {
    const double latitude = *rc::gen::inRange(-9'000'000, 9'000'001) / 1e5;
    const double longitude = *rc::gen::inRange(-18'000'000, 18'000'001) / 1e5;
    std::string comma = fmt::format("{:.5f}; {:.5f}", latitude, longitude);
    std::replace(comma.begin(), comma.end(), '.', ',');
    for (const std::string& text :
         {comma, fmt::format("{:.5f}, {:.5f}", latitude, longitude), fmt::format("{:.5f} {:.5f}", latitude, longitude),
          fmt::format("{:.5f} {} {:.5f} {}", std::abs(latitude), latitude < 0 ? "LS" : "LU", std::abs(longitude),
                      longitude < 0 ? "BB" : "BT")}) {
        const Reading<core::Coordinates> reading = readCoordinates(text);
        RC_ASSERT(reading.ok());
        RC_ASSERT(std::abs(reading.value->latitude - latitude) < 1e-9);
        RC_ASSERT(std::abs(reading.value->longitude - longitude) < 1e-9);
    }
}

RC_GTEST_PROP(ReadCoordinates, staysOnTheGlobe, (const std::string& noise)) {
    const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "6", "106", "8", ",", ".", ";", " ", "°", "'", "\"", "LS", "BT", "S", "E", "-", "/", "lat"));
    std::string text;
    for (const std::string& part : parts)
        text += part;
    for (const std::string& cell : {text, noise}) {
        const Reading<core::Coordinates> reading = readCoordinates(cell);
        RC_ASSERT(static_cast<int>(reading.ok()) + static_cast<int>(reading.blank()) +
                      static_cast<int>(reading.error.has_value()) ==
                  1);
        if (reading.ok())
            RC_ASSERT(std::abs(reading.value->latitude) <= 90 && std::abs(reading.value->longitude) <= 180);
    }
}

class CountryNames : public testing::Test {
  protected:
    void SetUp() override {
        const auto countries = readCountries();
        if (!countries)
            GTEST_SKIP() << core::englishText(countries.error());
        const auto names = readCountryNames(JEJARING_SOURCE_DIR "/assets");
        ASSERT_TRUE(names);
        EXPECT_TRUE(names.messages().empty());
        names_ = names.value();
        for (const CountryName& name : names_)
            EXPECT_NE(countries.value().byAlpha3(name.alpha3), nullptr) << name.name;
        all_ = countries.value().all();
        matcher_.emplace(countries.value(), names_);
    }
    std::vector<Country> all_;
    std::vector<CountryName> names_;
    std::optional<CountryMatcher> matcher_;
};

TEST_F(CountryNames, areKnownInBothLanguagesAndByCode) {
    for (const auto& [text, code] : std::vector<std::pair<std::string, std::string>>{{"Jepang", "JPN"},
                                                                                     {"JAPAN", "JPN"},
                                                                                     {"JP", "JPN"},
                                                                                     {"jpn", ""},
                                                                                     {"Tiongkok", "CHN"},
                                                                                     {"China", "CHN"},
                                                                                     {"Negara Belanda", "NLD"},
                                                                                     {"Korea Selatan", "KOR"},
                                                                                     {"Turkiye", "TUR"},
                                                                                     {"Pantai Gading", "CIV"},
                                                                                     {"Côte d’Ivoire", "CIV"},
                                                                                     {"392", "JPN"}}) {
        const CountryAnswer answer = matcher_->find(text);
        EXPECT_EQ(answer.alpha3, code) << text;
        EXPECT_EQ(answer.match, code.empty() ? CountryMatch::none : CountryMatch::exact) << text;
    }
    EXPECT_EQ(matcher_->find("Jepang").alpha2, "JP");
}

TEST_F(CountryNames, areKnownByOtherUsualNames) {
    for (const auto& [text, code] : std::vector<std::pair<std::string, std::string>>{{"RRT", "CHN"},
                                                                                     {"Holland", "NLD"},
                                                                                     {"UEA", "ARE"},
                                                                                     {"Amerika", "USA"},
                                                                                     {"U.S.A.", "USA"},
                                                                                     {"AS", "USA"},
                                                                                     {"UK", "GBR"},
                                                                                     {"Korsel", "KOR"},
                                                                                     {"Burma", "MMR"}})
        EXPECT_EQ(matcher_->find(text).alpha3, code) << text;
    EXPECT_EQ(matcher_->find("Holland").match, CountryMatch::alias);
    EXPECT_EQ(matcher_->find("Inggris").alpha3, "GBR");
}

TEST_F(CountryNames, OfIsoAreAllKnownShortAndOfficial) {
    const core::Result<Countries> countries = readCountries();
    ASSERT_TRUE(countries);
    for (const Country& country : countries.value().all()) {
        std::vector<std::string> names = country.others;
        names.push_back(country.english);
        std::erase(names, "Congo"); // there are two
        for (const std::string& name : names)
            EXPECT_EQ(matcher_->find(name).alpha3, country.alpha3) << name;
    }
    EXPECT_EQ(matcher_->find("Korea, Republic of").alpha3, "KOR");
    EXPECT_EQ(matcher_->find("Kingdom of Thailand").alpha3, "THA");
    EXPECT_EQ(matcher_->find("Rep. of Korea").alpha3, "KOR");
}

TEST_F(CountryNames, areNotGuessedBetween) {
    const CountryAnswer korea = matcher_->find("Korea");
    EXPECT_EQ(korea.match, CountryMatch::ambiguous);
    EXPECT_THAT(korea.candidates, ElementsAre("KOR", "PRK"));
    EXPECT_TRUE(korea.alpha3.empty());
    const CountryAnswer near = matcher_->find("Jeppang");
    EXPECT_EQ(near.match, CountryMatch::fuzzy);
    EXPECT_THAT(near.candidates, Contains("JPN"));
    EXPECT_TRUE(near.alpha3.empty());
    EXPECT_EQ(matcher_->find("Atlantis Raya").match, CountryMatch::none);
    EXPECT_FALSE(readCountry("Korea", *matcher_).ok());
    EXPECT_TRUE(readCountry("?", *matcher_).blank());
    EXPECT_EQ(readCountry("Jepang", *matcher_).value, "JPN");
    for (const char* text : {"Jepang (Japan)", "Japan/Jepang", "Jepang / Japan"})
        EXPECT_EQ(readCountry(text, *matcher_).value, "JPN") << text;
    EXPECT_FALSE(readCountry("Jepang/Filipina", *matcher_).ok());
    EXPECT_FALSE(readCountry("Jepang (Kochi)", *matcher_).ok());
}

TEST_F(CountryNames, eachLeadsToItsCountryAlone) {
    for (const CountryName& name : names_) {
        const CountryAnswer answer = matcher_->find(name.name);
        if (answer.match == CountryMatch::ambiguous) {
            EXPECT_THAT(answer.candidates, Contains(name.alpha3)) << name.name;
        } else {
            EXPECT_EQ(answer.alpha3, name.alpha3) << name.name;
        }
    }
    for (const Country& country : all_)
        EXPECT_EQ(matcher_->find(country.alpha3).alpha3, country.alpha3) << country.english;
}

} // namespace
} // namespace jejaring::data
