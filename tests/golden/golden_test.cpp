// SPDX-License-Identifier: MIT
// Draws fixed scenes with the software rasteriser and compares them with the pictures in tests/golden.
#include "golden/reference.hpp"
#include "support/headless_test.hpp"
#include "support/synthetic_scene.hpp"

using namespace jejaring;

namespace {

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
    test::expectLikeReference(drawn.value(), golden.name);
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
