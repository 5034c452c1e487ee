// SPDX-License-Identifier: MIT
#include "ui/panel/map_panel.hpp"

#include "ui/form/form.hpp"
#include "ui/panel/map_canvas.hpp"
#include "ui/panel/presentation.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/layout.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jejaring::ui {
namespace {

constexpr double kDragThreshold = 4; // layout units before a press becomes a drag
constexpr double kArrowStep = 90;    // layout units a key press pans
constexpr double kButtonZoom = 1.6;
constexpr double kWheelZoom = 1.22; // a notch

// Of the buttons over the map, layout units: on a low map they would take too much of it.
double buttonSize(const Interface& ui) {
    return ui.window.mapFrame.height < 280 * static_cast<double>(ui.unit) ? 26 : 32;
}

double frameSeconds() {
    // A frame after a long sleep must not move everything at once.
    return std::min(static_cast<double>(ImGui::GetIO().DeltaTime), 1.0 / 24);
}

} // namespace

ImVec2 MapPanel::toWindow(const Interface& ui, geo::Point metres) {
    const geo::Point at = scene::toFrame(ui.window.camera, ui.window.mapFrame, metres);
    return {ui.window.map.x + static_cast<float>(at.x), ui.window.map.y + static_cast<float>(at.y)};
}

void MapPanel::stopMotion() {
    flightWaiting_.reset();
    pendingZoom_ = pendingPanX_ = pendingPanY_ = velocityX_ = velocityY_ = 0;
}

void MapPanel::zoom(const Interface& ui, double factor) {
    ui.window.flight.reset();
    restsAt_ = ImGui::GetIO().MousePos;
    pendingZoom_ += std::log(factor);
    zoomAnchor_ = {ui.window.mapFrame.width / 2, ui.window.mapFrame.height / 2};
    ui.keepMoving();
}

void MapPanel::flyTo(Interface& ui, const scene::Camera& target) {
    stopMotion();
    restsAt_ = ImGui::GetIO().MousePos;
    Flight flight;
    flight.from = ui.window.camera;
    flight.to = target;
    flight.start = ui.now;
    flight.seconds = scene::flightSeconds(flight.from, flight.to, ui.window.mapFrame);
    ui.window.flight = flight;
    ui.window.legendAsked = true; // another view: it stands where it covers nothing there
    ui.keepMoving();
}

scene::Camera MapPanel::homeOf(const Interface& ui) const {
    if (const auto& map = ui.session.map())
        return scene::homeCamera(*map, lookOf(ui), ui.window.mapFrame, keepClear(ui, true), ui.window.legendWish);
    return scene::homeCamera(*ui.session.geometry(), ui.window.mapFrame);
}

void MapPanel::flyHome(Interface& ui) {
    if (!ui.session.geometry())
        return;
    home_ = homeOf(ui);
    flyTo(ui, home_);
    ui.window.legendAsked = true;
}

void MapPanel::takeFlight(Interface& ui) {
    if (std::optional<session::FlightRequest> asked = ui.session.takeFlight())
        flightWaiting_ = std::move(asked);
    const auto& geometry = ui.session.geometry();
    const geo::ProjectionKind projection = ui.session.state().view.projection;
    if (!flightWaiting_ || !geometry || geometry->projection() != projection) // it is being read
        return;
    const std::optional<session::FlightRequest> request = std::exchange(flightWaiting_, std::nullopt);
    switch (request->kind) {
    case session::FlightRequest::Kind::home:
        flyHome(ui);
        break;
    case session::FlightRequest::Kind::region:
        if (request->region < geometry->catalog().size())
            flyTo(ui, scene::regionCamera(*geometry, request->region, ui.window.mapFrame));
        break;
    case session::FlightRequest::Kind::regions: {
        std::vector<core::RegionIndex> known;
        for (const core::RegionIndex region : request->regions)
            if (region < geometry->catalog().size())
                known.push_back(region);
        if (!known.empty())
            flyTo(ui, scene::regionsCamera(*geometry, known, ui.window.mapFrame));
        break;
    }
    case session::FlightRequest::Kind::visit:
        if (ui.session.map())
            if (const auto camera = scene::visitCamera(*ui.session.map(), request->visitId, ui.window.mapFrame))
                flyTo(ui, *camera);
        break;
    case session::FlightRequest::Kind::extent:
        if (request->projection == projection) {
            const scene::Rect& frame = ui.window.mapFrame;
            const double scale = std::max(request->width / frame.width, request->height / frame.height);
            flyTo(ui, {request->centre, std::clamp(scale, scene::kNearest, scene::kFarthest)});
        }
        break;
    }
}

