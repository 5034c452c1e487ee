// SPDX-License-Identifier: MIT
#include "analysis/project_index.hpp"

#include <gtest/gtest.h>

namespace jejaring::analysis {
namespace {

core::RegionCode code(const char* text) {
    return core::RegionCode::parse(text).value();
}

TEST(OccasionIndex, TellsTheRegionsThatTheProjectTells) {
    core::Project project;
    core::Visit visit;
    visit.id = "V1";
    visit.province = code("64");
    for (const auto& [sequence, region] : {std::pair{1, "64.71"}, {2, "64.01"}, {3, "64.71"}}) {
        core::Stop stop;
        stop.sequence = sequence;
        stop.region = code(region);
        visit.stops.push_back(stop);
    }
    project.visits = {visit};
    core::Activity activity;
    activity.id = "K1";
    activity.region = code("31");
    activity.participants = {{code("32.73"), "", ""}, {{}, "Bappenas", ""}, {code("31"), "", ""}};
    project.activities = {activity};
    const OccasionIndex occasions(project);
    for (const char* of : {"V1", "K1", "gone", ""})
        for (int stop = 0; stop <= 4; ++stop) {
            core::FollowUp followUp;
            followUp.visitId = of;
            followUp.stop = stop;
            EXPECT_EQ(occasions.regionsOf(followUp), core::regionsOf(project, followUp)) << of << ' ' << stop;
        }
    core::FollowUp whole;
    whole.visitId = "V1";
    EXPECT_EQ(occasions.regionsOf(whole), (std::vector{code("64"), code("64.71"), code("64.01")}));
}

} // namespace
} // namespace jejaring::analysis
