// SPDX-License-Identifier: MIT
#include "data/boundary/wkb.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace jejaring::data {
namespace {

bool same(const geo::MultiPolygon& a, const geo::MultiPolygon& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const geo::Polygon& p, const geo::Polygon& q) {
        return p.outer == q.outer && p.holes == q.holes;
    });
}

const geo::MultiPolygon kWithHole{{{{0, 0}, {4, 0}, {4, 4}, {0, 4}}, {{{1, 1}, {1, 2}, {2, 2}}}},
                                  {{{9, 9}, {10, 9}, {9, 10}}, {}}};

TEST(Wkb, ComesBackAsItWent) {
    const auto back = fromWkb(toWkb(kWithHole));
    ASSERT_TRUE(back);
    EXPECT_TRUE(same(*back, kWithHole));
}

TEST(Wkb, IsReadInTheWrappingOfGeoPackage) {
    std::vector<std::byte> wrapped{std::byte{'G'}, std::byte{'P'}, std::byte{0}, std::byte{3}};
    wrapped.resize(8 + 32);
    const auto plain = toWkb(kWithHole);
    wrapped.insert(wrapped.end(), plain.begin(), plain.end());
    const auto back = fromWkb(wrapped);
    ASSERT_TRUE(back);
    EXPECT_TRUE(same(*back, kWithHole));
}

TEST(Wkb, CutAnywhereIsRefusedAndNothingIsReadBeyond) {
    const auto bytes = toWkb(kWithHole);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_FALSE(fromWkb(std::vector<std::byte>(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size))));
}

RC_GTEST_PROP(Wkb, OfAnyBytesIsReadSafely, (const std::vector<std::uint8_t>& tail)) {
    std::vector<std::byte> bytes{std::byte{1}, std::byte{6}, std::byte{0}, std::byte{0}, std::byte{0}};
    for (const std::uint8_t b : tail)
        bytes.push_back(std::byte{b});
    const auto read = fromWkb(bytes);
    RC_ASSERT(!read || read->size() <= bytes.size());
}

} // namespace
} // namespace jejaring::data
