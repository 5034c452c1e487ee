// SPDX-License-Identifier: MIT
#include "session/table_writing.hpp"

#include "data/file_io.hpp"
#include "data/project/sample.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

namespace jejaring::session {
namespace {

constexpr const char* kAssets = JEJARING_SOURCE_DIR "/assets";

TEST(TableWriting, FormatIsToldByTheEnding) {
    EXPECT_EQ(tableFormatOf("/a/B.XLSX"), data::TableFormat::xlsx);
    EXPECT_EQ(tableFormatOf("b.csv"), data::TableFormat::csv);
    EXPECT_EQ(tableFormatOf("b.ods"), std::nullopt);
}

TEST(TableWriting, KindsAreThoseWithRows) {
    core::Project project;
    EXPECT_EQ(tableKinds(project, data::TableFormat::xlsx), std::vector{data::ImportKind::agreements});
    project.visits.emplace_back().stops.emplace_back();
    EXPECT_EQ(tableKinds(project, data::TableFormat::xlsx),
              (std::vector{data::ImportKind::visits, data::ImportKind::stops}));
    EXPECT_EQ(tableKinds(project, data::TableFormat::csv), std::vector{data::ImportKind::agreements});
}

TEST(TableWriting, WritesNothingWhereItIsStoppedOrAFileIsThere) {
    const test::TemporaryFolder folder;
    const auto sample = data::sampleProject(kAssets);
    ASSERT_TRUE(sample);
    const core::RegionCatalog none;
    TableRequest request;
    request.path = folder.file("a.csv");
    request.kinds = {data::ImportKind::stops};
    request.format = data::TableFormat::csv;
    const auto stopped = writeTables(sample.value(), none, kAssets, request, [](double) { return false; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, core::ErrorCode::cancelled);
    EXPECT_EQ(folder.count(), 0U);

    double last = -1;
    const auto written = writeTables(sample.value(), none, kAssets, request, [&last](double done) {
        EXPECT_GE(done, last);
        last = done;
        return true;
    });
    ASSERT_TRUE(written) << core::englishText(written.error());
    const std::string made = data::readWholeFile(request.path).value();
    EXPECT_GT(made.size(), 1000U);
    EXPECT_EQ(writeTables(sample.value(), none, kAssets, request).error().code, core::ErrorCode::alreadyExists);
    request.overwrite = true;
    EXPECT_TRUE(writeTables(sample.value(), none, kAssets, request));
    EXPECT_EQ(data::readWholeFile(request.path).value(), made) << "the same each time";
}

} // namespace
} // namespace jejaring::session
