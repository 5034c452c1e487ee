// SPDX-License-Identifier: MIT
#include "render/renderer.hpp"
#include "support/headless_test.hpp"
#include "support/synthetic_scene.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

using namespace jejaring;

namespace {

using Pixel = std::array<int, 4>;

struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
    [[nodiscard]] Pixel at(int x, int y) const {
        const std::size_t i =
            (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4;
        return {rgba[i], rgba[i + 1], rgba[i + 2], rgba[i + 3]};
    }
};

class RendererTest : public test::HeadlessMapTest<testing::Test> {
  protected:
    // Drawn in tiles of at most this size, each into the middle of a larger target.
    static Image draw(const scene::DisplayList& list, double ratio, int tileWidth, int tileHeight) {
        Image image;
        image.width = static_cast<int>(list.width * ratio + 0.5);
        image.height = static_cast<int>(list.height * ratio + 0.5);
        image.rgba.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4);
        constexpr int kRoom = 7;
        auto target = render::OffscreenTarget::create(std::min(tileWidth, image.width) + 2 * kRoom,
                                                      std::min(tileHeight, image.height) + 2 * kRoom);
        EXPECT_TRUE(target.ok());
        std::vector<std::uint8_t> read(static_cast<std::size_t>(target.value()->width()) *
                                       static_cast<std::size_t>(target.value()->height()) * 4);
        for (int top = 0; top < image.height; top += tileHeight) {
            for (int left = 0; left < image.width; left += tileWidth) {
                const int width = std::min(tileWidth, image.width - left);
                const int height = std::min(tileHeight, image.height - top);
                target.value()->bind();
                renderer_->draw(list, {kRoom, kRoom, width, height, ratio, left / ratio, top / ratio});
                target.value()->read(0, target.value()->height(), read);
                const int skipped = target.value()->height() - kRoom - height;
                for (int y = 0; y < height; ++y)
                    std::copy_n(read.begin() +
                                    (static_cast<std::ptrdiff_t>(skipped + y) * target.value()->width() + kRoom) * 4,
                                width * 4,
                                image.rgba.begin() + (static_cast<std::ptrdiff_t>(top + y) * image.width + left) * 4);
            }
        }
        return image;
    }
    static Image draw(const scene::DisplayList& list, double ratio = 1) { return draw(list, ratio, 1 << 14, 1 << 14); }

    static scene::DisplayList blank(double width, double height, scene::Color background) {
        scene::DisplayList list;
        list.width = width;
        list.height = height;
        list.background = background;
        list.fonts = fonts_;
        return list;
    }
};

} // namespace

TEST_F(RendererTest, TellsDriverAndVersion) {
    EXPECT_NE(render::glDescription().find("OpenGL"), std::string::npos);
}

TEST_F(RendererTest, MissingShadersAreAnErrorThatNamesTheFile) {
    const auto missing = render::Renderer::create("/nowhere");
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().code, core::ErrorCode::notFound);
    EXPECT_NE(core::englishText(missing.error()).find("/nowhere"), std::string::npos);
}

TEST_F(RendererTest, TargetLargerThanTheDriverAllowsIsAnError) {
    const auto target = render::OffscreenTarget::create(1 << 20, 4);
    ASSERT_FALSE(target.ok());
    EXPECT_EQ(target.error().code, core::ErrorCode::invalidArgument);
}

TEST_F(RendererTest, MapInTilesIsTheWholeMapBitForBit) {
    for (const double ratio : {1.0, 1.5, 2.0}) {
        const scene::DisplayList list = test::syntheticMapScene(map_, scene::Theme::light);
        const Image whole = draw(list, ratio);
        EXPECT_EQ(draw(list, ratio, 1 << 14, 64).rgba, whole.rgba) << ratio;
        EXPECT_EQ(draw(list, ratio, 96, 33 * 2).rgba, whole.rgba) << ratio;
    }
}

TEST_F(RendererTest, CloseUpMapInTilesIsTheWholeBitForBit) {
    const scene::DisplayList list = test::syntheticMapScene(map_, scene::Theme::dark, 40);
    EXPECT_EQ(draw(list, 2, 128, 50).rgba, draw(list, 2).rgba);
}

