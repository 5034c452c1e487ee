// SPDX-License-Identifier: MIT
#include "data/boundary/wkb.hpp"
#include "support/mutations.hpp"

#include <gtest/gtest.h>

namespace jejaring::data {
namespace {

TEST(WkbFuzz, DamagedPolygonsAreReadWithinTheirBytesOrRefused) {
    const geo::MultiPolygon whole{
        {{{0, 0}, {9, 0}, {9, 9}, {0, 9}}, {{{1, 1}, {2, 1}, {2, 2}}, {{4, 4}, {6, 4}, {5, 6}}}},
        {{{20, 0}, {21, 0}, {21, 1}}, {}},
    };
    const std::vector<std::byte> plain = toWkb(whole);
    const std::string wkb(reinterpret_cast<const char*>(plain.data()), plain.size());
    // As it stands in a GeoPackage: "GP", version, flags (little-endian, no envelope), reference system 4326.
    const std::string wrapped = std::string("GP\x00\x01\xe6\x10\x00\x00", 8) + wkb;
    ASSERT_EQ(fromWkb(test::bytesOf(wrapped)).value().size(), 2U);

    test::Mutations mutations(1);
    int read = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::string damaged = mutations.of(i % 2 == 0 ? wkb : wrapped);
        const auto polygons = fromWkb(test::bytesOf(damaged));
        if (!polygons)
            continue;
        ++read;
        std::size_t points = 0;
        for (const geo::Polygon& polygon : *polygons) {
            points += polygon.outer.size();
            for (const geo::Ring& hole : polygon.holes)
                points += hole.size();
        }
        ASSERT_LE(points * 16, damaged.size()) << "more points than bytes, mutation " << i;
    }
    EXPECT_GT(read, 100) << "the mutations are too wild to test anything but the first check";
}

} // namespace
} // namespace jejaring::data
