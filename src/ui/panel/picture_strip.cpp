// SPDX-License-Identifier: MIT
#include "ui/panel/picture_strip.hpp"

#include "scene/image_placement.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/picture_textures.hpp"
#include "ui/widget/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::ui {
namespace {

constexpr double kTile = 92; // layout units, at most
constexpr double kBetween = 8;

std::string explanationOf(const Interface& ui, const core::Picture& picture) {
    std::string text = picture.caption.empty() ? ui.tr(JEJARING_TR("Show the picture large")) : picture.caption;
    if (!picture.credit.empty())
        text += "\n" + picture.credit;
    return text;
}

// The number of its stop, in the corner of a visit's picture.
void stopBadge(const Interface& ui, ImVec2 corner, int stop) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const std::string number = std::to_string(stop);
    const ImVec2 size = textSize(ui.font.caption, number);
    const ImVec2 centre(corner.x + ui.u(13), corner.y + ui.u(13));
    list->AddCircleFilled(centre, ui.u(9), ui.color.accent);
    drawText(list, ui.font.caption, ImVec2(centre.x - size.x / 2, centre.y - size.y / 2), ui.color.onAccent, number);
}

} // namespace

Area drawPicture(const Interface& ui, const core::Picture& picture, session::PictureSize size, const Area& area,
                 bool cover, double rounding) {
    session::PictureCache& cache = ui.session.pictures();
    session::PictureCache::Shown shown = cache.get(ui.session.project(), picture, size);
    if (!shown.image && !shown.failed && size == session::PictureSize::large)
        shown = cache.get(ui.session.project(), picture, session::PictureSize::thumbnail); // until it comes
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (!shown.image) {
        list->AddRectFilled(area.min(), area.max(), ui.color.selected, ui.u(rounding));
        if (shown.failed)
            drawIcon(list, Icon::warning, ImVec2(area.x + area.width / 2, area.y + area.height / 2), ui.u(18),
                     ui.color.warning);
        return area;
    }
    scene::Image item;
    item.source.pixels = shown.image;
    item.rect = {area.x, area.y, area.width, area.height};
    item.fit = cover ? scene::ImageFit::cover : scene::ImageFit::whole;
    const scene::ImagePlacement placement = scene::placementOf(item);
    const auto whole = [](double value) { return std::round(static_cast<float>(value)); };
    const Area lies{whole(placement.rect.x), whole(placement.rect.y), whole(placement.rect.width),
                    whole(placement.rect.height)};
    const auto point = [](double x, double y) { return ImVec2(static_cast<float>(x), static_cast<float>(y)); };
    list->AddImageRounded(textureId(ui.window.pictureTextures->textureFor(shown.image).name), lies.min(), lies.max(),
                          point(placement.part.x, placement.part.y),
                          point(placement.part.right(), placement.part.bottom()), IM_COL32_WHITE, ui.u(rounding));
    return lies;
}

void pictureStrip(Interface& ui, const std::string& id, const session::PictureSubject& subject, float width) {
    const std::shared_ptr<const core::Project> project = ui.session.project();
    const std::vector<const core::Picture*> pictures = session::picturesOf(*project, subject);
    if (pictures.empty())
        return;
    const float between = ui.u(kBetween);
    const float side = std::floor(std::min(ui.u(kTile), (width - 2 * between) / 3));
    const auto columns = static_cast<std::size_t>(std::max(1.0F, std::floor((width + between) / (side + between))));
    const ImVec2 start = ImGui::GetCursorScreenPos();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const std::size_t tiles = pictures.size() + 1;
    for (std::size_t i = 0; i < tiles; ++i) {
        const std::size_t row = i / columns;
        const Area tile{start.x + static_cast<float>(i % columns) * (side + between),
                        start.y + static_cast<float>(row) * (side + between), side, side};
        ImGui::SetCursorScreenPos(tile.min());
        const bool adds = i == pictures.size();
        const std::string name = id + ".picture." + (adds ? "add" : std::to_string(i));
        const bool pressed = ImGui::InvisibleButton(name.c_str(), ImVec2(side, side));
        const bool hovered = ImGui::IsItemHovered();
        handCursor();
        focusRing(ui, 6);
        mark(ui, name);
        if (adds) {
            explain(ui, ui.tr(JEJARING_TR("Add a picture, JPEG or PNG; dropping files on the window does it, too")));
            list->AddRect(ImVec2(tile.x + 0.5F, tile.y + 0.5F), ImVec2(tile.right() - 0.5F, tile.bottom() - 0.5F),
                          hovered ? ui.color.muted : ui.color.line, ui.u(6));
            drawIcon(list, Icon::plus, ImVec2(tile.x + side / 2, tile.y + side / 2), ui.u(16),
                     hovered ? ui.color.text : ui.color.muted);
            if (pressed)
                askForPicture(ui, subject);
            continue;
        }
        const core::Picture& picture = *pictures[i];
        explain(ui, explanationOf(ui, picture));
        drawPicture(ui, picture, session::PictureSize::thumbnail, tile, true, 6);
        list->AddRect(ImVec2(tile.x + 0.5F, tile.y + 0.5F), ImVec2(tile.right() - 0.5F, tile.bottom() - 0.5F),
                      hovered ? ui.color.accent : ui.color.line, ui.u(6));
        if (picture.stop != 0 && subject.stop == 0)
            stopBadge(ui, tile.min(), picture.stop);
        if (pressed) {
            ui.window.pictureSubject = subject;
            ui.window.pictureId = picture.id;
            ui.window.dialog = Dialog::picture;
        }
    }
    const std::size_t wholeRows = (tiles + columns - 1) / columns;
    const auto rows = static_cast<float>(wholeRows);
    ImGui::SetCursorScreenPos(start);
    ImGui::Dummy(ImVec2(width, rows * (side + between) - between));
}

void askForPicture(Interface& ui, const session::PictureSubject& subject) {
    if (ui.session.readOnly() != session::ReadOnly::no) {
        ui.session.notify(ui.session.readOnlyReason());
        return;
    }
    ui.window.pictureSubject = subject;
    ui.window.dialog = Dialog::addPicture;
    ui.keepMoving();
}

} // namespace jejaring::ui
