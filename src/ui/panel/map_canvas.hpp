// SPDX-License-Identifier: MIT
// The map as a texture: drawn anew when something it shows has changed, and kept while only panels change. Its ground
// (neighbours, fills, borders), which takes most of the time, is kept while only what lies above it changes, as when
// the pointer moves from region to region.
#pragma once

#include "render/renderer.hpp"
#include "ui/interface.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jejaring::ui {

// How the session's map looks in this window.
[[nodiscard]] scene::Look lookOf(const Interface& ui);

class MapCanvas {
  public:
    explicit MapCanvas(render::Renderer& renderer) : renderer_(renderer) {}

    // The texture that shows the map in the window's map area, its first row at the bottom as OpenGL counts; 0 where
    // there is nothing to show. `density`: pixels an ImGui unit. `keepClear`: rectangles of the frame that labels must
    // leave free.
    [[nodiscard]] unsigned texture(const Interface& ui, double density, const std::vector<scene::Rect>& keepClear);

  private:
    // All that a drawn map depends on.
    struct Shown {
        std::shared_ptr<const scene::MapData> map;
        std::vector<core::RegionIndex> selection;
        core::RegionIndex hovered = core::kNoRegion;
        std::string visitId;
        std::string agreementId;
        std::string partnerId;
        scene::Theme theme = scene::Theme::dark;
        text::Language language = text::Language::indonesian;
        double scale = 1;
        double density = 1;
        scene::Rect frame;
        scene::Camera camera;
        std::vector<scene::Rect> keepClear;
        std::optional<scene::LegendPlace> legend;
        friend bool operator==(const Shown&, const Shown&) = default;
        [[nodiscard]] bool sameGround(const Shown& o) const {
            return map == o.map && theme == o.theme && scale == o.scale && density == o.density && frame == o.frame &&
                   camera == o.camera;
        }
    };
    // What the legend's place was chosen for.
    struct LegendGround {
        std::shared_ptr<const geo::MapGeometry> geometry;
        std::uint64_t begun = 0; // of the project
        text::Language language = text::Language::indonesian;
        double scale = 1;
        scene::Rect frame;
        std::vector<scene::Rect> keepClear;
        // What it tells, by which its size goes.
        analysis::IndicatorChoice indicator{};
        std::string periods{}; // of a series
        std::size_t classes = 0;
        bool zero = true;       // a row of them
        bool undecided = false; // some regions have not enough data
        bool leftOut = false;   // some agreements are undated
        friend bool operator==(const LegendGround&, const LegendGround&) = default;
    };
    void placeLegend(const Interface& ui, const std::vector<scene::Rect>& keepClear);
    // False where the driver has no room; the session was told.
    [[nodiscard]] bool prepare(const Interface& ui, std::unique_ptr<render::OffscreenTarget>& target, int width,
                               int height) const;

    render::Renderer& renderer_;
    std::unique_ptr<render::OffscreenTarget> target_;
    std::unique_ptr<render::OffscreenTarget> ground_;
    bool groundKept_ = false; // `ground_` holds that of `shown_`
    std::optional<Shown> shown_;
    scene::LegendMemory legend_;
    LegendGround legendGround_;
};

} // namespace jejaring::ui
