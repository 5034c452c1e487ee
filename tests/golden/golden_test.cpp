// SPDX-License-Identifier: MIT
// Draws fixed scenes with the software rasteriser and compares them with the pictures in tests/golden. A missing
// reference is written there and the test fails, so that someone looks at it before it is kept.
#include "publish/picture_file.hpp"
#include "support/headless_test.hpp"
#include "support/synthetic_scene.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <png.h>

using namespace jejaring;
namespace fs = std::filesystem;

namespace {

// Another version of Mesa or FreeType may round a little differently: this share of the pixels may differ by more than
// kSmallDifference in a channel, and none by more than kLargeDifference.
constexpr int kSmallDifference = 6;
constexpr int kLargeDifference = 96;
constexpr double kShareThatMayDiffer = 0.002;

publish::Pixels readPng(const std::string& path) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    publish::Pixels pixels;
    if (png_image_begin_read_from_file(&image, path.c_str()) == 0)
        return pixels;
    image.format = PNG_FORMAT_RGBA;
    pixels.width = static_cast<int>(image.width);
    pixels.height = static_cast<int>(image.height);
    pixels.rgba.resize(PNG_IMAGE_SIZE(image));
    if (png_image_finish_read(&image, nullptr, pixels.rgba.data(), 0, nullptr) == 0)
        pixels.rgba.clear();
    return pixels;
}

void write(const publish::Pixels& pixels, const fs::path& path) {
    publish::PngOptions options;
    options.overwrite = true;
    const core::Outcome written = publish::writePng(pixels, path.string(), options);
    ASSERT_TRUE(written.ok()) << core::englishText(written.error());
}

struct GoldenCase {
    std::string name;
    scene::Theme theme;
    double pixelRatio;
    double zoom; // 0: the scene of items
};

void PrintTo(const GoldenCase& golden, std::ostream* out) {
    *out << golden.name;
}

class Golden : public test::HeadlessMapTest<testing::TestWithParam<GoldenCase>> {};

} // namespace

TEST_P(Golden, LooksAsItDid) {
    const GoldenCase& golden = GetParam();
    const scene::DisplayList list = golden.zoom > 0 ? test::syntheticMapScene(map_, golden.theme, golden.zoom)
                                                    : test::syntheticItemScene(fonts_, golden.theme);
    const auto drawn = publish::renderToPixels(*renderer_, list, golden.pixelRatio);
    ASSERT_TRUE(drawn.ok()) << core::englishText(drawn.error());
    const publish::Pixels& picture = drawn.value();

    const fs::path reference = fs::path(JEJARING_SOURCE_DIR) / "tests" / "golden" / (golden.name + ".png");
    if (!fs::exists(reference)) {
        write(picture, reference);
        FAIL() << "there was no reference; this picture is now at " << reference << ": look at it before keeping it";
    }
    const publish::Pixels expected = readPng(reference.string());
    const fs::path folder = fs::path(JEJARING_BINARY_DIR) / "golden";
    fs::create_directories(folder);
    const fs::path failed = folder / (golden.name + ".png");
    fs::remove(failed);
    if (expected.width != picture.width || expected.height != picture.height) {
        write(picture, failed);
        FAIL() << "size differs from the reference; drawn: " << failed;
    }
    int largest = 0;
    std::size_t differing = 0;
    publish::Pixels difference = picture;
    for (std::size_t i = 0; i < picture.rgba.size(); i += 4) {
        int most = 0;
        for (std::size_t channel = i; channel < i + 4; ++channel)
            most = std::max(most, std::abs(int{picture.rgba[channel]} - int{expected.rgba[channel]}));
        largest = std::max(largest, most);
        differing += most > kSmallDifference ? 1 : 0;
        const auto shown = static_cast<std::uint8_t>(255 - std::min(255, most * 4));
        difference.rgba[i] = difference.rgba[i + 1] = difference.rgba[i + 2] = shown;
        difference.rgba[i + 3] = 255;
    }
    const double share = static_cast<double>(differing) * 4 / static_cast<double>(picture.rgba.size());
    if (share > kShareThatMayDiffer || largest > kLargeDifference) {
        write(picture, failed);
        write(difference, folder / (golden.name + "-difference.png"));
        FAIL() << differing << " pixels differ, by up to " << largest << "; drawn: " << failed
               << ", differences beside it, reference: " << reference;
    }
}

INSTANTIATE_TEST_SUITE_P(Scenes, Golden,
                         testing::Values(GoldenCase{"map-light", scene::Theme::light, 1, 1},
                                         GoldenCase{"map-dark", scene::Theme::dark, 1, 1},
                                         GoldenCase{"map-light-2x", scene::Theme::light, 2, 1},
                                         GoldenCase{"map-close", scene::Theme::light, 1, 12},
                                         GoldenCase{"items-light", scene::Theme::light, 1, 0},
                                         GoldenCase{"items-dark", scene::Theme::dark, 1, 0},
                                         GoldenCase{"items-light-2x", scene::Theme::light, 2, 0}),
                         [](const testing::TestParamInfo<GoldenCase>& golden) {
                             std::string name = golden.param.name;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });
