// SPDX-License-Identifier: MIT
#include "data/table/table_module.hpp"

#include "data/gdal.hpp"
#include "data/table/sheet_values.hpp"
#include "data/table/table_xlsx.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <utility>

namespace jejaring::data {
namespace {

using core::error;
using core::ErrorCode;

// The styles of styles.xml below, by place.
constexpr int kPlain = 0;
constexpr int kHeading = 1;
constexpr int kDate = 2;
constexpr int kDateTime = 3;
constexpr int kTime = 4;

constexpr std::string_view kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kPackage = "http://schemas.openxmlformats.org/package/2006/";
constexpr std::string_view kType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

std::string escaped(std::string_view text) {
    std::string xml;
    xml.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '&')
            xml += "&amp;";
        else if (c == '<')
            xml += "&lt;";
        else if (c == '>')
            xml += "&gt;";
        else if (c == '"')
            xml += "&quot;";
        else if (static_cast<unsigned char>(c) < 0x20U && c != '\t' && c != '\n')
            xml += fmt::format("_x{:04X}_", static_cast<unsigned>(c));
        else if (c == '_' && i + 6 < text.size() && text[i + 1] == 'x' && text[i + 6] == '_')
            xml += "_x005F_"; // what would be read as such a character stays as it is
        else
            xml += c;
    }
    return xml;
}

std::string textCell(std::string_view place, std::string_view text, int style) {
    return fmt::format("<c r=\"{}\" s=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", place,
                       style, escaped(text));
}

std::string cellText(const std::string& place, const TableCell& cell, bool heading) {
    constexpr double kFirstSureDay = 61.0; // before March 1900 programs count differently
    if (cell.kind == CellKind::number && parseNumber(cell.text))
        return fmt::format("<c r=\"{}\"><v>{}</v></c>", place, cell.text);
    if (cell.kind == CellKind::boolean)
        return fmt::format("<c r=\"{}\" t=\"b\"><v>{}</v></c>", place, cell.text == "true" ? 1 : 0);
    if (cell.kind == CellKind::date) {
        const auto serial = serialOf(cell.text);
        const bool time = cell.text.size() == 8;
        if (serial && (time || *serial >= kFirstSureDay))
            return fmt::format("<c r=\"{}\" s=\"{}\"><v>{}</v></c>", place,
                               time                     ? kTime
                               : cell.text.size() == 10 ? kDate
                                                        : kDateTime,
                               numberText(*serial));
    }
    return textCell(place, cell.text, heading ? kHeading : kPlain);
}

std::string widths(const TableSheet& sheet) {
    constexpr std::size_t kNarrowest = 8;
    constexpr std::size_t kWidest = 60;
    std::vector<std::size_t> letters;
    for (const TableRow& row : sheet.rows)
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (letters.size() <= i)
                letters.resize(i + 1, kNarrowest);
            letters[i] = std::clamp(row.cells[i].text.size() + 2, letters[i], kWidest);
        }
    std::string xml;
    for (std::size_t i = 0; i < letters.size(); ++i)
        xml += fmt::format("<col min=\"{0}\" max=\"{0}\" width=\"{1}\" customWidth=\"1\"/>", i + 1, letters[i]);
    return xml.empty() ? xml : "<cols>" + xml + "</cols>";
}

std::string sheetXml(const TableSheet& sheet) {
    std::string xml = fmt::format("{}<worksheet xmlns=\"{}\"><sheetViews><sheetView workbookViewId=\"0\">"
                                  "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                                  "</sheetView></sheetViews>{}<sheetData>",
                                  kHead, kMain, widths(sheet));
    bool heading = true;
    for (const TableRow& row : sheet.rows) {
        xml += fmt::format("<row r=\"{}\">", row.number);
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            if (row.cells[i].kind != CellKind::blank && !row.cells[i].text.empty())
                xml += cellText(columnLetters(static_cast<int>(i)) + std::to_string(row.number), row.cells[i], heading);
        xml += "</row>";
        heading = false;
    }
    xml += "</sheetData>";
    if (!sheet.merged.empty()) {
        xml += fmt::format("<mergeCells count=\"{}\">", sheet.merged.size());
        for (const MergedCells& cells : sheet.merged)
            xml += fmt::format("<mergeCell ref=\"{}{}:{}{}\"/>", columnLetters(cells.firstColumn), cells.firstRow,
                               columnLetters(cells.lastColumn), cells.lastRow);
        xml += "</mergeCells>";
    }
    return xml + "</worksheet>";
}

// As Excel allows them: 31 characters at most, none of []:*?/\, none twice.
std::vector<std::string> sheetNames(const TableFile& table) {
    constexpr std::size_t kLongest = 31;
    std::vector<std::string> names;
    std::set<std::string> taken;
    for (const TableSheet& sheet : table.sheets) {
        std::string name = sheet.name.empty() ? "Data" : sheet.name;
        for (char& c : name)
            if (std::string_view("[]:*?/\\").find(c) != std::string_view::npos || static_cast<unsigned char>(c) < 0x20U)
                c = ' ';
        const auto shortened = [&name](std::size_t longest) {
            std::string text = name.substr(0, longest);
            // Not in the middle of a character.
            while (text.size() < name.size() && !text.empty() &&
                   (static_cast<unsigned char>(name[text.size()]) & 0xc0U) == 0x80U)
                text.pop_back();
            return text;
        };
        std::string unique = shortened(kLongest);
        for (int i = 2; !taken.insert(unique).second; ++i)
            unique = shortened(kLongest - 4) + ' ' + std::to_string(i);
        names.push_back(std::move(unique));
    }
    return names;
}

