// SPDX-License-Identifier: MIT
// Texts of the window in letters that ImGui's atlas has not got from the beginning: names of partners and places may be
// in any. ImGui draws letter by letter; what is met is put into the atlas before the next frame.
#pragma once

#include <imgui.h>

#include <set>
#include <string>
#include <string_view>

namespace jejaring::ui {

// The text as ImGui is to draw it: Arabic joined and from the right. `buffer` holds it where it differs. Notes letters
// that the font lacks.
[[nodiscard]] std::string_view drawable(const ImFont* font, std::string_view text, std::string& buffer);

// Notes letters of a text that ImGui draws by itself.
void noteLetters(const ImFont* font, std::string_view text);

// All that were noted since the program began; they only become more.
[[nodiscard]] const std::set<ImWchar>& notedLetters();

} // namespace jejaring::ui
