// SPDX-License-Identifier: MIT
#include "analysis/impact.hpp"
#include "analysis/indicator.hpp"
#include "support/official_regions.hpp"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jejaring::analysis {
namespace {

using core::Agreement;
using core::AgreementStatus;
using core::PartialDate;
using core::Project;
using core::StagePhase;
using testing::ElementsAre;

const core::Day kToday = core::parseDay("2026-11-22").value();

core::RegionCode code(const char* text) {
    return core::RegionCode::parse(text).value();
}

core::RegionCatalog catalog() {
    std::vector<core::Region> regions;
    for (const char* text : {"31", "31.71", "34", "34.02", "34.04", "34.71", "35", "35.73", "35.78"})
        regions.push_back(test::region(text));
    return core::RegionCatalog(std::move(regions));
}

Agreement agreement(const std::string& id, const char* region, const std::string& partner,
                    std::vector<std::string> sectors = {}, AgreementStatus status = AgreementStatus::unknown) {
    Agreement result;
    result.id = id;
    result.status = status;
    result.signedOn = PartialDate{2010, 0, 0};
    result.parties = {{code(region), ""}, {{}, partner}};
    result.sectors = std::move(sectors);
    return result;
}

Project project(std::vector<Agreement> agreements) {
    Project result;
    result.partners = {{"jp", "Kochi", core::PartnerType::city, "JPN", {}, {}},
                       {"us", "Seattle", core::PartnerType::city, "USA", {}, {}},
                       {"kr", "Busan", core::PartnerType::city, "KOR", {}, {}},
                       {"blank", "Tanpa negara", core::PartnerType::notStated, "", {}, {}}};
    result.agreements = std::move(agreements);
    return result;
}

RegionImpact impactAt(const Project& of, const char* region, core::Day date = kToday, bool ownOnly = false) {
    const core::RegionCatalog regions = catalog();
    const ImpactTable table = impactOf(of, regions, {{date, kToday, {}, ownOnly}, of.weights});
    return table.regions[*regions.find(region)];
}

TEST(Impact, isTheFormulaToTheLastDigit) {
    const RegionImpact impact = impactAt(
        project({agreement("1", "35.78", "jp", {"port", "trade"}, AgreementStatus::active),
                 agreement("2", "35.78", "us", {"trade", "education", "culture"}), agreement("3", "35.78", "kr")}),
        "35.78");
    EXPECT_EQ(impact.state, ValueState::value);
    EXPECT_EQ(impact.inForce, 3);
    EXPECT_EQ(impact.assumed, 2);
    const double r = 1 - std::pow(2, -(1.0 + 0.8 + 0.8) / 2);
    const double c = 1 - std::pow(2, -(3.0 - 1) / 2);
    const double s = 1 - std::pow(2, -(4.0 - 1) / 4);
    EXPECT_DOUBLE_EQ(impact.cooperation, r);
    EXPECT_DOUBLE_EQ(impact.countries, c);
    EXPECT_DOUBLE_EQ(impact.sectors, s);
    EXPECT_DOUBLE_EQ(impact.score, 100 * (0.50 * r + 0.25 * c + 0.25 * s));
    // Stated: status 1, date 3, sectors 2, country 3 of 12.
    EXPECT_DOUBLE_EQ(impact.completeness, 9.0 / 12);
}

TEST(Impact, weightsAreNormalised) {
    Project of = project({agreement("1", "35.78", "jp", {"port"})});
    const double before = impactAt(of, "35.78").score;
    of.weights = {2.0, 1.0, 1.0};
    EXPECT_DOUBLE_EQ(impactAt(of, "35.78").score, before);
    of.weights = {0, 0, 0};
    EXPECT_EQ(impactAt(of, "35.78").score, 0);
    of.weights = {std::nan(""), -1, 1};
    EXPECT_EQ(impactAt(of, "35.78").score, 0);
}

TEST(Impact, tellsNoRecordFromZeroFromNotEnoughData) {
    Agreement undated = agreement("1", "35.78", "jp");
    undated.signedOn.reset();
    const Project of = project({undated, agreement("2", "35.73", "jp", {}, AgreementStatus::exploration)});
    const core::Day earlier = core::parseDay("2015-01-01").value();
    EXPECT_EQ(impactAt(of, "35.78").state, ValueState::value);
    EXPECT_EQ(impactAt(of, "35.78", earlier).state, ValueState::notEnoughData);
    EXPECT_EQ(impactAt(of, "35.73").state, ValueState::zero);
    EXPECT_EQ(impactAt(of, "34.71").state, ValueState::noRecord);
    const core::RegionCatalog regions = catalog();
    EXPECT_EQ(impactOf(of, regions, {{earlier, kToday, {}, false}, {}}).leftOutUndated, 1);
    EXPECT_EQ(impactOf(of, regions, {{kToday, kToday, {}, false}, {}}).leftOutUndated, 0);
}

TEST(Impact, aProvinceCountsItsOwnAndItsRegenciesEachOnce) {
    Agreement shared = agreement("2", "35.78", "jp");
    shared.parties = {{code("35.78"), ""}, {code("35.73"), ""}, {{}, "jp"}};
    const Project of = project({agreement("1", "35", "us"), shared});
    EXPECT_EQ(impactAt(of, "35").inForce, 2);
    EXPECT_EQ(impactAt(of, "35", kToday, true).inForce, 1);
    EXPECT_EQ(impactAt(of, "35.73").inForce, 1);
}

TEST(Impact, aPartnerAtHomeCountsAsItsProvince) {
    Agreement domestic = agreement("1", "34.04", "");
    domestic.parties = {{code("34.04"), ""}, {code("34.02"), ""}};
    Agreement other = agreement("2", "34.04", "");
    other.parties = {{code("34.04"), ""}, {code("35.78"), ""}};
    const Project of = project({domestic, other});
    EXPECT_EQ(impactAt(of, "34.04").countryCount, 2);
    EXPECT_EQ(impactAt(of, "34.02").countryCount, 1);
    EXPECT_EQ(impactAt(of, "34").countryCount, 2);
    EXPECT_EQ(impactAt(of, "35.78").countryCount, 1);
    EXPECT_THAT(partnerCountries(domestic, of, code("34.02")), ElementsAre("ID-34"));
    EXPECT_THAT(partnerCountries(other, of, code("35.78")), ElementsAre("ID-34"));
}

TEST(Impact, jakartasUnitsShowTheirProvincesValue) {
    const Project of = project({agreement("1", "31", "jp")});
    const RegionImpact unit = impactAt(of, "31.71");
    EXPECT_TRUE(unit.provincial);
    EXPECT_DOUBLE_EQ(unit.score, impactAt(of, "31").score);
    EXPECT_EQ(ownState({unit.state, unit.score, unit.provincial}), ValueState::noRecord);
}

TEST(Chains, aLetterOfIntentAndItsAgreementAreOne) {
    Agreement letter = agreement("L", "35.78", "jp");
    letter.document = "LoI";
    Agreement agreed = agreement("M", "35.78", "jp");
    agreed.replaces = "L";
    const Project of = project({letter, agreed});
    EXPECT_EQ(impactAt(of, "35.78").recorded, 1);
    const core::RegionCatalog regions = catalog();
    EXPECT_THAT(agreementsOf(of, regions, *regions.find("35.78"), {kToday, kToday, {}, false}),
                ElementsAre(&of.agreements[1]));
    EXPECT_THAT(predecessorsOf(of.agreements[1], of), ElementsAre(&of.agreements[0]));
}

TEST(Chains, aRenewedAgreementCountsOnceAndKeepsItsProgress) {
    Agreement renewed = agreement("2", "35.78", "jp", {"trade"});
    renewed.replaces = "1";
    const Project of = project({agreement("1", "35.78", "jp", {"port"}, AgreementStatus::active), renewed});
    const RegionImpact impact = impactAt(of, "35.78");
    EXPECT_EQ(impact.inForce, 1);
    EXPECT_EQ(impact.sectorCount, 2);
    EXPECT_DOUBLE_EQ(impact.cooperation, 1 - std::exp2(-0.5));
}

TEST(Chains, aCircleInTheDataIsCut) {
    Agreement first = agreement("1", "35.78", "jp");
    first.replaces = "2";
    Agreement second = agreement("2", "35.78", "jp");
    second.replaces = "1";
    const Project of = project({first, second});
    const core::RegionCatalog regions = catalog();
    EXPECT_EQ(agreementsOf(of, regions, *regions.find("35.78"), {kToday, kToday, {}, false}).size(), 1U);
    EXPECT_EQ(impactAt(of, "35.78").inForce, 1);
    EXPECT_LE(predecessorsOf(of.agreements[0], of).size(), 1U);
}

TEST(Series, stepsUpWithEachSigningAndLeavesTheUndatedOut) {
    Agreement ended = agreement("2", "35.78", "us", {}, AgreementStatus::ended);
    ended.endedOn = PartialDate{2014, 3, 0};
    Agreement undated = agreement("3", "35.78", "kr");
    undated.signedOn.reset();
    Agreement later = agreement("4", "35.78", "kr");
    later.signedOn = PartialDate{2026, 11, 22};
    const Project of = project({agreement("1", "35.78", "jp"), ended, undated, later});
    const core::RegionCatalog regions = catalog();
    const InForceSeries series = inForceByYear(of, regions, *regions.find("35.78"), {kToday, kToday, {}, false});
    ASSERT_EQ(series.years.size(), 17U);
    EXPECT_EQ(series.years.front().year, 2010);
    EXPECT_EQ(series.years.front().inForce, 2);
    EXPECT_EQ(series.years[4].inForce, 1);
    EXPECT_EQ(series.years.back().year, 2026);
    EXPECT_EQ(series.years.back().inForce, 2);
    EXPECT_EQ(series.leftOutUndated, 1);
}

TEST(Filter, letsThroughWhatMatchesEveryList) {
    Project of = project({agreement("1", "35.78", "jp", {"port"}), agreement("2", "35.78", "us", {"trade"})});
    of.sources = {{"S", "", "", core::SourceGrade::a}};
    of.agreements[0].sourceId = "S";
    of.agreements[0].kind = core::AgreementKind::foreignLocal;
    const auto passing = [&](const AgreementFilter& filter) {
        return std::vector{passes(filter, of.agreements[0], of), passes(filter, of.agreements[1], of)};
    };
    EXPECT_THAT(passing({}), ElementsAre(true, true));
    EXPECT_THAT(passing({{core::SourceGrade::a}, {}, {}, {}}), ElementsAre(true, false));
    EXPECT_THAT(passing({{}, {"trade"}, {}, {}}), ElementsAre(false, true));
    EXPECT_THAT(passing({{}, {}, {core::AgreementKind::foreignLocal}, {}}), ElementsAre(true, false));
    EXPECT_THAT(passing({{}, {}, {}, {"USA", "JPN"}}), ElementsAre(true, true));
    EXPECT_THAT(passing({{}, {"port"}, {}, {"USA"}}), ElementsAre(false, false));
}

TEST(Indicators, withoutACountryStatedThereIsNotEnoughData) {
    const Project of = project({agreement("1", "35.78", "blank")});
    const core::RegionCatalog regions = catalog();
    const ImpactTable table = impactOf(of, regions, {{kToday, kToday, {}, false}, {}});
    const auto countries = valuesOf(table, IndicatorKind::partnerCountries);
    EXPECT_EQ(countries[*regions.find("35.78")].state, ValueState::notEnoughData);
    EXPECT_EQ(valuesOf(table, IndicatorKind::agreementsInForce)[*regions.find("35.78")].value, 1);
    EXPECT_EQ(parseIndicator("countries"), IndicatorKind::partnerCountries);
    EXPECT_FALSE(parseIndicator("gdp"));
}

// --- properties -----------------------------------------------------------------------------------------------------

Agreement anyAgreement(const std::string& id) {
    static const std::vector<const char*> kRegions{"31", "34", "34.02", "34.04", "34.71", "35", "35.73", "35.78"};
    Agreement result = agreement(id, kRegions[*rc::gen::inRange<std::size_t>(0, kRegions.size())],
                                 *rc::gen::element<std::string>("jp", "us", "kr", "blank"));
    if (*rc::gen::inRange(0, 4) == 0)
        result.parties.push_back({code(kRegions[*rc::gen::inRange<std::size_t>(0, kRegions.size())]), ""});
    result.status = static_cast<AgreementStatus>(*rc::gen::inRange(0, 6));
    result.sectors = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("port", "trade", "health", "music", "sport"));
    const int dated = *rc::gen::inRange(0, 3);
    if (dated == 0)
        result.signedOn.reset();
    else
        result.signedOn = PartialDate{*rc::gen::inRange<std::int16_t>(1960, 2026), 0, 0};
    return result;
}

