// SPDX-License-Identifier: MIT
#include "session/sheets.hpp"

#include "scene/indicator_words.hpp"
#include "text/locale_format.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace jejaring::session {
namespace {

using Json = nlohmann::json;

constexpr const char* kExtent = "extent"; // beside the recipe's own members
// Members that a recipe leaves out where there is nothing to say.
constexpr std::array kOptional{"selection", "visit", "agreement", "layout", "notes"};

std::string dumped(const Json& json) {
    return json.dump(-1, ' ', true, Json::error_handler_t::replace);
}

Json parsed(const std::string& definition) {
    return Json::parse(definition, nullptr, false);
}

std::string kindOf(const publish::Recipe& recipe) {
    return recipe.layout ? std::string(scene::templateInfo(recipe.layout->kind).id) : "view";
}

// The definition of a recipe, with what `former` says beyond it.
std::string definitionOf(const publish::Recipe& recipe, const std::optional<Extent>& extent,
                         const std::string& former = {}) {
    Json json = parsed(former);
    if (!json.is_object())
        json = Json::object();
    for (const char* member : kOptional)
        json.erase(member);
    json.erase(kExtent);
    json.update(parsed(publish::recipeText(recipe)));
    if (extent)
        json[kExtent] = Json::array({extent->width, extent->height});
    return dumped(json);
}

core::Sheet* sheetOf(core::Project& project, const std::string& id) {
    const auto found = std::find_if(project.sheets.begin(), project.sheets.end(),
                                    [&id](const core::Sheet& sheet) { return sheet.id == id; });
    return found == project.sheets.end() ? nullptr : &*found;
}

std::string newSheetId(const core::Project& project) {
    std::set<std::string> ids;
    for (const core::Sheet& sheet : project.sheets)
        ids.insert(sheet.id);
    std::string id;
    for (std::size_t number = project.sheets.size() + 1; id.empty() || ids.contains(id); ++number)
        id = fmt::format("L{:03}", number);
    return id;
}

bool blank(const std::string& text) {
    return text.find_first_not_of(" \t\n") == std::string::npos;
}

std::shared_ptr<const scene::MapData>
preparedFor(const scene::MapView& view, const std::shared_ptr<const geo::MapGeometry>& geometry, SheetSource& source) {
    constexpr std::size_t kKept = 4;
    const auto known = std::find_if(source.prepared.begin(), source.prepared.end(),
                                    [&](const auto& map) { return map->view == view && map->geometry == geometry; });
    if (known != source.prepared.end()) {
        std::rotate(source.prepared.begin(), known, known + 1); // what was asked for last comes first
    } else {
        source.prepared.insert(source.prepared.begin(), scene::prepare(source.project, geometry, view, source.today));
        source.prepared.resize(std::min(source.prepared.size(), kKept));
    }
    return source.prepared.front();
}

// What it shows is there still: the same picture, or none.
std::optional<core::Message> missing(const ExportRequest& request, const publish::Recipe& recipe) {
    const core::RegionCatalog& catalog = request.map->geometry->catalog();
    std::vector<core::RegionCode> regions = recipe.selection;
    if (!recipe.region.empty())
        regions.push_back(recipe.region);
    for (const core::RegionCode& code : regions)
        if (!catalog.find(code))
            return core::error(core::ErrorCode::unknownRegion, JEJARING_TR("No region has the code {0}."),
                               {code.text()});
    if (!recipe.visitId.empty() && core::findVisit(*request.map->project, recipe.visitId) == nullptr)
        return core::error(core::ErrorCode::notFound, JEJARING_TR("There is no visit {0} in the project."),
                           {recipe.visitId});
    if (recipe.view.indicator.isSeries() &&
        core::findIndicator(*request.map->project, recipe.view.indicator.seriesId) == nullptr)
        return core::error(core::ErrorCode::notFound, JEJARING_TR("There is no indicator {0} in the project."),
                           {recipe.view.indicator.seriesId});
    if (!request.layout)
        return std::nullopt;
    auto subject = scene::missingSubject(
        {request.map, request.look, request.picture.credit, request.highlight.selection}, *request.layout);
    if (!subject)
        return std::nullopt;
    return core::error(core::ErrorCode::notFound, subject->id, subject->arguments);
}

// Where a layout's page looks at; the template's subject where its map has no camera of its own.
FlightRequest flightOf(const publish::Recipe& recipe, const core::RegionCatalog& catalog, const std::string& visitId) {
    FlightRequest flight;
    core::RegionCode region = recipe.region;
    if (recipe.layout)
        region = recipe.layout->region;
    if (const auto index = region.empty() ? std::nullopt : catalog.find(region)) {
        flight.kind = FlightRequest::Kind::region;
        flight.region = *index;
    } else if (!visitId.empty() && !(recipe.picture.country && !recipe.layout)) {
        flight.kind = FlightRequest::Kind::visit;
        flight.visitId = visitId;
    }
    return flight;
}

} // namespace

