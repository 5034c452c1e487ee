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

    [[nodiscard]] RegionFacts facts(const char* region, bool ownOnly = false) const {
        ImpactOptions options;
        options.date = options.today = core::Day{std::chrono::year(2026), std::chrono::month(1), std::chrono::day(1)};
        return factsOf(project_, catalog_, impactOf(project_, catalog_, options), *catalog_.find(code(region)),
                       ownOnly);
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

TEST_F(RegionFactsTest, TheRankIsAmongThoseOfTheSameLevelThatHaveAScore) {
    EXPECT_EQ(facts("64").rank.rank, 1);
    EXPECT_EQ(facts("64").rank.ranked, 2);
    EXPECT_EQ(facts("35").rank.rank, 2);
    EXPECT_EQ(facts("64.71").rank.ranked, 1);
}

} // namespace
} // namespace jejaring::analysis