Project anyProject() {
    const int count = *rc::gen::inRange(0, 12);
    std::vector<Agreement> agreements;
    for (int i = 0; i < count; ++i) {
        agreements.push_back(anyAgreement(std::to_string(i)));
        if (i > 0 && *rc::gen::inRange(0, 4) == 0)
            agreements.back().replaces = std::to_string(*rc::gen::inRange(0, i));
    }
    return project(std::move(agreements));
}

std::vector<double> scores(const Project& of) {
    const ImpactTable table = impactOf(of, catalog(), {{kToday, kToday, {}, false}, of.weights});
    std::vector<double> result;
    for (const RegionImpact& region : table.regions)
        result.push_back(region.score);
    return result;
}

void assertNoneLower(const std::vector<double>& before, const std::vector<double>& after) {
    for (std::size_t i = 0; i < before.size(); ++i)
        RC_ASSERT(after[i] >= before[i] - 1e-12);
}

RC_GTEST_PROP(ImpactProperty, lieBetweenZeroAndAHundred, ()) {
    for (const double score : scores(anyProject()))
        RC_ASSERT(score >= 0 && score <= 100);
}

RC_GTEST_PROP(ImpactProperty, noFurtherAgreementLowersAScore, ()) {
    Project of = anyProject();
    const std::vector<double> before = scores(of);
    of.agreements.push_back(anyAgreement("new"));
    if (of.agreements.size() > 1 && *rc::gen::arbitrary<bool>())
        of.agreements.back().replaces = of.agreements[*rc::gen::inRange<std::size_t>(0, of.agreements.size() - 1)].id;
    assertNoneLower(before, scores(of));
}

