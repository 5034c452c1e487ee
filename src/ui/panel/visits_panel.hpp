// SPDX-License-Identifier: MIT
// The tab Kunjungan: visits on the left, the stops of the chosen one on the right.
#pragma once

#include "ui/interface.hpp"

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace jejaring::ui {

// Date, time and zone; a zone that the source does not give is the region's official one, in brackets.
[[nodiscard]] std::array<std::string, 2> whenOf(const Interface& ui, const core::Stop& stop);

class VisitsPanel {
  public:
    void tools(Interface& ui, float left, float right, float middle);
    void draw(Interface& ui, const Area& area);

  private:
    void visits(Interface& ui, const Area& area);
    void stops(Interface& ui, const Area& area, const core::Visit& visit);
    void stop(Interface& ui, const core::Visit& visit, const core::Stop& stop, float width);
    // Those of a stop, or of the visit as a whole: 0.
    static void followUps(Interface& ui, const core::Visit& visit, int stop, float width);
    static void addFollowUp(Interface& ui, const std::string& visitId, int stop);
    void visitRow(Interface& ui, const core::Visit& visit, std::size_t place);
    void refresh(const Interface& ui);

    std::shared_ptr<const core::Project> project_; // that the following is of
    core::Day today_{};
    std::vector<const core::Visit*> shown_; // what the filter lets through, the latest first
    std::map<std::string, int> overdue_;    // follow-ups by visit
    std::string filter_;
    bool dirty_ = true;
    bool focused_ = false; // the list has the keyboard
};

} // namespace jejaring::ui
