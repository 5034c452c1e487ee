// SPDX-License-Identifier: MIT
#include "ui/panel/map_canvas.hpp"

#include "scene/indicator_words.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

namespace jejaring::ui {

namespace {

// Where the items end that make the ground: neighbours, fills and borders come first.
std::size_t endOfGround(const scene::DisplayList& list) {
    const auto isGround = [](const scene::Item& item) {
        return std::holds_alternative<scene::WorldFill>(item) || std::holds_alternative<scene::RegionFills>(item) ||
               std::holds_alternative<scene::LakeFill>(item) || std::holds_alternative<scene::BorderStroke>(item);
    };
    const auto last = std::find_if(list.items.rbegin(), list.items.rend(), isGround);
    return static_cast<std::size_t>(list.items.rend() - last);
}

} // namespace

scene::Look lookOf(const Interface& ui) {
    scene::Look look;
    look.theme = ui.theme();
    look.language = ui.language();
    look.scale = static_cast<double>(ui.unit);
    look.fonts = ui.shapedFonts;
    return look;
}

bool MapCanvas::prepare(const Interface& ui, std::unique_ptr<render::OffscreenTarget>& target, int width,
                        int height) const {
    if (target && target->width() == width && target->height() == height)
        return true;
    core::Result<std::unique_ptr<render::OffscreenTarget>> made = render::OffscreenTarget::create(width, height);
    if (!made) {
        ui.session.notify(made.error());
        return false;
    }
    target = std::move(made).value();
    return true;
}

// A new place is chosen for another frame, type, language or project, and when all of the country is shown again.
void MapCanvas::placeLegend(const Interface& ui, const std::vector<scene::Rect>& keepClear) {
    LegendGround ground{ui.session.geometry(),        ui.session.begun(), ui.language(),
                        static_cast<double>(ui.unit), ui.window.mapFrame, keepClear};
    if (const auto& map = ui.session.map()) {
        ground.indicator = map->view.indicator;
        ground.periods = scene::periodsText(*map, ui.language());
        ground.classes = map->breaks.classCount();
        ground.undecided = map->provinces.notEnoughData + map->regencies.notEnoughData > 0;
        ground.leftOut = map->facts.leftOutUndated > 0 && !map->series;
        ground.zero = !map->series || map->provinces.zero + map->regencies.zero > 0;
    }
    if (ui.window.legendAsked || !(ground == legendGround_) || legend_.wish != ui.window.legendWish)
        legend_.place.reset();
    legend_.wish = ui.window.legendWish;
    ui.window.legendAsked = false;
    legendGround_ = std::move(ground);
    legend_.rest = ui.window.flight ? std::optional(ui.window.flight->to) : std::nullopt;
}

unsigned MapCanvas::texture(const Interface& ui, double density, const std::vector<scene::Rect>& keepClear) {
    const std::shared_ptr<const scene::MapData>& map = ui.session.map();
    const int width = static_cast<int>(std::lround(ui.window.mapFrame.width * density));
    const int height = static_cast<int>(std::lround(ui.window.mapFrame.height * density));
    if (!map || width < 1 || height < 1 || !ui.window.cameraPlaced)
        return 0;
    const session::State& state = ui.session.state();
    const scene::Look look = lookOf(ui);
    placeLegend(ui, keepClear);
    Shown wanted{map,        state.selection, ui.window.hovered, state.visitId, state.agreementId,  ui.window.partnerId,
                 look.theme, look.language,   look.scale,        density,       ui.window.mapFrame, ui.window.camera,
                 keepClear,  legend_.place};
    if (shown_ && target_ && *shown_ == wanted)
        return target_->texture();
    // While the camera moves, keeping the ground would only cost time.
    const bool keepsGround = shown_ && target_ && shown_->sameGround(wanted);
    if (!prepare(ui, target_, width, height) || (keepsGround && !prepare(ui, ground_, width, height)))
        return 0;
    scene::DisplayList list;
    list.width = wanted.frame.width;
    list.height = wanted.frame.height;
    list.background = scene::styleOf(look.theme).sea;
    list.fonts = look.fonts;
    const scene::Highlight highlight{state.selection, ui.window.hovered, state.visitId, state.agreementId,
                                     ui.window.partnerId};
    scene::appendMap(list, *map, highlight, look, wanted.frame, wanted.camera, keepClear, &legend_);
    wanted.legend = legend_.place;
    ui.window.legendBox = legend_.box;
    ui.window.legendFolded = legend_.folded;
    render::Viewport viewport;
    viewport.width = width;
    viewport.height = height;
    viewport.pixelRatio = density;
    if (!keepsGround) {
        target_->bind();
        renderer_.draw(list, viewport);
        ++ui.window.mapsDrawn;
    } else {
        const std::size_t end = endOfGround(list);
        if (!groundKept_) {
            ground_->bind();
            renderer_.draw(list, viewport, {0, end});
            ++ui.window.mapsDrawn;
        }
        target_->copyFrom(*ground_);
        target_->bind();
        renderer_.draw(list, viewport, {end});
    }
    groundKept_ = keepsGround;
    renderer_.trim();
    shown_ = std::move(wanted);
    return target_->texture();
}

} // namespace jejaring::ui
