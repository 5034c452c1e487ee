// SPDX-License-Identifier: MIT
#include "data/countries.hpp"

#include "data/project/sample.hpp"
#include "support/temporary_folder.hpp"

#include <fstream>

#include <gtest/gtest.h>

namespace jejaring::data {
namespace {

TEST(Countries, areFoundByEachOfTheirCodes) {
    const auto countries = readCountries();
    if (!countries)
        GTEST_SKIP() << core::englishText(countries.error());
    ASSERT_NE(countries.value().byAlpha3("JPN"), nullptr);
    EXPECT_EQ(countries.value().byAlpha3("JPN")->english, "Japan");
    EXPECT_EQ(countries.value().byAlpha2("VN")->english, "Vietnam");
    EXPECT_EQ(countries.value().byNumeric("004")->alpha3, "AFG");
    EXPECT_EQ(countries.value().byAlpha3("QZZ"), nullptr);
    EXPECT_GT(countries.value().all().size(), 240U);
}

TEST(Countries, ofTheSampleAreAllKnown) {
    const auto countries = readCountries();
    if (!countries)
        GTEST_SKIP() << core::englishText(countries.error());
    const auto project = sampleProject(JEJARING_SOURCE_DIR "/assets");
    ASSERT_TRUE(project);
    for (const core::Partner& partner : project.value().partners)
        EXPECT_NE(countries.value().byAlpha3(partner.country), nullptr) << partner.name;
}

TEST(Countries, anotherFileIsRefused) {
    const test::TemporaryFolder folder;
    const std::string path = (folder.path() / "list.json").string();
    EXPECT_EQ(readCountries(path).error().code, core::ErrorCode::notFound);
    for (const char* text : {"", "[]", "{", "{\"3166-1\": 3}", "{\"3166-2\": []}"}) {
        std::ofstream(path) << text;
        const auto result = readCountries(path);
        ASSERT_FALSE(result) << text;
        EXPECT_EQ(result.error().code, core::ErrorCode::wrongFormat);
    }
    std::ofstream(path) << R"({"3166-1": [{"alpha_3": "AAA", "name": 7}, 3, {}]})";
    EXPECT_EQ(readCountries(path).value().byAlpha3("AAA")->english, "");
}

} // namespace
} // namespace jejaring::data
