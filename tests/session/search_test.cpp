// SPDX-License-Identifier: MIT
#include "session/search.hpp"

#include "support/named_region.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jejaring::session {
namespace {

core::RegionCatalog catalog() {
    return core::RegionCatalog({
        test::namedRegion("35", "Jawa Timur", "35"),
        test::namedRegion("32", "Jawa Barat", "32"),
        test::namedRegion("34", "Daerah Istimewa Yogyakarta"),
        test::namedRegion("35.78", "Kota Surabaya", "3578"),
        test::namedRegion("32.04", "Kabupaten Bandung"),
        test::namedRegion("32.73", "Kota Bandung"),
        test::namedRegion("34.71", "Kota Yogyakarta"),
        test::namedRegion("32.17", "Kabupaten Bandung Barat"),
    });
}

core::Project project() {
    core::Project made;
    core::Partner partner;
    partner.id = "p1";
    partner.name = "Liverpool";
    partner.country = "GBR";
    made.partners.push_back(partner);
    core::Agreement agreement;
    agreement.id = "a1";
    agreement.parties = {{*core::RegionCode::parse("35.78"), ""}, {core::RegionCode(), "p1"}};
    made.agreements.push_back(agreement);
    core::Visit visit;
    visit.id = "v1";
    visit.title = "Kunjungan Wamendagri ke Wamena";
    made.visits.push_back(visit);
    core::Activity activity;
    activity.id = "k1";
    activity.title = "Forum Kerja Sama Daerah";
    activity.place = "Gedung Merdeka";
    activity.participants = {{*core::RegionCode::parse("32.73"), "", "host"}};
    made.activities.push_back(activity);
    return made;
}

std::string firstName(std::string_view query) {
    const core::Project facts = project();
    const std::vector<SearchHit> hits = SearchIndex(catalog(), &facts, text::Language::indonesian).find(query, 5);
    return hits.empty() ? "" : hits.front().name;
}

TEST(Search, FindsRegionsByTheNamesThatPeopleSay) {
    const core::RegionCatalog regions({
        test::namedRegion("31", "Daerah Khusus Ibukota Jakarta"),
        test::namedRegion("33.72", "Kota Surakarta"),
        test::namedRegion("34", "Daerah Istimewa Yogyakarta"),
        test::namedRegion("34.71", "Kota Yogyakarta"),
        test::namedRegion("35.17", "Kabupaten Jombang"),
        test::namedRegion("53.15", "Kabupaten Solor"), // synthetic: begins with a nickname
        test::namedRegion("73.71", "Kota Makassar"),
        test::namedRegion("31.74", "Kota Jakarta Selatan"),
    });
    const SearchIndex index(regions, nullptr, text::Language::indonesian);
    const auto names = [&index](std::string_view query) {
        std::vector<std::string> found;
        for (const SearchHit& hit : index.find(query, 5))
            found.push_back(hit.name);
        return found;
    };
    const std::vector<std::string> both{"Kota Yogyakarta", "Daerah Istimewa Yogyakarta"};
    for (const std::string_view query : {"jogja", "Yogya", "JOGJAKARTA"})
        EXPECT_EQ(names(query), both) << query;
    EXPECT_EQ(names("diy").front(), "Daerah Istimewa Yogyakarta");
    EXPECT_EQ(names("solo").front(), "Kota Surakarta");
    EXPECT_EQ(names("ujung pandang").front(), "Kota Makassar");
    EXPECT_EQ(names("ujungpandang").front(), "Kota Makassar");
    EXPECT_EQ(names("jakarta").front(), "Daerah Khusus Ibukota Jakarta");
    EXPECT_EQ(names("kota jogja").front(), "Kota Yogyakarta");
}

TEST(Search, FindsByNameInAnyCaseAndWithoutItsType) {
    EXPECT_EQ(firstName("surabaya"), "Kota Surabaya");
    EXPECT_EQ(firstName("SURABAYA"), "Kota Surabaya");
    EXPECT_EQ(firstName("kab bandung"), "Kabupaten Bandung");
    EXPECT_EQ(firstName("jawa tim"), "Jawa Timur");
}

TEST(Search, FindsByEitherCodeWithOrWithoutItsDot) {
    EXPECT_EQ(firstName("35.78"), "Kota Surabaya");
    EXPECT_EQ(firstName("3578"), "Kota Surabaya");
    EXPECT_EQ(firstName("32"), "Jawa Barat");
}

TEST(Search, ForgivesSpelling) {
    EXPECT_EQ(firstName("surabya"), "Kota Surabaya");
    EXPECT_EQ(firstName("surbaaya"), "Kota Surabaya");
    EXPECT_EQ(firstName("jogjakarta"), "Kota Yogyakarta");
    EXPECT_EQ(firstName("liverpol"), "Liverpool");
}

TEST(Search, FindsPartnersAndVisitsAndSaysWhereTheyBelong) {
    const core::Project facts = project();
    const core::RegionCatalog regions = catalog();
    const SearchIndex index(regions, &facts, text::Language::indonesian);
    const std::vector<SearchHit> hits = index.find("Liverpool", 3);
    ASSERT_FALSE(hits.empty());
    EXPECT_EQ(hits.front().kind, SearchHit::Kind::partner);
    EXPECT_EQ(regions[hits.front().region].name, "Kota Surabaya");
    ASSERT_FALSE(index.find("wamena", 3).empty());
    EXPECT_EQ(index.find("wamena", 3).front().id, "v1");
}

TEST(Search, WhatIsSpelledAsItIsComesBeforeWhatIsOnlyLikeIt) {
    core::Project facts = project();
    for (const auto& [id, name] : {std::pair{"p2", "Kyoto"}, {"p3", "Jawahar Lal Nehru Institute of Technology"}}) {
        core::Partner partner;
        partner.id = id;
        partner.name = name;
        facts.partners.push_back(partner);
        core::Agreement agreement;
        agreement.id = std::string("a") + id;
        agreement.parties = {{*core::RegionCode::parse("34"), ""}, {core::RegionCode(), id}};
        facts.agreements.push_back(agreement);
    }
    const SearchIndex index(catalog(), &facts, text::Language::english);
    const auto idOf = [&index](std::string_view query) {
        const std::vector<SearchHit> hits = index.find(query, 5);
        return hits.empty() ? "" : hits.front().id;
    };
    EXPECT_EQ(idOf("Kyoto"), "p2");
    EXPECT_EQ(idOf("kyo"), "p2");
    EXPECT_EQ(idOf("jawahar"), "p3") << "and not Jawa Barat, which is one letter and a half away";
    EXPECT_EQ(idOf("technol"), "p3");
    // What is only like something is still found.
    EXPECT_EQ(firstName("jogja"), "Kota Yogyakarta");
}

TEST(Search, FindsActivitiesByTitleAndPlaceAndSaysWhereTheyBelong) {
    const core::Project facts = project();
    const core::RegionCatalog regions = catalog();
    const SearchIndex index(regions, &facts, text::Language::indonesian);
    for (const char* query : {"forum kerja sama", "gedung merdeka"}) {
        const std::vector<SearchHit> hits = index.find(query, 3);
        ASSERT_FALSE(hits.empty()) << query;
        EXPECT_EQ(hits.front().kind, SearchHit::Kind::activity);
        EXPECT_EQ(hits.front().id, "k1");
        EXPECT_EQ(regions[hits.front().region].name, "Kota Bandung");
    }
}

TEST(Search, FindsNothingForNothingAndForNonsense) {
    EXPECT_EQ(firstName(""), "");
    EXPECT_EQ(firstName("   "), "");
    EXPECT_EQ(firstName("xqzwvk"), "");
}

TEST(Search, TakesAccentsAndPunctuationAway) {
    EXPECT_EQ(searchForm("São  Paulo-(Brasil)"), "sao paulo brasil");
    EXPECT_EQ(searchForm("Košice"), "kosice");
    EXPECT_EQ(searchForm("（日本）・Kochi"), "日本 kochi") << "letters of other scripts stay, signs go";
    EXPECT_EQ(searchForm("ВЛАДИВОСТОК Ёлка"), "владивосток ёлка");
    EXPECT_EQ(searchForm("دبي – Dubai"), "دبي dubai");
}

RC_GTEST_PROP(Search, EditDistanceIsSymmetricAndZeroOnlyForEquals, (std::string a, std::string b)) {
    RC_ASSERT(editDistance(a, b) == editDistance(b, a));
    RC_ASSERT((editDistance(a, b) == 0) == (a == b));
    RC_ASSERT(editDistance(a, b) <= std::max(a.size(), b.size()));
}

RC_GTEST_PROP(Search, SimilarityStaysInItsRangeForAnyBytes, (std::string a, std::string b)) {
    const double score = similarity(searchForm(a), searchForm(b));
    RC_ASSERT(score >= 0 && score <= 1);
}

} // namespace
} // namespace jejaring::session
