// SPDX-License-Identifier: MIT
// The tab Mitra: every agreement with its region and partner, to be sorted, filtered, chosen and copied.
#pragma once

#include "ui/interface.hpp"
#include "ui/region_filter.hpp"

#include <array>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace jejaring::ui {

class PartnersPanel {
  public:
    // What stands at the right of the tabs, ending at `right`: count, region filter, text filter, copy.
    void tools(Interface& ui, float left, float right, float middle);
    void draw(Interface& ui, const Area& area);
    [[nodiscard]] std::size_t shownRows() const { return shown_.size(); }
    [[nodiscard]] std::string firstRow() const;

  private:
    enum Column : std::size_t { region, partner, country, sectors, date, status, source };
    static constexpr std::size_t kColumns = 7;
    struct Row {
        const core::Agreement* agreement = nullptr;
        std::vector<core::RegionCode> regions;
        core::RegionIndex index = core::kNoRegion; // of the first region
        std::array<std::string, kColumns> cells;
        std::string form; // for the filter
    };

    void refresh(const Interface& ui);
    void follow(const Interface& ui);
    void sort();
    void arrange();
    void header(Interface& ui, const Area& area, const std::array<float, kColumns + 1>& edges);
    void row(Interface& ui, std::size_t place, const std::array<float, kColumns + 1>& edges);
    void choose(Interface& ui, std::size_t place);
    void copy(const Interface& ui, bool markedOnly) const; // false: all rows shown
    // `form`: of the text filter, as session::searchForm makes it.
    [[nodiscard]] bool passes(const Row& row, const std::string& form) const;

    std::shared_ptr<const core::Project> project_;
    std::shared_ptr<const geo::MapGeometry> geometry_;
    text::Language language_ = text::Language::indonesian;
    std::vector<Row> rows_;
    core::Day today_{};
    std::vector<std::size_t> order_; // all rows, sorted
    std::vector<std::size_t> shown_; // those that pass the filters, in that order
    Column sortBy_ = date;
    bool descending_ = true;
    std::string filter_;
    RegionFilter regions_;
    std::string partner_;          // that alone is shown; empty: all
    std::string agreement_;        // the chosen one, as last seen
    std::set<std::string> marked_; // agreements marked for copying
    std::size_t lastMarked_ = 0;
    bool orderDirty_ = true;
    bool dirty_ = true;
    bool focused_ = false;
};

} // namespace jejaring::ui
