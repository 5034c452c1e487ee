// SPDX-License-Identifier: MIT
// Fixtures of tests that draw. One context and renderer for all tests of a fixture, as OpenGL drivers take long to
// start.
#pragma once

#include "render/context.hpp"
#include "render/renderer.hpp"
#include "support/synthetic_map.hpp"
#include "text/font.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace jejaring::test {

// `Test` is testing::Test or testing::TestWithParam<...>.
template <class Test> class HeadlessTest : public Test {
  protected:
    static void SetUpTestSuite() {
        auto context = render::HeadlessContext::create();
        ASSERT_TRUE(context.ok()) << core::englishText(context.error());
        context_ = std::move(context).value();
        auto renderer = render::Renderer::create(JEJARING_SOURCE_DIR "/shaders");
        ASSERT_TRUE(renderer.ok()) << core::englishText(renderer.error());
        renderer_ = std::move(renderer).value();
    }
    static void TearDownTestSuite() {
        renderer_.reset();
        context_.reset();
    }
    static inline std::unique_ptr<render::HeadlessContext> context_;
    static inline std::unique_ptr<render::Renderer> renderer_;
};

// With fonts and a map to be drawn.
template <class Test> class HeadlessMapTest : public HeadlessTest<Test> {
  protected:
    static void SetUpTestSuite() {
        HeadlessTest<Test>::SetUpTestSuite();
        auto fonts = text::FontSet::load();
        ASSERT_TRUE(fonts.ok()) << core::englishText(fonts.error());
        fonts_ = fonts.value();
        map_ = test::syntheticMap();
    }
    static void TearDownTestSuite() {
        HeadlessTest<Test>::TearDownTestSuite();
        map_.reset();
        fonts_.reset();
    }
    static inline std::shared_ptr<const text::FontSet> fonts_;
    static inline std::shared_ptr<const geo::MapGeometry> map_;
};

} // namespace jejaring::test
