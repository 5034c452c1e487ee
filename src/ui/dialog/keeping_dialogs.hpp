// SPDX-License-Identifier: MIT
// The questions that keep work safe: what a crash left unsaved, and a save that was refused (see disk_change.hpp).
#pragma once

#include "ui/interface.hpp"

namespace jejaring::ui {

// Opens one of the two where there is something to ask and no other dialog is open.
void askWhatKeepsWorkSafe(Interface& ui);

// The contents of the first, for Dialogs. True: the dialog is done with.
[[nodiscard]] bool drawRecovery(Interface& ui);

} // namespace jejaring::ui
