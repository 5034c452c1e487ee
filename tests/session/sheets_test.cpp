// SPDX-License-Identifier: MIT
#include "session/sheets.hpp"

#include "data/project/project_store.hpp"
#include "session/project_edit.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jejaring::session {
namespace {

using testing::ElementsAre;

publish::Recipe anyRecipe() {
    publish::Recipe recipe;
    recipe.view.level = scene::MapLevel::regency;
    recipe.view.indicator = analysis::IndicatorKind::partnerCountries;
    recipe.view.date = *core::parseDay("2019-05-17");
    recipe.view.filter.sectors = {"education"};
    recipe.selection = {*core::RegionCode::parse("32.73")};
    recipe.visitId = "V01";
    recipe.picture.camera = scene::Camera{{-1.5e6, 2.5e5}, 812.5};
    recipe.picture.width = 1920;
    recipe.picture.height = 1080;
    recipe.theme = scene::Theme::dark;
    recipe.language = text::Language::english;
    recipe.notes = "Mulai dari Bandung.\nLalu Braunschweig.";
    return recipe;
}

std::vector<std::string> idsOf(const core::Project& project) {
    std::vector<std::string> ids;
    for (const core::Sheet& sheet : project.sheets)
        ids.push_back(sheet.id);
    return ids;
}

core::Project threeSheets() {
    core::Project project;
    for (const char* name : {"Satu", "Dua", "Tiga"})
        addSheet(project, anyRecipe(), std::nullopt, name);
    return project;
}

TEST(Sheets, HoldTheRecipeTheyWereMadeOf) {
    core::Project project;
    const std::string id = addSheet(project, anyRecipe(), Extent{9e5, 4e5}, "Bandung");
    const core::Sheet* sheet = findSheet(project, id);
    ASSERT_NE(sheet, nullptr);
    EXPECT_EQ(sheet->name, "Bandung");
    EXPECT_EQ(sheet->kind, "view");
    const auto recipe = sheetRecipe(*sheet);
    ASSERT_TRUE(recipe) << core::englishText(recipe.error());
    EXPECT_EQ(recipe.value(), anyRecipe());
    EXPECT_EQ(sheetExtent(*sheet), (Extent{9e5, 4e5}));
}

TEST(Sheets, AreNamedAfterTheirTemplate) {
    core::Project project;
    publish::Recipe recipe = anyRecipe();
    recipe.layout.emplace();
    recipe.layout->kind = scene::TemplateKind::profile;
    addSheet(project, recipe, std::nullopt, "Profil");
    EXPECT_EQ(project.sheets[0].kind, "profile");
}

TEST(Sheets, HaveIdsAndNamesOfTheirOwn) {
    core::Project project = threeSheets();
    EXPECT_THAT(idsOf(project), ElementsAre("L001", "L002", "L003"));
    removeSheet(project, "L001");
    addSheet(project, anyRecipe(), std::nullopt, "Dua");
    EXPECT_THAT(idsOf(project), ElementsAre("L002", "L003", "L004"));
    EXPECT_EQ(project.sheets[2].name, "Dua (2)");
    const std::string copy = duplicateSheet(project, "L002");
    EXPECT_THAT(idsOf(project), ElementsAre("L002", copy, "L003", "L004"));
    EXPECT_EQ(project.sheets[1].name, "Dua (3)");
    EXPECT_EQ(project.sheets[1].definition, project.sheets[0].definition);
    const std::string fourth = addSheet(project, anyRecipe(), std::nullopt, "Empat", copy);
    EXPECT_EQ(project.sheets[2].id, fourth);
}

TEST(Sheets, MoveToAnyPlace) {
    core::Project project = threeSheets();
    moveSheet(project, "L001", 2);
    EXPECT_THAT(idsOf(project), ElementsAre("L002", "L003", "L001"));
    moveSheet(project, "L001", 0);
    EXPECT_THAT(idsOf(project), ElementsAre("L001", "L002", "L003"));
    moveSheet(project, "L002", 99);
    EXPECT_THAT(idsOf(project), ElementsAre("L001", "L003", "L002"));
    moveSheet(project, "L009", 0);
    EXPECT_THAT(idsOf(project), ElementsAre("L001", "L003", "L002"));
}

TEST(Sheets, KeepTheirNameWhereTheNewOneIsBlank) {
    core::Project project = threeSheets();
    renameSheet(project, "L002", " \t");
    EXPECT_EQ(project.sheets[1].name, "Dua");
    renameSheet(project, "L002", "Ekonomi hijau");
    EXPECT_EQ(project.sheets[1].name, "Ekonomi hijau");
}

TEST(Sheets, TakeNotesAndLetThemGo) {
    core::Project project = threeSheets();
    setSheetNotes(project, "L002", "Sebut \"Osaka\".");
    EXPECT_EQ(sheetRecipe(project.sheets[1]).value().notes, "Sebut \"Osaka\".");
    EXPECT_EQ(sheetRecipe(project.sheets[0]).value().notes, anyRecipe().notes);
    setSheetNotes(project, "L002", "");
    EXPECT_EQ(sheetRecipe(project.sheets[1]).value().notes, "");
}

TEST(Sheets, ShowSomethingElseAfterAnUpdateAndKeepNameAndNotes) {
    core::Project project = threeSheets();
    publish::Recipe next = anyRecipe();
    next.notes.clear();
    next.visitId.clear();
    next.picture.camera.reset();
    next.view.indicator = analysis::IndicatorKind::impact;
    updateSheet(project, "L002", next, std::nullopt);
    next.notes = anyRecipe().notes;
    EXPECT_EQ(sheetRecipe(project.sheets[1]).value(), next);
    EXPECT_EQ(project.sheets[1].name, "Dua");
}

TEST(Sheets, KeepTheExtentOfACameraThatStays) {
    core::Project project;
    addSheet(project, anyRecipe(), Extent{9e5, 4e5}, "Satu");
    publish::Recipe next = anyRecipe();
    next.theme = scene::Theme::light;
    updateSheet(project, "L001", next, std::nullopt);
    EXPECT_EQ(sheetExtent(project.sheets[0]), (Extent{9e5, 4e5}));
    next.picture.camera->metresPerUnit = 100;
    updateSheet(project, "L001", next, std::nullopt);
    EXPECT_EQ(sheetExtent(project.sheets[0]), std::nullopt);
}

TEST(Sheets, KeepWhatANewerVersionWroteBesideTheirSettings) {
    core::Project project = threeSheets();
    std::string& definition = project.sheets[1].definition;
    definition.replace(0, 1, R"({"transition":"fade",)");
    setSheetNotes(project, "L002", "Catatan");
    EXPECT_NE(definition.find("transition"), std::string::npos);
    updateSheet(project, "L002", anyRecipe(), std::nullopt);
    EXPECT_NE(definition.find("\"fade\""), std::string::npos);
    EXPECT_EQ(sheetRecipe(project.sheets[1]).value(), anyRecipe());
}

TEST(Sheets, ThatCannotBeReadSaySoAndStayAsTheyAre) {
    for (const std::string& definition :
         {std::string("no JSON"), std::string(""), std::string(R"({"version":99})"), std::string(R"({"theme":7})")}) {
        core::Project project = threeSheets();
        project.sheets[1].definition = definition;
        EXPECT_FALSE(sheetRecipe(project.sheets[1])) << definition;
        EXPECT_FALSE(sheetExtent(project.sheets[1]));
        setSheetNotes(project, "L002", "Catatan");
        renameSheet(project, "L002", "Baru");
        moveSheet(project, "L002", 0);
        EXPECT_EQ(project.sheets[0].definition, definition);
        EXPECT_EQ(project.sheets[0].name, "Baru");
        EXPECT_EQ(findSheet(project, duplicateSheet(project, "L002"))->definition, definition);
        EXPECT_TRUE(sheetRecipe(project.sheets[2]));
    }
}

TEST(Sheets, SurviveTheStoreInTheirOrder) {
    const test::TemporaryFolder folder;
    const std::string path = (folder.path() / "lembar.jejaring.gpkg").string();
    core::Project project = threeSheets();
    moveSheet(project, "L003", 0);
    project.sheets[1].definition = R"({"version":99,"baru":[1,2]})";
    const auto saved = data::saveProject(project, path);
    ASSERT_TRUE(saved) << core::englishText(saved.error());
    const auto opened = data::openProject(path);
    ASSERT_TRUE(opened) << core::englishText(opened.error());
    EXPECT_EQ(opened.value().sheets, project.sheets);
}

TEST(SheetView, ChoosesWhatTheSheetShowsAndFliesToItsExtent) {
    core::Region bandung;
    bandung.code = *core::RegionCode::parse("32.73");
    bandung.name = "Kota Bandung";
    const core::RegionCatalog catalog({bandung});
    core::Project project;
    publish::Recipe recipe = anyRecipe();
    recipe.selection.push_back(*core::RegionCode::parse("99.99"));
    addSheet(project, recipe, Extent{9e5, 4e5}, "Bandung");
    const auto view = sheetView(project.sheets[0], catalog);
    ASSERT_TRUE(view);
    EXPECT_EQ(view.value().state.view, recipe.view);
    EXPECT_EQ(view.value().state.selection, std::vector<core::RegionIndex>{0});
    EXPECT_EQ(view.value().state.visitId, "V01");
    EXPECT_EQ(view.value().flight.kind, FlightRequest::Kind::extent);
    EXPECT_EQ(view.value().flight.width, 9e5);
    EXPECT_EQ(view.value().flight.centre.x, recipe.picture.camera->centre.x);
    ASSERT_EQ(view.messages().size(), 1U) << "the region that is not there";
    EXPECT_EQ(view.messages()[0].severity, core::Severity::warning);
}

TEST(SheetView, ChoosesTheSubjectOfATemplate) {
    core::Region bandung;
    bandung.code = *core::RegionCode::parse("32.73");
    const core::RegionCatalog catalog({bandung});
    core::Project project;
    publish::Recipe recipe;
    recipe.layout.emplace();
    recipe.layout->kind = scene::TemplateKind::profile;
    recipe.layout->region = bandung.code;
    addSheet(project, recipe, std::nullopt, "Profil");
    const auto view = sheetView(project.sheets[0], catalog);
    ASSERT_TRUE(view);
    EXPECT_EQ(view.value().state.selection, std::vector<core::RegionIndex>{0});
    EXPECT_EQ(view.value().flight.kind, FlightRequest::Kind::region);
}

} // namespace
} // namespace jejaring::session
