// SPDX-License-Identifier: MIT
// Imports of small generated files onto a base of four regions, and of the independent boundaries onto the real ones.
#include "data/boundary/boundary_file.hpp"
#include "data/boundary/boundary_import.hpp"
#include "data/boundary/boundary_store.hpp"
#include "data/boundary/region_finder.hpp"
#include "data/paths.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace jejaring::data {
namespace {

geo::MultiPolygon square(double x, double y, double size = 1) {
    return {{{{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}}, {}}};
}

class BoundaryImport : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() / ("jejaring-import-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_);
        auto created = BoundaryFile::create(base());
        ASSERT_TRUE(created.ok());
        BoundaryFile file = std::move(created).value();
        ASSERT_TRUE(file.beginLayer(kProvinceLayer));
        ASSERT_TRUE(file.add({"64", "Kalimantan Timur", "province", "", "64", "", ""}, square(116, 0, 2)));
        ASSERT_TRUE(file.beginLayer(kRegencyLayer));
        // As in reality, the codes of one system without the dot are other regions' in the other.
        ASSERT_TRUE(file.add({"64.01", "Kabupaten Paser", "kabupaten", "64", "6409", "", "unsure"}, square(116, 0)));
        ASSERT_TRUE(file.add({"64.09", "Kabupaten Berau", "kabupaten", "64", "6401", "", ""}, square(117, 0)));
        ASSERT_TRUE(file.add({"64.02", "Kabupaten Kutai", "kabupaten", "64", "", "", ""}, square(116, 1)));
        ASSERT_TRUE(file.add({"64.72", "Kota Kutai", "kota", "64", "6472", "", ""}, square(117, 1)));
        ASSERT_TRUE(file.beginLayer(kCountryLayer));
        ASSERT_TRUE(file.add({"MY", "Malaysia", "country", "", "", "", ""}, square(110, 3)));
        file.setMetadata(kCreditKey, "Base & Co");
        ASSERT_TRUE(file.finish().ok());
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::string path(const std::string& name) const { return (folder_ / name).string(); }
    std::string base() const { return path("base.gpkg"); }
    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(path(name)) << text;
        return path(name);
    }
    static std::string feature(const std::string& properties, const std::string& ring) {
        return R"({"type":"Feature","properties":{)" + properties +
               R"(},"geometry":{"type":"Polygon","coordinates":[)" + ring + "]}}";
    }
    static std::string collection(const std::string& features, const std::string& more = {}) {
        return R"({"type":"FeatureCollection",)" + more + R"("features":[)" + features + "]}";
    }
    static constexpr const char* kSquare = "[[116,0],[117,0],[117,1],[116,1],[116,0]]";

    core::Result<BoundaryImportReport> import(const std::string& file, BoundaryImportOptions options = {}) const {
        options.base = base();
        options.output = path("out.gpkg");
        return importBoundaries(file, options);
    }

    std::filesystem::path folder_;
};

TEST_F(BoundaryImport, RepairsABowtieAndCountsIt) {
    const auto file =
        write("bowtie.geojson", collection(feature(R"("code":"64.01")", "[[116,0],[117,1],[117,0],[116,1],[116,0]]")));
    const auto report = import(file);
    ASSERT_TRUE(report.ok()) << core::englishText(report.error());
    EXPECT_EQ(report.value().repaired, 1U);
    EXPECT_EQ(report.value().regencies, 1U);
    EXPECT_EQ(report.value().codeField, "code");
    EXPECT_THAT(report.value().missing, testing::ElementsAre("64.02", "64.09", "64.72"));
    const auto set = readBoundaries(path("out.gpkg"), {.provinces = true});
    ASSERT_TRUE(set.ok());
    EXPECT_NEAR(geo::area(set.value().shapes.regencies[0]), 0.5, 1e-6);
    EXPECT_EQ(set.value().shapes.catalog[1].doubt, ""); // it was the old boundary's
    EXPECT_EQ(set.value().shapes.countries.size(), 1U);
    EXPECT_EQ(set.value().credit, "bowtie.geojson; Base & Co");
    ASSERT_EQ(set.value().provinces.size(), 1U);
    EXPECT_NEAR(geo::area(set.value().provinces[0]), 3.5, 1e-6);
}

TEST_F(BoundaryImport, OfEveryRegionCreditsItsOwnSourceAlone) {
    const auto file = write("all.geojson",
                            collection(feature(R"("code":"64.01")", kSquare) + "," +
                                       feature(R"("code":"64.09")", "[[117,0],[118,0],[118,1],[117,1],[117,0]]") + "," +
                                       feature(R"("code":"64.02")", "[[116,1],[117,1],[117,2],[116,2],[116,1]]") + "," +
                                       feature(R"("code":"64.72")", "[[117,1],[118,1],[118,2],[117,2],[117,1]]")));
    const auto report = import(file);
    ASSERT_TRUE(report.ok()) << core::englishText(report.error());
    EXPECT_TRUE(report.value().missing.empty());
    EXPECT_EQ(readBoundaries(path("out.gpkg")).value().credit, "all.geojson");
    BoundaryImportOptions options;
    options.credit = "BIG 2024";
    ASSERT_TRUE(import(file, options).ok());
    EXPECT_EQ(readBoundaries(path("out.gpkg")).value().credit, "BIG 2024");
}

