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

TEST(CountryNames, AreThoseOfAllPartnersEachOnce) {
    const std::vector<core::Partner> partners = [] {
        std::vector<core::Partner> made(4);
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i].id = "P" + std::to_string(i);
        made[0].country = "KOR";
        made[1].country = "JPN";
        made[2].country = "KOR";
        return made;
    }();
    core::Agreement agreement;
    for (const core::Partner& partner : partners) {
        core::Party party;
        party.partnerId = partner.id;
        agreement.parties.push_back(party);
    }
    const auto partnerOf = [&](const std::string& id) -> const core::Partner* {
        for (const core::Partner& partner : partners)
            if (partner.id == id)
                return &partner;
        return nullptr;
    };
    EXPECT_EQ(countryNames(partnerOf, agreement, text::Language::indonesian), "Korea Selatan, Jepang");
}

} // namespace
} // namespace jejaring::scene
