// SPDX-License-Identifier: MIT
// The theme's tokens as ImGui wants its colours, with the few shades that only controls need.
#pragma once

#include "scene/style.hpp"

#include <array>
#include <imgui.h>

namespace jejaring::ui {

struct Palette {
    ImU32 sea = 0;
    ImU32 panel = 0;
    ImU32 raised = 0;
    ImU32 line = 0;
    ImU32 text = 0;
    ImU32 muted = 0;
    ImU32 faint = 0; // of what is there but not to be read first: placeholders, disabled controls
    ImU32 accent = 0;
    ImU32 onAccent = 0; // text and marks on the accent colour
    ImU32 warning = 0;
    ImU32 selected = 0; // a chosen segment or row, a chip
    ImU32 hovered = 0;  // under the pointer; laid over what is there
    ImU32 scrim = 0;    // over everything behind a dialog
    ImU32 shadow = 0;
    ImU32 noRecord = 0;
    ImU32 zero = 0;
    std::array<ImU32, 5> ramp{};
    bool dark = true;
};

[[nodiscard]] Palette paletteOf(scene::Theme theme);
[[nodiscard]] ImU32 packed(scene::Color color);
[[nodiscard]] ImU32 faded(ImU32 color, float alpha);
// The colour of the whole indicator's bars and numbers at `share` (0 to 1) of its range.
[[nodiscard]] ImU32 rampAt(const Palette& palette, double share);

// Sets ImGui's own style from the palette, so that nothing of it shows its default grey.
void applyStyle(const Palette& palette, float scale);

} // namespace jejaring::ui
