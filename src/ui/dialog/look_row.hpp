// SPDX-License-Identifier: MIT
// Theme and language of what is written, side by side.
#pragma once

#include "ui/interface.hpp"

#include <string>

namespace jejaring::ui {

// `theme` is of scene::Theme, `language` of text::Language. `id` begins the names of the widgets.
void lookRow(Interface& ui, const std::string& id, std::size_t& theme, std::size_t& language, float width);

} // namespace jejaring::ui