core::Result<publish::Recipe> sheetRecipe(const core::Sheet& sheet) {
    return publish::parseRecipe(sheet.definition);
}

std::optional<Extent> sheetExtent(const core::Sheet& sheet) {
    const Json json = parsed(sheet.definition);
    if (!json.is_object() || !json.contains(kExtent))
        return std::nullopt;
    const Json& given = json[kExtent];
    if (!given.is_array() || given.size() != 2 || !given[0].is_number() || !given[1].is_number())
        return std::nullopt;
    const Extent extent{given[0].get<double>(), given[1].get<double>()};
    constexpr double kWidest = 1e9; // metres; the world is 4e7 wide
    const bool sensible = extent.width > 0 && extent.height > 0 && extent.width < kWidest && extent.height < kWidest;
    return sensible ? std::optional(extent) : std::nullopt;
}

core::Result<ExportRequest> sheetRequest(const core::Sheet& sheet, SheetSource& source) {
    using Request = core::Result<ExportRequest>;
    const core::Result<publish::Recipe> read = sheetRecipe(sheet);
    if (!read)
        return Request::failure(read.messages());
    const publish::Recipe& recipe = read.value();
    auto map = source.maps.find(recipe.view.projection);
    if (map == source.maps.end()) {
        core::Result<data::MapSource> loaded = data::loadMapGeometry(source.boundaries, recipe.view.projection);
        if (!loaded)
            return Request::failure(loaded.messages());
        map = source.maps.emplace(recipe.view.projection, std::move(loaded).value()).first;
    }
    ExportRequest request;
    request.picture.credit = map->second.credit;
    request.look.fonts = source.fonts;
    request.map = preparedFor(recipe.view, map->second.geometry, source);
    applyRecipe(request, recipe);
    if (std::optional<core::Message> failure = missing(request, recipe))
        return *failure;
    return request;
}

core::Result<SheetView> sheetView(const core::Sheet& sheet, const core::RegionCatalog& catalog) {
    const core::Result<publish::Recipe> read = sheetRecipe(sheet);
    if (!read)
        return core::Result<SheetView>::failure(read.messages());
    const publish::Recipe& recipe = read.value();
    SheetView view;
    std::vector<core::Message> messages;
    view.state.view = recipe.view;
    for (const core::RegionCode& code : recipe.selection) {
        if (const auto region = catalog.find(code))
            view.state.selection.push_back(*region);
        else
            messages.push_back(core::warning(JEJARING_TR("No region has the code {0}."), {code.text()}));
    }
    view.state.visitId = recipe.layout && !recipe.layout->visitId.empty() ? recipe.layout->visitId : recipe.visitId;
    view.state.agreementId = recipe.agreementId;
    // The subject of a template is what the window is to show as chosen.
    if (recipe.layout && !recipe.layout->region.empty())
        if (const auto region = catalog.find(recipe.layout->region);
            region && (view.state.selection.empty() || view.state.selection.front() != *region)) {
            std::erase(view.state.selection, *region);
            view.state.selection.insert(view.state.selection.begin(), *region);
        }

    view.flight = flightOf(recipe, catalog, view.state.visitId);
    std::optional<scene::Camera> camera = recipe.picture.camera;
    if (recipe.layout) {
        camera.reset();
        if (const auto own = recipe.layout->cameras.find("map"); own != recipe.layout->cameras.end())
            camera = own->second;
    }
    if (camera) {
        // Not the whole page, of which titles take their part.
        const Extent extent = sheetExtent(sheet).value_or(Extent{camera->metresPerUnit * recipe.picture.width * 0.6,
                                                                 camera->metresPerUnit * recipe.picture.height * 0.6});
        view.flight.kind = FlightRequest::Kind::extent;
        view.flight.centre = camera->centre;
        view.flight.width = extent.width;
        view.flight.height = extent.height;
        view.flight.projection = recipe.view.projection;
    }
    return {std::move(view), std::move(messages)};
}

Extent extentOf(const scene::Camera& camera, const scene::Rect& frame) {
    return {frame.width * camera.metresPerUnit, frame.height * camera.metresPerUnit};
}

void showInPicture(ExportRequest& request, const scene::Camera& camera, const scene::Rect& frame) {
    scene::PictureOptions& picture = request.picture;
    scene::setPictureSize(picture, request.width, request.height, request.pixelRatio);
    picture.camera = camera;
    scene::PictureParts parts;
    (void)scene::composePicture(*request.map, request.highlight, request.look, picture, &parts);
    // Between title and source line, where there are any.
    const double top = picture.furniture ? parts.subtitle.bottom() : 0;
    const double bottom = picture.furniture ? parts.source.y : picture.height;
    picture.camera->metresPerUnit *=
        std::max(frame.width / picture.width, frame.height / std::max(bottom - top, picture.height / 4));
}

