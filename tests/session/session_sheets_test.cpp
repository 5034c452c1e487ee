// SPDX-License-Identifier: MIT
// Sheets as the session shows them and makes pictures of them.
#include "session_fixture.hpp"

#include "session/sheets.hpp"

#include <algorithm>

namespace jejaring::session {
namespace {

// What the window exports for a view of West Java.
publish::Recipe westJava(const Session& session) {
    publish::Recipe recipe;
    recipe.view.indicator = analysis::IndicatorKind::partnerCountries;
    recipe.view.date = core::today();
    recipe.selection = {session.geometry()->catalog()[*session.geometry()->catalog().find("32")].code};
    recipe.picture.camera = scene::Camera{{-1.1e6, -8e5}, 700};
    return recipe;
}

TEST_F(SessionTest, ASheetIsShownAsOneUndoStep) {
    if (!openMap())
        GTEST_SKIP() << "the boundaries have not been built";
    ASSERT_TRUE(session_->changeProject(core::note("Add a sheet"), [&](core::Project& project) {
        addSheet(project, westJava(*session_), Extent{4e5, 3e5}, "Jawa Barat");
    }));
    const State before = session_->state();
    ASSERT_TRUE(session_->showSheet("L001"));
    EXPECT_EQ(session_->state().view.indicator, analysis::IndicatorKind::partnerCountries);
    ASSERT_EQ(session_->state().selection.size(), 1U);
    EXPECT_EQ(session_->geometry()->catalog()[session_->state().selection[0]].code.text(), "32");
    const auto flight = session_->takeFlight();
    ASSERT_TRUE(flight);
    EXPECT_EQ(flight->kind, FlightRequest::Kind::extent);
    ASSERT_NE(session_->undoLabel(), nullptr);
    EXPECT_EQ(core::englishText(*session_->undoLabel()), "Sheet Jawa Barat");
    session_->undo();
    EXPECT_EQ(session_->state(), before);
    EXPECT_EQ(session_->project()->sheets.size(), 1U) << "showing it changed no project";
    session_->undo();
    EXPECT_TRUE(session_->project()->sheets.empty());
}

TEST_F(SessionTest, ASheetThatCannotBeReadIsNotShown) {
    if (!openMap())
        GTEST_SKIP() << "the boundaries have not been built";
    session_->changeProject(core::note("Add"), [](core::Project& project) {
        project.sheets.push_back({"L001", "Rusak", "view", R"({"version":99})"});
    });
    const State before = session_->state();
    EXPECT_FALSE(session_->showSheet("L001"));
    EXPECT_FALSE(session_->showSheet("L002"));
    EXPECT_EQ(session_->state(), before);
    EXPECT_TRUE(noticed(core::ErrorCode::newerSchema));
}

TEST_F(SessionTest, ASheetIsAPictureOfItsOwn) {
    if (!openMap())
        GTEST_SKIP() << "the boundaries have not been built";
    core::Project project = *session_->project();
    const std::string id = addSheet(project, westJava(*session_), std::nullopt, "Jawa Barat");
    SheetSource source = session_->sheetSource();
    source.project = std::make_shared<const core::Project>(project);
    const auto request = sheetRequest(project.sheets[0], source);
    ASSERT_TRUE(request) << core::englishText(request.error());
    EXPECT_EQ(recipeOf(request.value()), sheetRecipe(project.sheets[0]).value());
    EXPECT_FALSE(request.value().picture.credit.empty());
    EXPECT_EQ(proposedSheetName(request.value(), core::today()), "Jawa Barat · Partner countries");

    publish::Recipe gone = westJava(*session_);
    gone.visitId = "V99";
    updateSheet(project, id, gone, std::nullopt);
    EXPECT_FALSE(sheetRequest(project.sheets[0], source));
    gone.visitId.clear();
    gone.selection = {*core::RegionCode::parse("99.99")};
    updateSheet(project, id, gone, std::nullopt);
    const auto unknown = sheetRequest(project.sheets[0], source);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, core::ErrorCode::unknownRegion);
}

TEST_F(SessionTest, ASheetReadsTheProjectionItAsksFor) {
    if (!openMap())
        GTEST_SKIP() << "the boundaries have not been built";
    core::Project project = *session_->project();
    publish::Recipe recipe = westJava(*session_);
    recipe.view.projection = geo::ProjectionKind::mercator;
    addSheet(project, recipe, std::nullopt, "Mercator");
    SheetSource source = session_->sheetSource();
    source.project = std::make_shared<const core::Project>(project);
    const auto request = sheetRequest(project.sheets[0], source);
    ASSERT_TRUE(request) << core::englishText(request.error());
    EXPECT_EQ(request.value().map->geometry->projection(), geo::ProjectionKind::mercator);
    EXPECT_EQ(source.maps.count(geo::ProjectionKind::mercator), 1U) << "for the next sheet";
}

TEST_F(SessionTest, APictureOfAWindowShowsAtLeastWhatTheWindowDoes) {
    if (!openMap())
        GTEST_SKIP() << "the boundaries have not been built";
    ExportRequest request;
    request.map = session_->map();
    request.look.fonts = fonts_;
    const scene::Camera camera{{-1.1e6, -8e5}, 700};
    for (const scene::Rect& frame : {scene::Rect{0, 0, 900, 700}, scene::Rect{0, 0, 1600, 300}}) {
        showInPicture(request, camera, frame);
        scene::PictureParts parts;
        scene::PictureOptions picture = request.picture;
        (void)scene::composePicture(*request.map, {}, request.look, picture, &parts);
        ASSERT_TRUE(picture.camera);
        EXPECT_EQ(picture.camera->centre.x, camera.centre.x);
        const double height = parts.source.y - parts.subtitle.bottom();
        EXPECT_GE(picture.camera->metresPerUnit * picture.width, 700 * frame.width - 1);
        EXPECT_GE(picture.camera->metresPerUnit * height, 700 * frame.height - 1);
    }
}

} // namespace
} // namespace jejaring::session
