// SPDX-License-Identifier: MIT
#include "scene/style.hpp"

#include "scene/color_math.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::scene {
namespace {

Style darkStyle() {
    Style s;
    s.sea = rgb(0x0f1722);
    s.noRecord = rgb(0x324258);
    s.neighbours = rgb(0x17202d);
    s.neighbourOutline = rgb(0x222d3c);
    s.zero = rgb(0x5d6f88);
    s.panel = rgb(0x151f2b);
    s.raised = rgb(0x1c2836);
    s.line = rgb(0x263445);
    s.text = rgb(0xe8eef5);
    s.muted = rgb(0x8b9aad);
    s.accent = rgb(0x4fc3f7);
    s.provinceBorder = rgb(0x0b121b);
    s.regencyBorder = withAlpha(rgb(0x0b121b), 0.34);
    s.coast = withAlpha(rgb(0x0b121b), 0.0);
    s.halo = withAlpha(rgb(0x0f1722), 0.86);
    s.warning = rgb(0xffb74d);
    s.ramp = {rgb(0x6b3f3a), rgb(0x9a5a2e), rgb(0xc5822a), rgb(0xe8b040), rgb(0xfff0b0)};
    return s;
}

Style lightStyle() {
    Style s;
    s.sea = rgb(0xeef4f8);
    s.noRecord = rgb(0xb9c6d3);
    s.neighbours = rgb(0xe3eaf0);
    s.neighbourOutline = rgb(0xd3dde6);
    s.zero = rgb(0x8494a8);
    s.panel = rgb(0xffffff);
    s.raised = rgb(0xf5f7f9);
    s.line = rgb(0xe3e8ed);
    s.text = rgb(0x17202b);
    s.muted = rgb(0x5f6f81);
    s.accent = rgb(0x0277bd);
    s.provinceBorder = rgb(0xffffff);
    s.regencyBorder = withAlpha(rgb(0xffffff), 0.42);
    s.coast = withAlpha(rgb(0xffffff), 0.0);
    s.halo = withAlpha(rgb(0xf7fafc), 0.9);
    s.warning = rgb(0xb35c00);
    s.ramp = {rgb(0xf8efc6), rgb(0xffcd6c), rgb(0xe38e40), rgb(0xce530b), rgb(0xb50c01)};
    return s;
}

} // namespace

std::string_view themeId(Theme theme) {
    return theme == Theme::dark ? "dark" : "light";
}

std::optional<Theme> parseTheme(std::string_view id) {
    for (const Theme theme : {Theme::dark, Theme::light})
        if (id == themeId(theme))
            return theme;
    return std::nullopt;
}

const Style& styleOf(Theme theme) {
    static const Style dark = darkStyle();
    static const Style light = lightStyle();
    return theme == Theme::dark ? dark : light;
}

std::array<Color, 9> rampColors(Theme theme, std::size_t classes) {
    const std::array<Color, 5>& ramp = styleOf(theme).ramp;
    std::array<Color, 9> colors{};
    const std::size_t count = std::clamp<std::size_t>(classes, 1, colors.size());
    for (std::size_t i = 0; i < count; ++i) {
        // A single class takes the ramp's middle.
        const double at = count == 1 ? 2.0 : 4.0 * static_cast<double>(i) / static_cast<double>(count - 1);
        const auto stop = std::min<std::size_t>(static_cast<std::size_t>(at), 3);
        colors[i] = mixed(ramp[stop], ramp[stop + 1], at - static_cast<double>(stop));
    }
    for (std::size_t i = count; i < colors.size(); ++i)
        colors[i] = colors[count - 1];
    return colors;
}

} // namespace jejaring::scene