RC_GTEST_PROP(ImpactProperty, noFurtherSectorLowersAScore, ()) {
    Project of = anyProject();
    RC_PRE(!of.agreements.empty());
    const std::vector<double> before = scores(of);
    of.agreements[*rc::gen::inRange<std::size_t>(0, of.agreements.size())].sectors.emplace_back("energy");
    assertNoneLower(before, scores(of));
}

RC_GTEST_PROP(ImpactProperty, noStepForwardLowersAScore, ()) {
    Project of = anyProject();
    RC_PRE(!of.agreements.empty());
    const std::vector<double> before = scores(of);
    Agreement& one = of.agreements[*rc::gen::inRange<std::size_t>(0, of.agreements.size())];
    switch (one.status) {
    case AgreementStatus::exploration:
        one.status = AgreementStatus::unknown;
        break;
    case AgreementStatus::unknown:
        one.status = AgreementStatus::active;
        break;
    default:
        one.status = AgreementStatus::active;
        one.stages = {{"penandatanganan", one.signedOn, StagePhase::signing},
                      {"pelaksanaan", {}, StagePhase::underWay}};
    }
    assertNoneLower(before, scores(of));
}

RC_GTEST_PROP(ImpactProperty, ofOneRegionDoesNotDependOnOthers, ()) {
    Project of = anyProject();
    const core::RegionCatalog regions = catalog();
    const core::RegionIndex kept = *regions.find("35.78");
    const double before = scores(of)[kept];
    // Whatever is not credited to the region may go.
    std::erase_if(of.agreements, [](const Agreement& a) {
        return std::none_of(a.parties.begin(), a.parties.end(),
                            [](const core::Party& p) { return p.region == code("35.78"); });
    });
    RC_ASSERT(std::abs(scores(of)[kept] - before) < 1e-12);
}

} // namespace
} // namespace jejaring::analysis