void MapPanel::followProjection(Interface& ui) {
    const geo::ProjectionKind kind = ui.session.geometry()->projection();
    if (projection_ && projection_->kind() == kind)
        return;
    auto next = std::make_unique<geo::Projection>(kind);
    if (projection_ && ui.window.cameraPlaced) {
        const geo::Point centre = next->forward(projection_->inverse(ui.window.camera.centre));
        if (std::isfinite(centre.x) && std::isfinite(centre.y))
            ui.window.camera.centre = centre;
        ui.window.flight.reset();
        homeFrame_ = {};
    }
    projection_ = std::move(next);
}

void MapPanel::moveCamera(Interface& ui) {
    WindowState& window = ui.window;
    const auto& geometry = ui.session.geometry();
    if (!geometry || window.mapFrame.width < 2 || window.mapFrame.height < 2)
        return;
    followProjection(ui);
    const bool hasMap = ui.session.map() != nullptr;
    if (!window.cameraPlaced || !(window.mapFrame == homeFrame_) || homeUnit_ != ui.unit ||
        (hasMap && !homeWithLegend_)) {
        const bool atHome = !window.cameraPlaced || window.camera == home_;
        home_ = homeOf(ui);
        homeFrame_ = window.mapFrame;
        homeUnit_ = ui.unit;
        homeWithLegend_ = hasMap;
        if (atHome) {
            window.camera = home_;
            window.flight.reset();
            window.legendAsked = true;
        }
        window.cameraPlaced = true;
    }
    takeFlight(ui);
    window.atHome = (window.flight ? window.flight->to : window.camera) == home_;
    if (window.zoomAsked != 0) {
        zoom(ui, std::exp(window.zoomAsked));
        window.zoomAsked = 0;
    }
    if (window.flight) {
        const Flight& flight = *window.flight;
        const double t = flight.seconds > 0 ? (ui.now - flight.start) / flight.seconds : 1;
        if (t >= 1) {
            window.camera = flight.to;
            window.flight.reset();
        } else {
            const double eased = t * t * (3 - 2 * t);
            window.camera = scene::fly(flight.from, flight.to, window.mapFrame, std::max(0.0, eased));
        }
        ui.keepMoving();
        return;
    }
    const double share = 1 - std::exp(-frameSeconds() * 16);
    if (std::abs(pendingZoom_) > 0.002) {
        const double step = std::abs(pendingZoom_) < 0.02 ? pendingZoom_ : pendingZoom_ * share;
        window.camera = scene::zoomAt(window.camera, window.mapFrame, zoomAnchor_, std::exp(step));
        pendingZoom_ -= step;
        window.legendAsked |= std::abs(pendingZoom_) <= 0.002; // at rest
        ui.keepMoving();
    }
    if (!dragging_ && (std::abs(velocityX_) > 12 || std::abs(velocityY_) > 12)) {
        pendingPanX_ += velocityX_ * frameSeconds();
        pendingPanY_ += velocityY_ * frameSeconds();
        const double decay = std::exp(-frameSeconds() * 7);
        velocityX_ *= decay;
        velocityY_ *= decay;
        window.camera.centre.x -= pendingPanX_ * window.camera.metresPerUnit;
        window.camera.centre.y += pendingPanY_ * window.camera.metresPerUnit;
        pendingPanX_ = pendingPanY_ = 0;
        ui.keepMoving();
    } else if (std::abs(pendingPanX_) > 0.3 || std::abs(pendingPanY_) > 0.3) {
        const double x = std::abs(pendingPanX_) < 2 ? pendingPanX_ : pendingPanX_ * share;
        const double y = std::abs(pendingPanY_) < 2 ? pendingPanY_ : pendingPanY_ * share;
        window.camera.centre.x -= x * window.camera.metresPerUnit;
        window.camera.centre.y += y * window.camera.metresPerUnit;
        pendingPanX_ -= x;
        pendingPanY_ -= y;
        panned_ = true;
        ui.keepMoving();
    } else if (panned_ && !pressed_) { // at rest
        panned_ = false;
        window.legendAsked = true;
    }
    // The world is not lost from sight.
    const geo::Box& box = geometry->bounds();
    window.camera.centre.x = std::clamp(window.camera.centre.x, box.minX - box.width() / 2, box.maxX + box.width() / 2);
    window.camera.centre.y = std::clamp(window.camera.centre.y, box.minY - box.height(), box.maxY + box.height());
}

