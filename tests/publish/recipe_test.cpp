// SPDX-License-Identifier: MIT
#include "publish/recipe.hpp"

#include <gtest/gtest.h>

namespace jejaring::publish {
namespace {

Recipe everything() {
    Recipe recipe;
    recipe.view.level = scene::MapLevel::regency;
    recipe.view.indicator = analysis::IndicatorKind::partnerCountries;
    recipe.view.date = core::Day{std::chrono::year(2019), std::chrono::month(2), std::chrono::day(28)};
    recipe.view.filter.grades = {core::SourceGrade::a, core::SourceGrade::unstated};
    recipe.view.filter.kinds = {core::AgreementKind::betweenRegions};
    recipe.view.filter.sectors = {"port"};
    recipe.view.filter.countries = {"JPN", "NLD"};
    recipe.view.classMethod = analysis::ClassMethod::manual;
    recipe.view.manualEdges = {0, 2.5, 7};
    recipe.view.projection = geo::ProjectionKind::mercator;
    recipe.view.ownOnly = recipe.view.graticule = true;
    recipe.view.labels = recipe.view.legend = false;
    recipe.selection = {*core::RegionCode::parse("64.01"), *core::RegionCode::parse("31")};
    recipe.visitId = "V1";
    recipe.agreementId = "A7";
    recipe.region = *core::RegionCode::parse("35.78");
    recipe.picture.title = "Judul \"kutip\" – € \n";
    recipe.picture.subtitle = "Bawah";
    recipe.picture.camera = scene::Camera{{1.25, -3}, 812.5};
    recipe.picture.transparent = true;
    recipe.theme = scene::Theme::dark;
    recipe.language = text::Language::english;
    recipe.width = 1920;
    recipe.height = 1080;
    recipe.pixelRatio = 1.25;
    recipe.dotsPerInch = 151.5;
    scene::setPictureSize(recipe.picture, recipe.width, recipe.height, recipe.pixelRatio);
    recipe.notes = "Bicara pelan";
    scene::Layout layout;
    layout.kind = scene::TemplateKind::beforeAfter;
    layout.page = *scene::parsePage("a3-portrait");
    layout.theme = scene::Theme::light;
    layout.language = text::Language::indonesian;
    layout.region = *core::RegionCode::parse("11");
    layout.partnerId = "P1";
    layout.visitId = "V2";
    layout.before = core::Day{std::chrono::year(2010), std::chrono::month(1), std::chrono::day(1)};
    layout.texts = {{"title", "{name}"}};
    layout.hidden = {"legend"};
    layout.moved = {{"map", {1, 2, 3, 4}}};
    layout.cameras = {{"map-before", {{5, 6}, 7}}};
    layout.added = {{"text-1", scene::AddedKind::text, {1, 1, 2, 2}, "Catatan", "", 18},
                    {"picture-1", scene::AddedKind::picture, {0, 0, 9, 9}, "", "G1", 15},
                    {"world-map-1", scene::AddedKind::worldMap, {0, 0, 9, 9}, "", "35.78", 15}};
    recipe.layout = layout;
    return recipe;
}

TEST(Recipe, ComesBackWholeFromItsText) {
    Recipe series;
    scene::chooseIndicator(series.view, analysis::IndicatorChoice::series("I7"));
    for (const Recipe& recipe : {everything(), Recipe{}, series}) {
        Recipe wanted = recipe;
        scene::setPictureSize(wanted.picture, wanted.width, wanted.height, wanted.pixelRatio);
        const core::Result<Recipe> read = parseRecipe(recipeText(wanted));
        ASSERT_TRUE(read) << read.error().id;
        EXPECT_EQ(read.value(), wanted);
        EXPECT_EQ(recipeText(read.value()), recipeText(wanted));
    }
}

TEST(Recipe, ItsTextIsOneLineOfAscii) {
    for (const char c : recipeText(everything())) {
        EXPECT_GE(c, ' ');
        EXPECT_LT(c, 127);
    }
}

TEST(Recipe, AWrongMemberIsNamed) {
    const auto wrong = [](const std::string& text) {
        const core::Result<Recipe> read = parseRecipe(text);
        EXPECT_FALSE(read) << text;
        return read || read.error().arguments.empty() ? std::string() : read.error().arguments[0];
    };
    EXPECT_EQ(wrong(R"({"view":{"level":"kecamatan"}})"), "view.level");
    EXPECT_EQ(wrong(R"({"view":{"classCount":1}})"), "view.classCount");
    EXPECT_EQ(wrong(R"({"view":{"date":"2023-02-30"}})"), "view.date");
    EXPECT_EQ(wrong(R"({"selection":["64.1"]})"), "selection");
    EXPECT_EQ(wrong(R"({"dotsPerInch":-1})"), "dotsPerInch");
    EXPECT_EQ(wrong(R"({"layout":{"moved":{"map":[1,2,3]}}})"), "layout.moved");
    EXPECT_EQ(wrong(R"({"layout":{"cameras":{"map":{"metresPerUnit":0}}}})"), "layout.cameras");
    EXPECT_EQ(wrong(R"({"layout":{"moved":{"map":[1,2,0,3]}}})"), "layout.moved");
    EXPECT_EQ(wrong(R"({"layout":{"moved":{"map":[1,2,1e12,3]}}})"), "layout.moved");
    EXPECT_EQ(wrong(R"({"layout":{"cameras":{"map":{"metresPerUnit":1e-300}}}})"), "layout.cameras");
    EXPECT_EQ(wrong(R"({"layout":{"added":[{"size":0}]}})"), "layout.added.size");
    EXPECT_EQ(wrong(R"({"pixelRatio":-1})"), "pixelRatio");
    EXPECT_EQ(wrong(R"({"layout":7})"), "layout");
}

TEST(Recipe, OtherTextsAndNewerVersionsAreRefusedAndUnknownMembersPassedOver) {
    for (const char* text : {"", "[]", "null", "{", "jejaring"})
        EXPECT_FALSE(parseRecipe(text)) << text;
    const core::Result<Recipe> newer = parseRecipe(R"({"version":99})");
    ASSERT_FALSE(newer);
    EXPECT_EQ(newer.error().code, core::ErrorCode::newerSchema);
    EXPECT_TRUE(parseRecipe(R"({"version":1,"later":{"x":1}})"));
}

} // namespace
} // namespace jejaring::publish
