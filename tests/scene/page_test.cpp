// SPDX-License-Identifier: MIT
#include "scene/page.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jejaring::scene {
namespace {

TEST(Page, EveryFormatIsReadBackByItsIdAndHasTheSameArea) {
    for (const PageFormat& format : pageFormats()) {
        const auto page = parsePage(format.id);
        ASSERT_TRUE(page) << format.id;
        EXPECT_EQ(*page, format.page);
        EXPECT_EQ(pageId(*page), format.id);
        EXPECT_NEAR(page->width() * page->height(), kPageArea, 1e-3);
        EXPECT_NEAR(page->width() / page->height(), page->widthMm / page->heightMm, 1e-9);
    }
    EXPECT_NEAR(parsePage("16:9")->width(), 1600, 1e-6);
}

TEST(Page, SizesInMillimetresAreReadAndBoundsHeld) {
    EXPECT_EQ(parsePage("210x297"), parsePage("a4-portrait"));
    EXPECT_EQ(parsePage("100x80")->widthMm, 100);
    for (const char* wrong : {"", "x", "210x", "x297", "210", "a5", "59x100", "2001x1500", "100x301", "-210x297",
                              "210 x 297", "nanx100", "1e9x1e9", "210x297mm"})
        EXPECT_FALSE(parsePage(wrong)) << wrong;
}

RC_GTEST_PROP(Page, AnySizeWithinTheBoundsIsReadBack, ()) {
    const int width = *rc::gen::inRange(60, 2000);
    const int height = *rc::gen::inRange(60, 2000);
    RC_PRE(std::max(width, height) <= 3 * std::min(width, height));
    const Page page{static_cast<double>(width), static_cast<double>(height)};
    RC_ASSERT(parsePage(pageId(page)) == page);
}

} // namespace
} // namespace jejaring::scene
