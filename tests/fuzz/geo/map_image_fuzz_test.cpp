// SPDX-License-Identifier: MIT
#include "geo/byte_sum.hpp"
#include "geo/map_geometry.hpp"
#include "support/generated_shapes.hpp"
#include "support/mutations.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstring>

namespace jejaring::geo {
namespace {

// The layout of map_geometry_image.cpp: only with sums that are right do damaged sections reach the checks behind them.
// The first test tells where the two have parted.
constexpr std::size_t kHead = 24;
constexpr std::size_t kSection = 32;

std::uint64_t numberAt(const std::string& bytes, std::size_t at) {
    std::uint64_t number = 0;
    std::memcpy(&number, bytes.data() + at, sizeof number);
    return number;
}
void put(std::string& bytes, std::size_t at, std::uint64_t number) {
    std::memcpy(bytes.data() + at, &number, sizeof number);
}

// The image with one section replaced, appended at its end, and the sums made right.
std::string withSection(const std::string& image, std::size_t section, const std::string& content) {
    std::string bytes = image;
    bytes.resize((bytes.size() + 15) / 16 * 16);
    const std::size_t row = kHead + section * kSection;
    put(bytes, row + 8, bytes.size());
    put(bytes, row + 16, content.size());
    put(bytes, row + 24, byteSum(test::bytesOf(content)));
    bytes += content;
    std::uint32_t count = 0;
    std::memcpy(&count, bytes.data() + 12, sizeof count);
    put(bytes, 16, byteSum(test::bytesOf(bytes).subspan(kHead, count * kSection)));
    return bytes;
}

class MapImageFuzz : public testing::Test {
  protected:
    static std::string image() {
        const auto bytes = MapGeometry::build(test::generatedShapes(6, 2, 2), ProjectionKind::mercator,
                                              std::array<std::size_t, 2>{0, 5})
                               ->toBytes();
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }
    // What reads every part of a geometry that was accepted.
    static void use(const MapGeometry& geometry) {
        double sum = 0;
        for (const LevelOfDetail& level : geometry.levels()) {
            for (const std::uint32_t index : level.indices)
                sum += static_cast<double>(level.vertices[index].x);
            for (const Arc& arc : level.arcs)
                for (std::uint32_t i = 0; i < arc.pointCount; ++i)
                    sum += static_cast<double>(level.arcPoints[arc.firstPoint + i].x);
        }
        EXPECT_TRUE(std::isfinite(sum));
        for (std::size_t i = 0; i < geometry.catalog().size(); ++i) {
            const auto region = static_cast<core::RegionIndex>(i);
            const core::RegionIndex picked = geometry.pick(geometry.anchor(region).at);
            EXPECT_TRUE(picked == core::kNoRegion || picked < geometry.catalog().size());
        }
    }
    static std::string section(const std::string& image, std::size_t index) {
        const std::size_t row = kHead + index * kSection;
        return image.substr(numberAt(image, row + 8), numberAt(image, row + 16));
    }
};

TEST_F(MapImageFuzz, AnImageWithItsOwnSectionAndSumsIsAccepted) {
    const std::string whole = image();
    for (std::size_t i = 0; i < 3; ++i)
        ASSERT_NE(MapGeometry::fromBytes(test::bytesOf(withSection(whole, i, section(whole, i)))), nullptr) << i;
}

TEST_F(MapImageFuzz, DamagedImagesAreReadWithinTheirBytesOrRefused) {
    const std::string whole = image();
    test::Mutations mutations(7);
    for (int i = 0; i < 3000; ++i)
        if (const auto read = MapGeometry::fromBytes(test::bytesOf(mutations.of(whole))))
            use(*read);
}

TEST_F(MapImageFuzz, DamagedSectionsWithRightSumsAreReadWithinTheirBytesOrRefused) {
    const std::string whole = image();
    test::Mutations mutations(8);
    int read = 0;
    for (int i = 0; i < 6000; ++i) {
        const std::size_t index = mutations.below(3);
        const std::string damaged = withSection(whole, index, mutations.of(section(whole, index)));
        if (const auto geometry = MapGeometry::fromBytes(test::bytesOf(damaged))) {
            ++read;
            use(*geometry);
        }
    }
    EXPECT_GT(read, 100);
}

} // namespace
} // namespace jejaring::geo
