// SPDX-License-Identifier: MIT
#pragma once

#include "scene/color.hpp"

namespace jejaring::scene {

// CIE L*a*b* under D65.
struct Lab {
    double l = 0;
    double a = 0;
    double b = 0;
};
[[nodiscard]] Lab toLab(Color color);

// Between two colours, evenly to the eye (in L*a*b*); `share` 0 gives the first, 1 the second, exactly.
[[nodiscard]] Color mixed(Color first, Color second, double share);

// Relative luminance, 0 to 1, and contrast, 1 to 21 (WCAG 2.1). Alpha is not regarded.
[[nodiscard]] double luminance(Color color);
[[nodiscard]] double contrast(Color first, Color second);

} // namespace jejaring::scene