std::vector<scene::Rect> MapPanel::keepClear(const Interface& ui, bool homeOnly) const {
    const double unit = static_cast<double>(ui.unit);
    const double width = ui.window.mapFrame.width;
    if (ui.window.presentation) {
        const Area title = presentationTitle(ui, false);
        const auto air = static_cast<float>(12 * unit);
        return {{0, 0, static_cast<double>(title.right() - ui.window.map.x + air),
                 static_cast<double>(title.bottom() - ui.window.map.y + air)}};
    }
    const double size = buttonSize(ui);
    std::vector<scene::Rect> rects{{width - (size + 20) * unit, 8 * unit, (size + 16) * unit, (3 * size + 20) * unit}};
    if (!homeOnly)
        for (const Area& tab : foldTabs(ui, ui.window.map)) {
            // A little less than all of it: furniture stands that close to the edge.
            const double in = 2 * unit;
            rects.push_back({static_cast<double>(tab.x - ui.window.map.x) + in,
                             static_cast<double>(tab.y - ui.window.map.y) + in, static_cast<double>(tab.width) - 2 * in,
                             static_cast<double>(tab.height) - 2 * in});
        }
    return rects;
}

core::RegionIndex MapPanel::regionUnderPointer(const Interface& ui) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const geo::Point at{static_cast<double>(mouse.x - ui.window.map.x), static_cast<double>(mouse.y - ui.window.map.y)};
    return scene::regionAt(*ui.session.map(), lookOf(ui), ui.window.mapFrame, ui.window.camera, at);
}

void MapPanel::point(Interface& ui, bool hovered) {
    WindowState& window = ui.window;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    core::RegionIndex region = core::kNoRegion;
    window.pointerDegrees.reset();
    if (restsAt_ && (restsAt_->x != mouse.x || restsAt_->y != mouse.y || pressed_))
        restsAt_.reset();
    if (hovered && ui.session.map()) {
        const geo::Point at{static_cast<double>(mouse.x - window.map.x), static_cast<double>(mouse.y - window.map.y)};
        if (projection_) {
            const geo::Point degrees = projection_->inverse(scene::toMetres(window.camera, window.mapFrame, at));
            if (std::isfinite(degrees.x) && std::isfinite(degrees.y) && std::abs(degrees.y) <= 90)
                window.pointerDegrees = degrees;
        }
        // While the map moves under the pointer nothing is picked out, nor after that until the pointer moves itself.
        if (!dragging_ && !window.flight && !restsAt_)
            region = regionUnderPointer(ui);
    }
    if (region != window.hovered) {
        window.hovered = region;
        ui.keepMoving();
    }
}

