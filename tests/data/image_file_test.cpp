// SPDX-License-Identifier: MIT
#include "data/image_file.hpp"
#include "data/image_orientation.hpp"
#include "support/encoded_image.hpp"

#include <gtest/gtest.h>

#include <array>
#include <turbojpeg.h>

namespace jejaring::data {
namespace {

using Rgb = std::array<int, 3>;

Rgb at(const core::Image& image, double across, double down) {
    const auto x = static_cast<std::size_t>(across * image.width);
    const auto y = static_cast<std::size_t>(down * image.height);
    const std::uint8_t* texel = image.rgba.data() + (y * static_cast<std::size_t>(image.width) + x) * 4;
    return {texel[0], texel[1], texel[2]};
}

void expectNear(Rgb found, Rgb wanted) {
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_NEAR(found[i], wanted[i], 12);
}

TEST(ImageFile, PngComesBackPixelForPixel) {
    const core::Image image = test::sampleImage(37, 21, true);
    const auto read = decodeImage(test::pngOf(image), "a.png");
    ASSERT_TRUE(read.ok()) << core::englishText(read.error());
    EXPECT_EQ(*read.value().image, image);
    EXPECT_EQ(read.value().mediaType, "image/png");
    EXPECT_TRUE(read.value().upright);
    EXPECT_TRUE(read.messages().empty());
}

TEST(ImageFile, OtherKindsOfPngBecomeRgba) {
    // 16 bits of grey, interlaced; and a palette of two colours, of which one is transparent.
    struct Kind {
        int depth, color;
        std::vector<png_byte> row;
        std::array<int, 4> wanted;
    };
    for (const Kind& kind : {Kind{16, PNG_COLOR_TYPE_GRAY, {0x80, 0x00, 0x80, 0x00}, {128, 128, 128, 255}},
                             Kind{1, PNG_COLOR_TYPE_PALETTE, {0x00}, {10, 20, 30, 40}}}) {
        std::vector<std::byte> bytes;
        png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
        png_infop info = png_create_info_struct(png);
        png_set_write_fn(
            png, &bytes,
            [](png_structp p, png_bytep part, std::size_t count) {
                auto* out = static_cast<std::vector<std::byte>*>(png_get_io_ptr(p));
                out->insert(out->end(), reinterpret_cast<std::byte*>(part), reinterpret_cast<std::byte*>(part) + count);
            },
            nullptr);
        png_set_IHDR(png, info, 2, 2, kind.depth, kind.color, PNG_INTERLACE_ADAM7, PNG_COMPRESSION_TYPE_DEFAULT,
                     PNG_FILTER_TYPE_DEFAULT);
        const std::array<png_color, 2> palette{png_color{10, 20, 30}, png_color{1, 2, 3}};
        const std::array<png_byte, 1> alpha{40};
        if (kind.color == PNG_COLOR_TYPE_PALETTE) {
            png_set_PLTE(png, info, palette.data(), 2);
            png_set_tRNS(png, info, alpha.data(), 1, nullptr);
        }
        png_write_info(png, info);
        std::vector<png_byte> row = kind.row;
        std::array<png_bytep, 2> rows{row.data(), row.data()};
        png_write_image(png, rows.data());
        png_write_end(png, info);
        png_destroy_write_struct(&png, &info);

        const auto read = decodeImage(bytes, "a.png");
        ASSERT_TRUE(read.ok()) << core::englishText(read.error());
        for (std::size_t i = 0; i < 4; ++i)
            EXPECT_EQ(read.value().image->rgba[4 + i], kind.wanted[i]);
    }
}

TEST(ImageFile, JpegIsReadTheSameSeenFromEveryOrientation) {
    const core::Image upright = test::sampleImage(64, 32);
    // What a camera held in each way stores of the same view: the inverse of the turn, which is another of the eight.
    const std::array<int, 9> inverse{1, 1, 2, 3, 4, 5, 8, 7, 6};
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const core::Image stored = turnedUpright(upright, inverse[static_cast<std::size_t>(orientation)]);
        for (const bool bigEndian : {false, true}) {
            const auto read = decodeImage(test::jpegOf(stored, orientation, bigEndian), "a.jpg");
            ASSERT_TRUE(read.ok()) << core::englishText(read.error());
            const core::Image& seen = *read.value().image;
            ASSERT_EQ(seen.width, 64) << orientation;
            ASSERT_EQ(seen.height, 32);
            EXPECT_EQ(read.value().fullSize, (core::ImageSize{64, 32}));
            EXPECT_EQ(read.value().upright, orientation == 1);
            expectNear(at(seen, 0.25, 0.25), {64, 64, 255});
            expectNear(at(seen, 0.75, 0.25), {191, 64, 0});
            expectNear(at(seen, 0.25, 0.75), {64, 191, 0});
        }
    }
}

TEST(ImageFile, OrientationsMeanWhatExifSays) {
    const std::uint8_t a = 10;
    const std::uint8_t b = 20;
    const core::Image row{2, 1, {a, a, a, 255, b, b, b, 255}};
    const core::Image column{1, 2, {a, a, a, 255, b, b, b, 255}};
    // 6: the first row is the right side, the first column the top. 8: the left side, and the bottom.
    EXPECT_EQ(turnedUpright(row, 6), column);
    EXPECT_EQ(turnedUpright(column, 6), (core::Image{2, 1, {b, b, b, 255, a, a, a, 255}}));
    EXPECT_EQ(turnedUpright(row, 8), (core::Image{1, 2, {b, b, b, 255, a, a, a, 255}}));
    EXPECT_EQ(turnedUpright(column, 8), row);
}

TEST(ImageFile, GreyProgressiveAndCmykJpegsAreRead) {
    const core::Image image = test::sampleImage(64, 64);
    const tjhandle handle = tjInitCompress();
    for (const bool cmyk : {false, true}) {
        unsigned char* out = nullptr;
        unsigned long size = 0;
        std::vector<unsigned char> ink;
        for (std::size_t i = 0; i < image.rgba.size(); i += 4) // inverted, no black
            ink.insert(ink.end(), {image.rgba[i], image.rgba[i + 1], image.rgba[i + 2], 255});
        ASSERT_EQ(tjCompress2(handle, ink.data(), 64, 0, 64, cmyk ? TJPF_CMYK : TJPF_RGBX, &out, &size,
                              cmyk ? TJSAMP_444 : TJSAMP_GRAY, 95, TJFLAG_PROGRESSIVE),
                  0);
        const auto read = decodeImage({reinterpret_cast<std::byte*>(out), size}, "a.jpg");
        tjFree(out);
        ASSERT_TRUE(read.ok()) << core::englishText(read.error());
        const Rgb seen = at(*read.value().image, 0.75, 0.25);
        if (cmyk)
            expectNear(seen, {191, 64, 0});
        else
            expectNear(seen, {95, 95, 95}); // 0.299 × 191 + 0.587 × 64
    }
    tjDestroy(handle);
}

TEST(ImageFile, JpegNeedNotComeWholeWhereLessIsEnough) {
    const auto bytes = test::jpegOf(test::sampleImage(800, 400), 6);
    const auto read = decodeImage(bytes, "a.jpg", {.enough = 100});
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value().image->height, 100);
    EXPECT_EQ(read.value().image->width, 50);
    EXPECT_EQ(read.value().fullSize, (core::ImageSize{400, 800}));
    EXPECT_EQ(decodeImage(bytes, "a.jpg", {.enough = 101}).value().image->height, 200);
    // Too large as a whole, but not as far as it is needed.
    EXPECT_FALSE(decodeImage(bytes, "a.jpg", {.pixels = 20'000}).ok());
    EXPECT_TRUE(decodeImage(bytes, "a.jpg", {.pixels = 20'000, .enough = 150}).ok());
}

TEST(ImageFile, WhatIsNoPictureOrBeyondTheLimitsIsRefusedByName) {
    const auto refused = [](std::span<const std::byte> bytes, const ImageLimits& limits = {}) {
        const auto read = decodeImage(bytes, "foto.x", limits);
        EXPECT_FALSE(read.ok());
        EXPECT_EQ(read.error().code, core::ErrorCode::wrongFormat);
        return core::englishText(read.error());
    };
    const auto png = test::pngOf(test::sampleImage(2000, 1500));
    EXPECT_EQ(refused({}), "foto.x is neither a JPEG nor a PNG picture");
    EXPECT_EQ(refused(std::vector<std::byte>(100)), "foto.x is neither a JPEG nor a PNG picture");
    EXPECT_EQ(refused(png, {.bytes = 1024}), "foto.x is larger than 0 MiB");
    EXPECT_EQ(refused(png, {.pixels = 2'000'000}), "foto.x has 2000 × 1500 pixels; a picture may have up to 2 million");
    EXPECT_EQ(refused(std::span(png).first(png.size() / 2)), "foto.x is damaged and cannot be read as a picture");
    EXPECT_EQ(refused(std::span(png).first(20)), "foto.x is damaged and cannot be read as a picture");
    const auto jpeg = test::jpegOf(test::sampleImage(64, 64));
    EXPECT_EQ(refused(std::span(jpeg).first(30)), "foto.x is damaged and cannot be read as a picture");
}

TEST(ImageFile, JpegWithoutItsEndIsReadWithAWarning) {
    const auto whole = test::jpegOf(test::sampleImage(400, 400));
    const auto read = decodeImage(std::span(whole).first(whole.size() * 3 / 4), "foto.jpg");
    ASSERT_TRUE(read.ok());
    ASSERT_EQ(read.messages().size(), 1U);
    EXPECT_EQ(core::englishText(read.messages()[0]), "foto.jpg is damaged; part of the picture may be missing");
}

TEST(ImageFile, JpegOfATransparentPictureLiesOnWhite) {
    const auto read = decodeImage(encodeJpeg(test::sampleImage(32, 32, true), 95).value(), "a.jpg");
    ASSERT_TRUE(read.ok());
    expectNear(at(*read.value().image, 0.25, 0.25), {255, 255, 255});
    expectNear(at(*read.value().image, 0.75, 0.75), {191, 191, 0});
}

} // namespace
} // namespace jejaring::data
