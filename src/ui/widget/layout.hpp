// SPDX-License-Identifier: MIT
// Where the window's parts stand, and the lines between them that can be dragged.
#pragma once

#include "ui/interface.hpp"

#include <vector>

namespace jejaring::ui {

struct Layout {
    Area footer; // in presentation mode: source line and credit
    Area window;
    Area top;
    Area bar;  // below it; height 0 where there is nothing to tell
    Area left; // width 0 where it is folded away
    Area map;
    Area right;
    Area bottom; // height 0 where it is folded away
    Area status;
};

// `width` and `height` are the window's, in ImGui units. Side areas give way before the map becomes too small.
[[nodiscard]] Layout layoutOf(const Interface& ui, float width, float height);
// What stands open in this frame: an area may be folded away for want of room that the settings leave open.
[[nodiscard]] bool shown(const Interface& ui, Side side);
// Folds an area away, or opens it before others where there is not room for all.
void toggleSide(Interface& ui, Side side);
// The small tabs on the map's edges: of the left area, the right one, and the lower one where it is folded away.
[[nodiscard]] std::vector<Area> foldTabs(const Interface& ui, const Area& map);
// A region that is newly chosen wants its details seen; they make room again once none is chosen.
void askForDetails(Interface& ui);
// Lets the user drag the lines between the areas (a double click resets one) and fold areas away or back.
void drawSplitters(Interface& ui, const Layout& layout);

} // namespace jejaring::ui