TEST_F(RendererTest, TextAndShapesInTilesAreTheWholeBitForBit) {
    for (const double ratio : {1.0, 2.0}) {
        const scene::DisplayList list = test::syntheticItemScene(fonts_, scene::Theme::light);
        EXPECT_EQ(draw(list, ratio, 60, 34).rgba, draw(list, ratio).rgba) << ratio;
    }
}

TEST_F(RendererTest, PictureLiesWhereItIsPlacedWithRoundCorners) {
    scene::DisplayList list = blank(60, 40, scene::rgb(0xffffff));
    scene::Image item;
    auto pixels = std::make_shared<core::Image>(core::Image{2, 2, {}});
    pixels->rgba = {255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 0, 0, 0, 0};
    item.source.pixels = pixels;
    item.rect = {10, 10, 40, 20};
    item.radius = 4;
    list.items.emplace_back(item);
    const Image whole = draw(list, 2);
    EXPECT_EQ(whole.at(45, 23), (Pixel{255, 0, 0, 255}));
    EXPECT_EQ(whole.at(74, 23), (Pixel{0, 255, 0, 255}));
    EXPECT_EQ(whole.at(45, 56), (Pixel{0, 0, 255, 255}));
    EXPECT_EQ(whole.at(74, 56), (Pixel{255, 255, 255, 255})) << "a transparent pixel shows the ground";
    EXPECT_EQ(whole.at(40, 20), (Pixel{255, 255, 255, 255})) << "the corner is round";
    EXPECT_EQ(whole.at(30, 40), (Pixel{255, 255, 255, 255})) << "beside a picture shown whole";

    std::get<scene::Image>(list.items.back()).fit = scene::ImageFit::cover;
    const Image cover = draw(list, 2);
    EXPECT_GT(cover.at(30, 22)[0], 230); // a little of the row below, which lies half a picture away
    EXPECT_GT(cover.at(90, 22)[1], 230);
    EXPECT_EQ(cover.at(20, 20), (Pixel{255, 255, 255, 255}));
}

TEST_F(RendererTest, SmallPictureIsTheMeanOfItsPixels) {
    scene::DisplayList list = blank(40, 40, scene::rgb(0xffffff));
    auto pixels = std::make_shared<core::Image>(core::Image{512, 512, {}});
    for (int i = 0; i < 512 * 512; ++i) { // black and white by turns
        const auto grey = static_cast<std::uint8_t>((i + i / 512) % 2 == 0 ? 0 : 255);
        pixels->rgba.insert(pixels->rgba.end(), {grey, grey, grey, 255});
    }
    scene::Image item;
    item.source.pixels = pixels;
    item.rect = {4, 4, 32, 32};
    list.items.emplace_back(item);
    const Image drawn = draw(list);
    for (int i = 4; i < 36; ++i)
        EXPECT_NEAR(drawn.at(i, 20)[0], 128, 3) << i;
}

TEST_F(RendererTest, SameListGivesTheSameBitsAgain) {
    const scene::DisplayList list = test::syntheticMapScene(map_, scene::Theme::light);
    EXPECT_EQ(draw(list).rgba, draw(list).rgba);
}

