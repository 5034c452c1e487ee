// SPDX-License-Identifier: MIT
// Tab and Shift+Tab through all controls of the window, from panel to panel: ImGui's own way knows text fields alone,
// of one panel.
#pragma once

#include <optional>

namespace jejaring::ui {

class TabOrder {
  public:
    // Call before the first control of a frame. `step` is 1 to go to the next control, -1 to the one before, else 0.
    void begin(int step);
    // The last item is a control that the keyboard can reach. Rows of a list are one stop together: arrows go on there.
    void stop(bool row);
    // The next controls are no stops: those of the map have keys of their own.
    void skip(bool skipped) { skipped_ = skipped; }

  private:
    int count_ = 0; // so far in this frame
    std::optional<int> focused_;
    std::optional<int> wanted_; // to be focused in this frame
    bool afterRow_ = false;
    bool skipped_ = false;
};

} // namespace jejaring::ui
