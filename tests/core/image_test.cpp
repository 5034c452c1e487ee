// SPDX-License-Identifier: MIT
#include "core/image.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jejaring::core {
namespace {

TEST(ImageScale, MeanOfFourIsOne) {
    const Image four{2, 2, {10, 20, 30, 255, 20, 40, 50, 255, 30, 60, 70, 255, 40, 80, 90, 255}};
    EXPECT_EQ(scaledDown(four, 1, 1), (Image{1, 1, {25, 50, 60, 255}}));
}

TEST(ImageScale, WhatCannotBeSeenGivesNoColour) {
    const Image half{2, 1, {255, 0, 0, 255, 0, 255, 0, 0}};
    EXPECT_EQ(scaledDown(half, 1, 1), (Image{1, 1, {255, 0, 0, 128}}));
    EXPECT_FALSE(isOpaque(half));
}

TEST(ImageScale, PixelsBetweenTwoAreShared) {
    const Image three{3, 1, {0, 0, 0, 255, 90, 90, 90, 255, 240, 240, 240, 255}};
    // Each new pixel stands for one and a half: 0 and half of 90, half of 90 and 240.
    EXPECT_EQ(scaledDown(three, 2, 1), (Image{2, 1, {30, 30, 30, 255, 190, 190, 190, 255}}));
}

RC_GTEST_PROP(ImageScale, PlainStaysPlain, ()) {
    const int width = *rc::gen::inRange(1, 40);
    const int height = *rc::gen::inRange(1, 40);
    Image plain{width, height, {}};
    const auto grey = *rc::gen::arbitrary<std::uint8_t>();
    for (int i = 0; i < width * height; ++i)
        plain.rgba.insert(plain.rgba.end(), {grey, 7, 200, 255});
    const Image made = scaledDown(plain, *rc::gen::inRange(1, width + 1), *rc::gen::inRange(1, height + 1));
    RC_ASSERT(isOpaque(made));
    for (std::size_t i = 0; i < made.rgba.size(); i += 4) {
        RC_ASSERT(made.rgba[i] == grey);
        RC_ASSERT(made.rgba[i + 1] == 7);
    }
}

TEST(ImageSize, KeepsTheProportionAndNeverVanishes) {
    EXPECT_EQ(sizeWithin({4000, 3000}, 1000), (ImageSize{1000, 750}));
    EXPECT_EQ(sizeWithin({300, 400}, 1000), (ImageSize{300, 400}));
    EXPECT_EQ(sizeWithin({1, 5000}, 100), (ImageSize{1, 100}));
}

} // namespace
} // namespace jejaring::core
