// SPDX-License-Identifier: MIT
// The tab Indikator: the project's indicators at the left, their values by region and period at the right.
#pragma once

#include "ui/panel/record_table.hpp"

#include <map>
#include <utility>

namespace jejaring::ui {

class IndicatorsPanel {
  public:
    IndicatorsPanel();
    void tools(Interface& ui, float left, float right, float middle);
    void draw(Interface& ui, const Area& area);

  private:
    void refresh(const Interface& ui);
    void list(Interface& ui, const Area& area);
    void row(Interface& ui, const core::Indicator& indicator, std::size_t place);
    [[nodiscard]] core::IndicatorValue valueOf(const std::string& rowId) const;

    RecordTable table_;
    std::map<std::string, std::pair<int, core::PartialDate>> extents_; // by indicator: values and the latest period
    std::string restrictedTo_;                                         // the indicator whose values alone are shown
    std::string chosenValue_;
    bool focused_ = false; // the list of indicators has the keyboard
};

} // namespace jejaring::ui
