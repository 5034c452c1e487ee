// SPDX-License-Identifier: MIT
// The review of an import: what was understood of somebody else's table, row by row, before anything is written.
#pragma once

#include "session/import_session.hpp"
#include "session/search.hpp"
#include "ui/dialog/file_chooser.hpp"
#include "ui/dialog/import_words.hpp"
#include "ui/interface.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace jejaring::ui {

class ImportReview {
  public:
    // The contents of the dialog. True: nothing is left to review.
    [[nodiscard]] bool draw(Interface& ui);
    // The user wants to close it: at once where nothing would be lost, else after a question. True as draw().
    [[nodiscard]] bool close(Interface& ui);

  private:
    struct Line { // of the row's detail
        data::CellFinding cell;
        std::string heading;
    };

    void follow(const Interface& ui);  // a new file or a new plan
    void arrange(const Interface& ui); // the rows that the filter shows
    void choose(const Interface& ui, std::optional<std::size_t> row);
    void chooseNextOpen(const Interface& ui);

    // import_review.cpp
    void header(Interface& ui, float width);
    void reading(Interface& ui);
    void failed(Interface& ui);
    void footer(Interface& ui, float width);
    void report(Interface& ui);
    // import_review_sheets.cpp
    void sheets(Interface& ui, const Area& area);
    void sheetCard(Interface& ui, std::size_t index, float width);
    void fillSwitches(Interface& ui, std::size_t index, float width);
    void headingRows(Interface& ui, const data::SheetMapping& sheet, float width);
    void columns(Interface& ui, const Area& area);
    void columnCard(Interface& ui, const data::SheetMapping& sheet, const data::ColumnChoice& column, float width);
    // import_review_rows.cpp
    void filters(Interface& ui, float width);
    void rows(Interface& ui, const Area& area);
    void rowLine(Interface& ui, std::size_t place, const std::array<float, 5>& edges);
    void keys(Interface& ui);
    [[nodiscard]] std::string contentOf(const data::RowPlan& row) const;
    [[nodiscard]] std::string findingOf(const Interface& ui, const data::RowPlan& row) const;
    // import_review_detail.cpp
    void detail(Interface& ui, const Area& area);
    void question(Interface& ui, std::size_t index, const data::RegionReading& reading);
    void conflicts(Interface& ui, const data::RowPlan& row);
    void cells(Interface& ui, const data::RowPlan& row);
    void cell(Interface& ui, const data::RowPlan& row, std::size_t index);

    std::uint64_t serial_ = 0;
    std::shared_ptr<const session::PlannedImport> plan_;
    std::size_t sheet_ = 0; // of the file
    RowGroup group_ = RowGroup::all;
    bool dirty_ = true;
    std::array<std::size_t, kRowGroupCount> counts_{}; // of the sheet's rows
    bool unread_ = false;                              // a row of the sheet has cells that were not understood
    std::vector<std::size_t> shown_;                   // in PlannedImport::plan.rows
    std::optional<data::RowPlace> chosen_;
    std::optional<std::size_t> chosenRow_; // in the plan's rows
    std::size_t chosenPlace_ = 0;          // in shown_
    bool scroll_ = false;
    bool tableFocused_ = false;

    std::vector<Line> lines_; // of the chosen row
    std::string search_;      // for a region
    std::string searchKey_;
    session::SearchIndex regionIndex_;
    std::shared_ptr<const core::RegionCatalog> indexed_;
    int editing_ = -1; // column of the cell that is being corrected
    std::string edit_;
    bool editFocus_ = false;

    bool asking_ = false; // whether the answers may be lost
    bool saving_ = false; // choosing where the report goes
    FileChooser chooser_;
};

} // namespace jejaring::ui