TEST_F(RendererTest, DrawnOverAKeptGroundItIsTheWholeBitForBit) {
    scene::DisplayList list = test::syntheticMapScene(map_, scene::Theme::dark);
    list.fonts = fonts_;
    list.items.insert(list.items.begin(), scene::PushClip{{10, 10, 400, 240}});
    const auto outline = std::find_if(list.items.begin(), list.items.end(), [](const scene::Item& item) {
        return std::holds_alternative<scene::RegionOutline>(item);
    });
    const auto end = static_cast<std::size_t>(outline - list.items.begin());
    for (scene::Item& item : test::syntheticItemScene(fonts_, scene::Theme::dark).items)
        list.items.push_back(std::move(item));
    const render::Viewport viewport{0, 0, 480, 270, 1, 0, 0};
    std::array<std::vector<std::uint8_t>, 2> pixels;
    for (std::vector<std::uint8_t>& part : pixels)
        part.resize(480 * 270 * 4);
    auto whole = render::OffscreenTarget::create(480, 270);
    auto ground = render::OffscreenTarget::create(480, 270);
    ASSERT_TRUE(whole.ok() && ground.ok());
    whole.value()->bind();
    renderer_->draw(list, viewport);
    whole.value()->read(0, 270, pixels[0]);

    ground.value()->bind();
    renderer_->draw(list, viewport, {0, end});
    for (int i = 0; i < 2; ++i) { // the second time from the kept ground
        whole.value()->copyFrom(*ground.value());
        whole.value()->bind();
        renderer_->draw(list, viewport, {end});
        whole.value()->read(0, 270, pixels[1]);
        EXPECT_TRUE(pixels[0] == pixels[1]);
    }
    ground.value()->read(0, 270, pixels[1]);
    EXPECT_FALSE(pixels[0] == pixels[1]) << "the ground lacks what lies above it";
}

TEST_F(RendererTest, NoGroundShowsBetweenNeighbours) {
    scene::DisplayList list = test::syntheticMapScene(map_, scene::Theme::light);
    list.background = {0, 0, 0, 0};
    auto styles = std::make_shared<std::vector<scene::RegionStyle>>(map_->catalog().regencyCount());
    for (std::size_t i = 0; i < styles->size(); ++i)
        (*styles)[i].fill = i % 2 == 0 ? scene::rgb(0xff0000) : scene::rgb(0x0000ff);
    list.items = {scene::LakeFill{0, scene::rgb(0x00ff00)}, scene::RegionFills{0, styles}};
    const Image image = draw(list);
    // Pixels that lie well within the land show no ground, whatever borders run through them.
    const auto onLand = [&](double x, double y) {
        return map_->pick(toMetres(list.maps[0].camera, list.maps[0].frame, {x, y})) != core::kNoRegion;
    };
    int within = 0;
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            const double middleX = x + 0.5;
            const double middleY = y + 0.5;
            if (!onLand(middleX, middleY) || !onLand(middleX - 2, middleY) || !onLand(middleX + 2, middleY) ||
                !onLand(middleX, middleY - 2) || !onLand(middleX, middleY + 2))
                continue;
            ++within;
            ASSERT_EQ(image.at(x, y)[3], 255) << x << ',' << y;
            ASSERT_NEAR(image.at(x, y)[0] + image.at(x, y)[2], 255, 1) << x << ',' << y;
        }
    }
    EXPECT_GT(within, 10000);
}

TEST_F(RendererTest, EdgesBetweenRegionsAndTowardsTheSeaAreAntialiased) {
    scene::DisplayList list = test::syntheticMapScene(map_, scene::Theme::light);
    list.background = scene::rgb(0xffffff);
    auto styles = std::make_shared<std::vector<scene::RegionStyle>>(map_->catalog().regencyCount());
    for (std::size_t i = 0; i < styles->size(); ++i)
        (*styles)[i].fill = i % 2 == 0 ? scene::rgb(0xff0000) : scene::rgb(0x0000ff);
    list.items = {scene::RegionFills{0, styles}};
    const Image image = draw(list);
    std::set<int> mixes;
    std::set<int> shores;
    for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
        const int r = image.rgba[i];
        const int g = image.rgba[i + 1];
        const int b = image.rgba[i + 2];
        if (g == 0 && r > 0 && b > 0 && std::abs(r + b - 255) <= 1)
            mixes.insert(r);
        if (r == 255 && g == b && g > 0 && g < 255)
            shores.insert(g);
    }
    EXPECT_GT(mixes.size(), 20U);
    EXPECT_GT(shores.size(), 20U);
}

