// SPDX-License-Identifier: MIT
// Zip files of stored parts and workbooks of them, made byte by byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jejaring::test {

inline std::uint32_t crc32Of(std::string_view bytes) {
    std::uint32_t crc = 0xffffffffU;
    for (const char c : bytes) {
        crc ^= static_cast<std::uint8_t>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1U) ^ ((crc & 1U) != 0U ? 0xedb88320U : 0U);
    }
    return ~crc;
}

using ZipParts = std::vector<std::pair<std::string, std::string>>;

inline std::string zipFile(const ZipParts& parts) {
    const auto number = [](std::uint32_t value, int bytes) {
        std::string text;
        for (int i = 0; i < bytes; ++i, value >>= 8U)
            text += static_cast<char>(value & 0xffU);
        return text;
    };
    std::string file;
    std::string directory;
    for (const auto& [name, content] : parts) {
        const auto size = static_cast<std::uint32_t>(content.size());
        const std::string common = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0x21, 2) +
                                   number(crc32Of(content), 4) + number(size, 4) + number(size, 4) +
                                   number(static_cast<std::uint32_t>(name.size()), 2) + number(0, 2);
        directory += "PK\x01\x02" + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) +
                     number(static_cast<std::uint32_t>(file.size()), 4) + name;
        file += "PK\x03\x04" + common + name + content;
    }
    const auto count = static_cast<std::uint32_t>(parts.size());
    const auto start = static_cast<std::uint32_t>(file.size());
    return file + directory + "PK\x05\x06" + number(0, 4) + number(count, 2) + number(count, 2) +
           number(static_cast<std::uint32_t>(directory.size()), 4) + number(start, 4) + number(0, 2);
}

// A workbook of one sheet "Data" and more sheets as given; the styles are, by place: plain, 14 (date), 22 (date and
// time), 20 (time), 10 (percent), "[$-421]dd mmmm yyyy", "[$Rp-421]#,##0".
inline std::string workbook(const std::string& sheetXml, const std::string& sharedStrings = "",
                            const std::string& properties = "", const std::string& secondState = "") {
    const std::string rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string main = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    ZipParts parts{
        {"[Content_Types].xml", "<Types/>"},
        {"_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"" + rel +
                            "/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml", "<workbook" + main + " xmlns:r=\"" + rel + "\"><workbookPr " + properties +
                                "/><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/>" +
                                (secondState.empty() ? ""
                                                     : "<sheet name=\"Kedua\" sheetId=\"2\" state=\"" + secondState +
                                                           "\" r:id=\"rId2\"/>") +
                                "</sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id=\"rId1\" Type=\"" + rel +
             "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + rel +
             "/worksheet\" Target=\"worksheets/sheet2.xml\"/><Relationship Id=\"rId3\" Type=\"" + rel +
             "/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId4\" Type=\"" + rel +
             "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"},
        {"xl/styles.xml", "<styleSheet" + main +
                              "><numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-421]dd\\ mmmm\\ yyyy;@\"/><numFmt "
                              "numFmtId=\"171\" formatCode=\"[$Rp-421]#,##0\"/></numFmts><cellStyleXfs><xf "
                              "numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf "
                              "numFmtId=\"22\"/><xf numFmtId=\"20\"/><xf numFmtId=\"10\"/><xf numFmtId=\"170\"/><xf "
                              "numFmtId=\"171\"/></cellXfs></styleSheet>"},
        {"xl/sharedStrings.xml", "<sst" + main + ">" + sharedStrings + "</sst>"},
        {"xl/worksheets/sheet1.xml", "<worksheet" + main + ">" + sheetXml + "</worksheet>"},
        {"xl/worksheets/sheet2.xml", "<worksheet" + main +
                                         "><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
                                         "</sheetData></worksheet>"}};
    return zipFile(parts);
}

} // namespace jejaring::test
