// SPDX-License-Identifier: MIT
// Which of the areas around the map are open in a window, and how large they are. Without ImGui, so that it can be
// tested.
#pragma once

#include "session/settings.hpp"

#include <cstdint>
#include <optional>

namespace jejaring::ui {

enum class Side : std::uint8_t { left, right, bottom };

// In layout units; 0 where an area is folded away.
struct Arrangement {
    double left = 0;
    double right = 0;
    double bottom = 0;
    friend bool operator==(const Arrangement&, const Arrangement&) = default;
};

// The least and the greatest that a side may be dragged to, layout units.
inline constexpr double kLeastLeft = 220;
inline constexpr double kLeastRight = 260;
inline constexpr double kLeastBottom = 120;
inline constexpr double kMostSide = 560;

// Of a window whose part between menus and status bar has this width and height (layout units). Areas that the settings
// leave open fold away where the map would become too small to be read: the details first, then the table, the left
// area last; `asked`, which the user just opened, after all others. The bottom area ends with a whole row of its table.
[[nodiscard]] Arrangement arrange(const session::Settings& settings, std::optional<Side> asked, double width,
                                  double height);

} // namespace jejaring::ui
