// SPDX-License-Identifier: MIT
// Pictures kept in tests/golden, and how much a drawn one may differ from them.
#pragma once

#include "publish/picture_file.hpp"
#include "support/read_png.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace jejaring::test {

// Another version of Mesa or FreeType may round a little differently: this share of the pixels may differ by more than
// kSmallDifference in a channel, and none by more than kLargeDifference.
constexpr int kSmallDifference = 6;
constexpr int kLargeDifference = 96;
constexpr double kShareThatMayDiffer = 0.002;

inline void keepPicture(const publish::Pixels& pixels, const std::filesystem::path& path) {
    publish::PngOptions options;
    options.overwrite = true;
    std::filesystem::create_directories(path.parent_path());
    const core::Outcome written = publish::writePng(pixels, path.string(), options);
    ASSERT_TRUE(written.ok()) << core::englishText(written.error());
}

// Compares with tests/golden/NAME.png. What fails is written to golden/ in the build folder, with its difference. A
// missing reference is written and the test fails, so that someone looks at it before it is kept.
inline void expectLikeReference(const publish::Pixels& picture, const std::string& name) {
    namespace fs = std::filesystem;
    const fs::path reference = fs::path(JEJARING_SOURCE_DIR) / "tests" / "golden" / (name + ".png");
    if (!fs::exists(reference)) {
        keepPicture(picture, reference);
        FAIL() << "there was no reference; this picture is now at " << reference << ": look at it before keeping it";
    }
    const publish::Pixels expected = readPng(reference.string());
    const fs::path failed = fs::path(JEJARING_BINARY_DIR) / "golden" / (name + ".png");
    fs::remove(failed);
    if (expected.width != picture.width || expected.height != picture.height) {
        keepPicture(picture, failed);
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
        keepPicture(picture, failed);
        keepPicture(difference, failed.parent_path() / (failed.stem().string() + "-difference.png"));
        FAIL() << differing << " pixels differ, by up to " << largest << "; drawn: " << failed
               << ", differences beside it, reference: " << reference;
    }
}

} // namespace jejaring::test
