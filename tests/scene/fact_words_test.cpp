// SPDX-License-Identifier: MIT
#include "scene/fact_words.hpp"

#include <gtest/gtest.h>

namespace jejaring::scene {
namespace {

TEST(Citation, NamesPublisherTitleAndDateOnce) {
    core::Source source{"S1",  "Statistik Ekspor",           "https://bps.go.id", core::SourceGrade::a,
                        "BPS", core::PartialDate{2024, 8, 0}};
    EXPECT_EQ(citation(source, text::Language::indonesian), "BPS, Statistik Ekspor, Agustus 2024");
    EXPECT_EQ(citation(source, text::Language::english), "BPS, Statistik Ekspor, August 2024");
    source.title = "BPS: Statistik Ekspor 2024";
    source.published = core::PartialDate{2024, 0, 0};
    EXPECT_EQ(citation(source, text::Language::english), "BPS: Statistik Ekspor 2024");
    EXPECT_EQ(citation({"S2", "", "https://bps.go.id"}, text::Language::english), "https://bps.go.id");
}

} // namespace
} // namespace jejaring::scene
