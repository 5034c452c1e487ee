// SPDX-License-Identifier: MIT
// The questions that keep work safe: what a crash left unsaved, and a file that another program changed.
#pragma once

#include "ui/interface.hpp"

namespace jejaring::ui {

// Opens one of the two where there is something to ask and no other dialog is open.
void askWhatKeepsWorkSafe(Interface& ui);

// The contents of each, for Dialogs. True: the dialog is done with.
[[nodiscard]] bool drawRecovery(Interface& ui);
[[nodiscard]] bool drawDiskChange(Interface& ui);

} // namespace jejaring::ui
