// SPDX-License-Identifier: MIT
// What an import would do, row by row, before anything is done. Pure: a project, a table and answers in, a plan with
// the project as it would be out. Nothing is guessed and no row is lost.
#pragma once

#include "core/project.hpp"
#include "data/import/import_countries.hpp"
#include "data/import/import_mapping.hpp"
#include "data/import/import_regions.hpp"
#include "data/import/import_value.hpp"
#include "data/import/import_words.hpp"

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace jejaring::data {

// A row or a cell of the file: the sheet's place in TableFile::sheets, the row's number as its program shows it, and
// the column from 0.
struct RowPlace {
    std::size_t sheet = 0;
    int row = 0;
    friend auto operator<=>(const RowPlace&, const RowPlace&) = default;
};
struct CellPlace {
    RowPlace row;
    int column = 0;
    friend auto operator<=>(const CellPlace&, const CellPlace&) = default;
};

// Where the file and the user both changed what an earlier import had written.
enum class ConflictAnswer : std::uint8_t { keepMine, takeFile };

// What the user said in the review.
struct ImportAnswers {
    std::map<std::string, core::RegionCode> regions; // by RegionFinding::key; become aliases of the project
    std::map<CellPlace, std::string> cells;          // corrected: read instead of what stands in the file
    std::map<std::string, ConflictAnswer> conflicts; // by RowPlan::key
    std::optional<ConflictAnswer> allConflicts;      // for those not named
    std::set<RowPlace> leftOut;                      // rows not to be imported
};

// What a plan is made with.
struct ImportContext {
    const core::RegionCatalog& catalog;
    const ImportWords& words;
    const CountryMatcher& countries;
    std::vector<core::RegionAlias> aliases; // the program's
    std::string now;                        // ISO 8601 date and time, UTC: for provenance
    // Where a city of a country (alpha-3; empty where unknown) lies; null where nothing is known of cities.
    std::function<std::optional<core::Coordinates>(const std::string& name, const std::string& country)> places;
};

enum class RowOutcome : std::uint8_t {
    added,
    updated,         // it is in the project already, and something changed
    unchanged,       // it is in the project already
    duplicateInFile, // a row above says the same
    needsAnswer,     // not written: a region to be chosen, a conflict to be settled
    rejected,        // not written: a cell that is needed is blank or cannot be read
    leftOut,         // the user said so
    blank,           // nothing but blanks, dashes or a running number
    totals,          // sums of other rows
    heading,         // the headings, or a repetition of them
    title,           // above the headings, or a line across the table
    skipped,         // of a sheet that is not imported
};
inline constexpr std::size_t kRowOutcomeCount = 12;

// "added", "updated", "unchanged", "duplicate_in_file", "needs_answer", "rejected", "left_out", "blank", "totals",
// "heading", "title", "skipped".
[[nodiscard]] std::string_view rowOutcomeId(RowOutcome outcome);
[[nodiscard]] const char* rowOutcomeLabel(RowOutcome outcome); // message id

// What was made of one cell.
struct CellFinding {
    int column = -1; // -1 where no one cell holds it: a value that two columns make, or the sheet's name
    ImportField field = ImportField::id;
    std::string written;     // as it stands in the file
    std::string understood;  // without regard to language: "2024-08-20", "education; tourism"; empty: nothing
    std::vector<Flag> flags; // deserves a look
    std::optional<core::Message> error; // was not understood; the row is rejected only where the field is needed
    // What the project holds now, where that is something else. `conflict`: it was changed by hand since it was
    // imported, and the file changed, too.
    std::optional<std::string> before;
    bool conflict = false;
};

// How one region that a row names was matched. A row of agreements may name several.
struct RegionReading {
    int column = -1;
    ImportField field = ImportField::region; // or regionCode, partnerRegion, participants ...
    std::string written;
    RegionFinding finding;
};

struct RowPlan {
    RowPlace place;
    RowOutcome outcome = RowOutcome::skipped;
    std::string key;       // stable: the same row of the same file has it at the next import
    std::string id;        // of what it is or became in the project
    int sameAs = 0;        // duplicateInFile: number of the row above
    bool saysMore = false; // likewise: other cells than those of the key differ, and are not taken
    std::vector<RegionReading> regions;
    // Only cells of which there is something to say: flagged, in error, or changed. explainRow() gives them all.
    std::vector<CellFinding> cells;
    std::vector<core::Message> messages; // of the row as a whole
};

struct ImportPlan {
    std::vector<RowPlan> rows;                          // each row of the file once, in order
    std::array<std::size_t, kRowOutcomeCount> counts{}; // by RowOutcome
    std::shared_ptr<const core::Project> result;        // the base with the rows that can be written
    std::vector<core::Message> messages;                // of the file as a whole
    // What the rows became: "added 12 partners, 3 sources", by table of the project.
    std::map<std::string, std::size_t> addedByTable;

    [[nodiscard]] std::size_t count(RowOutcome outcome) const { return counts[static_cast<std::size_t>(outcome)]; }
    // The result differs from the base: rows, aliases that answers became, a mapping to be remembered.
    bool changed = false;
    [[nodiscard]] bool changes() const { return changed; }
    // Rows that were not written and could be, with an answer or a correction.
    [[nodiscard]] std::size_t open() const { return count(RowOutcome::needsAnswer) + count(RowOutcome::rejected); }
};

// Errors: wrongFormat (a sheet is mapped so that no row can be read), cancelled (`progress` said false).
[[nodiscard]] core::Result<ImportPlan> planImport(const core::Project& base, const TableFile& file,
                                                  const ImportMapping& mapping, const ImportAnswers& answers,
                                                  const ImportContext& context, const TableProgress& progress = {});

// Every cell of one row that has a field, as written and as understood. Keeps references to all it is made with; made
// once for many rows.
class RowExplainer {
  public:
    RowExplainer(const core::Project& base, const TableFile& file, const ImportMapping& mapping,
                 const ImportAnswers& answers, const ImportContext& context);
    ~RowExplainer();
    RowExplainer(RowExplainer&&) noexcept;
    RowExplainer& operator=(RowExplainer&&) noexcept;

    [[nodiscard]] std::vector<CellFinding> explain(RowPlace place) const;

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

} // namespace jejaring::data