TEST_F(RendererTest, RecolouringChangesOnlyTheRegionsColour) {
    scene::DisplayList list = test::syntheticMapScene(map_, scene::Theme::light);
    auto styles = std::make_shared<std::vector<scene::RegionStyle>>(map_->catalog().regencyCount());
    for (auto& style : *styles)
        style.fill = scene::rgb(0x808080);
    list.items = {scene::RegionFills{0, styles}};
    const Image before = draw(list);
    auto changed = std::make_shared<std::vector<scene::RegionStyle>>(*styles);
    (*changed)[6].fill = scene::rgb(0xff00ff);
    list.items = {scene::RegionFills{0, changed}};
    const Image after = draw(list);
    const geo::Point at =
        toFrame(list.maps[0].camera, list.maps[0].frame, map_->anchor(static_cast<core::RegionIndex>(8)).at);
    EXPECT_EQ(before.at(static_cast<int>(at.x), static_cast<int>(at.y)), (Pixel{128, 128, 128, 255}));
    EXPECT_EQ(after.at(static_cast<int>(at.x), static_cast<int>(at.y)), (Pixel{255, 0, 255, 255}));
    const geo::Point other =
        toFrame(list.maps[0].camera, list.maps[0].frame, map_->anchor(static_cast<core::RegionIndex>(9)).at);
    EXPECT_EQ(after.at(static_cast<int>(other.x), static_cast<int>(other.y)), (Pixel{128, 128, 128, 255}));
}

TEST_F(RendererTest, BlendsInSrgbLikeABrowser) {
    scene::DisplayList list = blank(8, 8, scene::rgb(0xffffff));
    list.items.emplace_back(scene::RoundedRect{
        {0, 0, 8, 8}, 0, scene::withAlpha(scene::rgb(0x000000), 0.5), {}, 0, 0, scene::FillPattern::plain, {}});
    const Pixel middle = draw(list).at(4, 4);
    EXPECT_NEAR(middle[0], 127, 1); // 255 × (1 − 128/255)
}

TEST_F(RendererTest, TransparentGroundGivesStraightAlpha) {
    scene::DisplayList list = blank(20, 20, {0, 0, 0, 0});
    list.items.emplace_back(
        scene::Circle{{10, 10}, 6, scene::rgb(0xff8000), {}, 0, scene::FillPattern::plain, core::kNoRegion});
    const Image image = draw(list);
    EXPECT_EQ(image.at(10, 10), (Pixel{255, 128, 0, 255}));
    EXPECT_EQ(image.at(0, 0), (Pixel{0, 0, 0, 0}));
    int edges = 0;
    for (int x = 0; x < 20; ++x) {
        const Pixel p = image.at(x, 10);
        if (p[3] > 32 && p[3] < 255) {
            ++edges;
            EXPECT_NEAR(p[0], 255, 4);
            EXPECT_NEAR(p[1], 128, 4);
        }
    }
    const Pixel corner = image.at(6, 5);
    EXPECT_GT(corner[3], 0);
    EXPECT_GE(edges, 0);
}

TEST_F(RendererTest, ThinLinesKeepTheirWeight) {
    // Half a pixel of width covers half of one pixel, wherever the line lies.
    for (const double y : {10.0, 10.25, 10.5, 10.75}) {
        scene::DisplayList list = blank(40, 20, scene::rgb(0xffffff));
        list.items.emplace_back(scene::Polyline{{{0, y}, {40, y}}, 0.5F, scene::rgb(0x000000), 0, false});
        const Image image = draw(list);
        int ink = 0;
        for (int row = 0; row < 20; ++row)
            ink += 255 - image.at(20, row)[0];
        EXPECT_NEAR(ink, 128, 4) << y;
    }
}

TEST_F(RendererTest, TranslucentLineIsNotDarkerAtItsBends) {
    scene::DisplayList list = blank(120, 60, scene::rgb(0xffffff));
    list.items.emplace_back(scene::Polyline{
        {{10, 50}, {40, 10}, {70, 50}, {100, 10}}, 8, scene::withAlpha(scene::rgb(0x000000), 0.5), 0, false});
    const Image image = draw(list);
    int darkest = 255;
    for (std::size_t i = 0; i < image.rgba.size(); i += 4)
        darkest = std::min(darkest, static_cast<int>(image.rgba[i]));
    EXPECT_GE(darkest, 125);
}

