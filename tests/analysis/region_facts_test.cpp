// SPDX-License-Identifier: MIT
#include "analysis/region_facts.hpp"
#include "support/official_regions.hpp"

#include <gtest/gtest.h>

namespace jejaring::analysis {
namespace {

core::RegionCode code(const char* text) {
    return *core::RegionCode::parse(text);
}

class RegionFactsTest : public ::testing::Test {
  protected:
    RegionFactsTest() {
        const auto add = [&](const char* id, const char* region, std::optional<core::PartialDate> signedOn,
                             std::vector<std::string> sectors) {
            core::Agreement agreement;
            agreement.id = id;
            agreement.parties = {{code(region), ""}, {{}, "P1"}};
            agreement.signedOn = signedOn;
            agreement.status = core::AgreementStatus::active;
            agreement.sectors = std::move(sectors);
            project_.agreements.push_back(std::move(agreement));
        };
        add("A1", "64", core::PartialDate{1999, 0, 0}, {"port"});
        add("A2", "64.71", core::PartialDate{2015, 3, 1}, {"port", "education"});
        add("A3", "64.71", std::nullopt, {});
        add("A4", "35", core::PartialDate{2020, 0, 0}, {"port"});
        core::Partner partner;
        partner.id = "P1";
        partner.country = "JPN";
        project_.partners = {partner};
        core::Visit visit;
        visit.id = "V1";
        core::Stop stop;
        stop.sequence = 1;
        stop.region = code("64.71");
        core::Stop elsewhere;
        elsewhere.sequence = 2;
        elsewhere.region = code("35");
        visit.stops = {stop, elsewhere};
        project_.visits = {visit};
        core::FollowUp here;
        here.id = "F1";
        here.visitId = "V1";
        here.stop = 1;
        core::FollowUp there = here;
        there.id = "F2";
        there.stop = 2;
        project_.followUps = {here, there};
        core::Risk risk;
        risk.id = "R1";
        risk.agreementId = "A2";
        project_.risks = {risk};
        core::RegionProfile profile;
        profile.region = code("64.71");
        project_.profiles = {profile};
    }

    static core::Day newYear(int year) { return {std::chrono::year(year), std::chrono::month(1), std::chrono::day(1)}; }
    [[nodiscard]] RegionFacts facts(const char* region, const FactScope& scope) const {
        return factsOf(project_, catalog_, impactOf(project_, catalog_, {scope, {}}), *catalog_.find(code(region)),
                       scope);
    }
    [[nodiscard]] RegionFacts facts(const char* region, bool ownOnly = false) const {
        return facts(region, {newYear(2026), newYear(2026), {}, ownOnly});
    }

