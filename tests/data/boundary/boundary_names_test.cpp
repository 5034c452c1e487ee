// SPDX-License-Identifier: MIT
#include "data/boundary/boundary_names.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jejaring::data {
namespace {

TEST(OfficialName, WritesCapitalsAsOfficialsDo) {
    EXPECT_EQ(officialName("KABUPATEN PASER"), "Kabupaten Paser");
    EXPECT_EQ(officialName("KOTA ADMINISTRASI JAKARTA SELATAN"), "Kota Administrasi Jakarta Selatan");
    EXPECT_EQ(officialName("KABUPATEN PANGKAJENE DAN KEPULAUAN"), "Kabupaten Pangkajene dan Kepulauan");
    EXPECT_EQ(officialName("DKI JAKARTA"), "DKI Jakarta");
    EXPECT_EQ(officialName("DAERAH ISTIMEWA YOGYAKARTA"), "Daerah Istimewa Yogyakarta");
    EXPECT_EQ(officialName("KOTO XI TARUSAN"), "Koto XI Tarusan");
    EXPECT_EQ(officialName("TOLI-TOLI"), "Toli-Toli");
}

TEST(NameParts, TellTheKindOfRegionFromItsName) {
    EXPECT_EQ(nameParts("Kab. Paser").type, core::RegionType::kabupaten);
    EXPECT_EQ(nameParts("Kab. Paser").key, "paser");
    EXPECT_EQ(nameParts("KOTA ADM. JAKARTA PUSAT").key, "jakartapusat");
    EXPECT_EQ(nameParts("Kabupaten Administrasi Kepulauan Seribu").key, "kepulauanseribu");
    EXPECT_EQ(nameParts("Provinsi Jawa Timur").type, core::RegionType::province);
    EXPECT_EQ(nameParts("Bandung City").type, core::RegionType::kota);
    EXPECT_EQ(nameParts("Paser").type, std::nullopt);
}

TEST(NameParts, LeaveNamesThatOnlyLookLikeAKindAlone) {
    EXPECT_EQ(nameParts("Kotabaru").type, std::nullopt);
    EXPECT_EQ(nameParts("Kotabaru").key, "kotabaru");
    EXPECT_EQ(nameParts("Kabupaten Kota Baru").type, core::RegionType::kabupaten);
    EXPECT_EQ(nameParts("Kabupaten Kota Baru").key, "kotabaru");
    EXPECT_EQ(nameParts("Kota").key, "kota");
}

RC_GTEST_PROP(EditDistance, IsTheSameBothWaysAndZeroForEqualsOnly, ()) {
    const auto a = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("abc")));
    const auto b = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("abc")));
    constexpr std::size_t kLimit = 1000;
    RC_ASSERT(editDistance(a, b, kLimit) == editDistance(b, a, kLimit));
    RC_ASSERT((editDistance(a, b, kLimit) == 0) == (a == b));
    RC_ASSERT(editDistance(a, a + "x", kLimit) == 1U);
}

} // namespace
} // namespace jejaring::data
