// SPDX-License-Identifier: MIT
#include "data/image_file.hpp"
#include "support/encoded_image.hpp"
#include "support/mutations.hpp"

#include <gtest/gtest.h>

namespace jejaring::data {
namespace {

std::string textOf(const std::vector<std::byte>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

TEST(ImageFuzz, DamagedPicturesAreReadOrRefused) {
    const core::Image image = test::sampleImage(50, 34, true);
    test::Mutations mutations(7);
    ImageLimits limits;
    limits.pixels = 500'000;
    for (const std::string& whole :
         {textOf(test::pngOf(image)), textOf(test::jpegOf(image)), textOf(test::jpegOf(image, 6, true))}) {
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 4000; ++i) {
            limits.enough = i % 2 == 0 ? 0 : 20;
            const std::string damaged = mutations.of(whole);
            const auto result = decodeImage(test::bytesOf(damaged), "a", limits);
            if (!result) {
                ++refused;
                ASSERT_EQ(result.error().code, core::ErrorCode::wrongFormat);
                continue;
            }
            ++read;
            const core::Image& made = *result.value().image;
            ASSERT_GT(made.width, 0);
            ASSERT_GT(made.height, 0);
            ASSERT_EQ(made.rgba.size(),
                      static_cast<std::size_t>(made.width) * static_cast<std::size_t>(made.height) * 4);
        }
        EXPECT_GT(read, 20);
        EXPECT_GT(refused, 20);
    }
}

} // namespace
} // namespace jejaring::data
