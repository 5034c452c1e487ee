// SPDX-License-Identifier: MIT
// A field of several lines whose lines are broken while it is written in.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

namespace jejaring::ui {

// What a field that is being written in keeps from frame to frame.
struct WrapState {
    ImGuiID field = 0; // that has the keyboard; 0: none
    std::string text;
    std::string shown;
    std::vector<std::string> past; // texts that undo may bring back, the latest last
    int selectionStart = 0;        // bytes
    int selectionEnd = 0;
    float width = 0; // of its lines
};

// ImGui::InputTextMultiline with lines that are broken. Where Esc ends the writing it answers false and leaves the text
// as it was last.
bool wrappedInput(const char* label, std::string& text, ImVec2 size, WrapState& state);

} // namespace jejaring::ui
