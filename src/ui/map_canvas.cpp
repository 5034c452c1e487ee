// SPDX-License-Identifier: MIT
#include "ui/map_canvas.hpp"

#include <cmath>

namespace jejaring::ui {

scene::Look lookOf(const Interface& ui) {
    scene::Look look;
    look.theme = ui.theme();
    look.language = ui.language();
    look.scale = static_cast<double>(ui.unit);
    look.fonts = ui.shapedFonts;
    return look;
}

unsigned MapCanvas::texture(const Interface& ui, double density, const std::vector<scene::Rect>& keepClear) {
    const std::shared_ptr<const scene::MapData>& map = ui.session.map();
    const int width = static_cast<int>(std::lround(ui.window.mapFrame.width * density));
    const int height = static_cast<int>(std::lround(ui.window.mapFrame.height * density));
    if (!map || width < 1 || height < 1 || !ui.window.cameraPlaced)
        return 0;
    const session::State& state = ui.session.state();
    const scene::Look look = lookOf(ui);
    Shown wanted{map,           state.selection, ui.window.hovered, state.visitId,      state.agreementId, look.theme,
                 look.language, look.scale,      density,           ui.window.mapFrame, ui.window.camera,  keepClear};
    if (shown_ && target_ && *shown_ == wanted)
        return target_->texture();
    if (!target_ || target_->width() != width || target_->height() != height) {
        core::Result<std::unique_ptr<render::OffscreenTarget>> made = render::OffscreenTarget::create(width, height);
        if (!made) {
            ui.session.notify(made.error());
            return 0;
        }
        target_ = std::move(made).value();
    }
    scene::DisplayList list;
    list.width = wanted.frame.width;
    list.height = wanted.frame.height;
    list.background = scene::styleOf(look.theme).sea;
    list.fonts = look.fonts;
    const scene::Highlight highlight{state.selection, ui.window.hovered, state.visitId, state.agreementId};
    scene::appendMap(list, *map, highlight, look, wanted.frame, wanted.camera, keepClear);
    target_->bind();
    render::Viewport viewport;
    viewport.width = width;
    viewport.height = height;
    viewport.pixelRatio = density;
    renderer_.draw(list, viewport);
    renderer_.trim();
    shown_ = std::move(wanted);
    ++ui.window.mapsDrawn;
    return target_->texture();
}

} // namespace jejaring::ui
