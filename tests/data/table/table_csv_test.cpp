// SPDX-License-Identifier: MIT
#include "data/table/table_csv.hpp"

#include "data/table/table_encoding.hpp"
#include "data/table/table_file_test.hpp"

#include <rapidcheck/gtest.h>

namespace jejaring::data {
namespace {

std::string read(const std::string& bytes) {
    return toldFirst(parseTableText(bytes, "t.csv"));
}

std::string utf16(std::string_view ascii, bool bigEndian) {
    std::string bytes;
    for (const char c : ascii)
        bytes += bigEndian ? std::string{'\0', c} : std::string{c, '\0'};
    return bytes;
}

TEST(TableCsv, ReadsEachSeparatorAndLineEnd) {
    EXPECT_EQ(read("a,b\n1,2\n"), "1[a|b] 2[1|2]");
    EXPECT_EQ(read("a;b\r\n1,5;2\r\n"), "1[a|b] 2[1,5|2]");
    EXPECT_EQ(read("a\tb\r1, 2\t3"), "1[a|b] 2[1, 2|3]");
    EXPECT_EQ(read("Data kerja sama, 2024\n\nNama;Nilai\nA;1,5\nB, C;2,5\n"),
              "1[Data kerja sama, 2024] 3[Nama|Nilai] 4[A|1,5] 5[B, C|2,5]");
    EXPECT_EQ(read("sep=;\na;b,c\n"), "1[a|b,c]");
    EXPECT_EQ(read("a\nb\n"), "1[a] 2[b]");
}

TEST(TableCsv, KeepsQuotationsRaggedAndBlankRows) {
    EXPECT_EQ(read("a,b\n\"x, \"\"y\"\"\",\"two\nlines\"\n\n1\n1,2,3,,\n"),
              "1[a|b] 2[x, \"y\"|two\nlines] 4[1] 5[1|2|3]");
    EXPECT_EQ(read("a,b\n ,\n,x\n"), "1[a|b] 3[|x]");
}

TEST(TableCsv, AStrayQuotationMarkSwallowsNoRow) {
    const auto file = parseTableText("a,b\n\"Hotel,x\n1,\"Jalan A, B\"\n2,3\n", "t.csv");
    EXPECT_EQ(toldFirst(file), "1[a|b] 2[\"Hotel|x] 3[1|Jalan A, B] 4[2|3]");
    ASSERT_EQ(file.messages().size(), 1U);
    EXPECT_EQ(file.messages()[0].arguments[1], "2");
    EXPECT_EQ(read("a,b\n1,\"open\n2,3\n"), "1[a|b] 2[1|\"open] 3[2|3]");
    EXPECT_EQ(read("a;b\n\"Hotel \"Mulia\" Jakarta\";1\n"), "1[a|b] 2[\"Hotel \"Mulia\" Jakarta\"|1]");
}

TEST(TableCsv, TellsTheEncoding) {
    const auto encoding = [](const std::string& bytes) {
        const auto file = parseTableText(bytes, "t.csv");
        return file ? file.value().encoding + ' ' + told(file.value().sheets[0]) : "";
    };
    EXPECT_EQ(encoding("\xef\xbb\xbf"
                       "a,\xc3\xa9\n"),
              "UTF-8 1[a|\xc3\xa9]");
    EXPECT_EQ(encoding("a,\xc3\xa9\n"), "UTF-8 1[a|\xc3\xa9]");
    EXPECT_EQ(encoding("a,\xe9 \x80 \x96\n"), "windows-1252 1[a|\xc3\xa9 \xe2\x82\xac \xe2\x80\x93]");
    EXPECT_EQ(encoding("\xff\xfe" + utf16("a;b\n1;2\n", false)), "UTF-16LE 1[a|b] 2[1|2]");
    EXPECT_EQ(encoding(utf16("a;b\n1;2\n", false)), "UTF-16LE 1[a|b] 2[1|2]");
    EXPECT_EQ(encoding("\xfe\xff" + utf16("a;b\n1;2\n", true)), "UTF-16BE 1[a|b] 2[1|2]");
    EXPECT_EQ(encoding(utf16("a;b\n1;2\n", true)), "UTF-16BE 1[a|b] 2[1|2]");
}

TEST(TableCsv, NamesRowsWithBytesThatAreNoText) {
    const auto file = parseTableText("\xc3\xa9,\xc3\xa8\nb,\xff\nc,d\n", "t.csv");
    EXPECT_EQ(toldFirst(file), "1[\xc3\xa9|\xc3\xa8] 2[b|\xef\xbf\xbd] 3[c|d]");
    ASSERT_EQ(file.messages().size(), 1U);
    EXPECT_EQ(file.messages()[0].arguments[1], "2");
    EXPECT_FALSE(parseTableText(std::string("a,b\n\0,c\n", 8), "t.csv"));
}

TEST(TableCsv, StopsWhereAskedAndAtItsLimits) {
    std::string rows;
    for (int i = 0; i < 5000; ++i)
        rows += "a,b\n";
    const auto stopped = parseTableText(rows, "t.csv", [](double) { return false; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, core::ErrorCode::cancelled);
    double last = 0.0;
    ASSERT_TRUE(parseTableText(rows, "t.csv", [&last](double share) {
        EXPECT_GE(share, last);
        last = share;
        return true;
    }));
    EXPECT_EQ(last, 1.0);
    EXPECT_FALSE(parseTableText("a" + std::string(kMaxTableColumns, ',') + "b\n", "t.csv"));
    EXPECT_TRUE(parseTableText("a" + std::string(kMaxTableColumns + 9, ',') + "\nb\n", "t.csv"));
}

TEST(TableCsv, MakesFormulasHarmlessAndTakesThatOffAgain) {
    TableSheet sheet;
    sheet.rows.push_back({1, {{CellKind::text, "=1+1"}, {CellKind::text, "-"}, {CellKind::text, "'=x"}}});
    sheet.rows.push_back({2, {{CellKind::number, "-1.5"}, {CellKind::text, "@a;b"}, {CellKind::text, "a-b"}}});
    const std::string text = tableText(sheet);
    EXPECT_EQ(text, "\xef\xbb\xbf'=1+1;'-;''=x\r\n-1,5;\"'@a;b\";a-b\r\n");
    EXPECT_EQ(read(text), "1[=1+1|-|'=x] 2[-1,5|@a;b|a-b]");
}

RC_GTEST_PROP(TableCsv, GivesBackWhatWasWritten, ()) {
    const auto letters = rc::gen::elementOf(std::string("ab ;,\t\"'=+-@\n\r.1"));
    const auto width = *rc::gen::inRange<std::size_t>(2, 5);
    const auto rows = *rc::gen::container<std::vector<std::vector<std::string>>>(
        rc::gen::container<std::vector<std::string>>(width, rc::gen::container<std::string>(letters)));
    TableSheet sheet;
    // The headings, by which the separator is told.
    sheet.rows.push_back({1, std::vector<TableCell>(width, {CellKind::text, "kolom"})});
    for (const auto& row : rows) {
        TableRow made{static_cast<int>(sheet.rows.size()) + 1, {}};
        for (const std::string& cell : row)
            made.cells.push_back({CellKind::text, 'x' + cell});
        made.cells[0].text.erase(0, 1);
        if (made.cells[0].text.find_first_not_of(" \t\r\n") == std::string::npos)
            made.cells[0] = {};
        sheet.rows.push_back(made);
    }
    const auto file = parseTableText(tableText(sheet), "t.csv");
    RC_ASSERT(file.ok());
    RC_ASSERT(file.messages().empty());
    RC_ASSERT(told(file.value().sheets[0]) == told(sheet));
}

RC_GTEST_PROP(TableCsv, TakesAnyBytesAndMarksWhatIsNoText, (const std::string& bytes)) {
    const auto file = parseTableText(bytes, "t.csv");
    const bool answered = file.ok() || file.error().code == core::ErrorCode::wrongFormat;
    RC_ASSERT(answered);
    const DecodedText again = decodeText(decodeText("\xef\xbb\xbf" + bytes).text + "\n");
    RC_ASSERT(again.encoding != "UTF-8" || again.marks.empty());
}

} // namespace
} // namespace jejaring::data
