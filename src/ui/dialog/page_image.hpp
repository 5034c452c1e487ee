// SPDX-License-Identifier: MIT
// A page that was drawn, in the middle of an area of a dialog.
#pragma once

#include "render/renderer.hpp"
#include "ui/interface.hpp"

#include <memory>
#include <string>

namespace jejaring::ui {

class PageImage {
  public:
    explicit PageImage(render::Renderer& renderer) : renderer_(renderer) {}

    // Where a page of a shape stands, as large as fits.
    struct Place {
        Area area;     // ImGui units
        int width = 1; // pixels
        int height = 1;
    };
    // `density`: pixels an ImGui unit.
    [[nodiscard]] static Place placeOf(double width, double height, const Area& area, double density);

    // Draws the page for a place. False where it could not be, which has been said then.
    bool draw(Interface& ui, const scene::DisplayList& page, const Place& place);
    [[nodiscard]] bool drawn() const { return target_ != nullptr; }
    // Shows what was drawn last, with an edge around it. `id` names its place to the probe.
    void show(Interface& ui, const Place& place, const std::string& id) const;

  private:
    render::Renderer& renderer_;
    std::unique_ptr<render::OffscreenTarget> target_;
};

} // namespace jejaring::ui
