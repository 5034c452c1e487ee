// SPDX-License-Identifier: MIT
#include "data/import/import_mapping.hpp"

#include "core/id_table.hpp"
#include "core/phrase.hpp"
#include "data/import/import_fill.hpp"
#include "data/import/import_recognise.hpp"
#include "data/import/import_row_shape.hpp"
#include "data/import/import_text.hpp"

#include <algorithm>

namespace jejaring::data {
namespace {

constexpr core::IdTable<Recognition, 6> kRecognitions{{{Recognition::none, "none"},
                                                       {Recognition::exactly, "exactly"},
                                                       {Recognition::partly, "partly"},
                                                       {Recognition::alike, "alike"},
                                                       {Recognition::remembered, "remembered"},
                                                       {Recognition::byHand, "by_hand"}}};

bool isDate(ImportField field) {
    switch (field) {
    case ImportField::signedOn:
    case ImportField::validFrom:
    case ImportField::validUntil:
    case ImportField::validity:
    case ImportField::endedOn:
    case ImportField::startDate:
    case ImportField::endDate:
    case ImportField::date:
    case ImportField::followUpDue:
    case ImportField::followUpDone:
    case ImportField::period:
        return true;
    default:
        return false;
    }
}

bool isNumber(ImportField field) {
    switch (field) {
    case ImportField::value:
    case ImportField::targetPlanned:
    case ImportField::targetReached:
    case ImportField::amount:
    case ImportField::amountOfPeriod:
        return true;
    default:
        return false;
    }
}

// Cells of these fields are often merged over the rows they belong to.
bool mayBeMerged(ImportField field) {
    switch (field) {
    case ImportField::region:
    case ImportField::regionCode:
    case ImportField::regionType:
    case ImportField::province:
    case ImportField::partner:
    case ImportField::country:
    case ImportField::title:
    case ImportField::visitor:
    case ImportField::ministry:
    case ImportField::visitId:
    case ImportField::date:
    case ImportField::weekday:
    case ImportField::indicator:
        return true;
    default:
        return false;
    }
}

CodeSystem codeSystemOf(std::string_view heading) {
    const std::string key = " " + wordKey(heading) + " ";
    if (key.find("bps") != std::string::npos)
        return CodeSystem::bps;
    return key.find("mendagri") != std::string::npos ? CodeSystem::kemendagri : CodeSystem::notSaid;
}

const TableCell* cellOf(const TableRow& row, int column) {
    return static_cast<std::size_t>(column) < row.cells.size() ? &row.cells[static_cast<std::size_t>(column)] : nullptr;
}

// A column in which some codes have their dot holds Kemendagri's, unless others lost it.
bool hasDottedCodes(const TableSheet& table, const SheetMapping& sheet, int column) {
    bool dotted = false;
    for (const TableRow& row : table.rows) {
        const TableCell* const cell = row.number > sheet.headerLast ? cellOf(row, column) : nullptr;
        const std::string code = cell == nullptr ? std::string() : cleanText(cell->text);
        if (code.size() == 4 && code.find_first_not_of("0123456789") == std::string::npos)
            return false;
        dotted = dotted || (code.size() == 5 && core::RegionCode::parse(code));
    }
    return dotted;
}

void decideHints(const TableFile& file, const SheetMapping& sheet, ColumnChoice& choice) {
    choice.dates = {};
    choice.money = {};
    choice.mark = DecimalMark::notKnown;
    choice.codes = CodeSystem::notSaid;
    if (!choice.field)
        return;
    if (isDate(*choice.field)) {
        choice.dates.from1904 = file.dates1904;
        choice.dates = decideDateHints(columnCells(file, sheet, choice.column), choice.dates);
    }
    if (isNumber(*choice.field))
        choice.mark = decideDecimalMark(columnCells(file, sheet, choice.column));
    if (*choice.field == ImportField::value) {
        choice.money = moneyHintsOf(choice.heading);
        choice.money.mark = choice.mark;
    }
    if (*choice.field == ImportField::regionCode || *choice.field == ImportField::partnerRegionCode) {
        choice.codes = codeSystemOf(choice.heading);
        if (choice.codes == CodeSystem::notSaid && hasDottedCodes(file.sheets[sheet.index], sheet, choice.column))
            choice.codes = CodeSystem::kemendagri;
    }
}

// Rows that each bear an ID of their own are complete, as in a table that the program wrote.
bool everyRowHasAnId(const TableSheet& table, const SheetMapping& sheet, const RowShapes& shapes) {
    const auto columnOf = [&](ImportField field) {
        const auto found = std::find_if(sheet.columns.begin(), sheet.columns.end(),
                                        [field](const ColumnChoice& choice) { return choice.field == field; });
        return found == sheet.columns.end() ? -1 : found->column;
    };
    const bool stops = sheet.kind == ImportKind::stops;
    const int id = columnOf(stops ? ImportField::visitId : ImportField::id);
    const int place = stops ? columnOf(ImportField::sequence) : id;
    if (id < 0 || place < 0)
        return false;
    const auto states = [](const TableRow& row, int column) {
        const TableCell* const cell = cellOf(row, column);
        return cell != nullptr && cell->kind != CellKind::blank && !isBlankLike(cell->text);
    };
    return std::all_of(table.rows.begin(), table.rows.end(), [&](const TableRow& row) {
        return shapes.of(row) != RowShape::data || (states(row, id) && states(row, place));
    });
}

// Columns that may be stated in the first row of a group alone: a row without them is no row of its own.
bool beginsGroup(ImportKind kind, ImportField field) {
    switch (field) {
    case ImportField::region:
    case ImportField::regionCode:
    case ImportField::regionType:
    case ImportField::province: {
        const FieldInfo* const region = findField(kind, ImportField::region);
        return region != nullptr && region->needed != 0;
    }
    case ImportField::title:
    case ImportField::visitor:
    case ImportField::ministry:
    case ImportField::visitId:
    case ImportField::date:
    case ImportField::weekday:
        return kind == ImportKind::stops; // the days of an itinerary
    case ImportField::indicator:
        return true;
    default:
        return false;
    }
}

struct ColumnGaps {
    std::size_t filled = 0;
    std::size_t blank = 0;
    bool clear = true; // a text stands first, none is a dash, and rows that leave it blank state other things
};

ColumnGaps gapsOf(const TableSheet& table, const SheetMapping& sheet, const RowShapes& shapes, int column) {
    ColumnGaps gaps;
    const std::vector<int> instead = columnsInstead(sheet, column);
    for (const TableRow& row : table.rows) {
        if (shapes.of(row) != RowShape::data)
            continue;
        const TableCell* const cell = cellOf(row, column);
        const bool isBlank = cell == nullptr || cell->kind == CellKind::blank;
        const bool otherwise = std::any_of(instead.begin(), instead.end(), [&](int beside) {
            const TableCell* const other = cellOf(row, beside);
            return other != nullptr && other->kind != CellKind::blank && !isBlankLike(other->text);
        });
        if (otherwise && isBlank)
            continue;
        if (!isBlank) {
            ++gaps.filled;
            gaps.clear = gaps.clear && !isBlankLike(cell->text);
            continue;
        }
        gaps.blank += gaps.filled > 0;
        gaps.clear = gaps.clear && gaps.filled > 0 && statedCells(row) >= 2;
    }
    return gaps;
}

// Where cells were merged. Where none are, the columns before all others alone, if each begins with a text and many
// rows below leave it blank: elsewhere a blank country or partner is one that nobody knew.
void proposeFillDown(const TableSheet& table, SheetMapping& sheet) {
    const RowShapes shapes(table, sheet);
    const bool complete = everyRowHasAnId(table, sheet, shapes);
    bool leading = table.merged.empty() && !complete;
    for (const ColumnChoice& choice : sheet.columns) {
        if (!choice.field)
            continue;
        const ColumnGaps gaps = mayBeMerged(*choice.field) ? gapsOf(table, sheet, shapes, choice.column) : ColumnGaps{};
        if (gaps.blank > 0)
            sheet.gaps.push_back(choice.column);
        const bool merged = std::any_of(table.merged.begin(), table.merged.end(), [&](const MergedCells& cells) {
            return cells.firstColumn == choice.column && cells.firstRow > sheet.headerLast &&
                   cells.lastRow > cells.firstRow;
        });
        // A stray blank among full cells is a cell that somebody forgot.
        leading = leading && beginsGroup(*sheet.kind, *choice.field) && gaps.clear && gaps.blank >= 2 &&
                  gaps.blank >= gaps.filled;
        if (leading || (merged && mayBeMerged(*choice.field)))
            sheet.fillDown.push_back(choice.column);
    }
}

bool saysNothing(std::string_view name) {
    std::string key = wordKey(name);
    while (!key.empty() && ((key.back() >= '0' && key.back() <= '9') || key.back() == ' '))
        key.pop_back();
    return key.empty() || key == "sheet" || key == "lembar" || key == "table" || key == "tabel" || key == "data";
}

// What the sheet as a whole is about: a line above the headings, else its name, else the file's.
std::string subjectOf(const TableFile& file, const TableSheet& table, const SheetMapping& sheet) {
    for (const TableRow& row : table.rows) {
        if (row.number >= sheet.headerFirst)
            break;
        for (const TableCell& cell : row.cells)
            if (std::count(cell.text.begin(), cell.text.end(), ' ') >= 2)
                return cleanText(cell.text);
    }
    if (!saysNothing(table.name))
        return cleanText(table.name);
    return file.name.substr(0, file.name.find_last_of('.'));
}

std::string bracketOf(std::string_view heading) {
    const std::size_t open = heading.rfind('(');
    const std::size_t close = heading.rfind(')');
    return open == std::string_view::npos || close == std::string_view::npos || close < open
               ? std::string()
               : cleanText(heading.substr(open + 1, close - open - 1));
}

void completeSheet(const TableFile& file, SheetMapping& sheet) {
    const TableSheet& table = file.sheets[sheet.index];
    for (ColumnChoice& choice : sheet.columns)
        decideHints(file, sheet, choice);
    sheet.fillDown.clear();
    sheet.gaps.clear();
    if (!sheet.kind)
        return;
    proposeFillDown(table, sheet);
    if (*sheet.kind == ImportKind::stops && sheet.title.empty())
        sheet.title = subjectOf(file, table, sheet);
    if (*sheet.kind == ImportKind::indicators) {
        if (sheet.indicator.empty())
            sheet.indicator = subjectOf(file, table, sheet);
        for (const ColumnChoice& choice : sheet.columns)
            if (choice.field == ImportField::amount && sheet.unit.empty())
                sheet.unit = bracketOf(choice.heading);
    }
}

} // namespace

std::string_view recognitionId(Recognition recognition) {
    return core::idOf(kRecognitions, recognition);
}

std::optional<Recognition> parseRecognition(std::string_view id) {
    return core::valueOf(kRecognitions, id);
}

std::vector<std::string> columnCells(const TableFile& file, const SheetMapping& sheet, int column, std::size_t atMost) {
    std::vector<std::string> cells;
    for (const TableRow& row : file.sheets[sheet.index].rows) {
        if (cells.size() >= atMost)
            break;
        const TableCell* const cell = row.number > sheet.headerLast ? cellOf(row, column) : nullptr;
        if (cell != nullptr && cell->kind == CellKind::text)
            cells.push_back(cell->text);
    }
    return cells;
}

SheetMapping proposeSheet(const TableFile& file, std::size_t index, const ImportHeadings& headings,
                          std::optional<ImportKind> kind, int headerFirst, int headerLast,
                          const MappingMemory& memory) {
    const TableSheet& table = file.sheets[index];
    SheetMapping sheet = recogniseSheet(table, headings, kind, headerFirst, headerLast);
    // Headings that say nothing to the program may have been explained to it.
    constexpr std::size_t kRowsLookedAt = 40;
    for (std::size_t i = 0; headerLast == 0 && i < std::min(table.rows.size(), kRowsLookedAt); ++i)
        for (std::size_t last = i; last < std::min(i + 2, table.rows.size()) && !memory.empty(); ++last) {
            SheetMapping known = recogniseSheet(table, headings, kind, table.rows[i].number, table.rows[last].number);
            if (const std::string key = headingsKey(known); !key.empty() && memory.contains(key)) {
                sheet = std::move(known);
                headerLast = sheet.headerLast;
                break;
            }
        }
    sheet.sheet = file.sheets[index].name;
    sheet.index = index;
    completeSheet(file, sheet);
    recallMapping(memory, file, headings, sheet, kind);
    return sheet;
}

ImportMapping proposeMapping(const TableFile& file, const ImportHeadings& headings, std::optional<ImportKind> kind,
                             const MappingMemory& memory) {
    ImportMapping mapping;
    const auto shown =
        std::count_if(file.sheets.begin(), file.sheets.end(), [](const TableSheet& sheet) { return !sheet.hidden; });
    for (std::size_t i = 0; i < file.sheets.size(); ++i) {
        SheetMapping sheet = proposeSheet(file, i, headings, kind, 0, 0, memory);
        // A sheet of remarks beside the table is no table, and not every sheet is of the kind that was asked for.
        const auto known = std::count_if(sheet.columns.begin(), sheet.columns.end(),
                                         [](const ColumnChoice& choice) { return choice.field.has_value(); });
        const bool incomplete = !mappingProblems(sheet).empty();
        if (file.sheets[i].hidden || (incomplete && (shown > 1 || (!kind && known < 3))))
            sheet.kind.reset();
        mapping.sheets.push_back(std::move(sheet));
    }
    return mapping;
}

void chooseField(const TableFile& file, SheetMapping& sheet, int column, std::optional<ImportField> field) {
    for (ColumnChoice& choice : sheet.columns) {
        if (choice.column != column)
            continue;
        choice.field = field;
        choice.how = Recognition::byHand;
        choice.ignored = false;
        choice.period = field == ImportField::amountOfPeriod ? periodOfHeading(choice.heading) : std::nullopt;
        decideHints(file, sheet, choice);
        if (!field || !mayBeMerged(*field))
            std::erase(sheet.fillDown, column);
        const bool known = std::find(sheet.gaps.begin(), sheet.gaps.end(), column) != sheet.gaps.end();
        if (field && mayBeMerged(*field) && !known) {
            const TableSheet& table = file.sheets[sheet.index];
            if (gapsOf(table, sheet, RowShapes(table, sheet), column).blank > 0)
                sheet.gaps.push_back(column);
        }
    }
}

void chooseFillDown(SheetMapping& sheet, int column, bool fill) {
    std::erase(sheet.fillDown, column);
    if (fill)
        sheet.fillDown.push_back(column);
    std::sort(sheet.fillDown.begin(), sheet.fillDown.end());
    sheet.fillChosen = true;
}

std::vector<int> fillableColumns(const SheetMapping& sheet) {
    std::vector<int> columns;
    for (const ColumnChoice& choice : sheet.columns)
        if (choice.field && mayBeMerged(*choice.field) &&
            (std::find(sheet.gaps.begin(), sheet.gaps.end(), choice.column) != sheet.gaps.end() ||
             std::find(sheet.fillDown.begin(), sheet.fillDown.end(), choice.column) != sheet.fillDown.end()))
            columns.push_back(choice.column);
    return columns;
}

std::vector<core::Message> mappingProblems(const SheetMapping& sheet) {
    std::vector<core::Message> problems;
    if (!sheet.kind)
        return problems;
    const std::string name = sheet.sheet.empty() ? core::phrase(JEJARING_TR("Table"))
                                                 : core::phrase(JEJARING_TR("Sheet \"{0}\""), {sheet.sheet});
    std::map<int, std::vector<ImportField>> groups;
    const auto mapped = [&](ImportField field) {
        return std::count_if(sheet.columns.begin(), sheet.columns.end(),
                             [&](const ColumnChoice& choice) { return choice.field == field; });
    };
    const bool allParties = mapped(ImportField::parties) > 0 || mapped(ImportField::region) > 1;
    for (const FieldInfo& info : fieldsOf(*sheet.kind)) {
        if (info.needed != 0)
            groups[info.needed].push_back(info.field);
        if (!info.several && mapped(info.field) > 1)
            problems.push_back(core::error(core::ErrorCode::wrongFormat, JEJARING_TR("{0}: two columns hold \"{1}\""),
                                           {name, core::phrase(importFieldLabel(info.field))}));
        // Two tables side by side: the second one's amounts have no indicator of their own to go to.
        std::map<std::string, std::string> periods;
        for (const ColumnChoice& choice : sheet.columns)
            if (info.field == ImportField::amountOfPeriod && choice.field == info.field && choice.period)
                if (const auto [first, isNew] = periods.emplace(choice.period->iso(), choice.heading); !isNew)
                    problems.push_back(core::error(
                        core::ErrorCode::wrongFormat,
                        JEJARING_TR("{0}: \"{1}\" and \"{2}\" are of the same period; import one indicator at "
                                    "a time, the other's columns left out"),
                        {name, first->second, choice.heading}));
        if (info.field == ImportField::amountOfPeriod)
            for (const ColumnChoice& choice : sheet.columns)
                if (choice.field == info.field && !choice.period)
                    problems.push_back(core::error(core::ErrorCode::wrongFormat,
                                                   JEJARING_TR("{0}: heading \"{1}\" names no period"),
                                                   {name, choice.heading}));
    }
    for (const auto& [number, fields] : groups) {
        const bool isPartner = std::find(fields.begin(), fields.end(), ImportField::partner) != fields.end();
        if (std::any_of(fields.begin(), fields.end(), [&](ImportField field) { return mapped(field) > 0; }) ||
            (isPartner && allParties))
            continue;
        const ImportField named = std::find(fields.begin(), fields.end(), ImportField::region) != fields.end()
                                      ? ImportField::region
                                      : fields.front();
        problems.push_back(core::error(core::ErrorCode::wrongFormat,
                                       JEJARING_TR("{0}: no column holds \"{1}\", which every row needs"),
                                       {name, core::phrase(importFieldLabel(named))}));
    }
    return problems;
}

std::string columnLetter(int column) {
    std::string letter;
    for (int rest = column; rest >= 0; rest = rest / 26 - 1)
        letter.insert(letter.begin(), static_cast<char>('A' + rest % 26));
    return letter;
}

int columnOfLetter(std::string_view letter) {
    constexpr std::size_t kMost = 3;
    if (letter.empty() || letter.size() > kMost)
        return -1;
    int column = 0;
    for (const char c : letter) {
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (upper < 'A' || upper > 'Z')
            return -1;
        column = column * 26 + (upper - 'A') + 1;
    }
    return column - 1;
}

} // namespace jejaring::data
