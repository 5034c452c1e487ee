// SPDX-License-Identifier: MIT
// The map in the middle of the window: what the pointer and the keys do on it. It is drawn by MapCanvas.
#pragma once

#include "geo/projection.hpp"
#include "ui/interface.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace jejaring::ui {

class MapPanel {
  public:
    // Moves the camera: flights, zoom and pan under way, the first placing. Call before the map is drawn.
    void moveCamera(Interface& ui);
    // The map's texture, buttons, tooltip and what a pointer does.
    void draw(Interface& ui, unsigned texture);
    // Rectangles of the map's frame that its labels must leave free; those that the country should lie clear of are
    // `homeOnly`.
    [[nodiscard]] std::vector<scene::Rect> keepClear(const Interface& ui, bool homeOnly = false) const;
    // Where a point of the projected plane stands in the window, ImGui units.
    [[nodiscard]] static ImVec2 toWindow(const Interface& ui, geo::Point metres);

    void zoom(const Interface& ui, double factor);
    void flyHome(Interface& ui);
    void stopMotion(); // of zoom and pan that is still to be spent

  private:
    [[nodiscard]] scene::Camera homeOf(const Interface& ui) const;
    void flyTo(Interface& ui, const scene::Camera& target);
    void takeFlight(Interface& ui);
    void followProjection(Interface& ui);
    [[nodiscard]] static core::RegionIndex regionUnderPointer(const Interface& ui); // asks for a map
    void point(Interface& ui, bool hovered);
    void drag(Interface& ui, bool hovered);
    void pickPlace(Interface& ui);
    void placeWanted(Interface& ui);
    void keys(Interface& ui);
    void buttons(Interface& ui);
    void legendButton(Interface& ui);
    void tooltip(const Interface& ui) const;
    void nothingInView(Interface& ui);
    void emptyState(Interface& ui);
    void noProject(Interface& ui, float width);
    void missingBoundaries(Interface& ui, float width);
    static void otherBoundaries(Interface& ui);

    std::unique_ptr<geo::Projection> projection_;
    scene::Camera home_; // of the frame below; a map that shows all of Indonesia goes on to do so in another frame
    scene::Rect homeFrame_;
    bool homeWithLegend_ = false; // it leaves room for the legend, as `home_` can once there are values
    float homeUnit_ = 0;
    std::optional<session::FlightRequest> flightWaiting_; // until its projection is shown
    // Motion still to be spent, so that wheel and keys move smoothly.
    double pendingZoom_ = 0; // natural logarithm of the factor
    geo::Point zoomAnchor_;  // of the frame
    bool panned_ = false;    // since the legend chose its corner
    double pendingPanX_ = 0; // layout units
    double pendingPanY_ = 0;
    bool pressed_ = false;
    bool dragging_ = false;
    ImVec2 pressedAt_;
    // Where the pointer lay when something else moved the map: what then lies under it was not pointed at.
    std::optional<ImVec2> restsAt_;
    double velocityX_ = 0; // ImGui units a second
    double velocityY_ = 0;
    bool sourcesThere_ = false;    // the packages that boundaries are built from
    double sourcesLookedAt_ = -10; // seconds, as Interface::now
};

} // namespace jejaring::ui
