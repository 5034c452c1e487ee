// SPDX-License-Identifier: MIT
#include "session_fixture.hpp"

#include "data/project/project_store.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <thread>
#include <unistd.h>

namespace jejaring::session {
namespace {

TEST_F(SessionTest, StartsWithNothingOpen) {
    EXPECT_EQ(session_->project(), nullptr);
    EXPECT_EQ(session_->map(), nullptr);
    EXPECT_EQ(session_->geometry(), nullptr);
    EXPECT_FALSE(session_->modified());
    EXPECT_FALSE(session_->canUndo());
    EXPECT_TRUE(session_->tasks().empty());
}

TEST_F(SessionTest, OpensTheSampleAsAnUnsavedCopy) {
    openSample();
    ASSERT_NE(session_->project(), nullptr);
    EXPECT_EQ(session_->project()->agreements.size(), 145U);
    EXPECT_TRUE(session_->projectPath().empty());
    EXPECT_FALSE(session_->modified());
    EXPECT_TRUE(session_->settings().recentProjects.empty());
}

TEST_F(SessionTest, SavesAndOpensAgain) {
    openSample();
    session_->changeWeights({0.2, 0.3, 0.5});
    EXPECT_TRUE(session_->modified());
    session_->saveProjectAs(path("kerja"), false);
    session_->finishTasks();
    const std::string file = path("kerja.jejaring.gpkg");
    EXPECT_EQ(session_->projectPath(), file);
    EXPECT_FALSE(session_->modified());
    EXPECT_EQ(session_->settings().recentProjects, std::vector<std::string>{file});

    session_->newProject();
    session_->finishTasks();
    EXPECT_TRUE(session_->project()->agreements.empty());
    EXPECT_FALSE(session_->project()->stages.empty()) << "a new project knows the stages";
    session_->openProject(file);
    session_->finishTasks();
    EXPECT_EQ(session_->project()->agreements.size(), 145U);
    EXPECT_EQ(session_->project()->weights, (core::ImpactWeights{0.2, 0.3, 0.5}));
    EXPECT_EQ(session_->projectPath(), file);
}

TEST_F(SessionTest, AnEditOfTheProjectCanBeUndoneAndMarksItModified) {
    EXPECT_FALSE(session_->changeProject(core::note("Title"), [](core::Project& p) { p.title = "x"; }));
    openSample();
    EXPECT_FALSE(session_->changeProject(core::note("Title"), [](core::Project&) {})) << "nothing differs";
    const std::string before = session_->project()->title;
    EXPECT_TRUE(session_->changeProject(core::note("Title"), [](core::Project& p) { p.title = "Lain"; }));
    EXPECT_TRUE(session_->modified());
    EXPECT_EQ(session_->project()->title, "Lain");
    ASSERT_NE(session_->undoLabel(), nullptr);
    EXPECT_EQ(session_->undoLabel()->id, "Title");
    session_->undo();
    EXPECT_FALSE(session_->modified());
    EXPECT_EQ(session_->project()->title, before);
    session_->redo();
    EXPECT_TRUE(session_->modified());
    session_->saveProjectAs(path("kerja"), false);
    session_->finishTasks();
    EXPECT_FALSE(session_->modified());
    session_->undo();
    EXPECT_TRUE(session_->modified()) << "the file holds the edit that is undone now";
    session_->changeProject(core::note("Title"), [](core::Project& p) { p.title = "Lain"; });
    EXPECT_FALSE(session_->modified()) << "done again by hand, as the file has it";
}

// Seconds of processor time that this thread takes for it.
double secondsOf(const std::function<void()>& work) {
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
    };
    const double start = now();
    work();
    return now() - start;
}

TEST_F(SessionTest, ToUndoAndRedoALargeEditAndToForgetItTakesNoCopyOfTheProject) {
    openSample();
    ASSERT_TRUE(session_->changeProject(core::note("Many"), [](core::Project& project) {
        for (int i = 0; i < 40000; ++i) {
            core::Agreement agreement = project.agreements[static_cast<std::size_t>(i) % 100];
            agreement.id = "many-" + std::to_string(i);
            project.agreements.push_back(std::move(agreement));
        }
    }));
    session_->finishTasks();
    std::shared_ptr<const core::Project> many = session_->project();
    std::optional<core::Project> copy;
    const double copying = secondsOf([&] { copy.emplace(*many); });
    const double stepping = secondsOf([&] {
        session_->undo();
        session_->update();
        session_->redo();
        session_->update();
    });
    EXPECT_EQ(session_->project(), many);
    EXPECT_LT(stepping, copying / 4);
    const std::weak_ptr<const core::Project> held = many;
    many.reset();
    session_->undo();
    session_->finishTasks(); // the map of it goes
    const double forgetting = secondsOf([&] { session_->chooseAgreement(session_->project()->agreements.front().id); });
    EXPECT_LT(forgetting, copying / 4);
    session_->finishTasks();
    EXPECT_TRUE(held.expired());
}

TEST_F(SessionTest, AnEditLetsGoOfAnAgreementAndAVisitThatAreGone) {
    openSample();
    const core::Agreement first = session_->project()->agreements.front();
    session_->chooseAgreement(first.id);
    session_->chooseVisit(session_->project()->visits.front().id);
    session_->changeProject(core::note("Deleting"), [](core::Project& p) {
        p.agreements.erase(p.agreements.begin());
        p.visits.clear();
    });
    EXPECT_TRUE(session_->state().agreementId.empty());
    EXPECT_TRUE(session_->state().visitId.empty());
    session_->undo();
    EXPECT_EQ(session_->state().agreementId, first.id);
    EXPECT_EQ(session_->project()->agreements.front(), first);
}

TEST_F(SessionTest, DraggedWeightsAreOneStep) {
    openSample();
    for (const double weight : {0.55, 0.6, 0.65, 0.7})
        session_->changeWeights({weight, 0.25, 0.25});
    EXPECT_TRUE(session_->modified());
    session_->undo();
    EXPECT_EQ(session_->project()->weights, core::ImpactWeights{});
    EXPECT_FALSE(session_->canUndo());
}

TEST_F(SessionTest, SaveAsDoesNotReplaceUnasked) {
    openSample();
    std::ofstream(path("kerja.jejaring.gpkg")) << "precious";
    session_->saveProjectAs(path("kerja.jejaring.gpkg"), false);
    session_->finishTasks();
    EXPECT_TRUE(noticed(core::ErrorCode::alreadyExists));
    EXPECT_TRUE(session_->projectPath().empty());
    session_->dismissNotice(session_->notices().back().serial);
    EXPECT_FALSE(noticed(core::ErrorCode::alreadyExists));
}

TEST_F(SessionTest, ALeavingSessionFinishesSaving) {
    openSample();
    session_->saveProjectAs(path("kerja"), false);
    session_.reset();
    EXPECT_TRUE(data::openProject(path("kerja.jejaring.gpkg")));
    session_ = makeSession();
    EXPECT_EQ(session_->settings().recentProjects.size(), 1U);
}

TEST_F(SessionTest, AProjectThatCannotBeOpenedLeavesTheOpenOne) {
    openSample();
    Settings settings = session_->settings();
    settings.recentProjects = {path("gone.jejaring.gpkg")};
    session_->changeSettings(settings);
    session_->openProject(path("gone.jejaring.gpkg"));
    session_->finishTasks();
    EXPECT_TRUE(noticed(core::ErrorCode::notFound));
    EXPECT_NE(session_->project(), nullptr);
    EXPECT_TRUE(session_->settings().recentProjects.empty()) << "what is gone is no recent project";
    std::ofstream(path("text.jejaring.gpkg")) << "no database";
    session_->openProject(path("text.jejaring.gpkg"));
    session_->finishTasks();
    EXPECT_TRUE(noticed(core::ErrorCode::wrongFormat));
    EXPECT_EQ(session_->project()->agreements.size(), 145U);
}

TEST_F(SessionTest, TheLastOneAskedForWins) {
    session_->openSample();
    session_->newProject();
    session_->finishTasks();
    EXPECT_TRUE(session_->project()->agreements.empty());
}

TEST_F(SessionTest, AProjectBeginsWithAViewOfItsOwn) {
    openSample();
    session_->saveProjectAs(path("kerja"), false);
    session_->finishTasks();
    const std::uint64_t begun = session_->begun();
    const auto chooseThings = [this] {
        scene::MapView view = session_->state().view;
        view.level = scene::MapLevel::province;
        view.date = core::Day{std::chrono::year{2020} / 1 / 1};
        session_->setView(view);
        session_->select(3);
        session_->chooseVisit(session_->project()->visits.front().id);
        session_->chooseAgreement(session_->project()->agreements.front().id);
    };
    chooseThings();
    session_->reloadProject();
    session_->finishTasks();
    EXPECT_EQ(session_->begun(), begun) << "the same file goes on as it was";
    EXPECT_EQ(session_->state().selection.size(), 1U);
    EXPECT_EQ(session_->state().view.level, scene::MapLevel::province);

    chooseThings();
    session_->newProject();
    session_->finishTasks();
    EXPECT_EQ(session_->begun(), begun + 1);
    State fresh;
    fresh.view.date = session_->today();
    EXPECT_EQ(session_->state(), fresh);
    EXPECT_FALSE(session_->canUndo());
}

TEST_F(SessionTest, AFailureThatIsShownInPlaceIsNoNotice) {
    openSample();
    std::ofstream(path("text.jejaring.gpkg")) << "no database";
    session_->openProject(path("text.jejaring.gpkg"), true);
    EXPECT_TRUE(session_->opening().running);
    session_->finishTasks();
    EXPECT_FALSE(session_->opening().running);
    ASSERT_TRUE(session_->opening().failure);
    EXPECT_EQ(session_->opening().failure->code, core::ErrorCode::wrongFormat);
    EXPECT_TRUE(session_->notices().empty());
    session_->newProject();
    session_->finishTasks();
    EXPECT_FALSE(session_->opening().failure);
}

TEST_F(SessionTest, MissingBoundariesAreANotice) {
    session_->loadBoundaries(path("none.gpkg"));
    session_->finishTasks();
    EXPECT_TRUE(noticed(core::ErrorCode::missingBoundaries));
    EXPECT_EQ(session_->geometry(), nullptr);
    EXPECT_EQ(session_->boundariesFailure(), nullptr) << "that there are none yet is no failure";
}

TEST_F(SessionTest, BoundariesThatCannotBeReadAreNotTakenForMissing) {
    std::ofstream(path("broken.gpkg")) << "not a GeoPackage";
    session_->loadBoundaries(path("broken.gpkg"));
    session_->finishTasks();
    ASSERT_NE(session_->boundariesFailure(), nullptr);
    EXPECT_EQ(session_->boundariesFailure()->code, core::ErrorCode::wrongFormat);
    session_->loadBoundaries(path("none.gpkg"));
    session_->finishTasks();
    EXPECT_EQ(session_->boundariesFailure(), nullptr) << "of those before";
}

TEST_F(SessionTest, SettingsOutliveTheSession) {
    Settings settings = session_->settings();
    for (int width = 200; width < 300; ++width) { // a dragged splitter
        settings.leftWidth = width;
        session_->changeSettings(settings);
    }
    session_.reset();
    EXPECT_EQ(makeSession()->settings().leftWidth, 299);
}

TEST_F(SessionTest, ALanguageAskedForAtTheStartIsOfThatRunAlone) {
    using text::Language;
    const auto turn = [&](const std::function<void(Settings&)>& change) {
        Settings settings = session_->settings();
        change(settings);
        session_->changeSettings(settings);
    };
    const auto startAgain = [&] {
        session_.reset(); // writes what it remembers
        session_ = makeSession();
    };
    turn([](Settings& each) { each.language = Language::english; });
    startAgain();
    session_->speak(Language::indonesian);
    EXPECT_EQ(session_->settings().language, Language::indonesian);
    turn([](Settings& each) { each.leftWidth = 299; });
    EXPECT_EQ(session_->settings().language, Language::indonesian);
    startAgain();
    EXPECT_EQ(session_->settings().leftWidth, 299);
    EXPECT_EQ(session_->settings().language, Language::english) << "as it was remembered";

    session_->speak(Language::indonesian);
    turn([](Settings& each) { each.language = Language::english; });
    turn([](Settings& each) { each.language = Language::indonesian; });
    startAgain();
    EXPECT_EQ(session_->settings().language, Language::indonesian) << "chosen in the window";
}

TEST_F(SessionTest, SelectsReplacesAddsAndClears) {
    session_->select(3);
    session_->select(4);
    EXPECT_EQ(session_->state().selection, (std::vector<core::RegionIndex>{4}));
    session_->select(5, true);
    EXPECT_EQ(session_->state().selection, (std::vector<core::RegionIndex>{4, 5}));
    session_->select(4, true);
    EXPECT_EQ(session_->state().selection, (std::vector<core::RegionIndex>{5}));
    session_->clearSelection();
    EXPECT_TRUE(session_->state().selection.empty());
    session_->undo();
    EXPECT_EQ(session_->state().selection, (std::vector<core::RegionIndex>{5}));
    session_->redo();
    EXPECT_TRUE(session_->state().selection.empty());
}

TEST_F(SessionTest, UpdateTellsWhetherSomethingChanged) {
    while (session_->update()) {
    }
    EXPECT_FALSE(session_->update());
    session_->select(1);
    EXPECT_TRUE(session_->update());
    EXPECT_FALSE(session_->update());
}

TEST_F(SessionTest, AnImportOfBoundariesLeavesNoFileBehind) {
    const auto left = [&] {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
            if (entry.path().filename().string().find("imported") != std::string::npos)
                names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    };
    // One of a program that is gone (no process has so high a number), one of a program that still runs.
    const std::string alive = "boundaries.imported-" + std::to_string(::getpid()) + "-77.gpkg";
    std::ofstream(path("boundaries.imported-2000000000-1.gpkg")) << "x";
    std::ofstream(path(alive)) << "x";
    session_->expectBoundaries(path("boundaries.gpkg"));
    session_->importBoundaries(path("absent.geojson"));
    session_->finishTasks();
    EXPECT_EQ(left(), (std::vector<std::string>{alive}));
    if (!std::filesystem::exists(data::boundariesPath()))
        return;
    std::filesystem::copy_file(data::boundariesPath(), path("boundaries.gpkg"));
    std::filesystem::copy_file(data::boundariesPath(), path("others.gpkg"));
    session_->importBoundaries(path("others.gpkg"));
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    session_.reset(); // quits while it goes on
    EXPECT_EQ(left(), (std::vector<std::string>{alive}));
}

TEST_F(SessionTest, AFlightIsTakenOnce) {
    session_->fly({FlightRequest::Kind::region, 7, ""});
    const auto flight = session_->takeFlight();
    ASSERT_TRUE(flight);
    EXPECT_EQ(flight->region, 7);
    EXPECT_FALSE(session_->takeFlight());
}

TEST_F(SessionTest, TheMapFollowsTheView) {
    if (!openMap())
        GTEST_SKIP() << "the boundaries have not been built";
    EXPECT_FALSE(session_->boundaryCredit().empty());
    const auto before = session_->map();
    scene::MapView view = session_->state().view;
    view.indicator = analysis::IndicatorKind::agreementsInForce;
    session_->setView(view);
    EXPECT_NE(session_->map(), before);
    EXPECT_EQ(session_->map()->view.indicator, analysis::IndicatorKind::agreementsInForce);
    session_->undo();
    EXPECT_EQ(session_->map()->view.indicator, analysis::IndicatorKind::impact);
    const auto unweighted = session_->map()->impact.regions[0].score;
    session_->changeWeights({1, 0, 0});
    EXPECT_NE(session_->map()->impact.regions[0].score, unweighted);
    session_->undo();
    EXPECT_EQ(session_->map()->impact.regions[0].score, unweighted);
    EXPECT_EQ(session_->map()->project, session_->project());
}

TEST_F(SessionTest, AnIndicatorOfTheProjectLeavesTheMapWhenItIsDeletedAndComesBackWithUndo) {
    if (!openMap())
        GTEST_SKIP() << "the boundaries have not been built";
    const core::RegionCode code = session_->geometry()->catalog()[0].code;
    session_->changeProject(core::note("Indicator"), [&](core::Project& project) {
        project.indicators.push_back({"I1", "PDRB", "", ""});
        project.indicatorValues.push_back({"I1", code, {2020, 0, 0}, 12.5, ""});
    });
    scene::MapView view = session_->state().view;
    scene::chooseIndicator(view, analysis::IndicatorChoice::series("I1"));
    session_->setView(view);
    ASSERT_TRUE(session_->map()->series);
    EXPECT_EQ(session_->map()->values[0].value, 12.5);
    session_->changeProject(core::note("Value"),
                            [](core::Project& project) { project.indicatorValues.back().value = 13; });
    EXPECT_EQ(session_->map()->values[0].value, 13);
    session_->changeProject(core::note("Delete"), [](core::Project& project) {
        project.indicators.clear();
        project.indicatorValues.clear();
    });
    EXPECT_FALSE(session_->map()->series);
    EXPECT_EQ(session_->state().view.indicator, analysis::IndicatorKind::impact);
    EXPECT_EQ(session_->state().view.classMethod, analysis::ClassMethod::fixed);
    session_->undo();
    EXPECT_EQ(session_->state().view.indicator, analysis::IndicatorChoice::series("I1"));
    EXPECT_EQ(session_->map()->values[0].value, 13);
    openSample(); // another project, without it
    EXPECT_FALSE(session_->map()->series);
    EXPECT_EQ(session_->map()->view, session_->state().view);
}

TEST_F(SessionTest, AnotherProjectionArrivesAndKeepsTheSelection) {
    if (!openMap())
        GTEST_SKIP() << "the boundaries have not been built";
    session_->select(12);
    scene::MapView view = session_->state().view;
    view.projection = geo::ProjectionKind::mercator;
    session_->setView(view);
    session_->finishTasks();
    EXPECT_EQ(session_->geometry()->projection(), geo::ProjectionKind::mercator);
    EXPECT_EQ(session_->map()->geometry, session_->geometry());
    EXPECT_EQ(session_->state().selection, (std::vector<core::RegionIndex>{12}));
    session_->undo(); // its geometry is still there
    EXPECT_EQ(session_->geometry()->projection(), geo::ProjectionKind::equalEarth);
}

TEST_F(SessionTest, ExportsAPictureByAWorker) {
    if (!openMap())
        GTEST_SKIP() << "the boundaries have not been built";
    ExportRequest request;
    request.path = path("map.png");
    request.width = 640;
    request.height = 360;
    request.pixelRatio = 1;
    session_->exportPicture(request);
    EXPECT_EQ(session_->tasks().size(), 1U);
    session_->finishTasks();
    ASSERT_FALSE(session_->notices().empty());
    EXPECT_EQ(session_->notices().back().message.severity, core::Severity::note)
        << core::englishText(session_->notices().back().message);
    EXPECT_GT(std::filesystem::file_size(path("map.png")), 20000U);
    session_->exportPicture(request);
    session_->finishTasks();
    EXPECT_TRUE(noticed(core::ErrorCode::alreadyExists));
    request.width = 1;
    session_->notify(core::warning("of something else"));
    session_->exportPicture(request);
    EXPECT_FALSE(noticed(core::ErrorCode::alreadyExists)) << "of the attempt before";
    EXPECT_EQ(session_->notices().size(), 1U);
    session_->finishTasks();
    EXPECT_TRUE(noticed(core::ErrorCode::invalidArgument));
}

TEST_F(SessionTest, ACancelledExportLeavesNothingAndSaysNothing) {
    if (!openMap())
        GTEST_SKIP() << "the boundaries have not been built";
    ExportRequest request;
    request.path = path("map.png");
    request.width = 16384;
    request.height = 16384;
    request.pixelRatio = 8;
    session_->exportPicture(request);
    ASSERT_FALSE(session_->tasks().empty());
    session_->cancelTask(session_->tasks()[0].id);
    session_->finishTasks();
    EXPECT_FALSE(std::filesystem::exists(path("map.png")));
    EXPECT_FALSE(noticed(core::ErrorCode::cancelled));
}

} // namespace
} // namespace jejaring::session
