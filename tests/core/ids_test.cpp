// SPDX-License-Identifier: MIT
#include "core/project.hpp"

#include <gtest/gtest.h>

namespace jejaring::core {
namespace {

// Every value has an id of its own that leads back to it, and nothing else does.
template <class Enum, class IdOf, class Parse> void expectIds(int count, IdOf idOf, Parse parse) {
    for (int i = 0; i < count; ++i) {
        const auto value = static_cast<Enum>(i);
        EXPECT_EQ(parse(idOf(value)), value) << i;
    }
    EXPECT_FALSE(parse("no such id"));
}

TEST(Ids, leadBackToTheirValues) {
    expectIds<AgreementKind>(5, agreementKindId, parseAgreementKind);
    expectIds<AgreementStatus>(6, agreementStatusId, parseAgreementStatus);
    expectIds<PartnerType>(10, partnerTypeId, parsePartnerType);
    expectIds<StopStatus>(5, stopStatusId, parseStopStatus);
    expectIds<VisitType>(2, visitTypeId, parseVisitType);
    expectIds<RiskSign>(2, riskSignId, parseRiskSign);
    expectIds<StagePhase>(5, stagePhaseId, parseStagePhase);
}

TEST(FollowUp, isOverdueOnceTheLastDayItMayMeanIsPast) {
    FollowUp followUp;
    const auto on = [&](const char* day) { return stateOf(followUp, *parseDay(day)); };
    EXPECT_EQ(on("2026-01-01"), FollowUpState::open) << "it has no due date";
    followUp.due = PartialDate{2025, 3, 0};
    EXPECT_EQ(on("2025-03-31"), FollowUpState::open);
    EXPECT_EQ(on("2025-04-01"), FollowUpState::overdue);
    followUp.done = PartialDate{2025, 5, 2};
    EXPECT_EQ(on("2025-04-01"), FollowUpState::done);
}

TEST(Project, knowsTheRegionsOfFollowUpsAndActivities) {
    const auto code = [](const char* text) { return *RegionCode::parse(text); };
    Project project;
    Visit visit;
    visit.id = "V1";
    visit.province = code("64");
    visit.stops.resize(2);
    visit.stops[0].sequence = 1;
    visit.stops[0].region = code("64.71");
    visit.stops[1].sequence = 2;
    visit.stops[1].region = code("64.72");
    project.visits.push_back(visit);
    Activity activity;
    activity.id = "K1";
    activity.region = code("31");
    activity.participants = {{code("32.73"), "", "host"}, {RegionCode(), "Kemlu", ""}, {code("31"), "", ""}};
    project.activities.push_back(activity);
    FollowUp followUp;
    followUp.visitId = "V1";
    followUp.stop = 2;
    EXPECT_EQ(regionsOf(project, followUp), std::vector<RegionCode>{code("64.72")});
    followUp.stop = 0;
    EXPECT_EQ(regionsOf(project, followUp), (std::vector<RegionCode>{code("64"), code("64.71"), code("64.72")}));
    followUp.visitId = "K1";
    EXPECT_EQ(regionsOf(project, followUp), (std::vector<RegionCode>{code("31"), code("32.73")})) << "each once";
    followUp.visitId = "none";
    EXPECT_TRUE(regionsOf(project, followUp).empty());
}

TEST(Project, findsRowsById) {
    Project project;
    project.sources = {{"S1", "a", "", SourceGrade::a}, {"S2", "b", "", SourceGrade::b}};
    EXPECT_EQ(findSource(project, "S2"), &project.sources[1]);
    EXPECT_EQ(findSource(project, "S3"), nullptr);
    EXPECT_EQ(findPartner(project, ""), nullptr);
}

} // namespace
} // namespace jejaring::core
