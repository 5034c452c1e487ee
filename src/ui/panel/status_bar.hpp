// SPDX-License-Identifier: MIT
// The line at the bottom, and the notices that stand above it.
#pragma once

#include "ui/interface.hpp"

namespace jejaring::ui {

void drawStatusBar(Interface& ui, const Area& area);
// Notices with their text and a cross to dismiss each, at the lower right of `area`.
void drawNotices(Interface& ui, const Area& area);

} // namespace jejaring::ui