    core::Project project_;
    core::RegionCatalog catalog_{{test::region("64"), test::region("64.71"), test::region("35")}};
};

TEST_F(RegionFactsTest, AProvinceHasWhatItsOwnHaveTheLatestFirst) {
    const RegionFacts all = facts("64");
    ASSERT_EQ(all.agreements.size(), 3U);
    EXPECT_EQ(all.agreements[0]->id, "A2");
    EXPECT_EQ(all.agreements[1]->id, "A1");
    EXPECT_EQ(all.agreements[2]->id, "A3"); // undated
    EXPECT_EQ(all.sectors.front(), std::pair(std::string("port"), 2));
    EXPECT_EQ(all.visits.size(), 1U);
    EXPECT_EQ(all.profile, nullptr);
    EXPECT_EQ(all.risks.size(), 1U);
}

TEST_F(RegionFactsTest, OwnOnlyLeavesOutItsKabupatenAndKota) {
    const RegionFacts own = facts("64", true);
    ASSERT_EQ(own.agreements.size(), 1U);
    EXPECT_EQ(own.agreements[0]->id, "A1");
    EXPECT_TRUE(own.visits.empty());
    EXPECT_TRUE(own.risks.empty());
}

TEST_F(RegionFactsTest, FollowUpsBelongToTheStopTheyWereAgreedAt) {
    const RegionFacts kota = facts("64.71");
    ASSERT_EQ(kota.followUps.size(), 1U);
    EXPECT_EQ(kota.followUps[0]->id, "F1");
    ASSERT_EQ(facts("35").followUps.size(), 1U);
    EXPECT_EQ(facts("35").followUps[0]->id, "F2");
    EXPECT_NE(kota.profile, nullptr);
}

TEST_F(RegionFactsTest, AFilterHoldsForAgreementsSectorsAndChartAlikeAndTellsWhatItLeavesOut) {
    FactScope scope{newYear(2026), newYear(2026), {}, false};
    scope.filter.sectors = {"education"};
    const RegionFacts found = facts("64", scope);
    ASSERT_EQ(found.agreements.size(), 1U);
    EXPECT_EQ(found.agreements[0]->id, "A2");
    EXPECT_EQ(found.outside, 2);
    EXPECT_EQ(found.later, 0);
    EXPECT_EQ(found.sectors.size(), 2U);
    const InForceSeries series = inForceByYear(project_, catalog_, *catalog_.find(code("64")), scope);
    EXPECT_EQ(series.years.front().year, 2015);
    EXPECT_EQ(series.years.back().inForce, 1);
    EXPECT_EQ(series.leftOutUndated, 0);
}

TEST_F(RegionFactsTest, AtAPastDateThereIsNothingThatCameLater) {
    project_.visits[0].start = core::PartialDate{2018, 0, 0};
    core::Activity fair;
    fair.id = "K1";
    fair.region = code("64.71");
    fair.start = core::PartialDate{2012, 5, 1};
    project_.activities = {fair};
    const RegionFacts then = facts("64", {newYear(2014), newYear(2026), {}, false});
    ASSERT_EQ(then.agreements.size(), 2U);
    EXPECT_EQ(then.agreements[0]->id, "A1");
    EXPECT_EQ(then.agreements[1]->id, "A3") << "what has no date may have been there";
    EXPECT_EQ(then.later, 1);
    EXPECT_EQ(then.outside, 0);
    EXPECT_TRUE(then.visits.empty());
    EXPECT_TRUE(then.followUps.empty());
    EXPECT_EQ(then.activities.size(), 1U);
    EXPECT_TRUE(then.risks.empty()) << "of an agreement that was not there yet";
    const InForceSeries series =
        inForceByYear(project_, catalog_, *catalog_.find(code("64")), {newYear(2014), newYear(2026), {}, false});
    EXPECT_EQ(series.years.back().year, 2014);
    EXPECT_EQ(series.years.back().inForce, 1);
    // A date to come hides nothing that is planned.
    project_.visits[0].start = core::PartialDate{2027, 0, 0};
    EXPECT_EQ(facts("64", {newYear(2026), newYear(2026), {}, false}).visits.size(), 1U);
}

TEST_F(RegionFactsTest, WhatAnAgreementReplacedStandsThereWhereThatOneIsOutsideTheScope) {
    project_.agreements[1].replaces = "A1";
    EXPECT_EQ(facts("64").agreements.size(), 2U);
    const RegionFacts then = facts("64", {newYear(2014), newYear(2026), {}, false});
    ASSERT_EQ(then.agreements.size(), 2U);
    EXPECT_EQ(then.agreements[0]->id, "A1");
}

TEST_F(RegionFactsTest, OwnOnlyHoldsForTheChart) {
    const core::RegionIndex province = *catalog_.find(code("64"));
    FactScope scope{newYear(2026), newYear(2026), {}, false};
    EXPECT_EQ(inForceByYear(project_, catalog_, province, scope).years.back().inForce, 2);
    scope.ownOnly = true;
    EXPECT_EQ(inForceByYear(project_, catalog_, province, scope).years.back().inForce, 1);
}

TEST_F(RegionFactsTest, TheGravestRiskStandsFirstAndEffectsLast) {
    const auto add = [&](const char* id, core::RiskSign sign, int likelihood, int severity) {
        core::Risk risk;
        risk.id = id;
        risk.sign = sign;
        risk.region = code("64");
        risk.likelihood = likelihood;
        risk.severity = severity;
        project_.risks.push_back(risk);
    };
    add("R2", core::RiskSign::positiveEffect, 5, 5);
    add("R3", core::RiskSign::risk, 2, 2);
    add("R4", core::RiskSign::risk, 4, 5);
    std::vector<std::string> ids;
    for (const core::Risk* risk : facts("64").risks)
        ids.push_back(risk->id);
    EXPECT_EQ(ids, (std::vector<std::string>{"R4", "R3", "R1", "R2"}));
}

TEST_F(RegionFactsTest, TheRankIsAmongThoseOfTheSameLevelThatHaveAScore) {
    EXPECT_EQ(facts("64").rank.rank, 1);
    EXPECT_EQ(facts("64").rank.ranked, 2);
    EXPECT_EQ(facts("35").rank.rank, 2);
    EXPECT_EQ(facts("64.71").rank.ranked, 1);
}

} // namespace
} // namespace jejaring::analysis
