// SPDX-License-Identifier: MIT
// Presentations written from synthetic scenes and read back.
#pragma once

#include "publish/pptx_file.hpp"
#include "support/pptx_package.hpp"
#include "support/synthetic_scene.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

namespace jejaring::test {

class Pptx : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        auto fonts = text::FontSet::load();
        ASSERT_TRUE(fonts.ok());
        fonts_ = fonts.value();
        map_ = syntheticMap();
    }
    static void TearDownTestSuite() {
        fonts_.reset();
        map_.reset();
    }

    // Map and items of the synthetic scenes, below a heading of two lines and a subtitle.
    static publish::Slide fullSlide(scene::Theme theme) {
        publish::Slide slide;
        slide.list = syntheticMapScene(map_, theme);
        const scene::DisplayList items = syntheticItemScene(fonts_, theme);
        slide.list.fonts = fonts_;
        slide.list.items.insert(slide.list.items.end(), items.items.begin(), items.items.end());
        const scene::Style& style = scene::styleOf(theme);
        slide.list.items.emplace_back(scene::BeginGroup{scene::GroupKind::heading});
        addText(slide.list, "Kerja sama daerah", {20, 20}, 14, text::FontWeight::bold, style.text);
        addText(slide.list, "terpusat di Jawa", {20, 38}, 14, text::FontWeight::bold, style.text);
        addText(slide.list, "keadaan 27 November", {20, 52}, 9, text::FontWeight::regular, style.muted);
        slide.list.items.emplace_back(scene::EndGroup{});
        return slide;
    }
    // Writes and reads back.
    PptxPackage written(std::span<const publish::Slide> slides, const publish::PptxOptions& options = {}) {
        const std::string path = folder_.file("a.pptx");
        publish::PptxOptions replacing = options;
        replacing.overwrite = true;
        const core::Outcome outcome = publish::writePptx(slides, path, replacing);
        EXPECT_TRUE(outcome.ok()) << core::englishText(outcome.error());
        return PptxPackage(path);
    }
    PptxPackage written(const publish::Slide& slide, const publish::PptxOptions& options = {}) {
        return written(std::span(&slide, 1), options);
    }

    static inline std::shared_ptr<const text::FontSet> fonts_;
    static inline std::shared_ptr<const geo::MapGeometry> map_;
    TemporaryFolder folder_;
};

} // namespace jejaring::test
