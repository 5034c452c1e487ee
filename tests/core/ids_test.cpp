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

TEST(Project, findsRowsById) {
    Project project;
    project.sources = {{"S1", "a", "", SourceGrade::a}, {"S2", "b", "", SourceGrade::b}};
    EXPECT_EQ(findSource(project, "S2"), &project.sources[1]);
    EXPECT_EQ(findSource(project, "S3"), nullptr);
    EXPECT_EQ(findPartner(project, ""), nullptr);
}

} // namespace
} // namespace jejaring::core
