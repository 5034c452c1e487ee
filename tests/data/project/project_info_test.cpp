// SPDX-License-Identifier: MIT
#include "data/project/project_info.hpp"

#include "data/project/sample.hpp"
#include "support/official_regions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace jejaring::data {
namespace {

const core::Day kToday = core::parseDay("2026-11-22").value();

TEST(ProjectInfo, ofTheSampleAsJson) {
    const core::Project project = sampleProject(JEJARING_SOURCE_DIR "/assets").value();
    const auto json = toJson(projectInfo(project, test::catalogFor(project), kToday, kToday));
    EXPECT_EQ(json["tables"]["agreements"], 145);
    EXPECT_EQ(json["tables"]["stops"], 34);
    EXPECT_EQ(json["tables"]["risks"], 0);
    EXPECT_EQ(json["agreements"]["in_force"], 115);
    EXPECT_EQ(json["agreements"]["left_out_undated"], 0);
    EXPECT_EQ(json["levels"]["regency"]["with_record"], 46);
    EXPECT_EQ(json["levels"]["regency"]["per_class"].dump(), "[17,9,4,3,2]");
    EXPECT_EQ(json["levels"]["province"]["no_record"], 12);
    EXPECT_EQ(json["span"]["first"], "1960-05-24");
    EXPECT_EQ(json["span"]["last"], "2026-01-06");
    ASSERT_EQ(json["regions"].size(), 46U + 26U);
    for (const auto& region : json["regions"]) {
        EXPECT_EQ(region["score"].is_null(), region["state"] != "value");
        EXPECT_EQ(region["class"].is_null(), region["state"] != "value");
    }
}

TEST(ProjectInfo, anEarlierDayLeavesTheUndatedOut) {
    const core::Project project = sampleProject(JEJARING_SOURCE_DIR "/assets").value();
    const core::RegionCatalog catalog = test::catalogFor(project);
    const ProjectInfo earlier = projectInfo(project, catalog, core::parseDay("2010-01-01").value(), kToday);
    const ProjectInfo now = projectInfo(project, catalog, kToday, kToday);
    EXPECT_LT(earlier.inForce, now.inForce);
    EXPECT_GT(earlier.leftOutUndated, 0);
    EXPECT_GT(earlier.regencies.notEnoughData, 0);
    EXPECT_EQ(earlier.regencies.withRecord, now.regencies.withRecord);
    int regencies = earlier.regencies.noRecord + earlier.regencies.zero + earlier.regencies.notEnoughData;
    for (const int count : earlier.regencies.perClass)
        regencies += count;
    EXPECT_EQ(regencies, static_cast<int>(core::kRegencyCount));
}

TEST(ProjectInfo, ofAnEmptyProject) {
    const core::Project project;
    const ProjectInfo info = projectInfo(project, test::catalogFor(project), kToday, kToday);
    EXPECT_EQ(info.inForce, 0);
    EXPECT_EQ(info.provinces.noRecord, 38);
    EXPECT_EQ(info.regencies.noRecord, 514);
    EXPECT_TRUE(info.problems.empty());
    EXPECT_TRUE(toJson(info)["span"]["first"].is_null());
}

} // namespace
} // namespace jejaring::data
