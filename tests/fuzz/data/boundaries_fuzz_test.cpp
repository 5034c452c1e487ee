// SPDX-License-Identifier: MIT
#include "data/boundary/boundary_file.hpp"
#include "data/boundary/boundary_store.hpp"
#include "data/boundary/map_source.hpp"
#include "data/file_io.hpp"
#include "support/mutations.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace jejaring::data {
namespace {

geo::MultiPolygon square(double x, double y) {
    return {{{{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}}, {}}};
}

TEST(BoundariesFuzz, DamagedFilesAreReadOrRefused) {
    const test::TemporaryFolder folder;
    const std::string path = folder.file("boundaries.gpkg");
    {
        auto created = BoundaryFile::create(path);
        ASSERT_TRUE(created.ok());
        BoundaryFile file = std::move(created).value();
        ASSERT_TRUE(file.beginLayer(kProvinceLayer));
        ASSERT_TRUE(file.add({"64", "Kalimantan Timur", "province", "", "64", "", ""}, square(116, 0)));
        ASSERT_TRUE(file.beginLayer(kRegencyLayer));
        ASSERT_TRUE(file.add({"64.01", "Kabupaten Paser", "kabupaten", "64", "6409", "", ""}, square(116, 0)));
        ASSERT_TRUE(file.add({"64.72", "Kota Kutai", "kota", "64", "6472", "", "unsure"}, square(117, 0)));
        ASSERT_TRUE(file.beginLayer(kCountryLayer));
        ASSERT_TRUE(file.add({"MY", "Malaysia", "country", "", "", "", ""}, square(110, 3)));
        ASSERT_TRUE(file.beginLayer(kLakeLayer));
        ASSERT_TRUE(file.add({"", "Danau", "lake", "", "", "", ""}, square(117, 0)));
        ASSERT_TRUE(file.finish().ok());
    }
    const std::string whole = readWholeFile(path).value();
    test::Mutations mutations(4);
    int read = 0;
    for (int i = 0; i < 1000; ++i) {
        std::ofstream(path, std::ios::binary | std::ios::trunc) << mutations.of(whole, i % 4 == 0 ? 0 : 100);
        const auto set = readBoundaries(path, {.provinces = true});
        if (!set) {
            ASSERT_NE(set.error().code, core::ErrorCode::none);
            continue;
        }
        ++read;
        // What could be read can be drawn, or is refused: a quarter of them, since building takes longer.
        if (read % 4 == 0) {
            const auto source = loadMapGeometry(path, geo::ProjectionKind::equalEarth, {},
                                                {folder.file("cache" + std::to_string(i)), {0}});
            if (source) {
                ASSERT_NE(source.value().geometry, nullptr);
            }
        }
    }
    EXPECT_GT(read, 50);
}

} // namespace
} // namespace jejaring::data
