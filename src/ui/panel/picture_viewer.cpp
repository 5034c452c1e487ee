// SPDX-License-Identifier: MIT
#include "ui/panel/picture_viewer.hpp"

#include "session/project_edit.hpp"
#include "ui/form/picture_form.hpp"
#include "ui/panel/details_panel.hpp"
#include "ui/panel/picture_strip.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::ui {
namespace {

// What the pictures belong to, in words.
std::string nameOf(const Interface& ui, const session::PictureSubject& subject) {
    const core::Project& project = *ui.session.project();
    if (const core::Visit* visit = core::findVisit(project, subject.visitId))
        return visit->title;
    const core::RegionCatalog none;
    const auto& map = ui.session.geometry();
    if (const core::Agreement* agreement = core::findAgreement(project, subject.agreementId))
        return counterpartName(project, map ? map->catalog() : none, *agreement, core::RegionCode()); // all parties
    if (map)
        if (const auto index = map->catalog().find(subject.region))
            return map->catalog()[*index].name;
    return subject.region.text();
}

void step(Interface& ui, const std::vector<const core::Picture*>& pictures, std::size_t at, int by) {
    const auto to = static_cast<std::ptrdiff_t>(at) + by;
    if (to >= 0 && to < static_cast<std::ptrdiff_t>(pictures.size()))
        ui.window.pictureId = pictures[static_cast<std::size_t>(to)]->id;
    ui.keepMoving();
}

} // namespace

bool PictureViewer::draw(Interface& ui) {
    const std::shared_ptr<const core::Project> project = ui.session.project();
    if (!project)
        return false;
    const std::vector<const core::Picture*> pictures = session::picturesOf(*project, ui.window.pictureSubject);
    if (pictures.empty())
        return false;
    const auto found = std::find_if(pictures.begin(), pictures.end(),
                                    [&](const core::Picture* picture) { return picture->id == ui.window.pictureId; });
    // The one that was deleted gives way to its neighbour.
    place_ = found != pictures.end() ? static_cast<std::size_t>(found - pictures.begin())
                                     : std::min(place_, pictures.size() - 1);
    ui.window.pictureId = pictures[place_]->id;
    const float width = ImGui::GetContentRegionAvail().x;
    line(ui, ui.font.title, ui.color.text,
         fitted(ui.font.title, nameOf(ui, ui.window.pictureSubject), width - ui.u(120)));
    gap(ui, -6);
    line(ui, ui.font.small, ui.color.muted,
         ui.tr(JEJARING_TR("Picture {0} of {1}"),
               {ui.number(static_cast<double>(place_ + 1)), ui.number(static_cast<double>(pictures.size()))}));
    const std::string& caption = pictures[place_]->caption;
    const float captionHeight =
        caption.empty() ? ui.u(18) : std::min(ui.u(60), ImGui::CalcTextSize(caption.c_str(), nullptr, false, width).y);
    show(ui, pictures, place_, ImGui::GetContentRegionAvail().y - captionHeight - ui.u(84));
    footer(ui, pictures, place_);
    if (keyPressed(Key::left, true))
        step(ui, pictures, place_, -1);
    if (keyPressed(Key::right, true))
        step(ui, pictures, place_, 1);
    return true;
}

void PictureViewer::show(Interface& ui, const std::vector<const core::Picture*>& pictures, std::size_t at,
                         float height) {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float arrow = ui.u(56);
    const Area area{start.x + arrow, start.y, std::max(1.0F, width - 2 * arrow), std::max(ui.u(60), height)};
    const Area lies = drawPicture(ui, *pictures[at], session::PictureSize::large, area, false, 4);
    ui.probe.mark("picture.shown", lies.min(), lies.max());
    const float middle = area.y + area.height / 2 - ui.u(18);
    if (at > 0) {
        ImGui::SetCursorScreenPos(ImVec2(start.x, middle));
        if (iconButton(ui, "picture.before", Icon::chevronLeft, 36, ui.tr(JEJARING_TR("The picture before")), "←"))
            step(ui, pictures, at, -1);
    }
    if (at + 1 < pictures.size()) {
        ImGui::SetCursorScreenPos(ImVec2(start.x + width - ui.u(36), middle));
        if (iconButton(ui, "picture.after", Icon::chevronRight, 36, ui.tr(JEJARING_TR("The next picture")), "→"))
            step(ui, pictures, at, 1);
    }
    ImGui::SetCursorScreenPos(ImVec2(start.x, area.bottom() + ui.u(12)));
}

void PictureViewer::footer(Interface& ui, const std::vector<const core::Picture*>& pictures, std::size_t at) {
    const core::Picture picture = *pictures[at]; // the project may change below
    if (picture.caption.empty())
        line(ui, ui.font.body, ui.color.faint, ui.tr(JEJARING_TR("No caption")));
    else
        paragraph(ui, ui.font.body, ui.color.text, picture.caption);
    gap(ui, -4);
    line(ui, ui.font.small, ui.color.muted,
         picture.credit.empty() ? ui.tr(JEJARING_TR("Credit not stated")) : picture.credit);
    gap(ui, 2);
    if (ui.session.readOnly() != session::ReadOnly::no)
        return;
    if (button(ui, "picture.edit", ui.tr(JEJARING_TR("Edit …")), true,
               ui.tr(JEJARING_TR("Caption, credit, and what it belongs to"))))
        openForm(ui, std::make_shared<PictureForm>(ui, picture));
    const session::PictureSubject subject = ui.window.pictureSubject;
    const auto move = [&](int by) {
        ui.session.changeProject(core::note(JEJARING_TR("Move the picture")), [&](core::Project& project) {
            session::movePicture(project, picture.id, subject, by);
        });
    };
    ImGui::SameLine();
    if (button(ui, "picture.earlier", ui.tr(JEJARING_TR("Move forward")), false,
               ui.tr(JEJARING_TR("Change places with the picture before")), at > 0))
        move(-1);
    ImGui::SameLine();
    if (button(ui, "picture.later", ui.tr(JEJARING_TR("Move back")), false,
               ui.tr(JEJARING_TR("Change places with the next picture")), at + 1 < pictures.size()))
        move(1);
    ImGui::SameLine();
    if (button(ui, "picture.delete", ui.tr(JEJARING_TR("Delete")), false, ui.tr(JEJARING_TR("Undo brings it back"))))
        ui.session.changeProject(core::note(JEJARING_TR("Delete the picture")),
                                 [&](core::Project& project) { session::removePicture(project, picture.id); });
}

} // namespace jejaring::ui
