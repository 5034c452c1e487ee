// SPDX-License-Identifier: MIT
// What the window shows, as JSON, for tests that drive a real window.
#pragma once

#include "ui/interface.hpp"
#include "ui/widget/turns.hpp"

#include <string>

namespace jejaring::ui {

// What of the panels a test wants to know besides the session.
struct PanelState {
    std::size_t tableRows = 0;
    std::string firstTableRow; // an agreement's id
    bool moving = false;
    const Turns* turns = nullptr;
};

// Replaces the file whole, so that a reader never sees half of it. Failures are of no consequence to the user.
void writeStateFile(const Interface& ui, const PanelState& panels, const std::string& path);

} // namespace jejaring::ui
