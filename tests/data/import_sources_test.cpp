// SPDX-License-Identifier: MIT
// Sources that rows cite: title, address, grade, publisher and date.
#include "import_fixture.hpp"

namespace jejaring::data {
namespace {

using test::planOf;
using test::table;

TEST(ImportSources, publisherAndDateOfASourceAreTakenIn) {
    const ImportPlan plan =
        planOf(test::emptyProject(), table("Daerah|Mitra|Negara|Sumber|Penerbit|Tanggal Sumber\n"
                                           "Kota Surabaya|Kochi|Jepang|Laporan|BPS|20 Agustus 2024\n"
                                           "Kota Bandung|Fort Worth|Amerika Serikat|Laporan||\n"
                                           "Kota Surabaya|Penang|Malaysia||Antara|2019\n"));
    ASSERT_EQ(plan.count(RowOutcome::added), 3U);
    const std::vector<core::Source>& sources = plan.result->sources;
    ASSERT_EQ(sources.size(), 2U);
    EXPECT_EQ(sources[0].title, "Laporan");
    EXPECT_EQ(sources[0].publisher, "BPS");
    EXPECT_EQ(sources[0].published, (core::PartialDate{2024, 8, 20}));
    EXPECT_EQ(sources[1].title, "Antara") << "all that the row says of its source";
    EXPECT_EQ(sources[1].published, (core::PartialDate{2019, 0, 0}));
}

TEST(ImportSources, aKnownSourceIsCompletedAndNotContradicted) {
    core::Project project = test::emptyProject();
    project.sources = {{"S1", "Laporan", "", core::SourceGrade::unstated, "Kompas", {}}};
    const ImportPlan plan = planOf(project, table("Daerah|Mitra|Negara|Sumber|Penerbit|Tanggal Sumber\n"
                                                  "Kota Surabaya|Kochi|Jepang|Laporan|BPS|2024\n"));
    ASSERT_EQ(plan.result->sources.size(), 1U);
    EXPECT_EQ(plan.result->sources[0].publisher, "Kompas");
    EXPECT_EQ(plan.result->sources[0].published, (core::PartialDate{2024, 0, 0}));
}

} // namespace
} // namespace jejaring::data