TEST_F(RendererTest, ClipsAreKeptAndNested) {
    scene::DisplayList list = blank(40, 40, scene::rgb(0xffffff));
    const scene::RoundedRect all{{0, 0, 40, 40}, 0, scene::rgb(0x000000), {}, 0, 0, scene::FillPattern::plain, {}};
    list.items = {scene::PushClip{{10, 10, 20, 20}}, scene::PushClip{{0, 0, 20, 20}}, all, scene::PopClip{},
                  scene::PopClip{}};
    const Image image = draw(list, 2);
    EXPECT_EQ(image.at(39, 39)[0], 0);
    EXPECT_EQ(image.at(20, 20)[0], 0);
    EXPECT_EQ(image.at(19, 20)[0], 255);
    EXPECT_EQ(image.at(40, 39)[0], 255);
}

TEST_F(RendererTest, LaterItemsLieOverEarlierOnesOfOtherKinds) {
    scene::DisplayList list = blank(60, 20, scene::rgb(0xffffff));
    const auto square = [](double x, std::uint32_t color) {
        return scene::RoundedRect{{x, 0, 20, 20}, 0, scene::rgb(color), {}, 0, 0, scene::FillPattern::plain, {}};
    };
    list.items.emplace_back(square(0, 0xff0000));
    list.items.emplace_back(scene::Polyline{{{-5, 10}, {70, 10}}, 6, scene::rgb(0x00ff00), 0, false});
    list.items.emplace_back(square(20, 0x0000ff));
    list.items.emplace_back(square(42, 0x0000ff));
    list.items.emplace_back(scene::FilledPolygon{{{50, 2}, {58, 18}, {46, 18}}, scene::rgb(0xffff00)});
    const Image image = draw(list);
    EXPECT_EQ(image.at(10, 10), (Pixel{0, 255, 0, 255}));
    EXPECT_EQ(image.at(30, 10), (Pixel{0, 0, 255, 255}));
    EXPECT_EQ(image.at(51, 14), (Pixel{255, 255, 0, 255}));
}

TEST_F(RendererTest, TextCoversPixelsInItsColourAndHaloLiesBehind) {
    scene::DisplayList list = blank(120, 40, scene::rgb(0x808080));
    test::addText(list, "Hlm", {10, 30}, 24, text::FontWeight::bold, scene::rgb(0x000000), scene::rgb(0xffffff), 3);
    const Image image = draw(list);
    int black = 0;
    int white = 0;
    for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
        black += image.rgba[i] < 8 ? 1 : 0;
        white += image.rgba[i] > 247 ? 1 : 0;
    }
    EXPECT_GT(black, 100);
    EXPECT_GT(white, 100);
}

TEST_F(RendererTest, ManyFontSizesFitTheAtlasOrStartAfresh) {
    scene::DisplayList list = blank(200, 200, scene::rgb(0xffffff));
    for (int frame = 0; frame < 6; ++frame) {
        list.items.clear();
        for (int size = 10; size < 150; size += 2)
            test::addText(list, "AbcdefghijKLM", {5, 150}, static_cast<float>(size + frame) + 0.3F,
                          text::FontWeight::regular, scene::rgb(0x000000));
        draw(list);
    }
    list.items.clear();
    test::addText(list, "I", {10, 150}, 100, text::FontWeight::bold, scene::rgb(0x000000));
    const Image image = draw(list);
    int black = 0;
    for (std::size_t i = 0; i < image.rgba.size(); i += 4)
        black += image.rgba[i] < 8 ? 1 : 0;
    EXPECT_GT(black, 200);
}

TEST_F(RendererTest, TrimForgetsWithoutHarm) {
    const scene::DisplayList list = test::syntheticMapScene(map_, scene::Theme::light);
    const Image before = draw(list);
    const scene::DisplayList empty = blank(8, 8, scene::rgb(0xffffff));
    for (int i = 0; i < 300; ++i)
        draw(empty);
    renderer_->trim();
    EXPECT_EQ(draw(list).rgba, before.rgba);
}
