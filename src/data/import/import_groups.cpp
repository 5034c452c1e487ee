// SPDX-License-Identifier: MIT
#include "data/import/import_groups.hpp"

#include "data/import/import_text.hpp"

#include <algorithm>
#include <optional>

namespace jejaring::data {
namespace {

bool states(const TableCell& cell) {
    return cell.kind != CellKind::blank && !isBlankLike(cell.text);
}

bool isUpper(const std::string& text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// The kind of number that a text is: "1", "I", "IV.", "A)"; none where it is none.
char numberKind(std::string_view text) {
    while (!text.empty() && (text.back() == '.' || text.back() == ')'))
        text.remove_suffix(1);
    if (text.empty() || text.size() > 4)
        return '\0';
    if (std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return '1';
    if (text.find_first_not_of("IVXLC") == std::string_view::npos)
        return 'I';
    return text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z' ? 'A' : '\0';
}

bool saysProvince(const std::string& text) {
    const std::string key = ' ' + wordKey(text) + ' ';
    return key.find(" provinsi ") != std::string::npos || key.find(" prov ") != std::string::npos ||
           key.find(" province ") != std::string::npos || key.find(" propinsi ") != std::string::npos;
}

} // namespace

ProvinceGroups::ProvinceGroups(const TableSheet& sheet, const SheetMapping& mapping, const RowShapes& shapes,
                               ReadingTools& tools)
    : sheet_(sheet), mapping_(mapping), shapes_(shapes), tools_(tools) {}

// The one text of a row, but for a running number before it; empty where there are more.
ProvinceGroups::Line ProvinceGroups::lineOf(const TableRow& row) const {
    Line line;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const TableCell& cell = row.cells[column];
        if (!states(cell))
            continue;
        const ColumnChoice* const choice = column < mapping_.columns.size() ? &mapping_.columns[column] : nullptr;
        const bool mapped = choice != nullptr && choice->field.has_value();
        const bool ofRegion = mapped && choice->field == ImportField::region;
        if (!line.text.empty())
            return {};
        const std::string text = cleanText(cell.text);
        if (!mapped && line.number == '\0' && numberKind(text) != '\0') {
            line.number = numberKind(text);
            continue;
        }
        if (mapped && !ofRegion && choice->field != ImportField::province)
            return {};
        line.text = text;
        const bool merged = std::any_of(sheet_.merged.begin(), sheet_.merged.end(), [&](const MergedCells& cells) {
            return cells.firstRow == row.number && cells.firstColumn == static_cast<int>(column) &&
                   cells.lastColumn > cells.firstColumn;
        });
        // A row that lacks its other cells is an incomplete row; one that looks like a heading is none.
        line.mayName = saysProvince(text) || isUpper(text) || merged || !ofRegion;
    }
    // "I. PROVINSI JAWA TIMUR"
    const std::size_t blank = line.text.find(' ');
    if (blank != std::string::npos && line.number == '\0' &&
        (line.text[blank - 1] == '.' || line.text[blank - 1] == ')'))
        if (const char number = numberKind(std::string_view(line.text).substr(0, blank)); number != '\0') {
            line.number = number;
            line.text.erase(0, blank + 1);
        }
    return line;
}

bool ProvinceGroups::next(const TableRow& row) {
    const RowShape shape = shapes_.of(row);
    if (shape != RowShape::data && shape != RowShape::title)
        return false;
    const Line line = lineOf(row);
    if (line.text.empty())
        return false;
    RegionText name;
    name.name = line.text;
    std::replace(name.name.begin(), name.name.end(), ':', ' '); // "Provinsi: Jawa Timur"
    const RegionFinding* const finding = line.mayName ? &tools_.region(name) : nullptr;
    if (finding != nullptr && !finding->region.empty() && finding->region.level() == core::RegionLevel::province) {
        province_ = finding->region;
        number_ = line.number;
        return true;
    }
    // "II. LAIN-LAIN" ends what "I. PROVINSI JAWA TIMUR" began.
    const bool sameRank = number_ != '\0' && line.number == number_ && line.mayName;
    if (province_.empty() || (!sameRank && !saysProvince(line.text)))
        return false;
    province_ = {};
    return sameRank;
}

std::vector<core::RegionCode> provincesOfRows(const TableSheet& sheet, const SheetMapping& mapping,
                                              const RowShapes& shapes, const ImportAnswers& answers,
                                              ReadingTools& tools) {
    ProvinceGroups groups(sheet, mapping, shapes, tools);
    std::vector<core::RegionCode> provinces;
    provinces.reserve(sheet.rows.size());
    for (const TableRow& row : sheet.rows) {
        if (!answers.leftOut.contains({mapping.index, row.number}))
            static_cast<void>(groups.next(row));
        provinces.push_back(groups.province());
    }
    return provinces;
}

} // namespace jejaring::data
