// SPDX-License-Identifier: MIT
#include "data/table/table_file_test.hpp"
#include "data/table/table_limits.hpp"
#include "support/zip_file.hpp"

namespace jejaring::data {
namespace {

class TableSpreadsheet : public TableFolder {
  protected:
    [[nodiscard]] std::string readXlsx(const std::string& sheetXml, const std::string& strings = "",
                                       const std::string& properties = "") const {
        return toldFirst(readTableFile(write("t.xlsx", test::workbook(sheetXml, strings, properties))));
    }
    [[nodiscard]] std::string readOds(const std::string& table, const std::string& styles = "") const {
        return toldFirst(readTableFile(write("t.ods", ods(table, styles))));
    }
    static std::string ods(const std::string& table, const std::string& styles = "",
                           const std::string& manifest = "<manifest/>") {
        return test::zipFile(
            {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
             {"META-INF/manifest.xml", manifest},
             {"content.xml", "<office:document-content><office:automatic-styles>" + styles +
                                 "</office:automatic-styles><office:body><office:spreadsheet>" + table +
                                 "</office:spreadsheet></office:body>" + "</office:document-content>"}});
    }
};

TEST_F(TableSpreadsheet, KeepsNumbersOfRowsAndKindsOfCells) {
    EXPECT_EQ(
        readXlsx("<sheetData><row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"inlineStr\"><is><t>x "
                 "&amp; y</t></is></c></row><row r=\"5\"><c r=\"A5\"><v>1.1000000000000001</v></c><c "
                 "r=\"B5\" t=\"b\"><v>1</v></c><c r=\"C5\" t=\"e\"><v>#N/A</v></c><c r=\"D5\" "
                 "t=\"str\"><f>A1</f><v>hasil</v></c><c r=\"E5\"><v>1.5E9</v></c><c r=\"F5\" s=\"1\"/></row>"
                 "<row r=\"6\"/></sheetData>",
                 "<si><r><t>Kab</t></r><rPh><t>no</t></rPh><r><t xml:space=\"preserve\">. Paser_x0041_</t></r></si>"),
        "2[Kab. PaserA||x & y] 5[#1.1|?true|!#N/A|hasil|#1500000000]");
}

TEST_F(TableSpreadsheet, ReadsDatesTimesAndPercentagesAsTheyAreShown) {
    const auto cell = [this](const std::string& style, const std::string& value, const std::string& properties = "") {
        return readXlsx("<sheetData><row r=\"1\"><c r=\"A1\" s=\"" + style + "\"><v>" + value +
                            "</v></c></row></sheetData>",
                        "", properties);
    };
    EXPECT_EQ(cell("1", "45524"), "1[@2024-08-20]");
    EXPECT_EQ(cell("5", "45524.75"), "1[@2024-08-20]");
    EXPECT_EQ(cell("2", "45524.395833333336"), "1[@2024-08-20T09:30:00]");
    EXPECT_EQ(cell("3", "0.39583333333333331"), "1[@09:30:00]");
    EXPECT_EQ(cell("3", "1.25"), "1[#1.25]"); // thirty hours
    EXPECT_EQ(cell("1", "44062", "date1904=\"1\""), "1[@2024-08-20]");
    EXPECT_EQ(cell("1", "1"), "1[@1900-01-01]");
    EXPECT_EQ(cell("1", "61"), "1[@1900-03-01]");
    EXPECT_EQ(cell("1", "-5"), "1[#-5]");
    EXPECT_EQ(cell("4", "0.125"), "1[12.5%]");
    EXPECT_EQ(cell("4", "0.07"), "1[7%]");
    EXPECT_EQ(cell("4", "0.12125"), "1[12.1250%]");
    EXPECT_EQ(cell("6", "1500000000"), "1[#1500000000]");
}

TEST_F(TableSpreadsheet, SaysWhichCellsAreMergedWhichSheetsHiddenAndWhichFormulasEmpty) {
    const auto file = readTableFile(
        write("t.xlsx", test::workbook("<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Judul</t></is></c>"
                                       "</row><row r=\"2\"><c r=\"A2\"><f>SUM(B1:B9)</f></c></row></sheetData>"
                                       "<mergeCells><mergeCell ref=\"A1:D1\"/></mergeCells>",
                                       "", "", "veryHidden")));
    ASSERT_TRUE(file);
    ASSERT_EQ(file.value().sheets.size(), 2U);
    EXPECT_EQ(file.value().sheets[0].name, "Data");
    EXPECT_FALSE(file.value().sheets[0].hidden);
    EXPECT_EQ(file.value().sheets[0].merged, (std::vector<MergedCells>{{1, 1, 0, 3}}));
    EXPECT_EQ(told(file.value().sheets[0]), "1[Judul] 2[!=SUM(B1:B9)]");
    EXPECT_EQ(file.value().sheets[1].name, "Kedua");
    EXPECT_TRUE(file.value().sheets[1].hidden);
    ASSERT_EQ(file.messages().size(), 1U);
    EXPECT_EQ(file.messages()[0].severity, core::Severity::warning);
}

TEST_F(TableSpreadsheet, ReadsOpenDocument) {
    const auto file = readTableFile(write(
        "t.ods",
        ods("<table:table table:name=\"Data\" table:style-name=\"ta2\"><table:table-row "
            "table:number-rows-repeated=\"2\"><table:table-cell "
            "table:number-columns-repeated=\"1024\"/></table:table-row>"
            "<table:table-row><table:table-cell office:value-type=\"string\" table:number-columns-spanned=\"2\">"
            "<office:annotation><text:p>catatan</text:p></office:annotation><text:p>Kab.<text:s text:c=\"2\"/>Paser"
            "</text:p><text:p>dua</text:p></table:table-cell><table:covered-table-cell/><table:table-cell "
            "office:value-type=\"date\" office:date-value=\"2024-08-20T00:00:00\"><text:p>20/8/24</text:p>"
            "</table:table-cell><table:table-cell office:value-type=\"time\" office:time-value=\"PT09H30M00S\">"
            "<text:p>09.30</text:p></table:table-cell><table:table-cell office:value-type=\"percentage\" "
            "office:value=\"0.125\"><text:p>13%</text:p></table:table-cell><table:table-cell "
            "office:value-type=\"boolean\" office:boolean-value=\"true\"/><table:table-cell "
            "office:value-type=\"float\" office:value=\"1.50\" table:number-columns-repeated=\"2\"/><table:table-cell "
            "office:value-type=\"string\" calcext:value-type=\"error\"><text:p>#N/A</text:p></table:table-cell>"
            "</table:table-row><table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell/>"
            "</table:table-row></table:table>",
            "<style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style>")));
    EXPECT_EQ(toldFirst(file), "3[Kab.  Paser\ndua||@2024-08-20|@09:30:00|12.5%|?true|#1.5|#1.5|!#N/A]");
    ASSERT_TRUE(file);
    EXPECT_EQ(file.value().format, TableFormat::ods);
    EXPECT_TRUE(file.value().sheets[0].hidden);
    EXPECT_EQ(file.value().sheets[0].merged, (std::vector<MergedCells>{{3, 3, 0, 1}}));
}

TEST_F(TableSpreadsheet, SaysWhyAFileCannotBeRead) {
    const auto refused = [this](const std::string& name, const std::string& bytes) {
        const auto file = readTableFile(write(name, bytes));
        EXPECT_TRUE(!file && file.error().code == core::ErrorCode::wrongFormat) << name;
        return file ? std::string() : core::englishText(file.error());
    };
    const std::string whole = test::workbook("<sheetData/>");
    EXPECT_EQ(refused("half.xlsx", whole.substr(0, whole.size() / 2)), "half.xlsx is damaged");
    EXPECT_EQ(refused("short.xlsx", "PK\n"), "short.xlsx is damaged");
    EXPECT_EQ(refused("Short.XLSX", "PK"), "Short.XLSX is damaged");
    EXPECT_EQ(refused("short.ods", "PK\x03"), "short.ods is damaged");
    EXPECT_TRUE(readTableFile(write("pks.csv", "PKS;Daerah\n1;Kota Malang\n"))) << "a heading that begins alike";
    std::string encrypted = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + std::string(100000, '\0');
    for (const char c : std::string("EncryptedPackage"))
        (encrypted += c) += '\0';
    EXPECT_NE(refused("locked.xlsx", encrypted).find("password"), std::string::npos);
    EXPECT_NE(refused("locked.ods", ods("", "", "<manifest><encryption-data/></manifest>")).find("password"),
              std::string::npos);
    EXPECT_NE(refused("old.xls", encrypted.substr(0, 1000)).find("old format"), std::string::npos);
    EXPECT_NE(refused("page.xls", "<html><table><tr><td>1</td></tr></table></html>").find("web page"),
              std::string::npos);
    EXPECT_NE(refused("t.docx", test::zipFile({{"[Content_Types].xml", ""}, {"word/document.xml", ""}})), "");
    EXPECT_NE(refused("t.zip", test::zipFile({{"a.csv", "a,b"}})), "");
    EXPECT_NE(refused("t.pdf", "%PDF-1.7\n"), "");
    EXPECT_NE(refused("empty.csv", ""), "");
    // Entities that grow without end are not even begun.
    EXPECT_NE(refused("bomb.xlsx", test::zipFile({{"_rels/.rels", "<Relationships/>"},
                                                  {"xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"aa\">]><x>&a;</x>"}})),
              "");
    const std::string entity = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
    EXPECT_NE(refused("entity.xlsx",
                      test::zipFile({{"_rels/.rels", "<Relationships/>"}, {"xl/workbook.xml", entity + "<x>&a;</x>"}})),
              "");
    EXPECT_NE(refused("entity.ods", test::zipFile({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                                   {"content.xml", entity + "<x>&a;</x>"}})),
              "");
    // Little in the file, much in memory: elements within elements, and one cell that does not end.
    std::string nested;
    for (int i = 0; i < 100000; ++i)
        nested += "<a>";
    EXPECT_NE(refused("nested.xlsx", test::workbook(nested)).find("larger inside"), std::string::npos);
    std::string blanks;
    for (int i = 0; i < 20000; ++i)
        blanks += "<text:s text:c=\"1000\"/>";
    EXPECT_NE(refused("blanks.ods", ods("<table:table><table:table-row><table:table-cell><text:p>" + blanks +
                                            "</text:p></table:table-cell></table:table-row></table:table>",
                                        "")),
              "");
    EXPECT_NE(refused("cell.xlsx", test::workbook("<sheetData><row><c t=\"str\"><v>" + std::string(2U << 20U, 'a') +
                                                  "</v></c></row></sheetData>"))
                  .find("one cell"),
              std::string::npos);
    EXPECT_NE(
        refused("wide.xlsx", test::workbook("<sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></sheetData>")),
        "");
    EXPECT_NE(refused("deep.xlsx", test::workbook("<sheetData><row r=\"1048577\"><c><v>1</v></c></row></sheetData>")),
              "");
    EXPECT_EQ(readTableFile(path("none.xlsx")).error().code, core::ErrorCode::notFound);
    EXPECT_EQ(readTableFile(folder_.string()).error().code, core::ErrorCode::wrongFormat);
    // A link is followed to the file that the user means, and to no device or circle.
    std::filesystem::create_symlink("/dev/zero", path("device.csv"));
    std::filesystem::create_symlink("circle.csv", path("circle.csv"));
    std::filesystem::create_symlink(write("real.csv", "a,b\n1,2\n"), path("link.csv"));
    EXPECT_EQ(readTableFile(path("device.csv")).error().code, core::ErrorCode::wrongFormat);
    EXPECT_FALSE(readTableFile(path("circle.csv")));
    EXPECT_EQ(toldFirst(readTableFile(path("link.csv"))), "1[a|b] 2[1|2]");
    const std::string vrt = "<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>/etc/passwd</SrcDataSource>"
                            "</OGRVRTLayer></OGRVRTDataSource>";
    for (const char* const name : {"vrt.csv", "vrt.geojson", "vrt.gpkg", "vrt.xlsx"})
        EXPECT_NE(refused(name, vrt), "") << name;
    EXPECT_EQ(readTableFile("/dev/zero").error().code, core::ErrorCode::wrongFormat);
    EXPECT_EQ(readTableFile("/vsicurl/http://127.0.0.1:9/t.xlsx").error().code, core::ErrorCode::notFound);
}

TEST_F(TableSpreadsheet, ReadsGeoJsonWithoutLookingElsewhere) {
    const std::string feature =
        "{\"type\":\"Feature\",\"properties\":{\"nama\":\"Paser\",\"kode\":\"64.01\",\"nilai\":1.5,\"tanggal\":"
        "\"2024-08-20\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[116.2,-1.9]}}";
    const std::string start = "{\"type\":\"FeatureCollection\",";
    const std::string end = "\"features\":[" + feature + "]}";
    EXPECT_EQ(toldFirst(readTableFile(write("t.geojson", start + end))),
              "1[nama|kode|nilai|tanggal|latitude|longitude] 2[Paser|64.01|#1.5|2024-08-20|#-1.9|#116.2]");
    EXPECT_EQ(filesInFolder(), 1U);
    EXPECT_EQ(readTableFile(path("t.geojson")).value().sheets[0].name, "");
    EXPECT_EQ(readTableFile(write("n.geojson", start + "\"name\":\"Daerah\"," + end)).value().sheets[0].name, "Daerah");
    for (const char* const crs : {"{\"type\":\"link\",\"properties\":{\"href\":\"http://127.0.0.1:9/crs\"}}",
                                  "{\"type\":\"name\",\"properties\":{\"name\":\"http://127.0.0.1:9/crs\"}}",
                                  "{\"properties\":{\"url\":\"x\"},\"type\":\"URL\"}"}) {
        const auto file = readTableFile(write("t.geojson", start + "\"crs\":" + crs + ',' + end));
        ASSERT_FALSE(file) << crs;
        EXPECT_NE(file.error().id.find("elsewhere"), std::string::npos) << crs;
    }
    EXPECT_FALSE(readTableFile(write("t.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{")));
    EXPECT_FALSE(readTableFile(write("t.json", "{\"a\":1}")));
}

TEST_F(TableSpreadsheet, WritesWorkbooksThatReadTheSame) {
    TableFile table;
    table.format = TableFormat::xlsx;
    table.sheets.resize(2);
    table.sheets[0].name = "Kerja sama";
    table.sheets[0].merged = {{1, 1, 0, 1}};
    table.sheets[0].rows = {{1, {{CellKind::text, "Nama"}, {CellKind::text, "Nilai"}}},
                            {3,
                             {{CellKind::text, "=1+1 <&\"> _x0041_\r\n\x01"},
                              {},
                              {CellKind::number, "-1.5"},
                              {CellKind::date, "2024-08-20"},
                              {CellKind::date, "2024-08-20T09:30:15"},
                              {CellKind::date, "23:59:59"},
                              {CellKind::boolean, "true"},
                              {CellKind::number, "1e+300"}}}};
    table.sheets[1].name = "Kosong";
    table.sheets[1].hidden = true;
    ASSERT_TRUE(writeTableFile(table, path("t.xlsx"), false));
    EXPECT_EQ(filesInFolder(), 1U);
    const auto file = readTableFile(path("t.xlsx"));
    ASSERT_TRUE(file) << core::englishText(file.error());
    ASSERT_EQ(file.value().sheets.size(), 2U);
    EXPECT_EQ(told(file.value().sheets[0]), told(table.sheets[0]));
    EXPECT_EQ(file.value().sheets[0].merged, table.sheets[0].merged);
    EXPECT_EQ(file.value().sheets[0].name, "Kerja sama");
    EXPECT_TRUE(file.value().sheets[1].hidden);
    EXPECT_EQ(writeTableFile(table, path("t.xlsx"), false).error().code, core::ErrorCode::alreadyExists);
    EXPECT_TRUE(writeTableFile(table, path("t.xlsx"), true));
    table.format = TableFormat::csv;
    EXPECT_EQ(writeTableFile(table, path("t.csv"), false).error().code, core::ErrorCode::invalidArgument);
    table.sheets.pop_back();
    ASSERT_TRUE(writeTableFile(table, path("t.csv"), false));
    EXPECT_EQ(toldFirst(readTableFile(path("t.csv"))).substr(0, 14), "1[Nama|Nilai] ");
}

TEST_F(TableSpreadsheet, ReadsAHundredThousandRowsAndStopsWhereAsked) {
    TableFile table;
    table.format = TableFormat::xlsx;
    table.sheets.resize(1);
    constexpr int kRows = 100000;
    for (int i = 1; i <= kRows; ++i)
        table.sheets[0].rows.push_back({i, {{CellKind::text, "Kab. Paser"}, {CellKind::number, std::to_string(i)}}});
    ASSERT_TRUE(writeTableFile(table, path("t.xlsx"), false));
    double last = 0.0;
    const auto file = readTableFile(path("t.xlsx"), [&last](double share) {
        EXPECT_GE(share, last);
        last = share;
        return true;
    });
    ASSERT_TRUE(file);
    EXPECT_EQ(file.value().sheets[0].rows.size(), static_cast<std::size_t>(kRows));
    EXPECT_GT(last, 0.9);
    const auto stopped = readTableFile(path("t.xlsx"), [](double share) { return share < 0.5; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, core::ErrorCode::cancelled);
}

TEST(SniffTableFormat, GoesByTheContent) {
    EXPECT_EQ(sniffTableFormat("a;b\n"), TableFormat::csv);
    EXPECT_EQ(sniffTableFormat(" {\"type\": 1"), TableFormat::geojson);
    EXPECT_EQ(sniffTableFormat("{Judul};b"), TableFormat::csv);
    EXPECT_EQ(sniffTableFormat(std::string(5, '\x01')), std::nullopt);
    std::string database("SQLite format 3\0", 16);
    database.resize(100, '\0');
    EXPECT_EQ(sniffTableFormat(database), std::nullopt);
    EXPECT_EQ(sniffTableFormat(database.replace(68, 4, "GPKG")), TableFormat::geopackage);
}

} // namespace
} // namespace jejaring::data