void MapPanel::drag(Interface& ui, bool hovered) {
    const ImGuiIO& io = ImGui::GetIO();
    WindowState& window = ui.window;
    if (hovered && ImGui::IsMouseClicked(0)) {
        pressed_ = true;
        dragging_ = false;
        pressedAt_ = io.MousePos;
        stopMotion();
        window.flight.reset();
    }
    // Also in the frame that brings the release: a fast hand moves and lets go within one.
    if (pressed_ && ImGui::IsMousePosValid()) {
        const double dx = static_cast<double>(io.MousePos.x - pressedAt_.x);
        const double dy = static_cast<double>(io.MousePos.y - pressedAt_.y);
        const bool begins = !dragging_ && std::hypot(dx, dy) > kDragThreshold * static_cast<double>(ui.unit);
        dragging_ = dragging_ || begins;
        if (dragging_) {
            const double moveX = begins ? dx : static_cast<double>(io.MouseDelta.x);
            const double moveY = begins ? dy : static_cast<double>(io.MouseDelta.y);
            panned_ = true;
            window.camera.centre.x -= moveX * window.camera.metresPerUnit;
            window.camera.centre.y += moveY * window.camera.metresPerUnit;
            const double seconds = std::max(static_cast<double>(io.DeltaTime), 1e-3);
            velocityX_ = 0.7 * velocityX_ + 0.3 * moveX / seconds;
            velocityY_ = 0.7 * velocityY_ + 0.3 * moveY / seconds;
            ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
            ui.keepMoving();
        }
    }
    if (pressed_ && !io.MouseDown[0]) {
        // A hand that rested before it let go does not throw the map.
        const double fastest = 2500 * static_cast<double>(ui.unit);
        const bool rested = static_cast<double>(io.DeltaTime) > 0.08;
        velocityX_ = dragging_ && !rested ? std::clamp(velocityX_ * 0.6, -fastest, fastest) : 0;
        velocityY_ = dragging_ && !rested ? std::clamp(velocityY_ * 0.6, -fastest, fastest) : 0;
        if (!dragging_ && ui.session.map() && ui.window.placeWanted) {
            pickPlace(ui);
        } else if (!dragging_ && ui.session.map()) {
            if (const core::RegionIndex region = regionUnderPointer(ui); region != core::kNoRegion)
                ui.session.select(region, shiftDown());
            else if (!shiftDown())
                ui.session.clearSelection();
        }
        pressed_ = dragging_ = false;
        ui.keepMoving();
    }
    if (hovered && ImGui::IsMouseDoubleClicked(0) && !window.placeWanted && window.hovered != core::kNoRegion) {
        session::FlightRequest request;
        request.kind = session::FlightRequest::Kind::region;
        request.region = window.hovered;
        ui.session.fly(request);
    }
    if (hovered && io.MouseWheel != 0) {
        window.flight.reset();
        velocityX_ = velocityY_ = 0;
        pendingZoom_ += std::log(kWheelZoom) * static_cast<double>(io.MouseWheel);
        zoomAnchor_ = {static_cast<double>(io.MousePos.x - window.map.x),
                       static_cast<double>(io.MousePos.y - window.map.y)};
        ui.keepMoving();
    }
}

void MapPanel::pickPlace(Interface& ui) {
    if (!ui.window.pointerDegrees)
        return;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const geo::Point at{static_cast<double>(mouse.x - ui.window.map.x), static_cast<double>(mouse.y - ui.window.map.y)};
    PickedPlace picked;
    picked.degrees = *ui.window.pointerDegrees;
    const auto& geometry = ui.session.geometry();
    // The regency, whichever level the map shows.
    const core::RegionIndex region = geometry->pick(scene::toMetres(ui.window.camera, ui.window.mapFrame, at));
    if (region < geometry->catalog().size())
        picked.region = geometry->catalog()[region].code;
    endPlaceWanted(ui, picked);
}

void MapPanel::keys(Interface& ui) {
    const ImGuiIO& io = ImGui::GetIO();
    const bool panelHasKeys = navigationVisible() && !ImGui::IsWindowFocused();
    if (io.WantTextInput || ui.window.dialog != Dialog::none || ui.window.searchOpen || controlDown() || panelHasKeys ||
        ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel))
        return;
    const double step = kArrowStep * static_cast<double>(ui.unit);
    const auto pan = [&](Key key, double x, double y) {
        if (keyPressed(key, true)) {
            ui.window.flight.reset();
            restsAt_ = io.MousePos;
            pendingPanX_ += x * step;
            pendingPanY_ += y * step;
            ui.keepMoving();
        }
    };
    pan(Key::left, 1, 0);
    pan(Key::right, -1, 0);
    pan(Key::up, 0, 1);
    pan(Key::down, 0, -1);
    if (keyPressed(Key::plus, true) || keyPressed(Key::keypadPlus, true))
        zoom(ui, kButtonZoom);
    if (keyPressed(Key::minus, true) || keyPressed(Key::keypadMinus, true))
        zoom(ui, 1 / kButtonZoom);
    if (keyPressed(Key::home))
        flyHome(ui);
}

