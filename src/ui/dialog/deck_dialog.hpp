// SPDX-License-Identifier: MIT
// The sheets of the project as one document or a folder: in which format, and where it goes.
#pragma once

#include "ui/dialog/pages_target.hpp"
#include "ui/interface.hpp"

namespace jejaring::ui {

class DeckDialog {
  public:
    void start(const Interface& ui);
    // Draws into the current window; true once the sheets are on their way.
    bool draw(Interface& ui);

  private:
    PagesTarget target_{"deck"};
};

} // namespace jejaring::ui
