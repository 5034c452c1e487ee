// SPDX-License-Identifier: MIT
#include "ui/dialog/page_preview.hpp"

#include <utility>

namespace jejaring::ui {

void PagePreview::draw(Interface& ui, const session::ExportRequest& page, const Area& area, double density,
                       const std::string& id) {
    const PageImage::Place place = PageImage::placeOf(page.width, page.height, area, density);
    publish::Recipe recipe = session::recipeOf(page);
    if (!shown_ || shown_->width != place.width || shown_->map != page.map || shown_->recipe != recipe) {
        if (!image_.draw(ui, session::composeExport(page), place))
            return;
        shown_ = Shown{std::move(recipe), page.map, place.width};
    }
    image_.show(ui, place, id);
}

} // namespace jejaring::ui