void MapPanel::buttons(Interface& ui) {
    const double size = buttonSize(ui);
    const float x = ui.window.map.right() - ui.u(size + 14);
    float y = ui.window.map.y + ui.u(14);
    const auto place = [&](const char* id, Icon icon, std::string_view explanation, std::string_view shortcut) {
        ImGui::SetCursorScreenPos(ImVec2(x, y));
        y += ui.u(size + 3);
        return iconButton(ui, id, icon, size, explanation, shortcut, true);
    };
    if (place("map.zoomIn", Icon::plus, ui.tr(JEJARING_TR("Come closer")), "+"))
        zoom(ui, kButtonZoom);
    if (place("map.zoomOut", Icon::minus, ui.tr(JEJARING_TR("Step back")), "−"))
        zoom(ui, 1 / kButtonZoom);
    if (place("map.home", Icon::home, ui.tr(JEJARING_TR("Show all of Indonesia")), "Home"))
        flyHome(ui);
}

// The legend itself is part of the map's picture; a click on its heading folds it away, one on what is folded opens it.
void MapPanel::legendButton(Interface& ui) {
    const std::optional<scene::Rect>& box = ui.window.legendBox;
    if (!box || !ui.session.map() || !ui.session.map()->view.legend)
        return;
    const bool folded = ui.window.legendFolded;
    const Area& map = ui.window.map;
    const ImVec2 at(map.x + static_cast<float>(box->x), map.y + static_cast<float>(box->y));
    const ImVec2 size(static_cast<float>(box->width), static_cast<float>(box->height));
    const float heading = folded ? size.y : std::min(size.y, ui.u(34));
    ImGui::SetCursorScreenPos(at);
    if (ImGui::InvisibleButton("legend", ImVec2(size.x, heading))) {
        ui.window.legendWish = folded ? scene::LegendWish::open : scene::LegendWish::folded;
        ui.keepMoving();
    }
    handCursor();
    focusRing(ui, 8);
    explain(ui, folded ? ui.tr(JEJARING_TR("Show the legend")) : ui.tr(JEJARING_TR("Fold the legend away")));
    mark(ui, "map.legend");
    // What lies below the rest of it is not pointed at.
    if (size.y > heading) {
        ImGui::SetCursorScreenPos(ImVec2(at.x, at.y + heading));
        ImGui::InvisibleButton("legendBody", ImVec2(size.x, size.y - heading));
    }
}

void MapPanel::draw(Interface& ui, unsigned texture) {
    const Area& area = ui.window.map;
    beginPanel(ui, "map", area, ui.color.sea, ImVec2(0, 0),
               ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav);
    ui.window.tabs.skip(true);
    if (texture != 0)
        ImGui::GetWindowDrawList()->AddImage(textureId(texture), area.min(), area.max(), ImVec2(0, 1), ImVec2(1, 0));
    const bool nothingOpen = !ui.session.project() && ui.session.tasks().empty();
    if (ui.session.geometry() && !nothingOpen) {
        if (ui.window.presentation)
            presentationTitle(ui, true);
        else
            buttons(ui);
        if (ui.window.placeWanted && ui.window.dialog == Dialog::none)
            placeWanted(ui);
        else if (!ui.window.presentation)
            nothingInView(ui);
    } else {
        emptyState(ui);
    }
    legendButton(ui);
    const bool overButton = ImGui::IsAnyItemHovered();
    const bool hovered = ImGui::IsWindowHovered() && !overButton;
    drag(ui, hovered);
    point(ui, hovered);
    keys(ui);
    if (hovered && ui.window.hovered != core::kNoRegion && !dragging_)
        tooltip(ui);
    ui.window.tabs.skip(false);
    ui.probe.mark("map", area.min(), area.max());
    endPanel();
}

} // namespace jejaring::ui
