// SPDX-License-Identifier: MIT
// The tab Kunjungan: visits on the left, the stops of the chosen one on the right.
#pragma once

#include "ui/interface.hpp"

#include <string>
#include <vector>

namespace jejaring::ui {

class VisitsPanel {
  public:
    void tools(Interface& ui, float left, float right, float middle);
    void draw(Interface& ui, const Area& area);

  private:
    void visits(Interface& ui, const Area& area);
    void stops(Interface& ui, const Area& area, const core::Visit& visit);
    void stop(Interface& ui, const core::Stop& stop, float width);
    [[nodiscard]] std::vector<const core::Visit*> shown(const Interface& ui) const;

    std::string filter_;
};

} // namespace jejaring::ui
