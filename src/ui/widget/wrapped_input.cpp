// SPDX-License-Identifier: MIT
#include "ui/widget/wrapped_input.hpp"

#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/other_letters.hpp"
#include "ui/widget/soft_wrap.hpp"

#include <imgui_stdlib.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace jejaring::ui {
namespace {

constexpr std::size_t kPast = 200;

std::string folded(std::string_view text) {
    std::string made(text);
    std::replace(made.begin(), made.end(), '\n', ' ');
    return made;
}

float measured(std::string_view piece) {
    return piece.empty() ? 0 : ImGui::CalcTextSize(piece.data(), piece.data() + piece.size()).x;
}

// Undo brings back what the field showed, with breaks that were spaces; which they were, earlier texts know.
std::string textOf(const WrapState& state, std::string_view edited) {
    if (controlDown() && (keyPressed(Key::z, true) || keyPressed(Key::y, true))) {
        const std::string wanted = folded(edited);
        for (auto past = state.past.rbegin(); past != state.past.rend(); ++past)
            if (folded(*past) == wanted)
                return *past;
    }
    return textAfterEdit(state.text, state.shown, edited);
}

int follow(ImGuiInputTextCallbackData* data) {
    WrapState& state = *static_cast<WrapState*>(data->UserData);
    const std::string_view edited(data->Buf, static_cast<std::size_t>(data->BufTextLen));
    if (edited != state.shown) {
        std::string text = textOf(state, edited);
        state.past.push_back(std::exchange(state.text, std::move(text)));
        if (state.past.size() > kPast)
            state.past.erase(state.past.begin());
    }
    state.shown = softWrapped(state.text, state.width, measured);
    if (edited != state.shown) { // of the same length, so that cursor and selection stay
        std::memcpy(data->Buf, state.shown.data(), state.shown.size());
        data->BufDirty = true;
    }
    state.selectionStart = std::min(data->SelectionStart, data->SelectionEnd);
    state.selectionEnd = std::max(data->SelectionStart, data->SelectionEnd);
    return 0;
}

} // namespace

bool wrappedInput(const char* label, std::string& text, ImVec2 size, WrapState& state) {
    const ImGuiID id = ImGui::GetID(label);
    const ImGuiStyle& style = ImGui::GetStyle();
    WrapState fresh;
    WrapState& mine = state.field == id ? state : fresh;
    mine.width = size.x - 2 * style.FramePadding.x - style.ScrollbarSize - 1;
    if (&mine == &fresh) {
        fresh.text = text;
        fresh.shown = softWrapped(text, fresh.width, measured);
    }
    const std::string selected = mine.text.substr(static_cast<std::size_t>(mine.selectionStart),
                                                  static_cast<std::size_t>(mine.selectionEnd - mine.selectionStart));
    std::string buffer = mine.shown;
    noteLetters(ImGui::GetFont(), buffer);
    ImGui::InputTextMultiline(label, &buffer, size,
                              ImGuiInputTextFlags_CallbackAlways | ImGuiInputTextFlags_CallbackEdit, follow, &mine);
    // What was copied has the spaces of the text.
    if (!selected.empty() && controlDown() && (keyPressed(Key::c) || keyPressed(Key::x)))
        ImGui::SetClipboardText(selected.c_str());
    const bool changed = mine.text != text && !keyPressed(Key::escape);
    if (changed)
        text = mine.text;
    if (ImGui::IsItemActive()) {
        mine.field = id;
        if (&mine == &fresh)
            state = std::move(fresh);
    } else if (state.field == id) {
        state.field = 0;
    }
    return changed;
}

} // namespace jejaring::ui
