// SPDX-License-Identifier: MIT
#include "data/boundary/map_source.hpp"

#include "data/paths.hpp"
#include "support/temporary_folder.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace jejaring::data {
namespace {

TEST(MapSource, withoutBoundariesSaysHowToBuildThem) {
    const test::TemporaryFolder folder;
    const auto source = loadMapGeometry((folder.path() / "none.gpkg").string(), geo::ProjectionKind::equalEarth, {},
                                        {folder.path().string(), {}});
    ASSERT_FALSE(source);
    EXPECT_EQ(source.error().code, core::ErrorCode::missingBoundaries);
}

TEST(MapSource, AFolderOrAFileOfAnotherKindIsNotTakenForMissing) {
    const test::TemporaryFolder folder;
    const auto code = [&](const std::filesystem::path& path) {
        return loadMapGeometry(path.string(), geo::ProjectionKind::equalEarth, {}, {folder.path().string(), {}})
            .error()
            .code;
    };
    EXPECT_EQ(code(folder.path()), core::ErrorCode::wrongFormat);
    std::ofstream(folder.path() / "text.gpkg") << "not a GeoPackage";
    EXPECT_EQ(code(folder.path() / "text.gpkg"), core::ErrorCode::wrongFormat);
}

TEST(MapSource, isMadeOnceAndThenComesFromTheCache) {
    if (!std::filesystem::exists(boundariesPath()))
        GTEST_SKIP() << "the boundaries have not been built";
    const test::TemporaryFolder folder;
    const MapSourceOptions options{folder.path().string(), {}};
    double last = 0;
    const auto progress = [&](double done) {
        EXPECT_GE(done, last);
        last = done;
        return true;
    };
    const auto cold = loadMapGeometry(boundariesPath(), geo::ProjectionKind::equalEarth, progress, options);
    ASSERT_TRUE(cold) << core::englishText(cold.error());
    EXPECT_FALSE(cold.value().fromCache);
    EXPECT_GT(last, 0.0);

    const auto warm = loadMapGeometry(boundariesPath(), geo::ProjectionKind::equalEarth, {}, options);
    ASSERT_TRUE(warm);
    EXPECT_TRUE(warm.value().fromCache);
    EXPECT_EQ(warm.value().credit, cold.value().credit);
    EXPECT_FALSE(warm.value().credit.empty());
    EXPECT_EQ(warm.value().geometry->catalog().regencyCount(), core::kRegencyCount);
    EXPECT_EQ(warm.value().geometry->toBytes(), cold.value().geometry->toBytes());

    const auto part =
        loadMapGeometry(boundariesPath(), geo::ProjectionKind::equalEarth, {}, {options.cacheFolder, {1}});
    ASSERT_TRUE(part);
    EXPECT_TRUE(part.value().fromCache);
    EXPECT_EQ(part.value().geometry->levels().size(), 1U);

    // A damaged image is made anew, and a stop on the way is obeyed.
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        std::filesystem::resize_file(entry.path(), std::filesystem::file_size(entry.path()) / 2);
    const auto stopped = loadMapGeometry(
        boundariesPath(), geo::ProjectionKind::equalEarth, [](double) { return false; }, options);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, core::ErrorCode::cancelled);
}

} // namespace
} // namespace jejaring::data
