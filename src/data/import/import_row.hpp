// SPDX-License-Identifier: MIT
// One row of somebody else's table while it is read: its cells by field, and what was made of each.
#pragma once

#include "data/import/import_coordinates.hpp"
#include "data/import/import_number.hpp"
#include "data/import/import_plan.hpp"
#include "data/import/import_text.hpp"
#include "data/import/import_time.hpp"

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace jejaring::data {

// What reading needs beside the rows, with a memory of what was matched before: tables say the same over and over.
class ReadingTools {
  public:
    ReadingTools(const core::Project& base, const ImportAnswers& answers, const ImportContext& context);

    [[nodiscard]] const RegionFinding& region(const RegionText& text);
    [[nodiscard]] const Reading<std::string>& country(const std::string& text);
    [[nodiscard]] std::optional<core::Coordinates> place(const std::string& name, const std::string& country);
    [[nodiscard]] const ImportContext& context() const { return context_; }
    [[nodiscard]] const ImportAnswers& answers() const { return answers_; }
    // A name for reports: "Kota Surabaya (35.78)".
    [[nodiscard]] std::string shown(const core::RegionCode& code) const;

  private:
    const ImportAnswers& answers_;
    const ImportContext& context_;
    RegionMatcher matcher_;
    std::unordered_map<std::string, RegionFinding> regions_;
    std::unordered_map<std::string, Reading<std::string>> countries_;
    std::unordered_map<std::string, std::optional<core::Coordinates>> places_;
};

// The columns of a sheet by field.
class FieldColumns {
  public:
    explicit FieldColumns(const SheetMapping& mapping);
    [[nodiscard]] const std::vector<const ColumnChoice*>& of(ImportField field) const {
        return columns_[static_cast<std::size_t>(field)];
    }
    [[nodiscard]] bool any(ImportField field) const { return !of(field).empty(); }

  private:
    std::array<std::vector<const ColumnChoice*>, kImportFieldCount> columns_;
};

// Which columns say something of a region.
struct RegionFields {
    ImportField code = ImportField::regionCode;
    ImportField name = ImportField::region;
    std::optional<ImportField> type = ImportField::regionType;
    std::optional<ImportField> province = ImportField::province;
};

// What stands for blank cells, by column.
struct FilledCell {
    TableCell cell;
    int row = 0;         // where it stands
    bool merged = false; // as the file itself says
};
using FilledCells = std::map<int, FilledCell>;

class ImportRow {
  public:
    ImportRow(ReadingTools& tools, const SheetMapping& mapping, const FieldColumns& columns, const TableRow& row,
              RowPlace place, FilledCells filled = {}, core::RegionCode group = {});

    [[nodiscard]] ReadingTools& tools() const { return tools_; }
    [[nodiscard]] const SheetMapping& mapping() const { return mapping_; }
    [[nodiscard]] bool mapped(ImportField field) const { return columns_.any(field); }
    [[nodiscard]] RowPlace place() const { return place_; }
    [[nodiscard]] const FieldColumns& columns() const { return columns_; }

    // Reads the cells as the file has them, whatever the user made of them.
    void readAsItStands() { asItStands_ = true; }
    // The user corrected one of its cells.
    [[nodiscard]] bool isCorrected() const;
    // The cell of a column as it counts: as the user corrected it, or as filled from above.
    [[nodiscard]] TableCell cell(int column) const;
    // The text of all columns of a field, cleaned, one after the other; empty where they state nothing. Not recorded.
    [[nodiscard]] std::string peek(ImportField field) const;
    [[nodiscard]] bool states(ImportField field) const { return !peek(field).empty(); }

    // Readers. Each records what it understood, flags and errors; what is no value comes out as none.
    std::string text(ImportField field);
    std::vector<std::string> list(ImportField field); // parted by ";" and line ends
    std::optional<DateValue> date(ImportField field); // of several columns the one that says most
    std::optional<TimeValue> time(ImportField field, std::optional<core::TimeZone> regionZone);
    std::optional<double> number(ImportField field);
    std::optional<Money> money(ImportField field, const std::string& currency);
    std::optional<std::string> word(ImportField field, WordList list, std::string_view track = {});
    std::optional<core::Coordinates> coordinates();
    std::optional<int> score(ImportField field); // 1 to 5, by number or by word
    std::vector<core::RegionCode> regions(const RegionFields& fields, bool several);

    // Takes over what a reader of another file made of a column's cell.
    template <class T> std::optional<T> take(const ColumnChoice& choice, Reading<T> reading, std::string understood) {
        record({choice.column,
                *choice.field,
                cell(choice.column).text,
                std::move(understood),
                std::move(reading.flags),
                std::move(reading.error),
                {},
                false});
        return std::move(reading.value);
    }
    // A cell that is needed is blank or was not understood: the row cannot be written.
    void reject(ImportField field);
    void remark(core::Message message) { messages.push_back(std::move(message)); }
    void flag(ImportField field, FlagKind kind, core::Message message);
    void record(CellFinding finding);
    // Once the row is read: says of blank cells that the one above counts for them.
    void tellFilled();
    void waitForAnswer() { needsAnswer = true; }

    std::vector<CellFinding> cells;
    std::vector<RegionReading> readings;
    std::vector<core::Message> messages;
    bool rejected = false;
    bool needsAnswer = false;

  private:
    [[nodiscard]] std::optional<TableCell> corrected(int column) const;
    void note(ImportField field, int column, const std::string& written, const RegionFinding& finding);
    std::vector<core::RegionCode> regionsOfCell(const RegionText& text, int column, ImportField field, bool several);

    ReadingTools& tools_;
    const SheetMapping& mapping_;
    const FieldColumns& columns_;
    const TableRow& row_;
    RowPlace place_;
    FilledCells filled_;
    core::RegionCode group_; // the province that a row above names
    bool asItStands_ = false;
};

// Parted by ";" and line ends, numbers and bullets before the parts taken off. Nothing else parts names: "Bank, Tbk".
[[nodiscard]] std::vector<std::string> splitLines(std::string_view text);
// A text as it can stand within such a list: what parts entries becomes a comma. The same again for what it made.
[[nodiscard]] std::string asListEntry(std::string_view text);
// The same for a list beside another of `count` entries: where it has as many, blanks and dashes among them are entries
// that state nothing.
[[nodiscard]] std::vector<std::string> splitLinesBeside(std::string_view text, std::size_t count);
// Parted by commas, "dan", "&" and other signs that may also stand within a name.
[[nodiscard]] std::vector<std::string> looseParts(const std::string& text);
// The regions that a text names one beside the other, each of which is found: parted as in looseParts, by ";" or "/". A
// province after a comma that only says where the region before it lies makes no list. Empty: no list.
[[nodiscard]] std::vector<std::string> listedRegions(const std::string& text, ReadingTools& tools);

// "2024-08-20", "2024-03-12/2024-03-14", "2024-08-20 09:30".
[[nodiscard]] std::string shownDate(const DateValue& value);
// "09:00-12:00 WIB"
[[nodiscard]] std::string shownTime(const TimeValue& value);
// The shortest text that reads back.
[[nodiscard]] std::string shownNumber(double value);
[[nodiscard]] std::string joined(const std::vector<std::string>& texts, std::string_view separator = "; ");

} // namespace jejaring::data
