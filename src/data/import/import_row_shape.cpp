// SPDX-License-Identifier: MIT
#include "data/import/import_row_shape.hpp"

#include "data/import/import_date.hpp"
#include "data/import/import_text.hpp"

#include <algorithm>
#include <array>

namespace jejaring::data {
namespace {

bool states(const TableCell& cell) {
    return cell.kind != CellKind::blank && !isBlankLike(cell.text);
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// A running number as people write it: "1", "1.", "(1)", "I", "IV.", "a."
bool isRunningNumber(std::string_view text) {
    const std::string key = wordKey(text);
    if (key.empty() || key.size() > 6)
        return false;
    return std::all_of(key.begin(), key.end(), isDigit) || key.size() == 1 ||
           key.find_first_not_of("ivxlc") == std::string::npos;
}

// A number, an amount of money or a count: nothing that a row of data alone would say.
bool isAmount(const TableCell& cell) {
    if (cell.kind == CellKind::number)
        return true;
    const std::string key = wordKey(cell.text);
    const auto digits = std::count_if(key.begin(), key.end(), isDigit);
    return digits > 0 && static_cast<std::size_t>(digits) * 2 >= key.size();
}

bool isTotalsWord(std::string_view text) {
    static constexpr std::array<std::string_view, 12> kWords{
        "jumlah",      "total",        "grand total",  "sub total",         "subtotal",  "jumlah total",
        "total semua", "total jumlah", "jumlah besar", "total keseluruhan", "rata rata", "jumlah keseluruhan"};
    const std::string key = wordKey(text);
    return std::find(kWords.begin(), kWords.end(), key) != kWords.end() || key.starts_with("jumlah ") ||
           key.starts_with("total ") || key.starts_with("subtotal ") || key.starts_with("sub total ");
}

// "5 agenda", "12 mitra": a count of something.
bool isCount(std::string_view text) {
    const std::string key = wordKey(text);
    const std::size_t end = key.find_first_not_of("0123456789");
    return end != std::string::npos && end > 0 && key[end] == ' ' &&
           key.find_first_of("0123456789", end) == std::string::npos &&
           cleanText(text).find_first_of(".):-/") == std::string::npos && std::count(key.begin(), key.end(), ' ') <= 2;
}

// Columns in which "Jumlah" can be nothing but the name of the row: dates, times and numbers.
bool mayHoldNoWord(const ColumnChoice& choice) {
    if (choice.ignored)
        return true;
    switch (choice.field.value_or(ImportField::title)) {
    case ImportField::date:
    case ImportField::time:
    case ImportField::endTime:
    case ImportField::weekday:
    case ImportField::sequence:
    case ImportField::startDate:
    case ImportField::endDate:
    case ImportField::signedOn:
    case ImportField::period:
        return true;
    default:
        return false;
    }
}

bool isRemark(std::string_view text) {
    static constexpr std::array<std::string_view, 9> kBeginnings{
        "sumber ", "keterangan ", "ket ", "catatan ", "note ", "source ", "notes ", "remark ", "data per "};
    const std::string key = wordKey(text) + " ";
    if (text.starts_with('*')) // "*) angka sementara"
        return true;
    return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                       [&](std::string_view beginning) { return key.starts_with(beginning); });
}

// "I. PROVINSI JAWA TIMUR", "A. Kerja sama luar negeri"
bool isNumberedTitle(std::string_view text) {
    const std::size_t dot = text.find_first_of(".)");
    return dot != std::string_view::npos && dot > 0 && dot < 6 && dot + 1 < text.size() && text[dot + 1] == ' ' &&
           !isDigit(text[0]) && isRunningNumber(text.substr(0, dot));
}

} // namespace

std::size_t statedCells(const TableRow& row) {
    return static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(), states));
}

RowShapes::RowShapes(const TableSheet& sheet, const SheetMapping& mapping) : mapping_(mapping) {
    for (const TableRow& row : sheet.rows) {
        if (row.number > mapping.headerLast)
            break;
        if (row.number < mapping.headerFirst)
            continue;
        std::vector<std::string> keys;
        for (const TableCell& cell : row.cells)
            keys.push_back(wordKey(cell.text));
        headings_.push_back(std::move(keys));
    }
    mapped_ = static_cast<std::size_t>(std::count_if(mapping.columns.begin(), mapping.columns.end(),
                                                     [](const ColumnChoice& c) { return c.field.has_value(); }));
}