TEST_F(BoundaryImport, OfProvincesKeepsTheRegenciesAndTheirCredit) {
    const auto file = write("provinces.geojson", collection(feature(R"("code":"64")", kSquare)));
    const auto report = import(file);
    ASSERT_TRUE(report.ok()) << core::englishText(report.error());
    EXPECT_EQ(report.value().regencies, 0U);
    EXPECT_EQ(report.value().provinces, 1U);
    const auto set = readBoundaries(path("out.gpkg"));
    EXPECT_EQ(set.value().credit, "provinces.geojson; Base & Co");
    EXPECT_NEAR(geo::area(set.value().shapes.regencies[0]), 1, 1e-6);
}

TEST_F(BoundaryImport, TurnsMetresIntoDegrees) {
    // UTM zone 50 south has its central meridian at 117° E and counts the equator as 10,000 km.
    const auto file = write(
        "utm.geojson", collection(feature(R"("nama":"Kab. Paser")",
                                          "[[500000,9900000],[600000,9900000],[600000,10000000],[500000,9900000]]"),
                                  R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32750"}},)"));
    const auto report = import(file);
    ASSERT_TRUE(report.ok()) << core::englishText(report.error());
    EXPECT_TRUE(report.value().reprojected);
    EXPECT_THAT(report.value().sourceSystem, testing::HasSubstr("UTM zone 50S"));
    const auto set = readBoundaries(path("out.gpkg"));
    ASSERT_TRUE(set.ok());
    const geo::Box box = geo::bounds(set.value().shapes.regencies[0]);
    EXPECT_NEAR(box.minX, 117.0, 1e-3);
    EXPECT_NEAR(box.maxY, 0.0, 1e-3);
    EXPECT_NEAR(box.minY, -0.904, 1e-2);
}

TEST_F(BoundaryImport, ListsTheRowsItCannotPlace) {
    const auto file = write("rows.geojson", collection(feature(R"("kode":"64.01","nama":"Paser")", kSquare) + "," +
                                                       feature(R"("kode":"64.99","nama":"Negeri Dongeng")", kSquare) +
                                                       "," + feature(R"("kode":"64.72","nama":"Kota Kutai")", "[]")));
    const auto report = import(file);
    ASSERT_TRUE(report.ok()) << core::englishText(report.error());
    ASSERT_EQ(report.value().unmatched.size(), 2U);
    EXPECT_EQ(report.value().unmatched[0].code, "64.99");
    EXPECT_EQ(report.value().unmatched[0].name, "Negeri Dongeng");
    EXPECT_EQ(report.value().unmatched[0].reason, "No region has this code.");
    EXPECT_EQ(report.value().unmatched[1].reason, "The row has no polygon.");
}

TEST_F(BoundaryImport, TakesTheNamesWhereItIsToldTo) {
    const auto file = write("names.geojson", collection(feature(R"("a":"x","b":"PASER")", kSquare) + "," +
                                                        feature(R"("a":"y","b":"Kotta Kutai")", kSquare)));
    BoundaryImportOptions options;
    options.nameField = "b";
    const auto report = import(file, options);
    ASSERT_TRUE(report.ok()) << core::englishText(report.error());
    EXPECT_EQ(report.value().regencies, 1U);
    EXPECT_EQ(report.value().nameField, "b");
    EXPECT_EQ(report.value().unmatched.size(), 1U);
}

TEST_F(BoundaryImport, SaysWhatIsWrongAndLeavesNoFile) {
    const auto noField = write("nofield.geojson", collection(feature(R"("x":"1")", kSquare)));
    EXPECT_EQ(import(noField).error().code, core::ErrorCode::wrongFormat);
    BoundaryImportOptions options;
    options.codeField = "kode";
    EXPECT_EQ(import(noField, options).error().code, core::ErrorCode::invalidArgument);
    options.codeField.clear();
    options.layer = "other";
    EXPECT_EQ(import(noField, options).error().code, core::ErrorCode::missingTable);
    EXPECT_EQ(import(path("absent.geojson")).error().code, core::ErrorCode::notFound);
    EXPECT_EQ(import(write("text.txt", "nothing of the kind")).error().code, core::ErrorCode::wrongFormat);
    const auto unknown = write("unknown.geojson", collection(feature(R"("code":"99.99")", kSquare)));
    options.layer.clear();
    options.codeField = "code";
    EXPECT_EQ(import(unknown, options).error().code, core::ErrorCode::unknownRegion);
    EXPECT_FALSE(std::filesystem::exists(path("out.gpkg")));
}

