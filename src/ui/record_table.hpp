// SPDX-License-Identifier: MIT
// A table of records under a tab: sorted by its headings, filtered by a text and by the chosen region, copied.
#pragma once

#include "ui/commands.hpp"
#include "ui/region_filter.hpp"

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
    std::string otherWords{};        // that the filter finds the row by, such as names in the other language
    std::string form{};              // for the filter; made by fill()
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
    // Grows whenever other rows may match(): what is counted over them can be kept until then.
    [[nodiscard]] std::uint64_t changes() const { return changes_; }

    struct Tools {
        std::string add; // "Risk"
        std::string addHelp;
        std::string filter;     // hint of the text filter
        std::string_view count; // message id with {0} of {1}
    };
    // What stands at the right of the tabs, from `left` to `right`: count, region, what to add, text filter, copy.
    // True where something is to be added.
    bool tools(Interface& ui, const Tools& tools, float left, float right, float middle);
    // `empty`: what is said where the project has none of these records.
    [[nodiscard]] TableEvent draw(Interface& ui, const Area& area, std::span<const TableColumn> columns,
                                  const std::string& chosen, std::string_view empty);

    [[nodiscard]] const std::vector<TableRow>& rows() const { return rows_; }
    // The row passes the filters by region and text, whatever restrict() says.
    [[nodiscard]] bool matches(const TableRow& row) const;
    [[nodiscard]] std::size_t shownRows() const { return shown_.size(); }
    // The region of a row that is to be chosen on the map: one that the filter lets through.
    [[nodiscard]] core::RegionCode regionOf(const std::string& id) const;
    // The next choice of a region comes from the table itself: it takes no rows away.
    void chosenHere(core::RegionIndex region) { regions_.chosenHere(region); }

  private:
    void follow(const Interface& ui);
    void sort();
    void arrange();
    void header(Interface& ui, const Area& area, std::span<const TableColumn> columns, std::span<const float> edges);
    RowEvent row(Interface& ui, std::size_t place, std::span<const TableColumn> columns, std::span<const float> edges,
                 bool chosen);
    void copy(const Interface& ui) const;

    std::string name_;
    std::vector<TableRow> rows_;
    std::vector<std::size_t> order_; // all rows, sorted
    std::vector<std::size_t> shown_; // those that pass the filters, in that order
    std::size_t sortBy_ = 0;
    bool descending_ = false;
    std::string filter_;
    std::string form_; // of the filter
    std::function<bool(const TableRow&)> restriction_;
    RegionFilter regions_;
    std::uint64_t changes_ = 0;
    bool orderDirty_ = true;
    bool dirty_ = true;
    bool focused_ = false;
};

// Chooses a region on the map and flies there.
void showRegion(Interface& ui, core::RegionIndex region);
// Chooses the regions that cooperate with a partner and flies there; the table of partners shows its agreements.
void showPartner(Interface& ui, const std::string& partnerId);

} // namespace jejaring::ui
