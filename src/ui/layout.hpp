// SPDX-License-Identifier: MIT
// Where the window's parts stand, and the lines between them that can be dragged.
#pragma once

#include "ui/interface.hpp"

namespace jejaring::ui {

struct Layout {
    Area footer; // in presentation mode: source line and credit
    Area window;
    Area top;
    Area left; // width 0 where it is folded away
    Area map;
    Area right;
    Area bottom; // height 0 where it is folded away
    Area status;
};

// `width` and `height` are the window's, in ImGui units. Side areas give way before the map becomes too small.
[[nodiscard]] Layout layoutOf(const Interface& ui, float width, float height);
// Lets the user drag the lines between the areas (a double click resets one) and fold areas away or back.
void drawSplitters(Interface& ui, const Layout& layout);

} // namespace jejaring::ui