TEST_F(BoundaryImport, DoesNotGuessBetweenTwoSystemsOfCodes) {
    const auto set = readBoundaries(base());
    ASSERT_TRUE(set.ok());
    const core::RegionCatalog& catalog = set.value().shapes.catalog;
    const RegionFinder finder(catalog);
    const auto code = [&](const RegionAnswer& answer) {
        return answer.region ? catalog[*answer.region].code.text() : std::string();
    };
    EXPECT_EQ(code(finder.byCode("64.01")), "64.01");
    EXPECT_EQ(code(finder.byCode("6401")), ""); // Paser to Kemendagri, Berau to BPS
    EXPECT_EQ(code(finder.byCode("6401", "Berau")), "64.09");
    EXPECT_EQ(code(finder.byCode("6401", "Kab. Paser")), "64.01");
    EXPECT_EQ(code(finder.byCode("6402")), "64.02"); // only one of them knows it
    EXPECT_EQ(code(finder.byCode("6472")), "64.72"); // both mean the same
    EXPECT_EQ(code(finder.byCode("64")), "64");
    EXPECT_EQ(code(finder.byCode("640")), "");
    EXPECT_EQ(code(finder.byName("Kutai", core::RegionLevel::regency)), ""); // kabupaten or kota
    EXPECT_EQ(code(finder.byName("Kutai", core::RegionLevel::regency, "Kota")), "64.72");
    EXPECT_EQ(code(finder.byName("kab. kutai", core::RegionLevel::regency)), "64.02");
    EXPECT_EQ(code(finder.byName("Kalimantan Timor", core::RegionLevel::province)), "64");
}

TEST(RegionFinder, FindsProvincesByTheirFullNamesAndOtherForms) {
    std::vector<core::Region> regions;
    for (const auto& [code, name] : {std::pair{"31", "DKI Jakarta"}, {"34", "Daerah Istimewa Yogyakarta"}}) {
        core::Region region;
        region.code = *core::RegionCode::parse(code);
        region.type = core::RegionType::province;
        region.name = name;
        regions.push_back(region);
    }
    const core::RegionCatalog catalog(std::move(regions));
    const RegionFinder finder(catalog);
    for (const char* name :
         {"Daerah Istimewa Yogyakarta", "DAERAH ISTIMEWA YOGYAKARTA", "DI Yogyakarta", "Yogyakarta"}) {
        const RegionAnswer answer = finder.byName(name, core::RegionLevel::province);
        ASSERT_TRUE(answer.region) << name << ": " << answer.reason;
        EXPECT_EQ(catalog[*answer.region].code.text(), "34") << name;
    }
}

TEST_F(BoundaryImport, KeepsTheFileItReplacesWhereItFails) {
    BoundaryImportOptions options;
    options.base = options.output = base();
    const auto size = std::filesystem::file_size(base());
    EXPECT_FALSE(importBoundaries(path("absent.geojson"), options).ok());
    EXPECT_EQ(std::filesystem::file_size(base()), size);
    const auto file = write("one.geojson", collection(feature(R"("code":"64.01")", kSquare)));
    EXPECT_TRUE(importBoundaries(file, options).ok());
    EXPECT_TRUE(readBoundaries(base()).ok());
}

TEST(BoundaryImportOfAnotherSource, FindsAll514And38) {
    const char* const shared = std::getenv("JEJARING_SHARED");
    const std::string folder = (shared ? std::string(shared) : JEJARING_SOURCE_DIR "/../shared") + "/data/test-only/";
    if (!std::filesystem::exists(boundariesPath()) || !std::filesystem::exists(folder))
        GTEST_SKIP() << "needs " << boundariesPath() << " and " << folder;
    BoundaryImportOptions options;
    options.base = boundariesPath();
    options.output =
        (std::filesystem::temp_directory_path() / ("jejaring-imported-" + std::to_string(::getpid()) + ".gpkg"))
            .string();
    for (const auto& [file, regencies, provinces] :
         {std::tuple{"boundaries_kabkota_514.geojson", core::kRegencyCount, core::kProvinceCount},
          std::tuple{"boundaries_province_38.geojson", std::size_t{0}, core::kProvinceCount}}) {
        const auto report = importBoundaries(folder + file, options);
        ASSERT_TRUE(report.ok()) << core::englishText(report.error());
        EXPECT_EQ(report.value().regencies, regencies);
        EXPECT_EQ(report.value().provinces, provinces);
        EXPECT_EQ(report.value().unmatched.size(), 0U);
        EXPECT_GT(report.value().repaired, 0U);
        EXPECT_FALSE(report.value().reprojected);
        const auto set = readBoundaries(options.output);
        ASSERT_TRUE(set.ok());
        EXPECT_EQ(set.value().shapes.regencies.size(), core::kRegencyCount);
    }
    std::filesystem::remove(options.output);
}

} // namespace
} // namespace jejaring::data
