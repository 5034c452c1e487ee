// SPDX-License-Identifier: MIT
#include "geo/map_geometry.hpp"
#include "support/generated_shapes.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstring>

namespace jejaring::geo {
namespace {

const std::shared_ptr<const MapGeometry>& sample() {
    static const std::shared_ptr<const MapGeometry> geometry =
        MapGeometry::build(test::generatedShapes(6, 3, 2), ProjectionKind::mercator);
    return geometry;
}

template <class T> bool sameBytes(const std::vector<T>& a, const std::vector<T>& b) {
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0);
}

void expectSameArcs(const std::vector<Arc>& a, const std::vector<Arc>& b) {
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        EXPECT_EQ(a[i].border, b[i].border);
        EXPECT_EQ(a[i].left, b[i].left);
        EXPECT_EQ(a[i].right, b[i].right);
        EXPECT_EQ(a[i].firstPoint, b[i].firstPoint);
        EXPECT_EQ(a[i].pointCount, b[i].pointCount);
    }
}

void expectSame(const LevelOfDetail& a, const LevelOfDetail& b) {
    EXPECT_EQ(a.tolerance, b.tolerance);
    EXPECT_TRUE(sameBytes(a.vertices, b.vertices));
    EXPECT_TRUE(sameBytes(a.indices, b.indices));
    EXPECT_TRUE(sameBytes(a.regionRanges, b.regionRanges));
    EXPECT_TRUE(sameBytes(a.arcPoints, b.arcPoints));
    expectSameArcs(a.arcs, b.arcs);
    EXPECT_TRUE(sameBytes(a.worldVertices, b.worldVertices));
    EXPECT_TRUE(sameBytes(a.worldIndices, b.worldIndices));
    EXPECT_TRUE(sameBytes(a.worldArcPoints, b.worldArcPoints));
    expectSameArcs(a.worldArcs, b.worldArcs);
    EXPECT_TRUE(sameBytes(a.lakeVertices, b.lakeVertices));
    EXPECT_TRUE(sameBytes(a.lakeIndices, b.lakeIndices));
}

TEST(MapGeometryImage, BringsEverythingBack) {
    const auto back = MapGeometry::fromBytes(sample()->toBytes());
    ASSERT_NE(back, nullptr);
    EXPECT_EQ(back->projection(), ProjectionKind::mercator);
    EXPECT_EQ(back->origin(), sample()->origin());
    EXPECT_EQ(back->bounds().minX, sample()->bounds().minX);
    ASSERT_EQ(back->catalog().size(), sample()->catalog().size());
    for (std::size_t i = 0; i < back->catalog().size(); ++i) {
        const auto region = static_cast<core::RegionIndex>(i);
        EXPECT_EQ(back->catalog()[region].code, sample()->catalog()[region].code);
        EXPECT_EQ(back->catalog()[region].name, sample()->catalog()[region].name);
        EXPECT_EQ(back->catalog()[region].type, sample()->catalog()[region].type);
        EXPECT_EQ(back->catalog()[region].bpsCode, sample()->catalog()[region].bpsCode);
        EXPECT_EQ(back->catalog()[region].doubt, sample()->catalog()[region].doubt);
        EXPECT_EQ(back->bounds(region).maxY, sample()->bounds(region).maxY);
        EXPECT_EQ(back->area(region), sample()->area(region));
        EXPECT_EQ(back->anchor(region).at, sample()->anchor(region).at);
        EXPECT_EQ(back->anchor(region).radius, sample()->anchor(region).radius);
        EXPECT_EQ(back->pick(back->anchor(region).at), sample()->pick(sample()->anchor(region).at));
    }
    ASSERT_EQ(back->levels().size(), sample()->levels().size());
    for (std::size_t i = 0; i < back->levels().size(); ++i)
        expectSame(back->levels()[i], sample()->levels()[i]);
}

TEST(MapGeometryImage, IsTheSameEveryTime) {
    const auto again = MapGeometry::build(test::generatedShapes(6, 3, 2), ProjectionKind::mercator);
    EXPECT_EQ(again->toBytes(), sample()->toBytes());
}

TEST(MapGeometryImage, GivesTheLevelsAskedForAndNoOthers) {
    const std::vector<std::byte> bytes = sample()->toBytes();
    const std::size_t one[] = {2};
    const auto part = MapGeometry::fromBytes(bytes, one);
    ASSERT_NE(part, nullptr);
    ASSERT_EQ(part->levels().size(), 1U);
    expectSame(part->levels()[0], sample()->levels()[2]);
    const std::size_t unknown[] = {2, 17};
    EXPECT_EQ(MapGeometry::fromBytes(bytes, unknown), nullptr);
    EXPECT_EQ(MapGeometry::fromBytes(part->toBytes(), std::array<std::size_t, 1>{3}), nullptr);
    EXPECT_NE(MapGeometry::fromBytes(part->toBytes(), one), nullptr);
}

TEST(MapGeometryImage, OtherBytesGiveNull) {
    EXPECT_EQ(MapGeometry::fromBytes({}), nullptr);
    EXPECT_EQ(MapGeometry::fromBytes(std::vector<std::byte>(1000)), nullptr);
    std::vector<std::byte> newer = sample()->toBytes();
    newer[8] = std::byte{99}; // the version
    EXPECT_EQ(MapGeometry::fromBytes(newer), nullptr);
}

RC_GTEST_PROP(MapGeometryImage, AnyDamageGivesNull, ()) {
    std::vector<std::byte> bytes = sample()->toBytes();
    const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    const int bit = *rc::gen::inRange(0, 8);
    std::vector<std::byte> cut(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at));
    RC_ASSERT(MapGeometry::fromBytes(cut) == nullptr);
    bytes[at] ^= static_cast<std::byte>(1U << bit);
    const auto flipped = MapGeometry::fromBytes(bytes);
    // Nothing but the padding between sections may change unnoticed, and then nothing else has changed.
    if (flipped != nullptr)
        RC_ASSERT(flipped->toBytes() == sample()->toBytes());
}

TEST(MapGeometryImage, DamageAtEveryByteOfTheHeadGivesNullOrTheSame) {
    const std::vector<std::byte> bytes = sample()->toBytes();
    for (std::size_t at = 0; at < 1024; ++at)
        for (const unsigned flip : {0x01U, 0x80U, 0xffU}) {
            std::vector<std::byte> damaged = bytes;
            damaged[at] ^= static_cast<std::byte>(flip);
            const auto read = MapGeometry::fromBytes(damaged);
            if (read != nullptr) {
                EXPECT_EQ(read->toBytes(), bytes);
            }
        }
}

} // namespace
} // namespace jejaring::geo
