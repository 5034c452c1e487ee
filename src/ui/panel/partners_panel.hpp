// SPDX-License-Identifier: MIT
// The tab Mitra: every agreement with its region and partner, to be sorted, filtered, chosen and copied.
#pragma once

#include "analysis/agreement_filter.hpp"
#include "ui/panel/record_table.hpp"

#include <memory>
#include <string>

namespace jejaring::ui {

class PartnersPanel {
  public:
    PartnersPanel();
    void tools(Interface& ui, float left, float right, float middle);
    void draw(Interface& ui, const Area& area);
    [[nodiscard]] std::size_t shownRows() const { return table_.shownRows(); }
    [[nodiscard]] std::string firstRow() const { return table_.firstRow(); }

  private:
    void narrow(const Interface& ui, bool otherRows);
    void choose(Interface& ui, const std::string& agreementId);

    RecordTable table_;
    std::string partner_;              // that alone is shown; empty: all
    analysis::AgreementFilter filter_; // of the map
};

} // namespace jejaring::ui
