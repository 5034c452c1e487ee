// SPDX-License-Identifier: MIT
// When an agreement was signed, how long it runs and when it ended, as people write it.
#include "data/import/import_report.hpp"
#include "import_fixture.hpp"

#include <gmock/gmock.h>

namespace jejaring::data {
namespace {

using test::emptyProject;
using test::planOf;
using test::table;

TEST(AgreementDates, ARangeUnderTheDateOfSigningIsATermOrTheDaysOfAnEventAndSaysWhich) {
    const TableFile file = table("Daerah|Mitra|Negara|Tanggal TTD|Berakhir\n"
                                 "Kota Surabaya|Kochi|Jepang|2020-2025|\n"
                                 "Kota Surabaya|Busan|Korea Selatan|20 s.d. 22 Agustus 2024|\n"
                                 "Kota Surabaya|Xiamen|Tiongkok|5 Mei 2024|5 tahun\n");
    const ImportPlan plan = planOf(emptyProject(), file);
    const std::vector<core::Agreement>& agreements = plan.result->agreements;
    ASSERT_EQ(agreements.size(), 3U);
    EXPECT_EQ(agreements[0].validUntil, (core::PartialDate{2025, 0, 0}));
    EXPECT_EQ(agreements[1].signedOn, (core::PartialDate{2024, 8, 20}));
    EXPECT_EQ(agreements[1].validUntil, std::nullopt);
    EXPECT_EQ(agreements[2].validUntil, (core::PartialDate{2029, 5, 5}));
    EXPECT_EQ(agreements[2].endedOn, std::nullopt);
    EXPECT_TRUE(deservesLook(plan.rows[1]));
    EXPECT_TRUE(deservesLook(plan.rows[2]));
}

TEST(AgreementDates, OfAYearAndADateTheOneThatSaysMoreCounts) {
    const ImportPlan plan = planOf(emptyProject(), table("Daerah|Mitra|Tahun|Tanggal TTD\n"
                                                         "Kota Surabaya|Kochi|2003|\n"
                                                         "Kota Malang|Busan|2004|2 Mei 2004\n"));
    ASSERT_EQ(plan.result->agreements.size(), 2U);
    EXPECT_EQ(plan.result->agreements[0].signedOn, (core::PartialDate{2003, 0, 0}));
    EXPECT_EQ(plan.result->agreements[1].signedOn, (core::PartialDate{2004, 5, 2}));
}

} // namespace
} // namespace jejaring::data
