// SPDX-License-Identifier: MIT
#include "ui/form/picture_form.hpp"

#include "session/project_edit.hpp"
#include "ui/form/form_options.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

namespace jejaring::ui {

PictureForm::PictureForm(const Interface& ui, const core::Picture& picture)
    : PictureForm(ui, std::vector<std::string>{}, picture) {}

PictureForm::PictureForm(const Interface& ui, std::vector<std::string> files, core::Picture picture)
    : files_(std::move(files)), draft_(std::move(picture)), original_(draft_), region_(draft_.region.text()),
      regions_(regionOptions(ui)), agreements_(agreementOptions(ui)), visits_(visitOptions(ui)) {}

std::string PictureForm::title(const Interface& ui) const {
    return files_.empty() ? ui.tr(JEJARING_TR("Edit the picture"))
                          : ui.tr(JEJARING_TR("Where do the pictures belong?"));
}

void PictureForm::draw(Interface& ui, Fields& fields) {
    if (files_.empty()) {
        fields.multiline("caption", ui.tr(JEJARING_TR("Caption")), draft_.caption, 3,
                         {ui.tr(JEJARING_TR("what is seen, where and when")), "", "", true});
        fields.text("credit", ui.tr(JEJARING_TR("Credit")), draft_.credit,
                    {ui.tr(JEJARING_TR("who took it, and under which terms")), "", "", true});
        fields.section(ui.tr(JEJARING_TR("Belongs to")));
    } else {
        std::string names;
        for (const std::string& file : files_)
            names += (names.empty() ? "" : ", ") + std::filesystem::path(file).filename().string();
        fields.remark(names);
    }
    belongsTo(ui, fields);
}

void PictureForm::belongsTo(Interface& ui, Fields& fields) {
    if (fields.choice("region", ui.tr(JEJARING_TR("Region")), regions_, region_))
        draft_.region = core::RegionCode::parse(region_).value_or(core::RegionCode());
    fields.choice("agreement", ui.tr(JEJARING_TR("Agreement")), agreements_, draft_.agreementId);
    if (fields.choice("visit", ui.tr(JEJARING_TR("Visit")), visits_, draft_.visitId))
        draft_.stop = 0;
    const core::Visit* visit = core::findVisit(*ui.session.project(), draft_.visitId);
    if (visit && !visit->stops.empty()) {
        std::vector<Option> stops;
        for (const core::Stop& stop : visit->stops)
            stops.push_back(option(std::to_string(stop.sequence), std::to_string(stop.sequence) + " · " + stop.place));
        std::string chosen = draft_.stop == 0 ? "" : std::to_string(draft_.stop);
        if (fields.choice("stop", ui.tr(JEJARING_TR("Stop of the visit")), stops, chosen,
                          {ui.tr(JEJARING_TR("the visit as a whole")), "", "", true}))
            draft_.stop = chosen.empty() ? 0 : std::stoi(chosen);
    }
    fields.message("subject");
}

session::FieldMessages PictureForm::check(const Interface& ui) const {
    const core::RegionCatalog none;
    session::FieldMessages messages = session::check(
        draft_, {*ui.session.project(), ui.session.geometry() ? ui.session.geometry()->catalog() : none});
    if (!files_.empty())
        messages.erase("bytes"); // they are read afterwards
    return messages;
}

std::string PictureForm::save(Interface& ui) {
    if (!files_.empty()) {
        ui.session.addPictures(files_, session::subjectOf(draft_));
        return "";
    }
    ui.session.changeProject(core::note(JEJARING_TR("Edit the picture")),
                             [&](core::Project& project) { session::put(project, draft_); });
    return draft_.id;
}

void PictureForm::remove(Interface& ui) {
    ui.session.changeProject(core::note(JEJARING_TR("Delete the picture")),
                             [&](core::Project& project) { session::removePicture(project, draft_.id); });
}

void takeDroppedPictures(Interface& ui) {
    WindowState& window = ui.window;
    const bool viewing = window.dialog == Dialog::picture;
    if (window.picturesDropped.empty() || (window.dialog != Dialog::none && !viewing) || window.placeWanted)
        return;
    std::vector<std::string> files = std::exchange(window.picturesDropped, {});
    if (!ui.session.project()) {
        ui.session.notify(core::error(core::ErrorCode::notFound,
                                      JEJARING_TR("No project is open: open one, and drop the pictures then.")));
        return;
    }
    if (viewing) {
        ui.session.addPictures(std::move(files), window.pictureSubject);
        return;
    }
    const session::State& state = ui.session.state();
    core::Picture proposed;
    const auto& geometry = ui.session.geometry();
    if (geometry && !state.selection.empty())
        proposed.region = geometry->catalog()[state.selection.front()].code;
    proposed.agreementId = state.agreementId;
    proposed.visitId = state.visitId;
    const std::array chosen{state.selection.size() == 1, !state.agreementId.empty(), !state.visitId.empty()};
    if (state.selection.size() < 2 && std::count(chosen.begin(), chosen.end(), true) == 1) {
        ui.session.addPictures(std::move(files), session::subjectOf(proposed));
        return;
    }
    // The narrowest is proposed: an agreement and a visit say more than the region that was chosen with them.
    if (!proposed.visitId.empty() || !proposed.agreementId.empty())
        proposed.region = core::RegionCode();
    if (!proposed.visitId.empty())
        proposed.agreementId.clear();
    openForm(ui, std::make_shared<PictureForm>(ui, std::move(files), std::move(proposed)));
}

} // namespace jejaring::ui