constexpr std::string_view kStyles =
    "<numFmts count=\"3\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/>"
    "<numFmt numFmtId=\"166\" formatCode=\"hh:mm:ss\"/></numFmts>"
    "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    "<cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
    "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"166\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>";

// A zip file in memory, made by GDAL's file system.
class ZipWriter {
  public:
    ZipWriter() {
        static std::atomic<unsigned> count{0};
        file_ = "/vsimem/jejaring-out-" + std::to_string(count++) + ".zip";
        zip_ = VSIFOpenL(("/vsizip/" + file_).c_str(), "wb");
    }
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;
    ~ZipWriter() {
        close();
        VSIUnlink(file_.c_str());
    }
    void add(const std::string& name, std::string_view content) {
        VSILFILE* const part = zip_ ? VSIFOpenL(("/vsizip/" + file_ + '/' + name).c_str(), "wb") : nullptr;
        good_ = good_ && part && VSIFWriteL(content.data(), 1, content.size(), part) == content.size();
        good_ = (!part || VSIFCloseL(part) == 0) && good_;
    }
    std::optional<std::string> finish() {
        close();
        vsi_l_offset size = 0;
        const GByte* const bytes = VSIGetMemFileBuffer(file_.c_str(), &size, FALSE);
        if (!good_ || !bytes)
            return std::nullopt;
        return std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    }

  private:
    void close() {
        if (VSILFILE* const zip = std::exchange(zip_, nullptr))
            good_ = VSIFCloseL(zip) == 0 && good_;
    }
    std::string file_;
    VSILFILE* zip_ = nullptr;
    bool good_ = true;
};

} // namespace

core::Result<std::string> workbookBytes(const TableFile& table) {
    constexpr std::size_t kLongestText = 32767; // of a cell, says Excel
    for (const TableSheet& sheet : table.sheets)
        for (const TableRow& row : sheet.rows)
            for (const TableCell& cell : row.cells)
                if (cell.text.size() > kLongestText)
                    return error(ErrorCode::invalidArgument,
                                 JEJARING_TR("Row {0} holds a text that is too long for XLSX; write CSV instead"),
                                 {std::to_string(row.number)});
    const ErrorCapture errors;
    const std::vector<std::string> names = sheetNames(table);
    std::string types;
    std::string sheets;
    std::string relations;
    ZipWriter zip;
    for (std::size_t i = 0; i < table.sheets.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        types += fmt::format("<Override PartName=\"/xl/worksheets/sheet{}.xml\" ContentType=\"{}worksheet+xml\"/>",
                             number, kType);
        sheets += fmt::format("<sheet name=\"{}\" sheetId=\"{}\"{} r:id=\"rId{}\"/>", escaped(names[i]), number,
                              table.sheets[i].hidden ? " state=\"hidden\"" : "", number);
        relations += fmt::format("<Relationship Id=\"rId{}\" Type=\"{}/worksheet\" Target=\"worksheets/sheet{}.xml\"/>",
                                 number, kRelations, number);
    }
    zip.add("[Content_Types].xml",
            fmt::format("{}<Types xmlns=\"{}content-types\"><Default Extension=\"rels\" "
                        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        "<Override PartName=\"/xl/workbook.xml\" ContentType=\"{}sheet.main+xml\"/>"
                        "<Override PartName=\"/xl/styles.xml\" ContentType=\"{}styles+xml\"/>{}</Types>",
                        kHead, kPackage, kType, kType, types));
    zip.add("_rels/.rels", fmt::format("{}<Relationships xmlns=\"{}relationships\"><Relationship Id=\"rId1\" "
                                       "Type=\"{}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
                                       kHead, kPackage, kRelations));
    zip.add("xl/workbook.xml", fmt::format("{}<workbook xmlns=\"{}\" xmlns:r=\"{}\"><sheets>{}</sheets></workbook>",
                                           kHead, kMain, kRelations, sheets));
    zip.add("xl/_rels/workbook.xml.rels",
            fmt::format("{}<Relationships xmlns=\"{}relationships\">{}<Relationship Id=\"rId{}\" Type=\"{}/styles\" "
                        "Target=\"styles.xml\"/></Relationships>",
                        kHead, kPackage, relations, table.sheets.size() + 1, kRelations));
    zip.add("xl/styles.xml", fmt::format("{}<styleSheet xmlns=\"{}\">{}</styleSheet>", kHead, kMain, kStyles));
    for (std::size_t i = 0; i < table.sheets.size(); ++i)
        zip.add("xl/worksheets/sheet" + std::to_string(i + 1) + ".xml", sheetXml(table.sheets[i]));
    auto bytes = zip.finish();
    if (!bytes)
        return error(ErrorCode::internal, JEJARING_TR("The table could not be written: {0}"), {errors.reason()});
    return *std::move(bytes);
}

} // namespace jejaring::data
