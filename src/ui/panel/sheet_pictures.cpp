// SPDX-License-Identifier: MIT
#include "ui/panel/sheet_pictures.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::ui {
namespace {

constexpr int kMostInAFrame = 1;
constexpr std::size_t kMostKept = 80;

} // namespace

void SheetPictures::draw(Interface& ui, Kept& kept, const session::SheetPage& page, int width, int height) {
    const double ratio = std::min(width / page.list.width, height / page.list.height);
    const int pixelsX = std::max(1, static_cast<int>(std::lround(page.list.width * ratio)));
    const int pixelsY = std::max(1, static_cast<int>(std::lround(page.list.height * ratio)));
    if (!kept.target || kept.target->width() != pixelsX || kept.target->height() != pixelsY) {
        auto made = render::OffscreenTarget::create(pixelsX, pixelsY);
        if (!made) {
            kept.failure = made.error();
            return;
        }
        kept.target = std::move(made).value();
    }
    kept.target->bind();
    render::Viewport viewport;
    viewport.width = pixelsX;
    viewport.height = pixelsY;
    viewport.pixelRatio = ratio;
    renderer_.draw(page.list, viewport);
    ++drawn_;
    ui.keepMoving();
}

SheetPictures::Shown SheetPictures::get(Interface& ui, const core::Sheet& sheet, int width, int height) {
    Kept& kept = kept_[sheet.id];
    kept.lastUsed = ++asked_;
    const bool holds = kept.definition == sheet.definition && kept.generation == ui.session.sheetGeneration() &&
                       kept.boxWidth == width && kept.boxHeight == height;
    if (!holds && ui.session.geometry() && width > 0 && height > 0) {
        const session::SheetCache::Shown shown = ui.session.sheetPage(sheet);
        if (!shown.pending && drawn_ < kMostInAFrame) {
            kept.failure = shown.failure;
            if (shown.page)
                draw(ui, kept, *shown.page, width, height);
            else
                kept.target.reset();
            kept.definition = sheet.definition;
            kept.generation = ui.session.sheetGeneration();
            kept.boxWidth = width;
            kept.boxHeight = height;
        } else if (!shown.pending) {
            ui.keepMoving(); // its turn comes
        }
    }
    Shown answer;
    answer.failure = kept.failure;
    if (kept.target) {
        answer.texture = kept.target->texture();
        answer.aspect = static_cast<double>(kept.target->width()) / kept.target->height();
    }
    forgetOldest();
    return answer;
}

void SheetPictures::forgetOldest() {
    while (kept_.size() > kMostKept)
        kept_.erase(std::min_element(kept_.begin(), kept_.end(), [](const auto& a, const auto& b) {
            return a.second.lastUsed < b.second.lastUsed;
        }));
}

} // namespace jejaring::ui
