// SPDX-License-Identifier: MIT
#include "data/file_io.hpp"
#include "data/table/csv.hpp"
#include "support/mutations.hpp"

#include <gtest/gtest.h>

namespace jejaring::data {
namespace {

TEST(CsvFuzz, DamagedTablesAreReadOrRefused) {
    std::string whole = readWholeFile(JEJARING_SOURCE_DIR "/assets/sample/visits.csv").value();
    whole.resize(std::min<std::size_t>(whole.size(), 6000));
    test::Mutations mutations(2);
    int read = 0;
    for (int i = 0; i < 4000; ++i) {
        const auto table = parseCsv(mutations.of(whole), "visits.csv", {"visit_id"});
        if (!table) {
            ASSERT_NE(table.error().code, core::ErrorCode::none);
            continue;
        }
        ++read;
        for (const CsvRow& row : table.value().rows())
            ASSERT_LE(table.value().cell(row, "visit_id").size(), 2 * whole.size());
    }
    EXPECT_GT(read, 1000);
}

} // namespace
} // namespace jejaring::data
