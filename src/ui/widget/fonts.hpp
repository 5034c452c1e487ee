// SPDX-License-Identifier: MIT
// The interface's type: Inter in the few sizes the panels use, rasterised anew for every interface scale; and letters
// of other fonts, for what Inter lacks.
#pragma once

#include "core/result.hpp"
#include "text/font.hpp"

#include <imgui.h>

#include <memory>
#include <set>

namespace jejaring::ui {

struct Fonts {
    ImFont* body = nullptr;            // 13 regular
    ImFont* medium = nullptr;          // 13 medium
    ImFont* strong = nullptr;          // 13 semibold
    ImFont* small = nullptr;           // 11 regular
    ImFont* caption = nullptr;         // 11 medium
    ImFont* title = nullptr;           // 19 semibold
    ImFont* heading = nullptr;         // 15 semibold
    ImFont* number = nullptr;          // 44 semibold; digits only
    std::shared_ptr<const void> files; // that the atlas reads
};

// Fills ImGui's atlas, also with those of `others` that `shaped` has a font for. `scale` is ImGui units a layout unit,
// `density` pixels an ImGui unit. Fails with missingFont.
[[nodiscard]] core::Result<Fonts> buildFonts(float scale, float density, const text::FontSet& shaped,
                                             const std::set<ImWchar>& others);

} // namespace jejaring::ui
