// SPDX-License-Identifier: MIT
#include "ui/dialog/page_image.hpp"

#include "ui/widget/imgui_shim.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::ui {

PageImage::Place PageImage::placeOf(double width, double height, const Area& area, double density) {
    const double share = std::min(static_cast<double>(area.width) / width, static_cast<double>(area.height) / height);
    Place place;
    place.area.width = static_cast<float>(std::floor(width * share));
    place.area.height = static_cast<float>(std::floor(height * share));
    place.area.x = std::round(area.x + (area.width - place.area.width) / 2);
    place.area.y = std::round(area.y + (area.height - place.area.height) / 2);
    const auto pixels = [density](float length) {
        return std::max(1, static_cast<int>(std::lround(static_cast<double>(length) * density)));
    };
    place.width = pixels(place.area.width);
    place.height = pixels(place.area.height);
    return place;
}

bool PageImage::draw(Interface& ui, const scene::DisplayList& page, const Place& place) {
    if (!target_ || target_->width() != place.width || target_->height() != place.height) {
        auto made = render::OffscreenTarget::create(place.width, place.height);
        if (!made) {
            ui.session.notify(made.error());
            return false;
        }
        target_ = std::move(made).value();
    }
    target_->bind();
    render::Viewport viewport;
    viewport.width = place.width;
    viewport.height = place.height;
    viewport.pixelRatio = place.width / page.width;
    renderer_.draw(page, viewport);
    return true;
}

void PageImage::show(Interface& ui, const Place& place, const std::string& id) const {
    const ImVec2 min = place.area.min();
    const ImVec2 max = place.area.max();
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddImage(textureId(target_->texture()), min, max, ImVec2(0, 1), ImVec2(1, 0));
    list->AddRect(ImVec2(min.x - 1, min.y - 1), ImVec2(max.x + 1, max.y + 1), ui.color.line);
    ui.probe.mark(id, min, max);
}

} // namespace jejaring::ui
