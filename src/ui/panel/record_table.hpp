// SPDX-License-Identifier: MIT
// A table of records under a tab: sorted by its headings, filtered by a text and by the chosen regions, rows
// marked and copied.
#pragma once

#include "ui/commands.hpp"
#include "ui/panel/region_filter.hpp"
#include "ui/panel/table_rows.hpp"
#include "ui/panel/table_tools.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace jejaring::ui {

enum class ColumnKind : std::uint8_t {
    text,
    date,   // the latest first, when it is sorted by
    number, // the largest first; stands at the right of its column
    quiet,  // text that is read last
};

struct TableColumn {
    std::string title;
    float wide = 0;   // share of the width
    float narrow = 0; // the same where there is little room; 0 hides it
    ColumnKind kind = ColumnKind::text;
};

enum class RowEvent : std::uint8_t { none, choose, open, remove };

struct TableEvent {
    RowEvent what = RowEvent::none;
    std::string id;
};

class RecordTable {
  public:
    // `name` begins the names of its widgets: "activities.row.0", "activities.sort.1", "activities.filter".
    RecordTable(std::string name, Sorting sorting, RowMaker make)
        : name_(std::move(name)), sorting_(sorting), make_(make) {}

    // Sees to it that the rows are those of the project as it is. Many are made and sorted by a worker; those from
    // before stay until then. Call once a frame, before anything else; true where the rows are others.
    bool refresh(const Interface& ui);
    // What more a row must satisfy to be shown, or what it must satisfy instead of belonging to the chosen regions;
    // empty: nothing. Call refilter() where its answers change.
    void restrict(std::function<bool(const TableRow&)> passes, bool insteadOfRegions = false);
    void refilter() { dirty_ = true; }
    // Grows whenever other rows may match(): what is counted over them can be kept until then.
    [[nodiscard]] std::uint64_t changes() const { return changes_; }

    struct Tools {
        std::string add; // "Risk"
        std::string addHelp;
        std::string filter;                     // hint of the text filter
        std::string_view count;                 // message id with {0} of {1}
        std::optional<TableTools::Chip> chip{}; // a restriction, in place of the chosen regions
    };
    struct ToolsEvent {
        bool added = false;    // something is to be
        bool released = false; // the restriction is to end
    };
    // What stands at the right of the tabs, from `left` to `right`: count, region, what to add, text filter, copy.
    ToolsEvent tools(Interface& ui, const Tools& tools, float left, float right, float middle);
    struct Words {                // message ids
        std::string_view empty;   // where the project has none of these records
        std::string_view nothing; // where none belongs to the chosen regions
        std::string_view row{};   // explains a row that has no explanation of its own
    };
    [[nodiscard]] TableEvent draw(Interface& ui, const Area& area, std::span<const TableColumn> columns,
                                  const std::string& chosen, const Words& words);

    [[nodiscard]] const std::vector<TableRow>& rows() const { return listing_->rows; }
    [[nodiscard]] const RowSource& source() const { return listing_->source; } // of the rows
    // The row passes the filters by region and text, whatever else restrict() says.
    [[nodiscard]] bool matches(const TableRow& row) const;
    [[nodiscard]] std::size_t shownRows() const { return shown_.size(); }
    [[nodiscard]] std::string firstRow() const; // id of the first row shown; empty where there is none
    // The region of a row that is to be chosen on the map: one that the filter lets through.
    [[nodiscard]] core::RegionCode regionOf(const std::string& id) const;
    // The next choice of a region comes from the table itself: it takes no rows away.
    void chosenHere(core::RegionIndex region) { regions_.chosenHere(region); }

  private:
    // What a worker made; the newest request alone counts.
    struct Made {
        std::shared_ptr<const Listing> listing;
        std::vector<std::size_t> order;
    };
    struct Inbox {
        std::atomic<std::uint64_t> newest{0};
        std::shared_ptr<Made> made;
    };
    struct Asked {
        RowSource source;
        Sorting sorting;
        friend bool operator==(const Asked&, const Asked&) = default;
    };
    static Made made(RowMaker make, const Asked& asked, std::shared_ptr<const Listing> known);
    void take(const Interface& ui, Made made);
    void arrange();
    void header(Interface& ui, const Area& area, std::span<const TableColumn> columns, std::span<const float> edges);
    RowEvent row(Interface& ui, std::size_t place, std::span<const TableColumn> columns, std::span<const float> edges,
                 bool chosen, std::string_view help);
    RowEvent choose(std::size_t place);
    void followChoice(const std::string& chosen);
    void copy(const Interface& ui, bool markedOnly) const; // false: all rows shown

    std::string name_;
    Sorting sorting_;
    RowMaker make_;
    std::shared_ptr<const Listing> listing_ = std::make_shared<const Listing>();
    std::shared_ptr<Inbox> inbox_ = std::make_shared<Inbox>();
    Asked asked_;
    std::vector<std::size_t> order_; // all rows, sorted
    std::vector<std::size_t> shown_; // those that pass the filters, in that order
    std::string filter_;
    std::string form_; // of the filter
    std::function<bool(const TableRow&)> restriction_;
    bool insteadOfRegions_ = false;
    RegionFilter regions_;
    std::set<std::string> marked_; // rows marked for copying
    std::size_t lastMarked_ = 0;
    std::string chosen_; // as last seen
    std::uint64_t changes_ = 0;
    bool dirty_ = true;
    bool focused_ = false;
};

// Chooses a region on the map and flies there.
void showRegion(Interface& ui, core::RegionIndex region);
// Chooses the regions that cooperate with a partner and flies there; the table of partners shows its agreements.
void showPartner(Interface& ui, const std::string& partnerId);

} // namespace jejaring::ui
