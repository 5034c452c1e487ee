// SPDX-License-Identifier: MIT
#include "ui/dialog/page_preview.hpp"

#include "ui/widget/imgui_shim.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jejaring::ui {

void PagePreview::draw(Interface& ui, const session::ExportRequest& page, const Area& area, double density,
                       const std::string& id) {
    const double share =
        std::min(static_cast<double>(area.width) / page.width, static_cast<double>(area.height) / page.height);
    const auto width = static_cast<float>(std::floor(page.width * share));
    const auto height = static_cast<float>(std::floor(page.height * share));
    const ImVec2 min(std::round(area.x + (area.width - width) / 2), std::round(area.y + (area.height - height) / 2));
    const ImVec2 max(min.x + width, min.y + height);
    const int pixelsX = std::max(1, static_cast<int>(std::lround(static_cast<double>(width) * density)));
    const int pixelsY = std::max(1, static_cast<int>(std::lround(static_cast<double>(height) * density)));
    publish::Recipe recipe = session::recipeOf(page);
    if (!shown_ || shown_->width != pixelsX || shown_->map != page.map || shown_->recipe != recipe) {
        if (!target_ || target_->width() != pixelsX || target_->height() != pixelsY) {
            auto made = render::OffscreenTarget::create(pixelsX, pixelsY);
            if (!made) {
                ui.session.notify(made.error());
                return;
            }
            target_ = std::move(made).value();
        }
        const scene::DisplayList list = session::composeExport(page);
        target_->bind();
        render::Viewport viewport;
        viewport.width = pixelsX;
        viewport.height = pixelsY;
        viewport.pixelRatio = pixelsX / list.width;
        renderer_.draw(list, viewport);
        shown_ = Shown{std::move(recipe), page.map, pixelsX};
    }
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddImage(textureId(target_->texture()), min, max, ImVec2(0, 1), ImVec2(1, 0));
    list->AddRect(ImVec2(min.x - 1, min.y - 1), ImVec2(max.x + 1, max.y + 1), ui.color.line);
    ui.probe.mark(id, min, max);
}

} // namespace jejaring::ui
