// SPDX-License-Identifier: MIT
#include "analysis/problems.hpp"
#include "support/official_regions.hpp"

#include <gtest/gtest.h>

namespace jejaring::analysis {
namespace {

core::RegionCode code(const char* text) {
    return core::RegionCode::parse(text).value();
}

std::vector<Problem> problemsOf(const core::Project& project) {
    return findProblems(project, core::RegionCatalog({test::region("64"), test::region("64.71"), test::region("35")}));
}

core::Project withStop(core::Stop stop) {
    core::Visit visit;
    visit.id = "V1";
    visit.province = code("64");
    visit.start = core::PartialDate{2025, 1, 16};
    visit.end = core::PartialDate{2025, 1, 17};
    stop.sequence = 2;
    visit.stops = {std::move(stop)};
    core::Project project;
    project.visits = {visit};
    return project;
}

void expectOne(const core::Project& project, ProblemKind kind, const char* table, const char* id) {
    const std::vector<Problem> problems = problemsOf(project);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].kind, kind);
    EXPECT_EQ(problems[0].table, table);
    EXPECT_EQ(problems[0].id, id);
}

TEST(Problems, ofASoundProjectThereAreNone) {
    core::Stop stop;
    stop.region = code("64.71");
    stop.zone = core::TimeZone::wita;
    stop.date = core::PartialDate{2025, 1, 0};
    stop.agenda = "Kamis, 16 Januari 2025";
    EXPECT_TRUE(problemsOf(withStop(stop)).empty());
    EXPECT_TRUE(problemsOf({}).empty());
}

TEST(Problems, aZoneThatIsNotTheRegions) {
    core::Stop stop;
    stop.region = code("64.71");
    stop.zone = core::TimeZone::wib;
    expectOne(withStop(stop), ProblemKind::zone, "stops", "V1/2");
}

TEST(Problems, aWeekdayThatWasAnother) {
    core::Stop stop;
    stop.agenda = "Senin, 20 Agustus 2024";
    expectOne(withStop(stop), ProblemKind::weekday, "stops", "V1/2");
}

TEST(Problems, aStopOutsideTheVisitsDaysOrProvince) {
    core::Stop stop;
    stop.date = core::PartialDate{2025, 1, 18};
    expectOne(withStop(stop), ProblemKind::order, "stops", "V1/2");
    stop.date.reset();
    stop.region = code("35");
    expectOne(withStop(stop), ProblemKind::province, "stops", "V1/2");
}

TEST(Problems, aStopThatEndsBeforeItStarts) {
    core::Stop stop;
    stop.time = core::ClockTime{600};
    stop.endTime = core::ClockTime{540};
    expectOne(withStop(stop), ProblemKind::order, "stops", "V1/2");
}

TEST(Problems, anAgreementWithUnknownRegionPartnerAndOrder) {
    core::Agreement agreement;
    agreement.id = "A1";
    agreement.parties = {{code("12.71"), ""}};
    core::Project project;
    project.agreements = {agreement};
    expectOne(project, ProblemKind::unknownRegion, "agreements", "A1");

    project.agreements[0].parties = {{code("64"), ""}, {{}, "P9"}};
    expectOne(project, ProblemKind::reference, "agreements", "A1");

    project.agreements[0].parties.pop_back();
    project.agreements[0].signedOn = core::PartialDate{2020, 5, 0};
    project.agreements[0].endedOn = core::PartialDate{2019, 0, 0};
    expectOne(project, ProblemKind::order, "agreements", "A1");
    project.agreements[0].endedOn = core::PartialDate{2020, 0, 0};
    EXPECT_TRUE(problemsOf(project).empty());
}

TEST(Problems, sourcesWithoutAddressAndDoubleIds) {
    core::Project project;
    project.sources = {{"S1", "Koran", "", core::SourceGrade::b}};
    core::Agreement agreement;
    agreement.id = "A1";
    agreement.sourceId = "S1";
    project.agreements = {agreement};
    expectOne(project, ProblemKind::noAddress, "agreements", "A1");
    project.sources[0].address = "https://example.org";
    project.agreements.push_back(agreement);
    expectOne(project, ProblemKind::duplicate, "agreements", "A1");
}

} // namespace
} // namespace jejaring::analysis
