// SPDX-License-Identifier: MIT
#include "analysis/impact.hpp"

#include <gtest/gtest.h>

namespace jejaring::analysis {
namespace {

using core::Agreement;
using core::AgreementStatus;
using core::PartialDate;
using core::StagePhase;

core::Day day(const char* text) {
    return core::parseDay(text).value();
}
const core::Day kToday = day("2026-11-22");

Agreement signedIn(const char* date, AgreementStatus status = AgreementStatus::unknown) {
    Agreement agreement;
    agreement.id = "A";
    agreement.status = status;
    agreement.signedOn = PartialDate::parse(date);
    agreement.stages = {{"penandatanganan", agreement.signedOn, StagePhase::signing}};
    return agreement;
}

TEST(Standing, aSignedAgreementOfUnknownFateIsAssumedInForce) {
    EXPECT_EQ(standingOn(signedIn("1997-04-17"), kToday, kToday), Standing::inForceAssumed);
    EXPECT_EQ(standingOn(signedIn("1997-04-17", AgreementStatus::active), kToday, kToday), Standing::inForce);
}

TEST(Standing, beginsOnTheFirstDayThatThePartialDateMayMean) {
    const Agreement agreement = signedIn("1997-04");
    EXPECT_EQ(standingOn(agreement, day("1997-03-31"), kToday), Standing::notInForce);
    EXPECT_EQ(standingOn(agreement, day("1997-04-01"), kToday), Standing::inForceAssumed);
    EXPECT_FALSE(leftOutOn(agreement, day("1997-03-31"), kToday));
}

TEST(Standing, anUndatedAgreementStandsTodayAndIsLeftOutOfEarlierDays) {
    Agreement agreement = signedIn("1997");
    agreement.signedOn.reset();
    agreement.stages[0].date.reset();
    EXPECT_EQ(standingOn(agreement, kToday, kToday), Standing::inForceAssumed);
    EXPECT_EQ(standingOn(agreement, day("2027-01-01"), kToday), Standing::inForceAssumed);
    EXPECT_EQ(standingOn(agreement, day("2026-11-21"), kToday), Standing::notInForce);
    EXPECT_TRUE(leftOutOn(agreement, day("2026-11-21"), kToday));
    EXPECT_FALSE(leftOutOn(agreement, kToday, kToday));
}

TEST(Standing, validityLastsToItsLastDay) {
    Agreement agreement = signedIn("2015-01-01");
    agreement.validUntil = PartialDate::parse("2020");
    EXPECT_EQ(standingOn(agreement, day("2020-12-31"), kToday), Standing::inForce);
    EXPECT_EQ(standingOn(agreement, day("2021-01-01"), kToday), Standing::notInForce);
}

TEST(Standing, endsOnTheDayItEnded) {
    Agreement agreement = signedIn("2015-01-01", AgreementStatus::ended);
    agreement.endedOn = PartialDate::parse("2018-06-15");
    EXPECT_EQ(standingOn(agreement, day("2018-06-14"), kToday), Standing::inForce);
    EXPECT_EQ(standingOn(agreement, day("2018-06-15"), kToday), Standing::notInForce);
    EXPECT_FALSE(leftOutOn(agreement, day("2018-06-14"), kToday));
}

TEST(Standing, whatEndedAtAnUnknownTimeIsLeftOutOfEarlierDays) {
    for (const AgreementStatus status : {AgreementStatus::ended, AgreementStatus::expired, AgreementStatus::inactive}) {
        const Agreement agreement = signedIn("1993", status);
        EXPECT_EQ(standingOn(agreement, kToday, kToday), Standing::notInForce);
        EXPECT_EQ(standingOn(agreement, day("2000-01-01"), kToday), Standing::notInForce);
        EXPECT_TRUE(leftOutOn(agreement, day("2000-01-01"), kToday));
        EXPECT_FALSE(leftOutOn(agreement, day("1990-01-01"), kToday));
    }
}

TEST(Standing, explorationAndLettersOfIntentAreNotInForce) {
    Agreement exploration;
    exploration.status = AgreementStatus::exploration;
    exploration.stages = {{"penjajakan", PartialDate::parse("2022"), StagePhase::beforeSigning}};
    EXPECT_EQ(standingOn(exploration, kToday, kToday), Standing::notInForce);

    Agreement letter;
    letter.signedOn = PartialDate::parse("2016-10-23");
    letter.stages = {{"pernyataan_kehendak", letter.signedOn, StagePhase::beforeSigning}};
    EXPECT_EQ(standingOn(letter, kToday, kToday), Standing::notInForce);
    EXPECT_FALSE(signingDate(letter));
    EXPECT_FALSE(leftOutOn(letter, day("2010-01-01"), kToday));

    Agreement withoutStages;
    withoutStages.document = "LoI";
    EXPECT_EQ(standingOn(withoutStages, kToday, kToday), Standing::notInForce);
}

TEST(Progress, isFullOnlyOnceUnderWay) {
    EXPECT_DOUBLE_EQ(progressOf(signedIn("1997")), 0.8);
    EXPECT_DOUBLE_EQ(progressOf(signedIn("1997", AgreementStatus::active)), 1.0);
    Agreement stepped = signedIn("1997");
    stepped.stages.push_back({"pelaksanaan", PartialDate::parse("2005"), StagePhase::underWay});
    EXPECT_DOUBLE_EQ(progressOn(stepped, day("2004-12-31"), {}), 0.8);
    EXPECT_DOUBLE_EQ(progressOn(stepped, day("2005-01-01"), {}), 1.0);
    EXPECT_DOUBLE_EQ(progressOf(stepped, {0.3, 0.9}), 0.9);
}

} // namespace
} // namespace jejaring::analysis
