// SPDX-License-Identifier: MIT
// Display lists over the synthetic map that use every kind of item.
#pragma once

#include "scene/display_list.hpp"
#include "scene/style.hpp"
#include "support/synthetic_map.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

namespace jejaring::test {

inline void addText(scene::DisplayList& list, const std::string& string, geo::Point at, float size,
                    text::FontWeight weight, scene::Color color, scene::Color halo = {}, float haloWidth = 0,
                    float angle = 0) {
    scene::GlyphRun run;
    run.string = string;
    run.weight = weight;
    run.size = size;
    run.origin = at;
    run.glyphs = list.fonts->shape(string, weight, size).glyphs;
    run.color = color;
    run.halo = halo;
    run.haloWidth = haloWidth;
    run.angle = angle;
    list.items.emplace_back(std::move(run));
}

// 480 × 270 layout units: sea, neighbour, lake, fills with both patterns, borders, an outline.
inline scene::DisplayList syntheticMapScene(const std::shared_ptr<const geo::MapGeometry>& map, scene::Theme theme,
                                            double zoom = 1) {
    const scene::Style& style = scene::styleOf(theme);
    scene::DisplayList list;
    list.width = 480;
    list.height = 270;
    list.background = style.sea;
    const scene::Rect frame{0, 0, 480, 270};
    scene::Camera camera = scene::fit(map->bounds(), frame, 24);
    camera.metresPerUnit /= zoom;
    list.maps.push_back({map, frame, camera});
    auto styles = std::make_shared<std::vector<scene::RegionStyle>>(map->catalog().regencyCount());
    for (std::size_t i = 0; i < styles->size(); ++i) {
        scene::RegionStyle& region = (*styles)[i];
        region.fill = i % 7 < 5 ? style.ramp[i % 7] : i % 7 == 5 ? style.zero : style.noRecord;
        region.pattern = i % 7 == 5   ? scene::FillPattern::dots
                         : i % 7 == 6 ? scene::FillPattern::hatch
                                      : scene::FillPattern::plain;
        region.patternColor = style.sea;
    }
    list.items.emplace_back(scene::WorldFill{0, style.neighbours, style.neighbourOutline, 0.75F});
    list.items.emplace_back(scene::LakeFill{0, style.sea});
    list.items.emplace_back(scene::RegionFills{0, styles});
    list.items.emplace_back(scene::BorderStroke{0, geo::BorderClass::regency, style.regencyBorder, 0.6F});
    list.items.emplace_back(scene::BorderStroke{0, geo::BorderClass::province, style.provinceBorder, 1.2F});
    list.items.emplace_back(scene::BorderStroke{0, geo::BorderClass::coast, style.coast, 0});
    list.items.emplace_back(scene::RegionOutline{0, 9, style.accent, 2.2F});
    return list;
}

// Stripes and a disc with soft edges, partly transparent.
inline std::shared_ptr<const core::Image> syntheticImage() {
    core::Image image{96, 64, {}};
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const double distance = std::hypot(x - 48.0, y - 32.0);
            const auto disc = static_cast<std::uint8_t>(std::clamp(255 * (28 - distance) / 6, 0.0, 255.0));
            const auto stripe = static_cast<std::uint8_t>(x / 8 % 2 == 0 ? 40 : 200);
            image.rgba.insert(image.rgba.end(), {std::max(stripe, disc), static_cast<std::uint8_t>(4 * y), disc,
                                                 static_cast<std::uint8_t>(y < 48 ? 255 : 120)});
        }
    return std::make_shared<const core::Image>(std::move(image));
}

// 480 × 270 layout units: circles, lines, polygons, panels with shadows, text level and turned, a clip, pictures.
inline scene::DisplayList syntheticItemScene(const std::shared_ptr<const text::FontSet>& fonts, scene::Theme theme) {
    const scene::Style& style = scene::styleOf(theme);
    scene::DisplayList list;
    list.width = 480;
    list.height = 270;
    list.background = style.sea;
    list.fonts = fonts;
    for (int i = 0; i < 6; ++i)
        list.items.emplace_back(scene::Circle{{24.3 + 30 * i, 90.7},
                                              3.0F + 1.5F * static_cast<float>(i),
                                              style.ramp[static_cast<std::size_t>(i % 5)],
                                              style.sea,
                                              1.5F,
                                              i == 5 ? scene::FillPattern::hatch : scene::FillPattern::plain,
                                              core::kNoRegion});
    scene::Polyline arc;
    for (int i = 0; i <= 60; ++i)
        arc.points.push_back({20 + i * 4.0, 190 - 60 * std::sin(i / 60.0 * 3.14159265)});
    arc.width = 1.5F;
    arc.color = style.accent;
    list.items.emplace_back(arc);
    for (geo::Point& p : arc.points)
        p.y += 24;
    arc.width = 2.5F;
    arc.dash = 6;
    list.items.emplace_back(arc);
    list.items.emplace_back(scene::Polyline{{{20, 250}, {40, 220}, {60, 250}, {80, 220}, {82, 250}, {110, 236}},
                                            7,
                                            scene::withAlpha(style.text, 0.4),
                                            0,
                                            false});
    list.items.emplace_back(scene::Polyline{{{130, 222}, {170, 222}, {170, 252}, {130, 252}}, 1, style.muted, 0, true});
    list.items.emplace_back(scene::FilledPolygon{{{200, 220}, {209, 254}, {200, 247}, {191, 254}}, style.text});
    list.items.emplace_back(scene::FilledPolygon{{{222, 230}, {234, 237}, {222, 244}}, style.accent});
    list.items.emplace_back(
        scene::RoundedRect{{300, 90, 160, 150}, 9, style.panel, style.line, 1, 12, scene::FillPattern::plain, {}});
    addText(list, "Dampak kerja sama", {316, 114}, 13, text::FontWeight::semiBold, style.text);
    for (int i = 0; i < 5; ++i) {
        list.items.emplace_back(scene::RoundedRect{{316, 126.0 + 21 * i, 22, 12},
                                                   3,
                                                   style.ramp[static_cast<std::size_t>(4 - i)],
                                                   {},
                                                   0,
                                                   0,
                                                   i == 4 ? scene::FillPattern::dots : scene::FillPattern::plain,
                                                   style.text});
        addText(list, "tinggi, 60 – <80", {346, 136.0 + 21 * i}, 11, text::FontWeight::regular, style.muted);
    }
    addText(list, "Kerja sama di Jawa", {20, 44}, 26, text::FontWeight::bold, style.text);
    addText(list, "KALIMANTAN TIMUR", {150, 130}, 11, text::FontWeight::medium, style.text, style.halo, 1.5F);
    addText(list, "Laut Jawa", {240, 212}, 12, text::FontWeight::regular, style.muted, style.halo, 1.5F, -0.4F);
    list.items.emplace_back(scene::PushClip{{250, 20, 60, 40}});
    list.items.emplace_back(
        scene::Circle{{250, 40}, 30, style.ramp[2], {}, 0, scene::FillPattern::plain, core::kNoRegion});
    list.items.emplace_back(scene::PopClip{});
    scene::Image image;
    image.source.pixels = syntheticImage();
    image.rect = {330, 16, 60, 60};
    image.radius = 8;
    image.fit = scene::ImageFit::cover;
    list.items.emplace_back(image);
    image.rect = {400, 16, 60, 60};
    image.radius = 0;
    image.fit = scene::ImageFit::whole;
    list.items.emplace_back(image);
    return list;
}

} // namespace jejaring::test
