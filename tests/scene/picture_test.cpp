// SPDX-License-Identifier: MIT
#include "scene_fixture.hpp"

#include <gtest/gtest.h>

namespace jejaring::scene {
namespace {

using namespace testing;

PictureOptions options(double width = 1600, double height = 900) {
    PictureOptions made;
    made.width = width;
    made.height = height;
    made.credit = "GADM 4.1";
    return made;
}

TEST(Picture, SaysWhatItShowsAndWhereItComesFrom) {
    const DisplayList list = composePicture(*squareData(), {}, look(), options());
    EXPECT_TRUE(says(list, "Impact of regional cooperation"));
    EXPECT_TRUE(says(list, "by province (colour) and kabupaten/kota (dots)"));
    EXPECT_TRUE(says(list, "not an official index"));
    EXPECT_TRUE(says(list, "6 cooperation records from 6 sources, 5 in force"));
    EXPECT_TRUE(says(list, "Boundaries: GADM 4.1."));
    EXPECT_TRUE(says(list, "Equal Earth projection"));
}

TEST(Picture, ALicenceInBracketsIsNotTornApart) {
    // At some width the line breaks right there; none may.
    for (double width = 700; width <= 1600; width += 12) {
        PictureOptions with = options(width, 900);
        with.credit = "GADM 4.1; idn-area-data (ODbL 1.0); Natural Earth";
        const DisplayList list = composePicture(*squareData(), {}, look(), with);
        EXPECT_TRUE(says(list, "(ODbL\u00a01.0)")) << width;
    }
}

TEST(Picture, TheSubtitleGoesByWhatTheCameraFills) {
    const auto data = squareData();
    PictureOptions with = options();
    with.camera = homeCamera(*data->geometry, {0, 0, 1600, 900});
    const std::string far = pictureTexts(*data, {}, look(), with).subtitle;
    EXPECT_NE(far.find("by province (colour) and kabupaten/kota (dots)"), std::string::npos) << far;
    with.camera->metresPerUnit = 100;
    ASSERT_TRUE(fillsRegencies(data->view, *with.camera));
    const std::string near = pictureTexts(*data, {}, look(), with).subtitle;
    EXPECT_NE(near.find("by kabupaten/kota, as of"), std::string::npos) << near;
    EXPECT_EQ(near.find("dots"), std::string::npos) << near;
}

TEST(Picture, ATitleOfOnesOwnReplacesTheComputedOne) {
    PictureOptions with = options();
    with.title = "Cooperation is centred on Java";
    const DisplayList list = composePicture(*squareData(), {}, look(), with);
    EXPECT_TRUE(says(list, "Cooperation is centred on Java"));
    EXPECT_FALSE(says(list, "Impact of regional cooperation"));
}

TEST(Picture, CountsAreNotCalledAnIndex) {
    MapView view;
    view.indicator = analysis::IndicatorKind::agreementsInForce;
    const DisplayList list = composePicture(*squareData(view), {}, look(), options());
    EXPECT_FALSE(says(list, "index"));
    EXPECT_TRUE(says(list, "Regional cooperation in force"));
}

TEST(Picture, FiltersAndWhatIsLeftOutAreStated) {
    MapView view;
    view.filter.countries = {"AUS"};
    view.date = core::Day{std::chrono::year(2015), std::chrono::month(1), std::chrono::day(1)};
    const DisplayList list = composePicture(*squareData(view), {}, look(), options(2400, 900));
    EXPECT_TRUE(says(list, "2 of 6 cooperation records"));
    EXPECT_TRUE(says(list, "filter: countries Australia"));
    EXPECT_TRUE(says(list, "1 undated agreement is left out."));
}

TEST(Picture, ARegionIsNamedInTheTitle) {
    PictureOptions with = options();
    with.region = region("64");
    EXPECT_TRUE(says(composePicture(*squareData(), {}, look(), with), ": Kalimantan Timur"));
}

TEST(Picture, EveryTextStandsWholeOnPagesOfAnyShape) {
    for (const auto& [width, height] : std::vector<std::pair<double, double>>{
             {3840, 2160}, {1920, 1080}, {1280, 720}, {1080, 1920}, {800, 800}, {480, 320}})
        for (const text::Language language : {text::Language::english, text::Language::indonesian}) {
            const DisplayList list =
                composePicture(*squareData(), {}, look(Theme::light, language), options(width, height));
            for (const GlyphRun& run : itemsOf<GlyphRun>(list)) {
                const Rect box = boxOf(run, *list.fonts);
                EXPECT_GE(box.x, 0) << run.string << " at " << width;
                EXPECT_GE(box.y, 0) << run.string << " at " << width;
                EXPECT_LE(box.right(), width) << run.string << " at " << width;
                EXPECT_LE(box.bottom(), height) << run.string << " at " << width;
            }
        }
}

TEST(Picture, TheLegendLiesInThePageAndOverNoRegion) {
    for (const auto& [width, height] :
         std::vector<std::pair<double, double>>{{1920, 1080}, {1280, 720}, {1080, 1920}}) {
        const DisplayList list = composePicture(*squareData(), {}, look(), options(width, height));
        const auto panels = itemsOf<RoundedRect>(list);
        const auto legend =
            std::find_if(panels.begin(), panels.end(), [](const RoundedRect& r) { return r.shadow > 0; });
        ASSERT_NE(legend, panels.end());
        EXPECT_GE(legend->rect.x, 0);
        EXPECT_LE(legend->rect.bottom(), height);
        const MapFrame& map = list.maps.at(0);
        for (int i = 0; i <= 20; ++i)
            for (int k = 0; k <= 20; ++k) {
                const geo::Point p{legend->rect.x + legend->rect.width * i / 20,
                                   legend->rect.y + legend->rect.height * k / 20};
                EXPECT_EQ(squareGeometry()->pick(toMetres(map.camera, map.frame, p)), core::kNoRegion);
            }
    }
}

TEST(Picture, WithoutFurnitureOnlyTheMapIsThere) {
    PictureOptions bare = options();
    bare.furniture = false;
    MapView view;
    view.labels = false;
    const DisplayList list = composePicture(*squareData(view), {}, look(), bare);
    EXPECT_TRUE(strings(list).empty());
    EXPECT_EQ(list.maps.size(), 1U);
    EXPECT_EQ(list.maps[0].frame, (Rect{0, 0, 1600, 900}));
}

TEST(Picture, TransparentLeavesSeaAndNeighboursOut) {
    PictureOptions clear = options();
    clear.transparent = true;
    const DisplayList list = composePicture(*squareData(), {}, look(), clear);
    EXPECT_EQ(list.background.a, 0);
    EXPECT_TRUE(itemsOf<WorldFill>(list).empty());
    EXPECT_FALSE(itemsOf<WorldFill>(composePicture(*squareData(), {}, look(), options())).empty());
}

TEST(Picture, TheSameCallComposesTheSameList) {
    const auto data = squareData();
    const DisplayList one = composePicture(*data, {}, look(), options());
    const DisplayList two = composePicture(*data, {}, look(), options());
    ASSERT_EQ(one.items.size(), two.items.size());
    EXPECT_EQ(strings(one), strings(two));
    for (std::size_t i = 0; i < one.items.size(); ++i)
        EXPECT_EQ(one.items[i].index(), two.items[i].index());
}

TEST(Picture, DoublingThePageDoublesEverything) {
    const auto data = squareData();
    const DisplayList one = composePicture(*data, {}, look(), options(1600, 900));
    const DisplayList two = composePicture(*data, {}, look(), options(3200, 1800));
    const auto runs = itemsOf<GlyphRun>(one);
    const auto doubled = itemsOf<GlyphRun>(two);
    ASSERT_EQ(runs.size(), doubled.size());
    for (std::size_t i = 0; i < runs.size(); ++i)
        EXPECT_NEAR(doubled[i].size, 2 * runs[i].size, 0.01);
}

TEST(Picture, MorePixelsAUnitMakeTypeAndLinesLarger) {
    const auto data = squareData();
    // Pixels of the widest line and of the largest type, in 3840 x 2160 pixels.
    const auto drawnAt = [&](double pixelRatio) {
        PictureOptions with = options();
        setPictureSize(with, 3840, 2160, pixelRatio);
        with.camera = Camera{data->geometry->bounds().centre(), 1000 * pixelRatio}; // as large in pixels
        const DisplayList list = composePicture(*data, {}, look(), with);
        EXPECT_NEAR(list.width * pixelRatio, 3840, 1e-6);
        double title = 0;
        for (const GlyphRun& run : itemsOf<GlyphRun>(list))
            title = std::max(title, static_cast<double>(run.size) * pixelRatio);
        double line = 0;
        for (const BorderStroke& border : itemsOf<BorderStroke>(list))
            line = std::max(line, static_cast<double>(border.width) * pixelRatio);
        return std::pair(title, line);
    };
    EXPECT_EQ(defaultPixelRatio(3840, 2160), 2);
    EXPECT_EQ(defaultPixelRatio(640, 360), 1);
    const auto [title, line] = drawnAt(2);
    for (const double larger : {0.8, 1.25, 1.5}) {
        const auto [otherTitle, otherLine] = drawnAt(2 * larger);
        EXPECT_NEAR(otherTitle / title, larger, 0.001);
        EXPECT_EQ(otherLine > line * 1.05, larger > 1) << larger; // less so, as borders follow the map's scale, too
        EXPECT_EQ(otherLine < line * 0.95, larger < 1) << larger;
    }
}

TEST(Picture, HalfThePixelsAtHalfTheRatioAreTheSamePicture) {
    PictureOptions large = options();
    PictureOptions half = options();
    setPictureSize(large, 3840, 2160, 2.5);
    setPictureSize(half, 1920, 1080, 1.25);
    EXPECT_EQ(large, half);
}

} // namespace
} // namespace jejaring::scene
