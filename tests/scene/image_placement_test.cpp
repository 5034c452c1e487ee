// SPDX-License-Identifier: MIT
#include "scene/image_placement.hpp"

#include <gtest/gtest.h>

namespace jejaring::scene {
namespace {

Image wide(ImageFit fit) {
    Image item;
    item.source.pixels = std::make_shared<const core::Image>(core::Image{4, 2, std::vector<std::uint8_t>(32)});
    item.rect = {10, 20, 100, 100};
    item.fit = fit;
    return item;
}

TEST(ImagePlacement, WholePictureLiesInTheMiddle) {
    const ImagePlacement placement = placementOf(wide(ImageFit::whole));
    EXPECT_EQ(placement.rect, (Rect{10, 45, 100, 50}));
    EXPECT_EQ(placement.part, (Rect{0, 0, 1, 1}));
}

TEST(ImagePlacement, CoveringPictureIsCutAtBothSidesAlike) {
    const ImagePlacement placement = placementOf(wide(ImageFit::cover));
    EXPECT_EQ(placement.rect, (Rect{10, 20, 100, 100}));
    EXPECT_EQ(placement.part, (Rect{0.25, 0, 0.5, 1}));
}

TEST(ImagePlacement, NothingTakesNoRoom) {
    Image item = wide(ImageFit::cover);
    item.rect.height = 0;
    EXPECT_EQ(placementOf(item).rect, Rect{});
    item = wide(ImageFit::whole);
    item.source.pixels = nullptr;
    EXPECT_EQ(placementOf(item).rect, Rect{});
}

} // namespace
} // namespace jejaring::scene