std::string proposedSheetName(const ExportRequest& request, core::Day today) {
    const text::Language language = request.look.language;
    const core::RegionCatalog& catalog = request.map->geometry->catalog();
    const core::Project& project = *request.map->project;
    std::string subject;
    std::string what = scene::indicatorName(*request.map, language);
    core::RegionIndex region = core::kNoRegion;
    std::string visitId = request.highlight.visitId;
    if (request.layout) {
        what = text::translate(language, scene::templateInfo(request.layout->kind).name);
        visitId = request.layout->visitId;
        region = catalog.find(request.layout->region).value_or(core::kNoRegion);
        if (const core::Partner* partner = core::findPartner(project, request.layout->partnerId))
            subject = partner->name;
    } else if (request.picture.region) {
        region = *request.picture.region;
    } else if (!request.highlight.selection.empty()) {
        region = request.highlight.selection.front();
    }
    if (region < catalog.size())
        subject = catalog[region].name;
    else if (const core::Visit* visit = core::findVisit(project, visitId); visit != nullptr && subject.empty())
        subject = visit->title;
    if (subject.empty())
        subject = text::translate(language, JEJARING_TR("Indonesia"));
    std::string name = subject + " · " + what;
    if (request.map->view.date != today)
        name += " · " + text::formatDate(language, request.map->view.date);
    return name;
}

std::string uniqueSheetName(const core::Project& project, const std::string& name, const std::string& except) {
    const auto taken = [&](const std::string& wanted) {
        return std::any_of(project.sheets.begin(), project.sheets.end(),
                           [&](const core::Sheet& sheet) { return sheet.id != except && sheet.name == wanted; });
    };
    std::string free = name;
    for (int number = 2; taken(free); ++number)
        free = fmt::format("{} ({})", name, number);
    return free;
}

const core::Sheet* findSheet(const core::Project& project, const std::string& id) {
    const auto found = std::find_if(project.sheets.begin(), project.sheets.end(),
                                    [&id](const core::Sheet& sheet) { return sheet.id == id; });
    return found == project.sheets.end() ? nullptr : &*found;
}

std::string addSheet(core::Project& project, const publish::Recipe& recipe, const std::optional<Extent>& extent,
                     const std::string& name, const std::string& after) {
    core::Sheet sheet{newSheetId(project), uniqueSheetName(project, name), kindOf(recipe),
                      definitionOf(recipe, extent)};
    std::string id = sheet.id;
    const core::Sheet* before = findSheet(project, after);
    const auto at =
        before == nullptr ? project.sheets.end() : project.sheets.begin() + (before - project.sheets.data() + 1);
    project.sheets.insert(at, std::move(sheet));
    return id;
}

void updateSheet(core::Project& project, const std::string& id, const publish::Recipe& recipe,
                 const std::optional<Extent>& extent) {
    core::Sheet* sheet = sheetOf(project, id);
    if (sheet == nullptr)
        return;
    publish::Recipe next = recipe;
    std::optional<Extent> shown = extent;
    if (const core::Result<publish::Recipe> former = sheetRecipe(*sheet)) {
        if (next.notes.empty())
            next.notes = former.value().notes;
        if (!shown && former.value().picture.camera == next.picture.camera)
            shown = sheetExtent(*sheet);
    }
    sheet->kind = kindOf(next);
    sheet->definition = definitionOf(next, shown, sheet->definition);
}

void renameSheet(core::Project& project, const std::string& id, const std::string& name) {
    if (core::Sheet* sheet = sheetOf(project, id); sheet != nullptr && !blank(name))
        sheet->name = name;
}

std::string duplicateSheet(core::Project& project, const std::string& id) {
    const core::Sheet* sheet = findSheet(project, id);
    if (sheet == nullptr)
        return {};
    core::Sheet copy = *sheet;
    copy.id = newSheetId(project);
    copy.name = uniqueSheetName(project, sheet->name);
    std::string copyId = copy.id;
    project.sheets.insert(project.sheets.begin() + (sheet - project.sheets.data() + 1), std::move(copy));
    return copyId;
}

void removeSheet(core::Project& project, const std::string& id) {
    std::erase_if(project.sheets, [&id](const core::Sheet& sheet) { return sheet.id == id; });
}

void moveSheet(core::Project& project, const std::string& id, std::size_t to) {
    const core::Sheet* found = findSheet(project, id);
    if (found == nullptr)
        return;
    const auto first = project.sheets.begin();
    const auto from = first + (found - project.sheets.data());
    const auto target = first + static_cast<std::ptrdiff_t>(std::min(to, project.sheets.size() - 1));
    if (from < target)
        std::rotate(from, from + 1, target + 1);
    else
        std::rotate(target, from, from + 1);
}

void setSheetNotes(core::Project& project, const std::string& id, const std::string& notes) {
    core::Sheet* sheet = sheetOf(project, id);
    if (sheet == nullptr || !sheetRecipe(*sheet))
        return;
    Json json = parsed(sheet->definition);
    if (notes.empty())
        json.erase("notes");
    else
        json["notes"] = notes;
    sheet->definition = dumped(json);
}

} // namespace jejaring::session
