// SPDX-License-Identifier: MIT
// Matching and building from small sources made up here.
#include "data/boundary/boundary_build.hpp"
#include "data/boundary/boundary_matching.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace jejaring::data {
namespace {

GadmFeature feature(std::string regency, std::string kecamatan, std::string village, std::string type,
                    std::string regencyId, std::string kecamatanId) {
    GadmFeature f;
    f.province = "JawaBarat";
    f.regency = std::move(regency);
    f.kecamatan = std::move(kecamatan);
    f.village = std::move(village);
    f.type = std::move(type);
    f.regencyId = std::move(regencyId);
    f.kecamatanId = std::move(kecamatanId);
    return f;
}

const Areas kAreas{{{"32", "JAWA BARAT"}},
                   {{"32.04", "KABUPATEN BANDUNG"},
                    {"32.07", "KABUPATEN CIAMIS"},
                    {"32.18", "KABUPATEN PANGANDARAN"},
                    {"32.73", "KOTA BANDUNG"}},
                   {{"32.07.01", "Ciamis"}, {"32.18.01", "Parigi"}, {"32.18.02", "Padaherang Baru"}},
                   {{"32.07.01.2001", "Cisadap"},
                    {"32.18.01.2001", "Karangbenda"},
                    {"32.18.01.2002", "Cibenda"},
                    {"32.18.02.2001", "Maruyungsari"},
                    {"32.18.02.2002", "Paledah"},
                    {"32.18.02.2003", "Sukanagara"}}};

TEST(MatchRegencies, TellsAKotaFromTheKabupatenOfItsName) {
    const std::vector<GadmFeature> source{
        feature("Bandung", "", "", "Kabupaten", "a", ""), feature("KotaBandung", "", "", "Kota", "b", ""),
        feature("Ciamys", "", "", "Kabupaten", "c", ""), feature("WadukCirata", "", "", "WaterBody", "d", "")};
    const auto matches = matchRegencies(source, kAreas, {});
    ASSERT_EQ(matches.size(), 4U);
    EXPECT_EQ(kAreas.regencies[matches[0].regency].code, "32.04");
    EXPECT_EQ(kAreas.regencies[matches[1].regency].code, "32.73");
    EXPECT_EQ(matches[1].method, MatchMethod::exact);
    EXPECT_EQ(kAreas.regencies[matches[2].regency].code, "32.07");
    EXPECT_EQ(matches[2].method, MatchMethod::fuzzy);
    EXPECT_EQ(matches[3].regency, kNoRegency);
    EXPECT_EQ(matches[3].lake, "WadukCirata");
}

TEST(MatchRegencies, FollowsTheAliases) {
    const std::vector<GadmFeature> source{feature("Galuh", "", "", "Kabupaten", "a", "")};
    const std::vector<RegionAlias> aliases{{"JawaBarat", "Kabupaten", "Galuh", "32.07", ""}};
    const auto matches = matchRegencies(source, kAreas, aliases);
    ASSERT_EQ(matches.size(), 1U);
    EXPECT_EQ(kAreas.regencies[matches[0].regency].code, "32.07");
    EXPECT_EQ(matches[0].method, MatchMethod::alias);
}

TEST(MatchKecamatan, MovesOneByItsNameOneByItsVillagesAndLeavesTheRest) {
    const std::vector<RegencyMatch> regencies{{"a", "Ciamis", "", 1, MatchMethod::exact, ""}};
    const std::vector<GadmFeature> level3{feature("Ciamis", "Ciamis", "", "Kecamatan", "a", "1"),
                                          feature("Ciamis", "Parigi", "", "Kecamatan", "a", "2"),
                                          feature("Ciamis", "Padaherang", "", "Kecamatan", "a", "3")};
    const std::vector<GadmFeature> level4{feature("Ciamis", "Ciamis", "Cisadap", "Desa", "a", "1"),
                                          feature("Ciamis", "Parigi", "Karangbenda", "Desa", "a", "2"),
                                          feature("Ciamis", "Parigi", "Cibenda", "Desa", "a", "2"),
                                          feature("Ciamis", "Padaherang", "Maruyungsari", "Desa", "a", "3"),
                                          feature("Ciamis", "Padaherang", "Paledah", "Desa", "a", "3"),
                                          feature("Ciamis", "Padaherang", "Unknown", "Desa", "a", "3")};
    const auto matches = matchKecamatan(level3, level4, regencies, kAreas);
    ASSERT_EQ(matches.size(), 3U);
    EXPECT_EQ(kAreas.regencies[matches[0].regency].code, "32.07");
    EXPECT_EQ(matches[0].district, "32.07.01");
    EXPECT_EQ(kAreas.regencies[matches[1].regency].code, "32.18");
    EXPECT_EQ(matches[1].district, "32.18.01");
    EXPECT_EQ(kAreas.regencies[matches[2].regency].code, "32.18");
    EXPECT_NEAR(matches[2].support, 2.0 / 3, 1e-9);
}

TEST(MatchKecamatan, DividesOneWhoseVillagesWentTwoWays) {
    const std::vector<RegencyMatch> regencies{{"a", "Ciamis", "", 1, MatchMethod::exact, ""}};
    const std::vector<GadmFeature> level3{feature("Ciamis", "Ciamis", "", "Kecamatan", "a", "1")};
    const std::vector<GadmFeature> level4{feature("Ciamis", "Ciamis", "Cisadap", "Desa", "a", "1"),
                                          feature("Ciamis", "Ciamis", "Maruyungsari", "Desa", "a", "1"),
                                          feature("Ciamis", "Ciamis", "Paledah", "Desa", "a", "1"),
                                          feature("Ciamis", "Ciamis", "Sukanagara", "Desa", "a", "1")};
    const auto matches = matchKecamatan(level3, level4, regencies, kAreas);
    EXPECT_EQ(kAreas.regencies[matches[0].regency].code, "32.07"); // its own name is there
    ASSERT_EQ(matches[0].parts.size(), 1U);
    EXPECT_EQ(kAreas.regencies[matches[0].parts[0].regency].code, "32.18");
    EXPECT_THAT(matches[0].parts[0].villages, testing::ElementsAre(1, 2, 3));
}

class BoundaryBuild : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() / ("jejaring-build-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_ / "geojson-indonesia/geojson");
        std::filesystem::create_directories(folder_ / "idn-area-data/data");
        const std::string properties = R"("NAME_1":"Bali","NAME_2":"Badung","GID_2":"x","TYPE_2":"Kabupaten","NAME_3":)"
                                       R"("Kuta","GID_3":"y","TYPE_3":"Kecamatan","NAME_4":"Kuta","TYPE_4":"Desa")";
        for (const char* level : {"2", "3", "4"})
            write(
                std::string("geojson-indonesia/geojson/gadm41_IDN_") + level + ".json",
                R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{)" + properties +
                    R"(},"geometry":{"type":"Polygon","coordinates":[[[115,-8],[115.1,-8],[115.1,-8.1],[115,-8]]]}}]})");
        write("idn-area-data/data/provinces.csv", "code,name\n51,BALI\n");
        write("idn-area-data/data/regencies.csv",
              "code,province_code,name\n51.03,51,KABUPATEN BADUNG\n51.04,51,KABUPATEN GIANYAR\n");
        write("idn-area-data/data/districts.csv", "code,regency_code,name\n51.03.01,51.03,Kuta\n");
        write("idn-area-data/data/villages.csv", "code,district_code,name\n51.03.01.2001,51.03.01,Kuta\n");
        write("region_aliases.csv", "province,type,name,code,label,reason\n");
        write("region_doubts.csv", "code,overlap\n");
        options_.packages = folder_.string();
        options_.aliases = (folder_ / "region_aliases.csv").string();
        options_.output = (folder_ / "out/boundaries.gpkg").string();
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }
    void write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name) << text; }

    std::filesystem::path folder_;
    BoundaryBuildOptions options_;
};