const ColumnChoice* RowShapes::choice(std::size_t column) const {
    return column < mapping_.columns.size() ? &mapping_.columns[column] : nullptr;
}

RowShape RowShapes::of(const TableRow& row) const {
    if (mapping_.headerLast > 0 && row.number < mapping_.headerFirst)
        return statedCells(row) == 0 ? RowShape::blank : RowShape::title;
    if (mapping_.headerLast > 0 && row.number <= mapping_.headerLast)
        return RowShape::heading;
    bool anything = false;
    for (std::size_t column = 0; column < row.cells.size() && !anything; ++column) {
        const ColumnChoice* const known = choice(column);
        const bool running = known != nullptr && known->ignored && isRunningNumber(row.cells[column].text);
        anything = states(row.cells[column]) && !running;
    }
    if (!anything)
        return RowShape::blank;
    if (repeatsHeadings(row))
        return RowShape::heading;
    if (isTotals(row))
        return RowShape::totals;
    return isTitle(row) ? RowShape::title : RowShape::data;
}

// The headings once more, as on each printed page; or "(1) (2) (3)" under them.
bool RowShapes::repeatsHeadings(const TableRow& row) const {
    for (const std::vector<std::string>& line : headings_) {
        std::size_t same = 0;
        std::size_t stated = 0;
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            if (!states(row.cells[column]))
                continue;
            ++stated;
            same += column < line.size() && !line[column].empty() && wordKey(row.cells[column].text) == line[column];
        }
        if (same >= 2 && same * 5 >= stated * 4)
            return true;
    }
    int expected = 0;
    std::size_t stated = 0;
    for (const TableCell& cell : row.cells) {
        if (!states(cell))
            continue;
        const std::string key = wordKey(cell.text);
        if (key.empty() || key.size() > 2 || !std::all_of(key.begin(), key.end(), isDigit))
            return false;
        const int number = std::stoi(key);
        if (stated > 0 && number != expected)
            return false;
        expected = number + 1;
        ++stated;
    }
    return stated >= 3 && mapping_.headerLast > 0 && row.number <= mapping_.headerLast + 2 &&
           expected == static_cast<int>(stated) + 1;
}

bool RowShapes::isTotals(const TableRow& row) const {
    bool first = true;
    bool named = false; // no cell beside it can make it a row of data, but for a region or a date
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const TableCell& cell = row.cells[column];
        if (!states(cell))
            continue;
        const ColumnChoice* const known = choice(column);
        const bool ofAmount =
            known != nullptr && (known->field == ImportField::unit || known->field == ImportField::currency ||
                                 known->field == ImportField::note);
        if (first) {
            if (!isTotalsWord(cell.text))
                return false;
            named = known != nullptr && mayHoldNoWord(*known);
            first = false;
        } else if (!isAmount(cell) && !ofAmount && !isCount(cell.text) &&
                   !(named && known != nullptr && !statesPlaceOrDay(*known, cell))) {
            return false;
        }
    }
    return !first;
}

bool RowShapes::statesPlaceOrDay(const ColumnChoice& choice, const TableCell& cell) {
    switch (choice.field.value_or(ImportField::note)) {
    case ImportField::region:
    case ImportField::regionCode:
    case ImportField::province:
    case ImportField::parties:
    case ImportField::partner:
    case ImportField::participants:
        return true;
    default:
        return cell.kind == CellKind::date || readDate(cleanText(cell.text), choice.dates).ok();
    }
}

// A row of data that holds one cell alone is not taken for a title unless it looks like one: an incomplete row is for
// the user to see.
bool RowShapes::isTitle(const TableRow& row) const {
    if (statedCells(row) != 1 || mapped_ < 2)
        return false;
    std::size_t column = 0;
    while (!states(row.cells[column]))
        ++column;
    const std::string& text = row.cells[column].text;
    const ColumnChoice* const known = choice(column);
    return isRemark(text) || isNumberedTitle(text) ||
           (column == 0 && mapped_ >= 3 && (known == nullptr || !known->field));
}

} // namespace jejaring::data
