// SPDX-License-Identifier: MIT
// Kecamatan and villages: their names and codes, and the layers built from the packages where these are installed.
#include "data/boundary/boundary_build.hpp"
#include "data/boundary/boundary_districts.hpp"
#include "data/boundary/boundary_names.hpp"
#include "data/paths.hpp"
#include "data/sqlite.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <unistd.h>

namespace jejaring::data {
namespace {

GadmFeature named(std::string kecamatan, std::string village, std::string type) {
    GadmFeature feature;
    feature.kecamatan = std::move(kecamatan);
    feature.village = std::move(village);
    feature.type = std::move(type);
    feature.bpsCode = "1107062026";
    return feature;
}

const Areas kAreas{
    {}, {}, {{"11.05.07", "Arongan Lambalek"}}, {{"11.05.07.1001", "Alue Bagok"}, {"11.05.07.2002", "Alue Batee"}}};

TEST(SpacedName, PartsWordsThatTheSourceJoins) {
    EXPECT_EQ(spacedName("AronganLambalek"), "Arongan Lambalek");
    EXPECT_EQ(spacedName("KotaJuangIV"), "Kota Juang IV");
    EXPECT_EQ(spacedName("Bati-Bati"), "Bati-Bati");
    EXPECT_EQ(spacedName("Kuta"), "Kuta");
    EXPECT_EQ(spacedName(""), "");
}

TEST(DistrictRows, GiveTodaysNameWhereTheCodeIsKnownElseTheSources) {
    const DistrictRows rows(kAreas);
    const BoundaryRow known = rows.district(named("AronganLambalek", "", "Kecamatan"), "11.05.07", "11.05");
    EXPECT_EQ(known.code, "11.05.07");
    EXPECT_EQ(known.name, "Arongan Lambalek");
    EXPECT_EQ(known.type, "kecamatan");
    EXPECT_EQ(known.parentCode, "11.05");
    const BoundaryRow other = rows.district(named("AitinyoUtara", "", "Distrik"), "", "96.05");
    EXPECT_EQ(other.code, "");
    EXPECT_EQ(other.name, "Aitinyo Utara");
    EXPECT_EQ(other.type, "distrik");
}

TEST(DistrictRows, GiveAVillagesCodeOnceAndTellAKelurahan) {
    DistrictRows rows(kAreas);
    const BoundaryRow first = rows.village(named("", "AlueBagok", "Desa"), "11.05.07", "11.05");
    EXPECT_EQ(first.code, "11.05.07.1001");
    EXPECT_EQ(first.type, "kelurahan");
    EXPECT_EQ(first.parentCode, "11.05.07");
    EXPECT_EQ(rows.village(named("", "AlueBagok", "Desa"), "11.05.07", "11.05").code, "");
    EXPECT_EQ(rows.village(named("", "AlueBatee", "Kelurahan"), "11.05.07", "11.05").type, "desa");
    const BoundaryRow unknown = rows.village(named("", "AlueBaru", "Kelurahan"), "", "11.05");
    EXPECT_EQ(unknown.code, "");
    EXPECT_EQ(unknown.name, "Alue Baru");
    EXPECT_EQ(unknown.type, "kelurahan");
    EXPECT_EQ(unknown.parentCode, "11.05");
}

TEST(BoundaryLayers, OfKecamatanAndVillagesAreBuiltOnRequest) {
    const char* const folder = std::getenv("JEJARING_PACKAGES");
    BoundaryBuildOptions options;
    options.packages = folder != nullptr && *folder != '\0' ? folder : cacheFolder() + "/boundary-sources/node_modules";
    if (!std::filesystem::exists(options.packages + "/geojson-indonesia"))
        GTEST_SKIP() << "no packages in " << options.packages;
    options.aliases = JEJARING_SOURCE_DIR "/assets/data/region_aliases.csv";
    options.output =
        (std::filesystem::temp_directory_path() / ("jejaring-layers-" + std::to_string(::getpid()) + ".gpkg")).string();
    options.districts = options.villages = true;
    const auto built = buildBoundaries(options);
    ASSERT_TRUE(built.ok()) << core::englishText(built.error());
    const BoundaryReport& report = built.value();
    EXPECT_EQ(report.districts.source, 6695U);
    EXPECT_EQ(report.districts.today, 7277U);
    EXPECT_EQ(report.villages.source, 77473U);
    EXPECT_EQ(report.villages.today, 83763U);
    EXPECT_GE(report.districts.coded, 6300U);
    EXPECT_GE(report.villages.coded, 64000U);
    // All of the source but its five lakes, and the pieces of kecamatan that were divided since.
    EXPECT_GE(report.districts.written, 6685U);
    EXPECT_EQ(report.villages.written, 77468U);

    const Database database = Database::open(options.output, Database::Access::read);
    const auto number = [&database](const char* sql) {
        Statement statement(database, sql);
        return statement && statement.step() ? statement.integer(0) : -1;
    };
    EXPECT_EQ(number("SELECT count(*) FROM district"), static_cast<long long>(report.districts.written));
    EXPECT_EQ(number("SELECT count(*) FROM village"), static_cast<long long>(report.villages.written));
    EXPECT_EQ(number("SELECT count(code) FROM district"), static_cast<long long>(report.districts.coded));
    EXPECT_EQ(number("SELECT count(code) - count(DISTINCT code) FROM district"), 0);
    EXPECT_EQ(number("SELECT count(code) - count(DISTINCT code) FROM village"), 0);
    EXPECT_EQ(number("SELECT count(*) FROM district WHERE parent_code NOT IN (SELECT code FROM regency)"), 0);
    EXPECT_EQ(number("SELECT count(*) FROM district WHERE substr(code, 1, 5) <> parent_code"), 0);
    EXPECT_EQ(number("SELECT count(*) FROM village WHERE substr(code, 1, 8) <> parent_code"), 0);
    EXPECT_EQ(number("SELECT count(*) FROM village WHERE name IS NULL OR geom IS NULL"), 0);
    std::filesystem::remove(options.output);
}

} // namespace
} // namespace jejaring::data