TEST_F(BoundaryBuild, WithMissingRegionsIsAnErrorThatListsThem) {
    const auto report = buildBoundaries(options_);
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.error().code, core::ErrorCode::incompleteBoundaries);
    EXPECT_THAT(core::englishText(report.error()), testing::HasSubstr("51.04 Kabupaten Gianyar"));
    EXPECT_THAT(core::englishText(report.error()), testing::Not(testing::HasSubstr("Badung")));
    EXPECT_FALSE(std::filesystem::exists(options_.output));
}

TEST_F(BoundaryBuild, StopsWhenAskedTo) {
    double last = -1;
    const auto report = buildBoundaries(options_, [&last](double share, std::string_view) {
        EXPECT_GE(share, last);
        last = share;
        return share < 0.3;
    });
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.error().code, core::ErrorCode::cancelled);
    EXPECT_FALSE(std::filesystem::exists(options_.output));
}

TEST_F(BoundaryBuild, NamesTheSourceThatIsMissingOrDamaged) {
    write("geojson-indonesia/geojson/gadm41_IDN_3.json", R"({"type":"FeatureCollection","features":[)");
    EXPECT_EQ(buildBoundaries(options_).error().code, core::ErrorCode::wrongFormat);
    std::filesystem::remove(folder_ / "idn-area-data/data/villages.csv");
    const auto report = buildBoundaries(options_);
    EXPECT_EQ(report.error().code, core::ErrorCode::notFound);
    EXPECT_THAT(core::englishText(report.error()), testing::HasSubstr("villages.csv"));
}

} // namespace
} // namespace jejaring::data
