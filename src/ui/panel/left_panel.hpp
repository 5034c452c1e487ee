// SPDX-License-Identifier: MIT
// The left area: what is shown, when, in which classes, of which agreements, and on which layers.
#pragma once

#include "analysis/indicator_series.hpp"
#include "ui/interface.hpp"
#include "ui/widget/widgets.hpp"

#include <memory>
#include <string>
#include <vector>

namespace jejaring::ui {

class LeftPanel {
  public:
    void draw(Interface& ui, const Area& area);

  private:
    void level(Interface& ui);
    struct IndicatorEntry {
        analysis::IndicatorChoice indicator;
        Choice choice;
    };
    [[nodiscard]] std::vector<IndicatorEntry> indicatorEntries(const Interface& ui);
    void indicator(Interface& ui);
    void date(Interface& ui);
    void calendar(Interface& ui, const PopupPlace& where);
    void play(Interface& ui);
    void classes(Interface& ui);
    void histogram(Interface& ui);
    void classPopup(Interface& ui, const PopupPlace& place);
    void filters(Interface& ui);
    void filterPopup(Interface& ui, const PopupPlace& place);
    // To the right of the panel, at the height of the last item.
    [[nodiscard]] static PopupPlace besidePanel();
    void layers(Interface& ui);

    // What the project's own indicators say something of; looked up again when it changes.
    std::shared_ptr<const core::Project> extentsOf_;
    std::shared_ptr<const geo::MapGeometry> extentsOn_;
    std::vector<analysis::SeriesExtent> extents_;
    int calendarYear_ = 0; // the month that the calendar shows
    unsigned calendarMonth_ = 1;
    std::string manualText_;
    std::size_t filterKind_ = 0;
};

// The first year that the date control offers.
[[nodiscard]] int firstYear(const core::Project* project);

} // namespace jejaring::ui
