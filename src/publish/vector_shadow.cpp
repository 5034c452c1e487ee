// SPDX-License-Identifier: MIT
#include "publish/vector_shadow.hpp"

#include <algorithm>

namespace jejaring::publish {
namespace {

constexpr int kSteps = 12;
// As the renderer draws it: a little below the panel, and stronger on dark grounds.
constexpr double kDrop = 0.25; // of the blur
constexpr double kStrengthOnLight = 36.0 / 255;
constexpr double kStrengthOnDark = 110.0 / 255;

// How dark a shadow is at a distance beyond its edge, as a share of its blur in -1..1.
double darkness(double distance) {
    const double t = std::clamp(0.5 - distance / 2, 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

} // namespace

std::vector<ShadowLayer> shadowOf(const scene::RoundedRect& panel) {
    std::vector<ShadowLayer> layers;
    const auto blur = static_cast<double>(panel.shadow);
    if (blur <= 0)
        return layers;
    const int luma = (panel.fill.r * 2 + panel.fill.g * 5 + panel.fill.b) / 8;
    const double strength = luma > 128 ? kStrengthOnLight : kStrengthOnDark;
    double before = 0; // alpha so far
    for (int i = 0; i < kSteps; ++i) {
        const double distance = 1 - 2 * (i + 0.5) / kSteps; // of this rectangle's edge, as a share of the blur
        const double alpha = strength * darkness(distance - 1.0 / kSteps);
        const double reach = distance * blur;
        const scene::Rect rect{panel.rect.x - reach, panel.rect.y - reach + blur * kDrop, panel.rect.width + 2 * reach,
                               panel.rect.height + 2 * reach};
        if (rect.width <= 0 || rect.height <= 0)
            break;
        const double most = std::min(rect.width, rect.height) / 2;
        const double radius = std::clamp(static_cast<double>(panel.radius) + blur / 2 + reach, 0.0, most);
        layers.push_back({rect, radius, (alpha - before) / (1 - before)}); // over the ones before it makes alpha
        before = alpha;
    }
    return layers;
}

} // namespace jejaring::publish
