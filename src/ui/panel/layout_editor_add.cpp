// SPDX-License-Identifier: MIT
// What the user puts on a page: texts, pictures, insets and blocks, each where there is room for it.
#include "scene/free_place.hpp"
#include "ui/panel/layout_editor.hpp"

#include <algorithm>
#include <array>

namespace jejaring::ui {
namespace {

// The region that scores highest: what a part is about where none is chosen.
core::RegionCode foremost(const Interface& ui) {
    const scene::MapData& map = *ui.session.map();
    core::RegionIndex best = 0;
    for (std::size_t i = 0; i < map.impact.regions.size(); ++i)
        if (map.impact.regions[i].score > map.impact.regions[best].score)
            best = static_cast<core::RegionIndex>(i);
    return map.geometry->catalog()[best].code;
}

} // namespace

void LayoutEditor::addText(Interface& ui, const scene::LaidOut& page) {
    const double width = page.list.width * 0.28;
    scene::AddedPart part;
    part.frame = scene::freePlace(page, width, 64);
    part.text = ui.tr(JEJARING_TR("Write here"));
    part.size = 20;
    add(std::move(part));
    writeText_ = true;
}

void LayoutEditor::addBlock(const Interface& ui, scene::AddedKind kind, const scene::LaidOut& page) {
    struct Size {
        double width;
        double height;
    };
    constexpr std::array<Size, 9> kSizes{
        {{400, 64}, {160, 84}, {440, 250}, {320, 240}, {380, 160}, {420, 190}, {360, 220}, {560, 300}, {460, 340}}};
    const Size size = kSizes[static_cast<std::size_t>(kind)];
    constexpr double kSmallest = 0.7; // of a map, which can be smaller; blocks have type of one size
    scene::AddedPart part;
    part.kind = kind;
    if (kind == scene::AddedKind::stops)
        part.subject = visit_;
    else if (!region_.empty())
        part.subject = region_.text();
    else
        part.subject = foremost(ui).text();
    // Blocks stand on a ground that is a little larger than they are.
    const double air = scene::isInset(kind) ? 0 : 14;
    const scene::Rect free =
        scene::freePlace(page, size.width + 2 * air, size.height + 2 * air, scene::isInset(kind) ? kSmallest : 1);
    part.frame = {free.x + air, free.y + air, free.width - 2 * air, free.height - 2 * air};
    add(std::move(part));
}

void LayoutEditor::addPicture(Interface& ui, const std::string& pictureId, const scene::LaidOut& page) {
    double proportion = 1;
    for (const core::Picture& picture : ui.session.project()->pictures)
        if (picture.id == pictureId)
            if (const auto shown =
                    ui.session.pictures().get(ui.session.project(), picture, session::PictureSize::thumbnail);
                shown.image)
                proportion = static_cast<double>(shown.image->width) / std::max(shown.image->height, 1);
    // As a logo would stand: in the upper right corner, beside the title.
    const double margin = std::min(page.list.width, page.list.height) * 0.062;
    const double height = 84;
    const double width = std::clamp(height * proportion, 60.0, 320.0);
    scene::AddedPart part;
    part.kind = scene::AddedKind::picture;
    part.frame = {page.list.width - margin - width, margin * 0.8, width, height};
    part.subject = pictureId;
    add(std::move(part));
}

} // namespace jejaring::ui
