// SPDX-License-Identifier: MIT
#include "data/import/import_regions.hpp"

#include "data/boundary/boundary_store.hpp"
#include "data/paths.hpp"
#include "support/named_region.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <filesystem>

namespace jejaring::data {
namespace {

using test::namedRegion;

const core::RegionCatalog& catalog() {
    static const core::RegionCatalog kCatalog({
        namedRegion("11", "Aceh", "11"),
        namedRegion("12", "Sumatera Utara", "12"),
        namedRegion("15", "Jambi", "15"),
        namedRegion("14", "Riau", "14"),
        namedRegion("21", "Kepulauan Riau", "21"),
        namedRegion("31", "DKI Jakarta", "31"),
        namedRegion("32", "Jawa Barat", "32"),
        namedRegion("33", "Jawa Tengah", "33"),
        namedRegion("34", "Daerah Istimewa Yogyakarta", "34"),
        namedRegion("35", "Jawa Timur", "35"),
        namedRegion("53", "Nusa Tenggara Timur", "53"),
        namedRegion("61", "Kalimantan Barat", "61"),
        namedRegion("62", "Kalimantan Tengah", "62"),
        namedRegion("63", "Kalimantan Selatan", "63"),
        namedRegion("64", "Kalimantan Timur", "64"),
        namedRegion("65", "Kalimantan Utara", "65"),
        namedRegion("71", "Sulawesi Utara", "71"),
        namedRegion("73", "Sulawesi Selatan", "73"),
        namedRegion("75", "Gorontalo", "75"),
        namedRegion("76", "Sulawesi Barat", "76"),
        namedRegion("91", "Papua", "94"),
        namedRegion("92", "Papua Barat", "91"),
        namedRegion("96", "Papua Barat Daya"),
        namedRegion("11.01", "Kabupaten Aceh Selatan", "1103"),
        namedRegion("11.02", "Kabupaten Aceh Tenggara", "1104"),
        namedRegion("11.03", "Kabupaten Aceh Timur", "1105"),
        namedRegion("11.09", "Kabupaten Simeulue", "1101"),
        namedRegion("11.10", "Kabupaten Aceh Singkil", "1102"),
        namedRegion("12.12", "Kabupaten Toba", "1206"),
        namedRegion("12.17", "Kabupaten Samosir", "1217"),
        namedRegion("15.06", "Kabupaten Tanjung Jabung Barat", "1506"),
        namedRegion("15.07", "Kabupaten Tanjung Jabung Timur", "1507"),
        namedRegion("15.71", "Kota Jambi", "1571"),
        namedRegion("31.01", "Kabupaten Administrasi Kepulauan Seribu", "3101"),
        namedRegion("31.74", "Kota Administrasi Jakarta Selatan", "3171"),
        namedRegion("32.01", "Kabupaten Bogor", "3201"),
        namedRegion("32.02", "Kabupaten Sukabumi", "3202"),
        namedRegion("32.04", "Kabupaten Bandung", "3204"),
        namedRegion("32.17", "Kabupaten Bandung Barat", "3217"),
        namedRegion("32.71", "Kota Bogor", "3271"),
        namedRegion("32.73", "Kota Bandung", "3273"),
        namedRegion("32.79", "Kota Banjar", "3279"),
        namedRegion("33.02", "Kabupaten Banyumas", "3302"),
        namedRegion("33.72", "Kota Surakarta", "3372"),
        namedRegion("34.71", "Kota Yogyakarta", "3471"),
        namedRegion("35.07", "Kabupaten Malang", "3507"),
        namedRegion("35.73", "Kota Malang", "3573"),
        namedRegion("35.78", "Kota Surabaya", "3578"),
        namedRegion("35.79", "Kota Batu", "3579"),
        namedRegion("53.01", "Kabupaten Kupang", "5303"),
        namedRegion("53.71", "Kota Kupang", "5371"),
        namedRegion("61.02", "Kabupaten Mempawah", "6104"),
        namedRegion("61.71", "Kota Pontianak", "6171"),
        namedRegion("62.01", "Kabupaten Kotawaringin Barat", "6201"),
        namedRegion("63.02", "Kabupaten Kotabaru", "6302"),
        namedRegion("63.03", "Kabupaten Banjar", "6303"),
        namedRegion("64.01", "Kabupaten Paser", "6401"),
        namedRegion("64.09", "Kabupaten Penajam Paser Utara", "6409"),
        namedRegion("65.71", "Kota Tarakan"),
        namedRegion("71.03", "Kabupaten Kepulauan Sangihe", "7103"),
        namedRegion("71.04", "Kabupaten Kepulauan Talaud", "7104"),
        namedRegion("73.10", "Kabupaten Pangkajene dan Kepulauan", "7309"),
        namedRegion("73.71", "Kota Makassar", "7371"),
        namedRegion("75.01", "Kabupaten Gorontalo", "7502"),
        namedRegion("75.71", "Kota Gorontalo", "7571"),
        namedRegion("76.01", "Kabupaten Pasangkayu", "7605"),
        namedRegion("91.71", "Kota Jayapura", "9471"),
        namedRegion("96.01", "Kabupaten Sorong"),
        namedRegion("96.71", "Kota Sorong", "9171"),
    });
    return kCatalog;
}

const std::vector<core::RegionAlias>& programNames() {
    static const std::vector<core::RegionAlias> kNames =
        std::move(readRegionNames(JEJARING_SOURCE_DIR "/assets")).value();
    return kNames;
}

const RegionMatcher& matcher() {
    static const RegionMatcher kMatcher(catalog(), programNames());
    return kMatcher;
}

// "name 64.01", "ambiguous 32.01 32.71": the whole finding, but for its remark.
std::string told(const RegionFinding& finding) {
    std::string text(regionMatchId(finding.match));
    if (!finding.region.empty())
        text += ' ' + finding.region.text();
    for (const core::RegionCode& candidate : finding.candidates)
        text += ' ' + candidate.text();
    return text;
}
std::string named(const char* name, const char* province = "", const char* type = "") {
    return told(matcher().find({"", CodeSystem::notSaid, name, type, province, {}}));
}
std::string coded(const char* code, const char* name = "", CodeSystem system = CodeSystem::notSaid) {
    return told(matcher().find({code, system, name, "", "", {}}));
}

TEST(RegionMatcher, FindsNamesInTheirUsualForms) {
    EXPECT_EQ(named("KABUPATEN PASER"), "exact 64.01");
    for (const char* const form :
         {"Kab. Paser", "Paser", " kab.paser ", "Pemerintah Kabupaten Paser", "Pemkab Paser", "Bupati Paser",
          "Paser, Kalimantan Timur", "Kab. Paser (Kaltim)", "Kab. Paser - Prov. Kalimantan Timur", "Paser Regency",
          "Kab Paser Prov Kaltim", "Kabupaten Paser Kalimantan Timur", "Kab.\xc2\xa0Paser", "Paser, Kab.",
          "Kabupaten Paser, Kalimantan Timur, Indonesia", "Kab/Kota Paser", "Regency of Paser"})
        EXPECT_EQ(named(form), "name 64.01") << form;
    EXPECT_EQ(named("Kota Adm. Jakarta Selatan"), "name 31.74");
    EXPECT_EQ(named("Jakarta Selatan"), "name 31.74");
    EXPECT_EQ(named("Pemkot Surabaya"), "name 35.78");
    EXPECT_EQ(named("Surabaya - Jawa Timur"), "name 35.78");
    EXPECT_EQ(named("Jawa Timur: Surabaya"), "name 35.78");
    EXPECT_EQ(named("Pemerintah Kabupaten Banyumas"), "name 33.02");
    EXPECT_EQ(named("Pangkajene & Kepulauan"), "name 73.10");
    EXPECT_EQ(named("Kep. Seribu"), "name 31.01");
    EXPECT_EQ(named("Provinsi Jawa Barat"), "name 32");
    EXPECT_EQ(named("Bandung Barat"), "name 32.17");
    EXPECT_EQ(named("Kepulauan Riau"), "exact 21");
}

TEST(RegionMatcher, KnowsShortEnglishAndFormerNames) {
    EXPECT_EQ(named("Prov. Jatim"), "alias 35");
    EXPECT_EQ(named("DIY"), "alias 34");
    EXPECT_EQ(named("D.I. Yogyakarta"), "name 34");
    EXPECT_EQ(named("Jabar"), "alias 32");
    EXPECT_EQ(named("N.T.T."), "alias 53");
    EXPECT_EQ(named("DKI"), "alias 31");
    EXPECT_EQ(named("East Java"), "alias 35");
    EXPECT_EQ(named("Kab. Toba Samosir"), "alias 12.12");
    EXPECT_EQ(named("Kab. Toba (d/h Toba Samosir)"), "name 12.12");
    EXPECT_EQ(named("Mamuju Utara"), "alias 76.01");
    EXPECT_EQ(named("Ujung Pandang"), "alias 73.71");
    EXPECT_EQ(named("Kab. Pontianak"), "alias 61.02");
    EXPECT_EQ(named("Kota Pontianak"), "exact 61.71");
    EXPECT_EQ(named("Kota Solo"), "alias 33.72");
    EXPECT_EQ(named("Kepulauan Seribu, DKI"), "name 31.01");
}

TEST(RegionMatcher, NeverGuessesBetweenRegionsOfOneName) {
    EXPECT_EQ(named("Bogor"), "ambiguous 32.01 32.71");
    EXPECT_EQ(named("Bogor", "Jawa Barat"), "ambiguous 32.01 32.71");
    EXPECT_EQ(named("Malang, Jawa Timur"), "ambiguous 35.07 35.73");
    EXPECT_EQ(named("Kab/Kota Kupang"), "ambiguous 53.01 53.71");
    EXPECT_EQ(named("Kota Bandung"), "exact 32.73");
    EXPECT_EQ(named("Bandung", "", "Kab."), "name 32.04");
    EXPECT_EQ(named("Bandung (Kota)"), "name 32.73");
    EXPECT_EQ(named("Banjar"), "ambiguous 32.79 63.03");
    EXPECT_EQ(named("Banjar", "Jabar"), "name 32.79");
    EXPECT_EQ(named("Banjar", "63"), "name 63.03");
    EXPECT_EQ(named("Jambi"), "ambiguous 15 15.71");
    EXPECT_EQ(named("Jambi", "", "Provinsi"), "exact 15");
    EXPECT_EQ(named("Kota Jambi, Jambi"), "name 15.71");
    EXPECT_EQ(named("Gorontalo"), "ambiguous 75 75.01 75.71");
    EXPECT_EQ(named("Yogyakarta"), "ambiguous 34 34.71");
    EXPECT_EQ(named("Jogja"), "ambiguous 34 34.71");
}

TEST(RegionMatcher, LeavesWhatContradictsItselfToTheUser) {
    EXPECT_EQ(named("Kota Paser"), "ambiguous 64.01");
    EXPECT_EQ(named("Kota Bogor", "", "Kabupaten"), "ambiguous 32.71 32.01");
    EXPECT_EQ(named("Paser", "Jawa Barat"), "ambiguous 64.01");
    EXPECT_EQ(named("Bandung, Surabaya"), "ambiguous 32.04 32.73 35.78");
    EXPECT_EQ(named("Kab. Paser dan Kota Surabaya"), "ambiguous 64.01 35.78");
    EXPECT_EQ(coded("64.01", "Kota Surabaya"), "ambiguous 64.01 35.78");
    EXPECT_NE(matcher().find({"64.01", CodeSystem::notSaid, "Kota Surabaya", "", "", {}}).remark, nullptr);
}

TEST(RegionMatcher, TakesNamesThatOnlyLookLikeAKindWhole) {
    EXPECT_EQ(named("Kota Baru"), "name 63.02");
    EXPECT_EQ(named("Kabupaten Kota Baru"), "name 63.02");
    EXPECT_EQ(named("Kota Waringin Barat"), "name 62.01");
    EXPECT_EQ(named("Kota Batu"), "exact 35.79");
}

TEST(RegionMatcher, ReadsCodesAndWhatSpreadsheetsMakeOfThem) {
    EXPECT_EQ(coded("64.01"), "code 64.01");
    EXPECT_EQ(coded("64,01"), "code 64.01");
    EXPECT_EQ(coded("'64.01"), "code 64.01");
    EXPECT_EQ(coded("64"), "code 64");
    EXPECT_EQ(coded("64.00"), "code 64");
    EXPECT_EQ(coded("64.0"), "code 64");
    EXPECT_EQ(coded("11.1"), "cut_code 11.10");
    EXPECT_EQ(coded("11.1", "Aceh Singkil"), "cut_code 11.10");
    EXPECT_EQ(coded("11.1", "Aceh Selatan"), "ambiguous 11.10 11.01");
    EXPECT_EQ(coded("32.2"), "ambiguous 32.02");
    EXPECT_EQ(coded("64.99"), "unmatched");
    EXPECT_EQ(coded("64.99", "Paser"), "name 64.01");
    EXPECT_EQ(coded("64.01.02"), "unmatched");
    EXPECT_EQ(coded("15", "Jambi"), "code 15");
    EXPECT_EQ(coded("64", "Paser"), "name 64.01");
    EXPECT_EQ(coded("32", "Bogor"), "ambiguous 32.01 32.71");
}

TEST(RegionMatcher, TakesBareCodesOnlyWhereTheirSystemIsKnown) {
    EXPECT_EQ(coded("6401"), "bare_code 64.01"); // alike in both systems
    EXPECT_EQ(coded("6401.0"), "bare_code 64.01");
    EXPECT_EQ(coded("1102"), "ambiguous 11.02 11.10");
    EXPECT_EQ(coded("1102", "", CodeSystem::bps), "bare_code 11.10");
    EXPECT_EQ(coded("1102", "", CodeSystem::kemendagri), "bare_code 11.02");
    EXPECT_EQ(coded("1102", "Kab. Aceh Tenggara"), "bare_code 11.02");
    EXPECT_EQ(coded("9171"), "ambiguous 91.71 96.71");
    EXPECT_EQ(coded("9171", "Kota Sorong"), "bare_code 96.71");
    EXPECT_EQ(coded("6571"), "ambiguous 65.71"); // its BPS code is not known
    EXPECT_EQ(coded("94"), "ambiguous 91");
    EXPECT_EQ(coded("91"), "ambiguous 91 92");
    EXPECT_EQ(coded("9999", "", CodeSystem::bps), "unmatched");
}

TEST(RegionMatcher, KnowsWhichProvincesWereParted) {
    EXPECT_EQ(named("Tarakan", "Kalimantan Timur"), "name 65.71");
    EXPECT_EQ(named("Pasangkayu", "Sulawesi Selatan"), "name 76.01");
    EXPECT_EQ(named("Sorong", "Papua"), "ambiguous 96.01 96.71");
    EXPECT_NE(matcher().find({"", CodeSystem::notSaid, "Tarakan", "", "Kalimantan Timur", {}}).remark, nullptr);
}

TEST(RegionMatcher, ReadsTheUsualShortenings) {
    EXPECT_EQ(named("Tj. Jabung Barat"), "name 15.06");
    EXPECT_EQ(named("Kab. Tj. Jabung Timur"), "name 15.07");
    EXPECT_EQ(named("Tanjab Barat"), "alias 15.06");
    EXPECT_EQ(named("Kep. Talaud"), "name 71.04");
}

TEST(RegionMatcher, NamesTheNearestWithoutChoosing) {
    EXPECT_THAT(named("Passer"), testing::StartsWith("unmatched 64.01"));
    EXPECT_THAT(named("Dinas Pariwisata Kabupaten Paser"), testing::StartsWith("unmatched 64.01"));
    EXPECT_THAT(named("Suarbaya"), testing::StartsWith("unmatched 35.78"));
    EXPECT_THAT(named("Kab. Pasr"), testing::StartsWith("unmatched 64.01"));
    EXPECT_THAT(named("Kab Psr"), testing::StartsWith("unmatched 64.01")) << "as people abbreviate";
    EXPECT_THAT(named("Kota Mlng"), testing::StartsWith("unmatched 35.73 35.07"));
    EXPECT_THAT(named("Kota Bandng"), testing::StartsWith("unmatched 32.73 32.04")) << "the kind that it says first";
    EXPECT_THAT(named("Kab. Bandng"), testing::StartsWith("unmatched 32.04 32.73"));
    EXPECT_EQ(named("Kab. Sangihe Talaud"), "unmatched 71.03 71.04") << "parted long ago: one of the two";
    EXPECT_EQ(named("Atlantis"), "unmatched");
}

TEST(RegionMatcher, KnowsARowWithoutARegionAndOneWithAProvinceAlone) {
    EXPECT_EQ(named(""), "blank");
    EXPECT_EQ(named(" - "), "blank");
    EXPECT_EQ(named("", "Jawa Barat"), "name 32");
    EXPECT_EQ(named("Pemerintah Provinsi", "Jabar"), "name 32");
    EXPECT_EQ(named("", "Narnia"), "unmatched");
}

TEST(RegionMatcher, AnswersAndTheProjectsNamesWin) {
    const auto code = [](const char* text) { return core::RegionCode::parse(text).value(); };
    const RegionText bogor{"", CodeSystem::notSaid, "Bogor", "", "Jawa Barat", {}};
    const std::string key = matcher().find(bogor).key;
    EXPECT_EQ(key, matcher().find({"", CodeSystem::notSaid, "  BOGOR", "", "jawa barat ", {}}).key);
    const RegionMatcher answered(catalog(), programNames(), {{key, code("32.71")}});
    EXPECT_EQ(told(answered.find(bogor)), "answer 32.71");
    EXPECT_EQ(told(answered.find({"", CodeSystem::notSaid, "Bogor", "", "", {}})), "ambiguous 32.01 32.71");

    const std::vector<core::RegionAlias> own{{key, code("32.01"), "user"}, {"Kota Pahlawan", code("35.78"), "user"}};
    const RegionMatcher aliased(catalog(), own);
    EXPECT_EQ(told(aliased.find(bogor)), "alias 32.01");
    EXPECT_EQ(told(aliased.find({"", CodeSystem::notSaid, "kota pahlawan", "", "Jawa Timur", {}})), "alias 35.78");
    EXPECT_EQ(told(aliased.find({"64.01", CodeSystem::notSaid, "Kota Pahlawan", "", "", {}})), "ambiguous 64.01 35.78");
    const std::vector<core::RegionAlias> gone{{"Bogor", code("99.99"), "user"}};
    EXPECT_EQ(told(RegionMatcher(catalog(), gone).find({"", CodeSystem::notSaid, "Bogor", "", "", {}})),
              "ambiguous 32.01 32.71");
}

// The forms in which a name is written: with the word for its kind in all its shapes, without it, in capitals, with
// its province.
std::vector<std::string> usualForms(const core::RegionCatalog& regions, core::RegionIndex index) {
    const core::Region& region = regions[index];
    std::string bare = region.name;
    std::vector<std::string> words{"Provinsi ", "Prov. ", "Pemerintah Provinsi ", "Pemprov "};
    if (region.type != core::RegionType::province) {
        const bool kota = region.type == core::RegionType::kota;
        bare = bare.substr(kota ? 5 : 10);
        if (bare.starts_with("Administrasi "))
            bare = bare.substr(13);
        words = kota ? std::vector<std::string>{"Kota ", "Pemkot ", "Pemerintah Kota ", "Kotamadya ", "City of "}
                     : std::vector<std::string>{"Kab. ", "Kab ", "Kabupaten ", "Pemkab ", "Pemerintah Kabupaten "};
    }
    std::vector<std::string> forms{region.name, bare};
    for (const std::string& word : words)
        forms.push_back(word + bare);
    const std::string province = regions[regions.provinceOf(index)].name;
    for (std::size_t i = 0, count = forms.size(); i < count; ++i) {
        std::string capitals = forms[i];
        std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        forms.push_back(capitals);
        if (region.type != core::RegionType::province)
            for (const std::string_view between : {", ", " (", " - ", " Prov. "})
                forms.push_back(forms[i] + std::string(between) + province + (between == " (" ? ")" : ""));
    }
    return forms;
}

void expectFound(const core::RegionCatalog& regions, const RegionMatcher& finder, core::RegionIndex index) {
    const core::RegionCode& code = regions[index].code;
    for (const std::string& form : usualForms(regions, index)) {
        const RegionFinding finding = finder.find({"", CodeSystem::notSaid, form, "", "", {}});
        const bool candidate =
            std::find(finding.candidates.begin(), finding.candidates.end(), code) != finding.candidates.end();
        EXPECT_TRUE(finding.region == code || (finding.match == RegionMatch::ambiguous && candidate))
            << form << ": " << told(finding);
    }
    // With the word for its kind nothing is in doubt.
    EXPECT_EQ(
        finder.find({"", CodeSystem::notSaid, regions[index].name, "", regions[regions.provinceOf(index)].name, {}})
            .region,
        regions[index].type == core::RegionType::province &&
                finder.find({"", CodeSystem::notSaid, regions[index].name, "", "", {}}).region.empty()
            ? core::RegionCode()
            : code)
        << regions[index].name;
    EXPECT_EQ(finder.find({code.text(), CodeSystem::kemendagri, "", "", "", {}}).region, code);
}

TEST(RegionMatcher, FindsEveryUsualFormAndNeverAnotherRegion) {
    for (std::size_t i = 0; i < catalog().size(); ++i)
        expectFound(catalog(), matcher(), static_cast<core::RegionIndex>(i));
}

TEST(RegionMatcherReal, FindsEveryUsualFormOfAllRegionsAndNeverAnother) {
    if (!std::filesystem::exists(boundariesPath()))
        GTEST_SKIP() << "there are no boundaries at " << boundariesPath();
    const auto set = readBoundaries(boundariesPath(), {.provinces = true});
    ASSERT_TRUE(set);
    const core::RegionCatalog& regions = set.value().shapes.catalog;
    ASSERT_EQ(regions.size(), core::kProvinceCount + core::kRegencyCount);
    const RegionMatcher finder(regions, programNames());
    for (std::size_t i = 0; i < regions.size(); ++i)
        expectFound(regions, finder, static_cast<core::RegionIndex>(i));
    // No other name of the program's list means a region that is called so today.
    for (const core::RegionAlias& alias : programNames()) {
        ASSERT_TRUE(regions.find(alias.region)) << alias.alias;
        const RegionFinding finding = finder.find({"", CodeSystem::notSaid, alias.alias, "", "", {}});
        const bool candidate =
            std::find(finding.candidates.begin(), finding.candidates.end(), alias.region) != finding.candidates.end();
        EXPECT_TRUE(finding.region == alias.region || candidate) << alias.alias << ": " << told(finding);
    }
}

RC_GTEST_PROP(RegionMatcher, NeverChoosesForLettersThatNoRegionBears, ()) {
    // One letter of a name replaced: the region may be a candidate, never the answer.
    const auto index = *rc::gen::inRange<std::size_t>(0, catalog().size());
    const core::Region& region = catalog()[static_cast<core::RegionIndex>(index)];
    std::string name = region.name;
    const auto at = *rc::gen::inRange<std::size_t>(0, name.size());
    RC_PRE(name[at] != ' ');
    name[at] = 'q';
    RC_PRE(region.type == core::RegionType::province || at > std::string("Kabupaten Administrasi").size());
    const RegionFinding finding = matcher().find({"", CodeSystem::notSaid, name, "", "", {}});
    RC_ASSERT(finding.region.empty());
}

RC_GTEST_PROP(RegionMatcher, TakesAnyTextAndFindsTheSameAgain, (const std::string& code, const std::string& name)) {
    const RegionText text{code, CodeSystem::notSaid, name, "", name, {}};
    const RegionFinding finding = matcher().find(text);
    RC_ASSERT(told(matcher().find(text)) == told(finding));
    RC_ASSERT(finding.candidates.size() <= 8U);
    RC_ASSERT(finding.region.empty() || finding.candidates.empty());
}

} // namespace
} // namespace jejaring::data
