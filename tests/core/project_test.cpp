// SPDX-License-Identifier: MIT
#include "core/project.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace jejaring::core {
namespace {

Project withPartners(int count) {
    Project project;
    for (int i = 0; i < count; ++i) {
        Partner partner;
        partner.id = "P" + std::to_string(i);
        project.partners.push_back(std::move(partner));
    }
    return project;
}

TEST(FindById, TellsTheElementWhateverHappenedToTheListBefore) {
    for (const int count : {3, 500}) {
        Project project = withPartners(count);
        for (int round = 0; round < 3; ++round)
            for (int i = 0; i < count; ++i)
                ASSERT_EQ(findPartner(project, "P" + std::to_string(i)),
                          &project.partners[static_cast<std::size_t>(i)]);
        EXPECT_EQ(findPartner(project, "gone"), nullptr);
        EXPECT_EQ(findPartner(project, ""), nullptr);
        project.partners[1].id = "other";
        EXPECT_EQ(findPartner(project, "P1"), nullptr);
        EXPECT_EQ(findPartner(project, "other"), &project.partners[1]);
        std::swap(project.partners[0], project.partners[2]);
        EXPECT_EQ(findPartner(project, "P0"), &project.partners[2]);
        project.partners.erase(project.partners.begin());
        EXPECT_EQ(findPartner(project, "P2"), nullptr);
        EXPECT_EQ(findPartner(project, "P0"), &project.partners[1]);
        const Project copy = project;
        EXPECT_EQ(findPartner(copy, "P0"), &copy.partners[1]);
        EXPECT_EQ(findPartner(project, "P0"), &project.partners[1]);
    }
}

// A hundred thousand look-ups among as many: one after another they would take minutes.
TEST(FindById, IsQuickInALargeList) {
    constexpr int kCount = 100000;
    const Project project = withPartners(kCount);
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < kCount; ++i)
        ASSERT_EQ(findPartner(project, project.partners[static_cast<std::size_t>(i) * 7919 % kCount].id)->id,
                  project.partners[static_cast<std::size_t>(i) * 7919 % kCount].id);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

} // namespace
} // namespace jejaring::core
