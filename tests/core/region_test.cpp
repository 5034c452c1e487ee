// SPDX-License-Identifier: MIT
#include "core/region.hpp"
#include "core/time_zone.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jejaring::core {
namespace {

RegionCode code(std::string_view text) {
    return RegionCode::parse(text).value();
}

TEST(RegionCode, takesTwoDigitsOrTwoAndTwo) {
    EXPECT_EQ(code("64").level(), RegionLevel::province);
    EXPECT_EQ(code("64.01").level(), RegionLevel::regency);
    EXPECT_EQ(code("64.01").province(), code("64"));
    for (const char* text : {"", "6", "640", "6401", "64.1", "64.011", "64,01", "ab", "64.0a", " 64", "64.01.01"})
        EXPECT_FALSE(RegionCode::parse(text)) << text;
}

RegionCatalog catalog() {
    return RegionCatalog({{code("64.71"), "Kota Balikpapan", RegionType::kota, "6471", ""},
                          {code("35"), "Jawa Timur", RegionType::province, "35", ""},
                          {code("64.01"), "Kabupaten Paser", RegionType::kabupaten, "6401", ""},
                          {code("64"), "Kalimantan Timur", RegionType::province, "64", ""},
                          {code("35.78"), "Kota Surabaya", RegionType::kota, "3578", ""},
                          {code("99.01"), "Tanpa provinsi", RegionType::kabupaten, "", ""}});
}

TEST(RegionCatalog, putsProvincesFirstAndThenRegenciesByCode) {
    const RegionCatalog regions = catalog();
    ASSERT_EQ(regions.size(), 6U);
    EXPECT_EQ(regions.provinceCount(), 2U);
    EXPECT_EQ(regions.regencyCount(), 4U);
    const std::vector<std::string> expected{"35", "64", "35.78", "64.01", "64.71", "99.01"};
    for (std::size_t i = 0; i < expected.size(); ++i)
        EXPECT_EQ(regions[static_cast<RegionIndex>(i)].code.text(), expected[i]);
}

TEST(RegionCatalog, knowsProvincesAndTheirRegencies) {
    const RegionCatalog regions = catalog();
    EXPECT_EQ(regions.provinceOf(*regions.find("64.71")), *regions.find("64"));
    EXPECT_EQ(regions.provinceOf(*regions.find("64")), *regions.find("64"));
    EXPECT_EQ(regions.provinceOf(*regions.find("99.01")), kNoRegion);
    const RegionCatalog::Range range = regions.regenciesOf(*regions.find("64"));
    EXPECT_EQ(range.last - range.first, 2);
    EXPECT_EQ(regions[range.first].code.text(), "64.01");
    EXPECT_FALSE(regions.find("12"));
}

TEST(TimeZones, followTheProvince) {
    EXPECT_EQ(officialTimeZone(code("31")), TimeZone::wib);
    EXPECT_EQ(officialTimeZone(code("61.71")), TimeZone::wib);
    EXPECT_EQ(officialTimeZone(code("62")), TimeZone::wib);
    EXPECT_EQ(officialTimeZone(code("63")), TimeZone::wita);
    EXPECT_EQ(officialTimeZone(code("51.03")), TimeZone::wita);
    EXPECT_EQ(officialTimeZone(code("81")), TimeZone::wit);
    EXPECT_EQ(officialTimeZone(code("96.71")), TimeZone::wit);
    EXPECT_FALSE(officialTimeZone(code("97")));
    EXPECT_FALSE(officialTimeZone(RegionCode{}));
}

TEST(Jakarta, unitsAreUnderTheProvince) {
    EXPECT_TRUE(underProvincialAuthority(code("31.71")));
    EXPECT_FALSE(underProvincialAuthority(code("31")));
    EXPECT_FALSE(underProvincialAuthority(code("32.71")));
}

RC_GTEST_PROP(RegionCode, acceptsExactlyItsOwnForm, (const std::string& text)) {
    const auto parsed = RegionCode::parse(text);
    if (parsed)
        RC_ASSERT(parsed->text() == text && (text.size() == 2 || text.size() == 5));
}

} // namespace
} // namespace jejaring::core
