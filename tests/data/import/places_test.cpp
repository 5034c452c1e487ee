// SPDX-License-Identifier: MIT
#include "data/import/places.hpp"

#include <gtest/gtest.h>

namespace jejaring::data {
namespace {

TEST(PlaceFinder, FindsByNameThenByOtherNamesAndNeverGuesses) {
    const PlaceFinder finder({{"Springfield", {}, "USA", 1, 1, 180000},
                              {"Springfield", {}, "USA", 2, 2, 160000},
                              {"Portland", {}, "USA", 3, 3, 1875000},
                              {"Portland", {}, "USA", 4, 4, 60000},
                              {"Rangoon", {"Yangon"}, "MMR", 5, 5, 4088000},
                              {"Mexico City", {"Ciudad de Mexico"}, "MEX", 6, 6, 19028000},
                              {"Kitakyushu", {}, "JPN", 7, 7, 2792000}});
    EXPECT_EQ(finder.find("Springfield", "USA"), nullptr);
    ASSERT_NE(finder.find("PORTLAND", "USA"), nullptr);
    EXPECT_EQ(finder.find("Portland", "USA")->latitude, 3);
    ASSERT_NE(finder.find("Yangon", "MMR"), nullptr);
    EXPECT_EQ(finder.find("Yangon", "JPN"), nullptr);
    EXPECT_EQ(finder.find("Yangon", ""), nullptr);
    EXPECT_EQ(finder.find("", "USA"), nullptr);
    EXPECT_NE(finder.find("Mexico City", "MEX"), nullptr);
    EXPECT_NE(finder.find("Kota Kitakyushu", "JPN"), nullptr);
    EXPECT_NE(finder.find("Kitakyushu City", "JPN"), nullptr);
    EXPECT_NE(finder.find("City of Kitakyushu", "JPN"), nullptr);
}

TEST(Places, AreReadFromThePackage) {
    const auto places = readPlaces();
    ASSERT_TRUE(places) << core::englishText(places.error());
    EXPECT_GT(places.value().size(), 7000U);
    const PlaceFinder finder(places.value());
    const Place* const jeddah = finder.find("Jeddah", "SAU");
    ASSERT_NE(jeddah, nullptr);
    EXPECT_NEAR(jeddah->latitude, 21.5, 0.2);
    EXPECT_NEAR(jeddah->longitude, 39.2, 0.2);
    EXPECT_GT(jeddah->population, 1000000);
    EXPECT_NE(finder.find("S\xc3\xa3o Paulo", "BRA"), nullptr);
    EXPECT_EQ(readPlaces("/nowhere/places.shp").error().code, core::ErrorCode::notFound);
}

} // namespace
} // namespace jejaring::data
