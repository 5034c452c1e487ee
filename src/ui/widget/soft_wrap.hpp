// SPDX-License-Identifier: MIT
// Long texts that are broken to lines while they are written, which ImGui's fields of several lines do not do: where a
// line is full, the field is given a line break in the place of a space. Text and field are so of one length, and
// every place in one is the same place in the other.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace jejaring::ui {

// The text with line breaks in the place of such spaces that no line is wider than `width`, as far as there are spaces.
// `measure` gives the width of a piece without line breaks.
[[nodiscard]] std::string softWrapped(std::string_view text, float width,
                                      const std::function<float(std::string_view)>& measure);

// The text after its field, which showed `shown`, was edited to `edited`: what was not touched keeps its spaces, what
// is new stays as it was typed.
[[nodiscard]] std::string textAfterEdit(std::string_view text, std::string_view shown, std::string_view edited);

} // namespace jejaring::ui
