// SPDX-License-Identifier: MIT
// What was understood of a file's sheets before any row is read: where the headings stand and what each column holds.
// Proposed by the program, corrected by hand, kept as JSON.
#pragma once

#include "core/project.hpp"
#include "data/import/import_date.hpp"
#include "data/import/import_fields.hpp"
#include "data/import/import_headings.hpp"
#include "data/import/import_money.hpp"
#include "data/import/import_regions.hpp"
#include "data/table/table_file.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace jejaring::data {

// How it came to be known what a column holds.
enum class Recognition : std::uint8_t {
    none,       // it is not
    exactly,    // by its heading
    partly,     // by a part of its heading
    alike,      // by a heading spelled alike
    remembered, // as it was mapped the last time
    byHand,     // the user or a mapping file said so
};

// "none", "exactly", "partly", "alike", "remembered", "by_hand".
[[nodiscard]] std::string_view recognitionId(Recognition recognition);
[[nodiscard]] std::optional<Recognition> parseRecognition(std::string_view id);

struct ColumnChoice {
    int column = 0;                   // 0 is the first
    std::string heading;              // as written; lines of a heading joined by " / "
    std::optional<ImportField> field; // nothing: the column is left out
    Recognition how = Recognition::none;
    bool ignored = false;                    // a heading known to hold nothing of use, such as "No."
    std::optional<core::PartialDate> period; // of amountOfPeriod
    // What the column as a whole says of its cells; of those that hold dates, money, numbers and codes.
    DateHints dates;
    MoneyHints money;
    DecimalMark mark = DecimalMark::notKnown;
    CodeSystem codes = CodeSystem::notSaid;
};

struct SheetMapping {
    std::string sheet;              // its name
    std::size_t index = 0;          // in TableFile::sheets
    std::optional<ImportKind> kind; // nothing: the sheet is skipped
    int headerFirst = 0;            // numbers of the rows that hold the headings; 0 and 0 where there are none
    int headerLast = 0;
    std::vector<ColumnChoice> columns; // one for each column of the sheet, in order
    // A blank cell of a region, a partner, a visit's title or a date stands for the one above it, as in tables whose
    // cells were merged. The cells of the columns named. Where no cell is merged, proposed for columns alone that begin
    // a group of rows, which are incomplete without it.
    std::vector<int> fillDown;
    bool fillChosen = false; // by hand
    std::vector<int> gaps;   // columns with blank cells below a filled one
    std::string title;       // of the visit that rows without a title of their own belong to
    std::string indicator;   // of rows or columns that name none
    std::string unit;        // likewise
};

struct ImportMapping {
    std::vector<SheetMapping> sheets; // one for each sheet of the file, in order
};

// Mappings corrected by hand, by the set of headings: JSON of a sheet by headingsKey.
using MappingMemory = std::map<std::string, std::string>;

// The same for sheets with the same headings, in whatever order. Empty where there are none.
[[nodiscard]] std::string headingsKey(const SheetMapping& sheet);
// What a project remembers, and how it is told to. `remember` keeps sheets with a column mapped by hand.
[[nodiscard]] MappingMemory rememberedMappings(const core::Project& project);
void rememberMapping(const ImportMapping& mapping, core::Project& project);

// Finds the rows of headings, what each column holds and the kind of each sheet: `kind` where it is given, else the one
// whose fields fit best. A sheet that fits none, and a hidden one, is skipped.
[[nodiscard]] ImportMapping proposeMapping(const TableFile& file, const ImportHeadings& headings,
                                           std::optional<ImportKind> kind = std::nullopt,
                                           const MappingMemory& memory = {});

// One sheet anew, because the user said which kind it is or in which rows the headings stand. 0 and 0: look for them.
[[nodiscard]] SheetMapping proposeSheet(const TableFile& file, std::size_t sheet, const ImportHeadings& headings,
                                        std::optional<ImportKind> kind, int headerFirst = 0, int headerLast = 0,
                                        const MappingMemory& memory = {});

// Gives a column a field (or none) by hand, and decides anew what the column says of its cells.
void chooseField(const TableFile& file, SheetMapping& sheet, int column, std::optional<ImportField> field);

// Whether blank cells of a column stand for those above them, as the user says; and the columns that it can be said of.
void chooseFillDown(SheetMapping& sheet, int column, bool fill);
[[nodiscard]] std::vector<int> fillableColumns(const SheetMapping& sheet);

// Why a sheet cannot be imported as it is mapped: a field that is needed and has no column, one that has two. Empty
// where it can, or is skipped.
[[nodiscard]] std::vector<core::Message> mappingProblems(const SheetMapping& sheet);

// The cells between the headings and the last row, of one column, for hints.
[[nodiscard]] std::vector<std::string> columnCells(const TableFile& file, const SheetMapping& sheet, int column,
                                                   std::size_t atMost = 2000);

// As JSON, for people to read and change: sheets by name, columns by letter and heading.
[[nodiscard]] std::string mappingText(const ImportMapping& mapping);
// Reads such a text for `file`. A column is found by its heading, else by its letter; what the text does not name is
// proposed. `name` is the text's file, for messages. Errors: wrongFormat (no JSON, a sheet, column, kind or field that
// does not exist, named with the ones that do).
[[nodiscard]] core::Result<ImportMapping> parseMapping(std::string_view text, const std::string& name,
                                                       const TableFile& file, const ImportHeadings& headings);

// "A", "B" ... "AA"; -1 for any other text.
[[nodiscard]] std::string columnLetter(int column);
[[nodiscard]] int columnOfLetter(std::string_view letter);

} // namespace jejaring::data
