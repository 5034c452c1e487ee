// SPDX-License-Identifier: MIT
#include "data/table/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jejaring::data {
namespace {

using testing::ElementsAre;

TEST(Csv, readsQuotationsLineBreaksAndBlankLines) {
    const auto table = parseCsv("\xef\xbb\xbf"
                                "a,b\r\n1,\"x, \"\"y\"\"\"\r\n\r\n\"two\nlines\",  z \n3,",
                                "t.csv", {"a", "b"});
    ASSERT_TRUE(table);
    ASSERT_EQ(table.value().rows().size(), 3U);
    EXPECT_THAT(table.value().rows()[0].cells, ElementsAre("1", "x, \"y\""));
    EXPECT_THAT(table.value().rows()[1].cells, ElementsAre("two\nlines", "  z "));
    EXPECT_EQ(table.value().cell(table.value().rows()[1], "b"), "z");
    EXPECT_EQ(table.value().cell(table.value().rows()[2], "b"), "");
    EXPECT_EQ(table.value().cell(table.value().rows()[2], "c"), "");
    EXPECT_EQ(table.value().rows()[2].number, 4);
}

TEST(Csv, anEmptyTextIsNoTable) {
    EXPECT_FALSE(parseCsv("", "t.csv", {}));
    EXPECT_FALSE(parseCsv("\n\n", "t.csv", {}));
    EXPECT_FALSE(parseCsv("\"a", "t.csv", {}));
    EXPECT_TRUE(parseCsv("a\n", "t.csv", {"a"}));
}

std::string quotedCell(const std::string& cell) {
    std::string text = "\"";
    for (const char c : cell)
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + '"';
}

RC_GTEST_PROP(Csv, givesBackWhatWasQuoted, ()) {
    const auto width = *rc::gen::inRange<std::size_t>(1, 5);
    const auto cell = rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127));
    const auto rows = *rc::gen::container<std::vector<std::vector<std::string>>>(
        rc::gen::container<std::vector<std::string>>(width, cell));
    std::string text;
    for (std::size_t i = 0; i < width; ++i)
        text += (i == 0 ? "c" : ",c") + std::to_string(i);
    for (const auto& row : rows) {
        text += '\n';
        for (std::size_t i = 0; i < width; ++i)
            text += (i == 0 ? "" : ",") + quotedCell(row[i]);
    }
    const auto table = parseCsv(text, "t.csv", {"c0"});
    RC_ASSERT(table.ok());
    RC_ASSERT(table.value().rows().size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        RC_ASSERT(table.value().rows()[i].cells == rows[i]);
}

RC_GTEST_PROP(Csv, neverFailsOtherThanByItsErrors, (const std::string& text)) {
    const auto table = parseCsv("a,b\n" + text, "t.csv", {"a"});
    RC_ASSERT(table.ok());
    for (const CsvRow& row : table.value().rows())
        RC_ASSERT(row.cells.size() == 2U);
}

} // namespace
} // namespace jejaring::data
