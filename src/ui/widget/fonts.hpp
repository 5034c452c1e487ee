// SPDX-License-Identifier: MIT
// The interface's type: Inter in the few sizes the panels use, rasterised anew for every interface scale.
#pragma once

#include "core/result.hpp"

#include <imgui.h>

namespace jejaring::ui {

struct Fonts {
    ImFont* body = nullptr;    // 13 regular
    ImFont* medium = nullptr;  // 13 medium
    ImFont* strong = nullptr;  // 13 semibold
    ImFont* small = nullptr;   // 11 regular
    ImFont* caption = nullptr; // 11 medium
    ImFont* title = nullptr;   // 19 semibold
    ImFont* heading = nullptr; // 15 semibold
    ImFont* number = nullptr;  // 44 semibold; digits only
};

// Fills ImGui's atlas. `scale` is ImGui units a layout unit, `density` pixels an ImGui unit. Fails with missingFont.
[[nodiscard]] core::Result<Fonts> buildFonts(float scale, float density);

} // namespace jejaring::ui
