// SPDX-License-Identifier: MIT
// Small line icons, drawn rather than taken from a font so that they are crisp at every scale and of one weight.
#pragma once

#include <imgui.h>

namespace jejaring::ui {

enum class Icon {
    none,
    chevronDown,
    chevronUp,
    chevronLeft,
    chevronRight,
    close,
    plus,
    minus,
    play,
    pause,
    home,
    search,
    copy,
    open,
    calendar,
    sun,
    moon,
    check,
    folder,
    file,
    up,
    warning,
    info,
    undo,
    pencil,
    more,
};

// Centred on `centre`, in a square of `size`.
void drawIcon(ImDrawList* list, Icon icon, ImVec2 centre, float size, ImU32 color);

} // namespace jejaring::ui
