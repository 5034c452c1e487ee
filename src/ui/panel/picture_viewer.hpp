// SPDX-License-Identifier: MIT
// One picture large, with its caption and credit, and the others of what it belongs to by the arrow keys.
#pragma once

#include "ui/interface.hpp"

#include <string>
#include <vector>

namespace jejaring::ui {

class PictureViewer {
  public:
    // Draws WindowState::pictureId into the current window; false where it is to be closed.
    bool draw(Interface& ui);

  private:
    void show(Interface& ui, const std::vector<const core::Picture*>& pictures, std::size_t at, float height);
    void footer(Interface& ui, const std::vector<const core::Picture*>& pictures, std::size_t at);

    std::size_t place_ = 0; // of the one shown, for when it is gone
};

} // namespace jejaring::ui
