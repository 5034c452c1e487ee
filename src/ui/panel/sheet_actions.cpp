// SPDX-License-Identifier: MIT
#include "ui/panel/sheet_actions.hpp"

#include "ui/panel/map_canvas.hpp"
#include "ui/widget/layout.hpp"

#include <algorithm>

namespace jejaring::ui {
namespace {

scene::Camera cameraOf(const Interface& ui) {
    return ui.window.flight ? ui.window.flight->to : ui.window.camera;
}

// The whole country is composed anew for each page; anything else is shown as far as the window does.
std::optional<session::Extent> extentOfView(const Interface& ui) {
    if (ui.window.atHome)
        return std::nullopt;
    return session::extentOf(cameraOf(ui), ui.window.mapFrame);
}

} // namespace

session::ExportRequest requestOfView(const Interface& ui) {
    const session::State& state = ui.session.state();
    session::ExportRequest made;
    made.map = ui.session.map();
    made.highlight = {state.selection, core::kNoRegion, state.visitId, state.agreementId};
    made.look = lookOf(ui);
    made.look.scale = 1;
    made.picture.credit = ui.session.boundaryCredit();
    made.picture.country = ui.window.atHome;
    if (!ui.window.atHome && !state.selection.empty())
        made.picture.region = state.selection.front(); // for the title
    if (!ui.window.atHome)
        session::showInPicture(made, cameraOf(ui), ui.window.mapFrame);
    return made;
}

void addSheet(Interface& ui, const session::ExportRequest& request, const std::optional<session::Extent>& extent) {
    const std::string name = session::proposedSheetName(request, ui.session.today());
    const publish::Recipe recipe = session::recipeOf(request);
    std::string id;
    const bool added = ui.session.changeProject(core::note(JEJARING_TR("Add a sheet")), [&](core::Project& project) {
        id = session::addSheet(project, recipe, extent, name, ui.window.sheetId);
    });
    if (!added)
        return;
    ui.window.sheetId = id;
    ui.window.tab = session::BottomTab::sheets;
    if (!shown(ui, Side::bottom))
        toggleSide(ui, Side::bottom);
    ui.keepMoving();
}

void addSheetOfView(Interface& ui) {
    if (ui.session.map())
        addSheet(ui, requestOfView(ui), extentOfView(ui));
}

void updateSheetFromView(Interface& ui, const std::string& id) {
    const core::Sheet* sheet = session::findSheet(*ui.session.project(), id);
    if (sheet == nullptr || !ui.session.map())
        return;
    session::ExportRequest request = requestOfView(ui);
    // A page keeps its template, and what the sheet says beside its map.
    if (const core::Result<publish::Recipe> former = session::sheetRecipe(*sheet)) {
        request.notes = former.value().notes;
        request.picture.title = former.value().picture.title;
        request.picture.subtitle = former.value().picture.subtitle;
        request.picture.furniture = former.value().picture.furniture;
        request.picture.transparent = former.value().picture.transparent;
        request.look.theme = former.value().theme;
        request.look.language = former.value().language;
        request.width = former.value().width;
        request.height = former.value().height;
        request.pixelRatio = former.value().pixelRatio;
        if (std::optional<scene::Layout> layout = former.value().layout) {
            const core::RegionCatalog& catalog = ui.session.geometry()->catalog();
            if (!layout->region.empty() && !request.highlight.selection.empty())
                layout->region = catalog[request.highlight.selection.front()].code;
            if (!layout->visitId.empty() && !request.highlight.visitId.empty())
                layout->visitId = request.highlight.visitId;
            layout->cameras.erase("map"); // the template's own again, of what is shown now
            session::setPageSize(request, layout->page, former.value().width * 25.4 / layout->page.widthMm);
            request.layout = std::move(layout);
        } else if (!ui.window.atHome) { // in its own size
            session::showInPicture(request, cameraOf(ui), ui.window.mapFrame);
        }
    }
    const publish::Recipe recipe = session::recipeOf(request);
    ui.session.changeProject(core::note(JEJARING_TR("Update the sheet from the view")), [&](core::Project& project) {
        session::updateSheet(project, id, recipe, extentOfView(ui));
    });
}

void editSheet(Interface& ui, const std::string& id) {
    ui.window.sheetEdited = id;
    ui.window.dialog = Dialog::exportPicture;
    ui.keepMoving();
}

void duplicateSheet(Interface& ui, const std::string& id) {
    std::string copy;
    if (ui.session.changeProject(core::note(JEJARING_TR("Duplicate the sheet")),
                                 [&](core::Project& project) { copy = session::duplicateSheet(project, id); }))
        ui.window.sheetId = copy;
}

void removeSheet(Interface& ui, const std::string& id) {
    const std::size_t at = placeOfSheet(*ui.session.project(), id);
    if (!ui.session.changeProject(core::note(JEJARING_TR("Delete the sheet")),
                                  [&](core::Project& project) { session::removeSheet(project, id); }))
        return;
    const std::vector<core::Sheet>& left = ui.session.project()->sheets;
    ui.window.sheetId = left.empty() ? "" : left[std::min(at, left.size() - 1)].id;
}

void moveSheet(Interface& ui, const std::string& id, std::size_t to) {
    ui.session.changeProject(core::note(JEJARING_TR("Move the sheet")),
                             [&](core::Project& project) { session::moveSheet(project, id, to); });
}

void renameSheet(Interface& ui, const std::string& id, const std::string& name) {
    ui.session.changeProject(core::note(JEJARING_TR("Rename the sheet")),
                             [&](core::Project& project) { session::renameSheet(project, id, name); });
}

void presentSheets(Interface& ui, const std::string& id) {
    const auto& project = ui.session.project();
    if (!project || project->sheets.empty() || !ui.session.geometry())
        return;
    const std::size_t at = placeOfSheet(*project, id);
    ui.window.show = {};
    ui.window.show.running = true;
    ui.window.show.at = at < project->sheets.size() ? at : 0;
    ui.keepMoving();
}

std::string sheetKindName(const Interface& ui, const core::Sheet& sheet) {
    if (const auto kind = scene::parseTemplate(sheet.kind))
        return ui.tr(scene::templateInfo(*kind).name);
    return sheet.kind == "view" ? ui.tr(JEJARING_TR("Map view")) : sheet.kind;
}

std::size_t placeOfSheet(const core::Project& project, const std::string& id) {
    const auto found = std::find_if(project.sheets.begin(), project.sheets.end(),
                                    [&id](const core::Sheet& sheet) { return sheet.id == id; });
    return static_cast<std::size_t>(found - project.sheets.begin());
}

} // namespace jejaring::ui
