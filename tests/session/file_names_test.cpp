// SPDX-License-Identifier: MIT
#include "session/file_names.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace jejaring::session {
namespace {

TEST(FileNames, AreSafeOnAllUsualFileSystems) {
    EXPECT_EQ(safeFileName("64.01 Kabupaten Paser"), "64.01 Kabupaten Paser");
    EXPECT_EQ(safeFileName("Ōsaka · 大阪 – Đà Nẵng"), "Ōsaka · 大阪 – Đà Nẵng");
    EXPECT_EQ(safeFileName("a/b\\c:d*e?f\"g<h>i|j"), "a-b-c-d-e-f-g-h-i-j");
    EXPECT_EQ(safeFileName("satu\n\tdua\x01 tiga"), "satu dua tiga");
    EXPECT_EQ(safeFileName("../../etc/passwd"), "etc-passwd");
    EXPECT_EQ(safeFileName("-o.. "), "o");
    EXPECT_EQ(safeFileName("con"), "_con");
    EXPECT_EQ(safeFileName("LPT1.gambar"), "_LPT1.gambar");
    EXPECT_EQ(safeFileName("COM10"), "COM10");
    EXPECT_EQ(safeFileName("kontrak"), "kontrak");
    EXPECT_EQ(safeFileName(" ./: "), "");
}

TEST(FileNames, AreCutBetweenLetters) {
    std::string text;
    for (int i = 0; i < 100; ++i)
        text += "é";
    const std::string name = safeFileName(text);
    EXPECT_EQ(name.size(), 120U);
    EXPECT_EQ(name, text.substr(0, 120));
    EXPECT_EQ(safeFileName("x" + text).size(), 119U);
}

TEST(FileNames, DifferAlsoWhereCapitalsAreNotTold) {
    FileNames names;
    EXPECT_EQ(names.next("Peta", "1"), "Peta");
    EXPECT_EQ(names.next("peta", "2"), "peta (2)");
    EXPECT_EQ(names.next("PETA", "3"), "PETA (3)");
    EXPECT_EQ(names.next("peta (2)", "4"), "peta (2) (2)");
    EXPECT_EQ(names.next("", "5"), "5");
    EXPECT_EQ(names.next("///", "5"), "5 (2)");
}

RC_GTEST_PROP(FileNames, OfAnyTextsAreSafeAndDiffer, (const std::vector<std::string>& texts)) {
    FileNames names;
    std::set<std::string> given;
    for (const std::string& text : texts) {
        const std::string name = names.next(text, "halaman");
        RC_ASSERT(!name.empty() && name.size() <= 140U);
        RC_ASSERT(name.find('/') == std::string::npos && name.find('\0') == std::string::npos);
        RC_ASSERT(name.front() != '.' && name.front() != '-' && name.back() != '.' && name.back() != ' ');
        RC_ASSERT(given.insert(name).second);
    }
}

} // namespace
} // namespace jejaring::session
