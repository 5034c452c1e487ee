// SPDX-License-Identifier: MIT
#include "ui/widget/state_file.hpp"

#include "data/file_io.hpp"
#include "ui/panel/map_panel.hpp"
#include "ui/widget/layout.hpp"
#include "ui/widget/other_letters.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <span>

namespace jejaring::ui {
namespace {

using Json = nlohmann::json;

constexpr std::array kDialogIds{
    "",          "open",   "saveAs",       "boundaries",     "export",     "weights", "form",         "sources",
    "shortcuts", "about",  "unsaved",      "recovery",       "diskChange", "import",  "importReview", "addPicture",
    "picture",   "tables", "boundaryFile", "boundaryImport", "atlas",      "deck"};
static_assert(kDialogIds.size() == static_cast<std::size_t>(Dialog::deck) + 1);

constexpr std::array kTabIds{"partners", "visits", "activities", "risks", "indicators", "sheets"};
static_assert(kTabIds.size() == static_cast<std::size_t>(session::BottomTab::sheets) + 1);

Json codesOf(const core::RegionCatalog& catalog, const std::vector<core::RegionIndex>& regions) {
    Json codes = Json::array();
    for (const core::RegionIndex region : regions)
        if (region < catalog.size())
            codes.push_back(catalog[region].code.text());
    return codes;
}

Json viewOf(const scene::MapView& view) {
    return {
        {"level", scene::mapLevelId(view.level)},
        {"indicator",
         view.indicator.isSeries() ? view.indicator.seriesId : std::string(analysis::indicatorId(view.indicator.kind))},
        {"date", core::isoText(view.date)},
        {"classMethod", analysis::classMethodId(view.classMethod)},
        {"classCount", view.classCount},
        {"manualEdges", view.manualEdges},
        {"projection", geo::projectionId(view.projection)},
        {"labels", view.labels},
        {"arcs", view.partnerArcs},
        {"route", view.visitRoute},
        {"graticule", view.graticule},
        {"legend", view.legend},
        {"filters", view.filter.grades.size() + view.filter.sectors.size() + view.filter.kinds.size() +
                        view.filter.countries.size()},
    };
}

Json importOf(const session::ImportSession& imports) {
    constexpr std::array kPhases{"idle", "reading", "failed", "review"};
    Json json;
    json["phase"] = kPhases[static_cast<std::size_t>(imports.phase())];
    json["file"] = imports.name();
    json["waiting"] = imports.waiting();
    json["planning"] = imports.planning();
    json["writable"] = imports.writable();
    json["failure"] = Json::array();
    for (const core::Message& message : imports.failure())
        json["failure"].push_back(core::englishText(message));
    if (imports.plan())
        for (std::size_t i = 0; i < data::kRowOutcomeCount; ++i)
            json["counts"][std::string(data::rowOutcomeId(static_cast<data::RowOutcome>(i)))] =
                imports.plan()->plan.counts[i];
    return json;
}

Json stopOf(const core::Stop& stop) {
    Json json{{"place", stop.place}, {"region", stop.region.text()}};
    if (stop.time)
        json["time"] = stop.time->text();
    if (stop.endTime)
        json["endTime"] = stop.endTime->text();
    if (stop.coordinates) {
        json["latitude"] = stop.coordinates->latitude;
        json["longitude"] = stop.coordinates->longitude;
    }
    return json;
}

} // namespace

void writeStateFile(const Interface& ui, const PanelState& panels, const std::string& path) {
    session::Session& session = ui.session;
    const WindowState& window = ui.window;
    Json json;
    json["frame"] = window.frame;
    json["mapsDrawn"] = window.mapsDrawn;
    json["moving"] = panels.moving;
    json["slowTurns"] = Json::array();
    if (panels.turns != nullptr)
        for (const Turn& turn : panels.turns->slow())
            json["slowTurns"].push_back({{"frame", turn.frame}, {"passed", turn.passed}, {"busy", turn.busy}});
    json["theme"] = scene::themeId(ui.theme());
    json["language"] = text::languageId(ui.language());
    const std::set<ImWchar>& letters = notedLetters();
    json["otherLetters"] = {{"met", letters.size()},
                            {"drawn", std::count_if(letters.begin(), letters.end(), [&](ImWchar letter) {
                                 return ui.font.body->FindGlyphNoFallback(letter) != nullptr;
                             })}};
    json["scale"] = session.settings().interfaceScale;
    json["leftOpen"] = session.settings().leftOpen;
    json["rightOpen"] = session.settings().rightOpen;
    json["bottomOpen"] = session.settings().bottomOpen;
    json["leftWidth"] = session.settings().leftWidth;
    json["windowSize"] = {ImGui::GetIO().DisplaySize.x, ImGui::GetIO().DisplaySize.y};
    json["leftShown"] = shown(ui, Side::left);
    json["rightShown"] = shown(ui, Side::right);
    json["bottomShown"] = shown(ui, Side::bottom);
    json["legend"] = nullptr;
    if (const auto& box = window.legendBox; box && session.map() && session.map()->view.legend)
        json["legend"] = {
            {"folded", window.legendFolded},
            {"box",
             {static_cast<double>(window.map.x) + box->x, static_cast<double>(window.map.y) + box->y,
              static_cast<double>(window.map.x) + box->right(), static_cast<double>(window.map.y) + box->bottom()}}};
    json["presentation"] = window.presentation;
    json["dialog"] = kDialogIds[static_cast<std::size_t>(window.dialog)];
    json["searchOpen"] = window.searchOpen;
    json["searchQuery"] = window.searchQuery;
    json["searchResults"] = window.searchResults;
    json["tab"] = kTabIds[static_cast<std::size_t>(window.tab)];
    json["view"] = viewOf(session.state().view);
    json["visit"] = session.state().visitId;
    json["agreement"] = session.state().agreementId;
    json["canUndo"] = session.canUndo();
    json["undoLabel"] = session.undoLabel() ? core::englishText(*session.undoLabel()) : "";
    json["canRedo"] = session.canRedo();
    json["modified"] = session.modified();
    json["projectPath"] = session.projectPath();
    json["title"] = session.project() ? session.project()->title : "";
    json["agreements"] = session.project() ? session.project()->agreements.size() : 0;
    json["aliases"] = session.project() ? session.project()->aliases.size() : 0;
    json["import"] = importOf(session.imports());
    json["pictures"] = Json::array();
    if (session.project())
        for (const core::Picture& picture : session.project()->pictures)
            json["pictures"].push_back({{"id", picture.id},
                                        {"caption", picture.caption},
                                        {"bytes", picture.bytes.size()},
                                        {"region", picture.region.text()},
                                        {"agreement", picture.agreementId},
                                        {"visit", picture.visitId},
                                        {"stop", picture.stop}});
    json["picture"] = window.pictureId;
    json["notes"] = session.project() ? session.project()->notes.size() : 0;
    if (const session::BoundaryImport* boundaries = session.boundaryImport())
        json["boundaryImport"] = {{"rows", boundaries->report.rows},
                                  {"regencies", boundaries->report.regencies},
                                  {"unmatched", boundaries->report.unmatched.size()},
                                  {"missing", boundaries->report.missing.size()}};
    json["boundaryCredit"] = session.boundaryCredit();
    const core::Project none;
    const core::Project& project = session.project() ? *session.project() : none;
    json["sheets"] = Json::array();
    for (const core::Sheet& sheet : project.sheets) {
        const core::Result<publish::Recipe> recipe = session::sheetRecipe(sheet);
        json["sheets"].push_back({{"id", sheet.id},
                                  {"name", sheet.name},
                                  {"kind", sheet.kind},
                                  {"readable", recipe.ok()},
                                  {"notes", recipe ? recipe.value().notes : ""}});
    }
    json["sheet"] = window.sheetId;
    json["show"] = {{"running", window.show.running},
                    {"at", window.show.at},
                    {"moving", window.show.moving},
                    {"notes", window.show.notes},
                    {"black", window.show.black}};
    json["visits"] = project.visits.size();
    json["sources"] = project.sources.size();
    json["followUps"] = project.followUps.size();
    json["followUpsDone"] = std::count_if(project.followUps.begin(), project.followUps.end(),
                                          [](const core::FollowUp& each) { return each.done.has_value(); });
    json["activities"] = project.activities.size();
    json["risks"] = project.risks.size();
    json["indicators"] = project.indicators.size();
    json["activity"] = window.activityId;
    json["risk"] = window.riskId;
    json["indicator"] = window.indicatorId;
    json["indicatorValues"] = project.indicatorValues.size();
    json["stops"] = Json::array();
    if (session.project())
        if (const core::Visit* visit = core::findVisit(*session.project(), session.state().visitId))
            for (const core::Stop& stop : visit->stops)
                json["stops"].push_back(stopOf(stop));
    json["mapReady"] = session.map() != nullptr && window.cameraPlaced;
    json["camera"] = {
        {"x", window.camera.centre.x}, {"y", window.camera.centre.y}, {"metresPerUnit", window.camera.metresPerUnit}};
    json["tableRows"] = panels.tableRows;
    json["firstTableRow"] = panels.firstTableRow;
    json["tasks"] = Json::array();
    for (const session::TaskStatus& task : session.tasks())
        json["tasks"].push_back(core::englishText(task.name) +
                                (task.detail.id.empty() ? "" : ": " + core::englishText(task.detail)));
    json["notices"] = Json::array();
    for (const session::Notice& notice : session.notices())
        json["notices"].push_back(core::englishText(notice.message));
    json["hovered"] = "";
    json["selection"] = Json::array();
    json["regions"] = Json::object();
    if (const auto& geometry = session.geometry()) {
        const core::RegionCatalog& catalog = geometry->catalog();
        json["selection"] = codesOf(catalog, session.state().selection);
        if (window.hovered < catalog.size())
            json["hovered"] = catalog[window.hovered].code.text();
        if (window.cameraPlaced)
            for (std::size_t i = 0; i < catalog.size(); ++i) {
                const auto index = static_cast<core::RegionIndex>(i);
                const ImVec2 at = MapPanel::toWindow(ui, geometry->anchor(index).at);
                if (window.map.contains(at))
                    json["regions"][catalog[index].code.text()] = {at.x, at.y};
            }
    }
    json["widgets"] = Json::object();
    for (const auto& [name, place] : ui.probe.places())
        json["widgets"][name] = {place.x, place.y, place.z, place.w};
    const std::string text = json.dump(1, ' ', false, Json::error_handler_t::replace);
    const std::span<const std::byte> part = std::as_bytes(std::span(text));
    static_cast<void>(data::writeWholeFile(path, {&part, 1}, data::Durable::no));
}

} // namespace jejaring::ui
