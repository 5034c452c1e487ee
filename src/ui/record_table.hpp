// SPDX-License-Identifier: MIT
// A table of records under a tab: sorted by its headings, filtered by a text and by the chosen region, copied.
#pragma once

#include "ui/commands.hpp"

#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace jejaring::ui {

struct TableColumn {
    std::string title;
    float wide = 0;      // share of the width
    float narrow = 0;    // the same where there is little room; 0 hides it
    bool number = false; // stands at the right of its column
};

struct TableCell {
    std::string text;
    std::optional<double> order; // sorts in place of the text; cells without stand last
};

enum class CellTone : std::uint8_t { plain, accent, warning };

struct TableRow {
    std::string id;
    std::vector<TableCell> cells;          // one for each column
    std::vector<core::RegionCode> regions; // that the filter by region knows it under
    std::string explanation;
    CellTone tone = CellTone::plain; // of the disc in the first column; plain has none
    std::string form;                // for the filter; made by fill()
};

enum class RowEvent : std::uint8_t { none, choose, open, remove };

struct TableEvent {
    RowEvent what = RowEvent::none;
    std::string id;
};

class RecordTable {
  public:
    // `name` begins the names of its widgets: "activities.row.0", "activities.sort.1", "activities.filter".
    RecordTable(std::string name, std::size_t sortBy, bool descending)
        : name_(std::move(name)), sortBy_(sortBy), descending_(descending) {}

    void fill(std::vector<TableRow> rows);
    // What more a row must satisfy to be shown; empty: nothing. Call refilter() where its answers change.
    void restrict(std::function<bool(const TableRow&)> passes);
    void refilter() { dirty_ = true; }

    struct Tools {
        std::string add; // "Risk"
        std::string addHelp;
        std::string filter;     // hint of the text filter
        std::string_view count; // message id with {0} of {1}
    };
    // What stands at the right of the tabs, from `left` to `right`: count, region, what to add, text filter, copy.
    // True where something is to be added. `free` becomes the left end of what was drawn.
    bool tools(Interface& ui, const Tools& tools, float left, float right, float middle, float* free = nullptr);
    // `empty`: what is said where the project has none of these records.
    [[nodiscard]] TableEvent draw(Interface& ui, const Area& area, std::span<const TableColumn> columns,
                                  const std::string& chosen, std::string_view empty);

    [[nodiscard]] const std::vector<TableRow>& rows() const { return rows_; }
    // The row passes the filters by region and text, whatever restrict() says.
    [[nodiscard]] bool matches(const TableRow& row) const;
    [[nodiscard]] std::size_t shownRows() const { return shown_.size(); }
    [[nodiscard]] const core::RegionCode& onlyRegion() const { return onlyRegion_; } // empty: all
    // The region of a row that is to be chosen on the map: one that the filter lets through.
    [[nodiscard]] core::RegionCode regionOf(const std::string& id) const;
    // The next choice of a region comes from the table itself: it takes no rows away.
    void chosenHere(core::RegionIndex region) { chosenHere_ = region; }

  private:
    void follow(const Interface& ui);
    void arrange();
    [[nodiscard]] bool passes(const TableRow& row) const;
    void header(Interface& ui, const Area& area, std::span<const TableColumn> columns, std::span<const float> edges);
    RowEvent row(Interface& ui, std::size_t place, std::span<const TableColumn> columns, std::span<const float> edges,
                 bool chosen);
    void copy(const Interface& ui) const;

    std::string name_;
    std::vector<TableRow> rows_;
    std::vector<std::size_t> shown_; // rows in the order they are shown
    std::size_t sortBy_ = 0;
    bool descending_ = false;
    std::string filter_;
    std::function<bool(const TableRow&)> restriction_;
    core::RegionIndex followed_ = core::kNoRegion; // the last selection seen
    core::RegionIndex chosenHere_ = core::kNoRegion;
    core::RegionCode onlyRegion_;
    bool dirty_ = true;
    bool focused_ = false;
};

// Chooses a region on the map and flies there.
void showRegion(Interface& ui, core::RegionIndex region);

} // namespace jejaring::ui
