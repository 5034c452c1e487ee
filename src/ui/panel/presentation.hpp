// SPDX-License-Identifier: MIT
// Presentation mode: the map on the whole screen with what a picture must say: title, visit, sources, boundary credit.
#pragma once

#include "scene/picture.hpp"
#include "ui/interface.hpp"

namespace jejaring::ui {

// What the exported picture of the same view would say; empty without a map.
[[nodiscard]] scene::PictureTexts presentationTexts(const Interface& ui);
// The height that source line and credit need across `width`, in ImGui units.
[[nodiscard]] float presentationFooterHeight(const Interface& ui, float width);
void drawPresentationFooter(Interface& ui, const Area& area);
// The title over the map and how far it reaches. `draw` false: only measures.
Area presentationTitle(const Interface& ui, bool draw);

} // namespace jejaring::ui
