// SPDX-License-Identifier: MIT
// What is said while the project's file is not what it was when it was opened or saved here, and what can be done about
// it: by a bar below the menus, which stays until one of its answers was given, and by a dialog when a save was
// refused.
#pragma once

#include "ui/interface.hpp"

namespace jejaring::ui {

// ImGui units; 0 where there is nothing to tell, and in presentations, where an audience looks on.
[[nodiscard]] float diskChangeBarHeight(const Interface& ui, float width);
void drawDiskChangeBar(Interface& ui, const Area& area);

// The contents of the dialog, for Dialogs. True: it is done with.
[[nodiscard]] bool drawDiskChange(Interface& ui);

} // namespace jejaring::ui
