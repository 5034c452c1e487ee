// SPDX-License-Identifier: MIT
#include "session/project_edit.hpp"

#include "data/project/sample.hpp"
#include "session/session.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace jejaring::session {
namespace {

core::RegionCode code(const char* text) {
    return *core::RegionCode::parse(text);
}

core::Agreement agreementWith(const std::string& id, const std::string& partner) {
    core::Agreement agreement;
    agreement.id = id;
    agreement.parties = {{code("32.73"), ""}, {core::RegionCode(), partner}};
    return agreement;
}

core::Partner partner(const std::string& id, const std::string& name) {
    core::Partner made;
    made.id = id;
    made.name = name;
    return made;
}

core::Visit visitOfThreeStops() {
    core::Visit visit;
    visit.id = "V001";
    visit.title = "Kunjungan";
    for (const char* place : {"Pelabuhan", "Balai kota", "Kampus"}) {
        core::Stop stop;
        stop.place = place;
        visit.stops.push_back(stop);
    }
    return visit;
}

core::Project projectWithStops() {
    core::Project project;
    put(project, visitOfThreeStops());
    for (int stop = 1; stop <= 3; ++stop) {
        core::FollowUp followUp;
        followUp.id = newId(project, RecordKind::followUp);
        followUp.visitId = "V001";
        followUp.stop = stop;
        followUp.what = project.visits[0].stops[static_cast<std::size_t>(stop - 1)].place;
        put(project, followUp);
    }
    return project;
}

// Every follow-up stands at the stop whose place it names.
void expectFollowUpsAtTheirStops(const core::Project& project) {
    for (const core::FollowUp& followUp : project.followUps) {
        if (followUp.stop == 0)
            continue;
        ASSERT_LE(followUp.stop, static_cast<int>(project.visits[0].stops.size()));
        const core::Stop& stop = project.visits[0].stops[static_cast<std::size_t>(followUp.stop - 1)];
        EXPECT_EQ(stop.place, followUp.what);
        EXPECT_EQ(stop.sequence, followUp.stop);
    }
}

TEST(NewId, IsUnusedEvenWhereIdsAreReferredToOnly) {
    core::Project project;
    EXPECT_EQ(newId(project, RecordKind::agreement), "A001");
    project.agreements.push_back(agreementWith("A007", "P012"));
    EXPECT_EQ(newId(project, RecordKind::agreement), "A008");
    EXPECT_EQ(newId(project, RecordKind::partner), "P013") << "an agreement refers to P012";
    project.agreements.push_back(agreementWith("C145", ""));
    project.agreements.push_back(agreementWith("A12-x", ""));
    EXPECT_EQ(newId(project, RecordKind::agreement), "A008");
}

TEST(NewId, MeetsNoIdOfTheSample) {
    const auto sample = data::sampleProject(std::string(JEJARING_SOURCE_DIR) + "/assets");
    ASSERT_TRUE(sample);
    std::set<std::string> ids;
    for (const auto& each : sample.value().agreements)
        ids.insert(each.id);
    for (const auto& each : sample.value().partners)
        ids.insert(each.id);
    for (const auto& each : sample.value().visits)
        ids.insert(each.id);
    for (const auto& each : sample.value().sources)
        ids.insert(each.id);
    for (int kind = 0; kind <= static_cast<int>(RecordKind::source); ++kind)
        EXPECT_FALSE(ids.contains(newId(sample.value(), static_cast<RecordKind>(kind))));
}

TEST(Put, AddsAndThenReplaces) {
    core::Project project;
    put(project, partner("P001", "Toyota"));
    put(project, partner("P002", "Liverpool"));
    put(project, partner("P001", "Toyota City"));
    ASSERT_EQ(project.partners.size(), 2U);
    EXPECT_EQ(project.partners[0].name, "Toyota City");
}

TEST(Put, GivesStagesThePhaseOfTheStageList) {
    core::Project project;
    core::Stage stage;
    stage.id = "pelaksanaan";
    stage.phase = core::StagePhase::underWay;
    project.stages.push_back(stage);
    core::Agreement agreement = agreementWith("A001", "");
    agreement.stages.push_back({"pelaksanaan", std::nullopt, core::StagePhase::notStated});
    put(project, agreement);
    EXPECT_EQ(project.agreements[0].stages[0].phase, core::StagePhase::underWay);
}

TEST(Put, KeepsOneValueForAnIndicatorARegionAndAPeriod) {
    core::Project project;
    put(project, core::IndicatorValue{"I001", code("64"), {2024, 0, 0}, 1.0, ""});
    put(project, core::IndicatorValue{"I001", code("64"), {2025, 0, 0}, 2.0, ""});
    put(project, core::IndicatorValue{"I001", code("64"), {2024, 0, 0}, 3.0, ""});
    ASSERT_EQ(project.indicatorValues.size(), 2U);
    EXPECT_EQ(project.indicatorValues[0].value, 3.0);
    removeIndicatorValue(project, project.indicatorValues[0]);
    ASSERT_EQ(project.indicatorValues.size(), 1U);
    EXPECT_EQ(project.indicatorValues[0].period.year, 2025);
}

TEST(Put, DropsAProfileWithoutTexts) {
    core::Project project;
    core::RegionProfile profile;
    profile.region = code("64");
    profile.needs = "Air bersih";
    put(project, profile);
    ASSERT_EQ(project.profiles.size(), 1U);
    profile.needs.clear();
    put(project, profile);
    EXPECT_TRUE(project.profiles.empty());
}

TEST(Put, RenamesAGroup) {
    core::Project project;
    put(project, {"Penyangga", {code("64")}}, "");
    put(project, {"Penyangga IKN", {code("64")}}, "Penyangga");
    ASSERT_EQ(project.groups.size(), 1U);
    EXPECT_EQ(project.groups[0].name, "Penyangga IKN");
    removeGroup(project, "Penyangga IKN");
    EXPECT_TRUE(project.groups.empty());
}

TEST(RemovePartner, IsRefusedWhileAnAgreementNamesIt) {
    core::Project project;
    put(project, partner("P001", "Toyota"));
    put(project, partner("P002", "Liverpool"));
    put(project, agreementWith("A001", "P001"));
    const core::Project before = project;
    EXPECT_EQ(removePartner(project, "P001"), (std::vector<Reference>{{RecordKind::agreement, "A001"}}));
    EXPECT_EQ(project, before);
    EXPECT_TRUE(removePartner(project, "P002").empty());
    EXPECT_EQ(core::findPartner(project, "P002"), nullptr);
}

TEST(RemoveSource, IsRefusedWhileAnythingCitesIt) {
    core::Project project;
    for (const char* id : {"S001", "S002", "S003", "S004", "S005", "S006", "S007"})
        put(project, core::Source{id, "Judul", "", core::SourceGrade::a});
    core::Agreement agreement = agreementWith("A001", "");
    agreement.sourceId = "S001";
    put(project, agreement);
    core::Visit visit = visitOfThreeStops();
    visit.sourceId = "S002";
    visit.stops[1].sourceId = "S003";
    put(project, visit);
    core::Activity activity;
    activity.id = "K001";
    activity.sourceId = "S004";
    put(project, activity);
    put(project, core::Indicator{"I001", "Investasi", "Rp", "S005"});
    put(project, core::IndicatorValue{"I001", code("64"), {2024, 0, 0}, 1.0, "S006"});
    const core::Project before = project;
    EXPECT_EQ(removeSource(project, "S001"), (std::vector<Reference>{{RecordKind::agreement, "A001"}}));
    EXPECT_EQ(removeSource(project, "S002"), (std::vector<Reference>{{RecordKind::visit, "V001"}}));
    EXPECT_EQ(removeSource(project, "S003"), (std::vector<Reference>{{RecordKind::visit, "V001"}})) << "of a stop";
    EXPECT_EQ(removeSource(project, "S004"), (std::vector<Reference>{{RecordKind::activity, "K001"}}));
    EXPECT_EQ(removeSource(project, "S005"), (std::vector<Reference>{{RecordKind::indicator, "I001"}}));
    EXPECT_EQ(removeSource(project, "S006"), (std::vector<Reference>{{RecordKind::indicator, "I001"}})) << "of a value";
    EXPECT_EQ(project, before);
    EXPECT_TRUE(removeSource(project, "S007").empty());
    EXPECT_EQ(core::findSource(project, "S007"), nullptr);
}

TEST(Put, AnIndicatorsValueTakesThePlaceOfTheOneItWas) {
    core::Project project;
    put(project, core::IndicatorValue{"I001", code("64"), {2024, 0, 0}, 1.0, ""});
    put(project, core::IndicatorValue{"I001", code("64"), {2025, 0, 0}, 2.0, ""});
    const core::IndicatorValue former = project.indicatorValues[0];
    put(project, core::IndicatorValue{"I001", code("32"), {2023, 0, 0}, 5.0, ""}, former);
    ASSERT_EQ(project.indicatorValues.size(), 2U);
    EXPECT_EQ(project.indicatorValues[0].region, code("32"));
    EXPECT_EQ(project.indicatorValues[0].period.year, 2023);
    EXPECT_EQ(project.indicatorValues[1].value, 2.0);
}

TEST(RemoveAgreement, LeavesNothingThatRefersToIt) {
    core::Project project;
    put(project, agreementWith("A001", ""));
    core::Agreement next = agreementWith("A002", "");
    next.replaces = "A001";
    put(project, next);
    core::Note note;
    note.id = "N001";
    note.agreementId = "A001";
    put(project, note);
    core::Risk mine;
    mine.id = "R001";
    mine.agreementId = "A001";
    put(project, mine);
    core::Risk both = mine;
    both.id = "R002";
    both.region = code("64");
    put(project, both);
    core::FollowUp followUp;
    followUp.id = "T001";
    followUp.agreementId = "A001";
    put(project, followUp);
    removeAgreement(project, "A001");
    ASSERT_EQ(project.agreements.size(), 1U);
    EXPECT_EQ(project.agreements[0].replaces, "");
    EXPECT_TRUE(project.notes.empty());
    ASSERT_EQ(project.risks.size(), 1U);
    EXPECT_EQ(project.risks[0].id, "R002");
    EXPECT_EQ(project.risks[0].agreementId, "");
    ASSERT_EQ(project.followUps.size(), 1U);
    EXPECT_EQ(project.followUps[0].agreementId, "");
}

TEST(RemoveVisit, TakesItsFollowUpsWithIt) {
    core::Project project = projectWithStops();
    removeVisit(project, "V001");
    EXPECT_TRUE(project.visits.empty());
    EXPECT_TRUE(project.followUps.empty());
}

TEST(RemoveActivity, TakesItsFollowUpsWithIt) {
    core::Project project = projectWithStops();
    core::Activity activity;
    activity.id = "K001";
    put(project, activity);
    core::FollowUp followUp;
    followUp.id = newId(project, RecordKind::followUp);
    followUp.visitId = "K001";
    put(project, followUp);
    removeActivity(project, "K001");
    EXPECT_TRUE(project.activities.empty());
    EXPECT_EQ(project.followUps.size(), 3U) << "those of the visit stay";
}

TEST(RemoveIndicator, TakesItsValuesWithIt) {
    core::Project project;
    put(project, core::Indicator{"I001", "Investasi", "Rp", ""});
    put(project, core::Indicator{"I002", "Proyek", "", ""});
    put(project, core::IndicatorValue{"I001", code("64"), {2024, 0, 0}, 1.0, ""});
    put(project, core::IndicatorValue{"I002", code("64"), {2024, 0, 0}, 2.0, ""});
    removeIndicator(project, "I001");
    ASSERT_EQ(project.indicators.size(), 1U);
    ASSERT_EQ(project.indicatorValues.size(), 1U);
    EXPECT_EQ(project.indicatorValues[0].indicatorId, "I002");
}

TEST(Stops, AreNumberedInTheirOrderAndFollowUpsFollow) {
    core::Project project = projectWithStops();
    expectFollowUpsAtTheirStops(project);
    for (const auto& [from, to] : {std::pair{1, 3}, std::pair{3, 1}, std::pair{2, 99}, std::pair{2, 2}}) {
        moveStop(project, "V001", from, to);
        ASSERT_EQ(project.visits[0].stops.size(), 3U);
        expectFollowUpsAtTheirStops(project);
    }
    moveStop(project, "V001", 1, 3);
    EXPECT_NE(project.visits[0].stops[0].place, "Pelabuhan");
}

TEST(Stops, ARemovedOneLeavesItsFollowUpsToTheVisit) {
    core::Project project = projectWithStops();
    removeStop(project, "V001", 2);
    ASSERT_EQ(project.visits[0].stops.size(), 2U);
    EXPECT_EQ(project.visits[0].stops[1].place, "Kampus");
    EXPECT_EQ(project.visits[0].stops[1].sequence, 2);
    ASSERT_EQ(project.followUps.size(), 3U);
    EXPECT_EQ(project.followUps[1].stop, 0);
    expectFollowUpsAtTheirStops(project);
}

TEST(Stops, ANewOneStandsLastAndAnEditedOneStays) {
    core::Project project = projectWithStops();
    core::Stop stop;
    stop.place = "Museum";
    putStop(project, "V001", stop);
    ASSERT_EQ(project.visits[0].stops.size(), 4U);
    EXPECT_EQ(project.visits[0].stops[3].sequence, 4);
    stop.sequence = 2;
    stop.place = "Balai kota";
    stop.agenda = "Audiensi";
    putStop(project, "V001", stop);
    EXPECT_EQ(project.visits[0].stops[1].agenda, "Audiensi");
    expectFollowUpsAtTheirStops(project);
}

} // namespace
} // namespace jejaring::session
