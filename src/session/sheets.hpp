// SPDX-License-Identifier: MIT
// Sheets: views saved in the project to be presented one after another. A sheet's definition is a recipe as JSON, with
// the extent that its window showed beside it. Edits are pure functions on the project, to be used inside
// Session::changeProject; what a newer version wrote in a definition, and what this one cannot read, stays as it is.
#pragma once

#include "core/project.hpp"
#include "data/boundary/map_source.hpp"
#include "publish/recipe.hpp"
#include "session/flight_request.hpp"
#include "session/history.hpp"
#include "session/picture_export.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jejaring::session {

// How much of the plane a window showed, in projected metres.
struct Extent {
    double width = 0;
    double height = 0;
    friend bool operator==(const Extent&, const Extent&) = default;
};

// --- reading --------------------------------------------------------------------------------------------------------

// What the definition says. Errors: those of publish::parseRecipe; the other sheets are none the worse for it.
[[nodiscard]] core::Result<publish::Recipe> sheetRecipe(const core::Sheet& sheet);
// What the window showed when the sheet was made of it; nothing where it was not, or is not known.
[[nodiscard]] std::optional<Extent> sheetExtent(const core::Sheet& sheet);

// What pictures of sheets are made from. Geometry is read as sheets ask for its projection, and kept. One thread at a
// time.
struct SheetSource {
    std::shared_ptr<const core::Project> project;
    std::string boundaries;                              // the file to read projections from that `maps` lacks
    std::map<geo::ProjectionKind, data::MapSource> maps; // read so far
    std::shared_ptr<const text::FontSet> fonts;
    core::Day today{};
    // The last ones computed: sheets of one view share theirs.
    std::vector<std::shared_ptr<const scene::MapData>> prepared;
};

// The sheet's picture: all but the path. Errors: those of sheetRecipe and of data::loadMapGeometry; unknownRegion and
// notFound where what it shows is not there any more.
[[nodiscard]] core::Result<ExportRequest> sheetRequest(const core::Sheet& sheet, SheetSource& source);

// What the window is to show for a sheet. Regions that the catalog lacks are left out, with a warning. Errors: those of
// sheetRecipe.
struct SheetView {
    State state;
    FlightRequest flight;
};
[[nodiscard]] core::Result<SheetView> sheetView(const core::Sheet& sheet, const core::RegionCatalog& catalog);

// --- making ---------------------------------------------------------------------------------------------------------

// Makes the picture show at least what a window's `frame` shows with `camera`, whatever the shape of its page.
// Preconditions: map and fonts are there; it has no layout.
void showInPicture(ExportRequest& request, const scene::Camera& camera, const scene::Rect& frame);
[[nodiscard]] Extent extentOf(const scene::Camera& camera, const scene::Rect& frame);

// What the picture is about, by what it shows: "Kota Bandung · Cooperation impact", with the date where that is not
// `today`. In the language of its look. Precondition: its map is there.
[[nodiscard]] std::string proposedSheetName(const ExportRequest& request, core::Day today);
// `name`, or the next free "name (2)" where another sheet than `except` is called so.
[[nodiscard]] std::string uniqueSheetName(const core::Project& project, const std::string& name,
                                          const std::string& except = {});

// --- edits; without effect where there is no such sheet
// ---------------------------------------------------------------

[[nodiscard]] const core::Sheet* findSheet(const core::Project& project, const std::string& id);
// After the sheet `after`, else at the end; answers its id.
std::string addSheet(core::Project& project, const publish::Recipe& recipe, const std::optional<Extent>& extent,
                     const std::string& name, const std::string& after = {});
// The sheet shows what the recipe says from now on. Its name stays, and so do notes that the recipe is silent about,
// and without an extent the one of the same camera.
void updateSheet(core::Project& project, const std::string& id, const publish::Recipe& recipe,
                 const std::optional<Extent>& extent);
// Without effect for a name of spaces alone.
void renameSheet(core::Project& project, const std::string& id, const std::string& name);
// The copy stands behind it; answers its id.
std::string duplicateSheet(core::Project& project, const std::string& id);
void removeSheet(core::Project& project, const std::string& id);
// The sheet takes the place `to` (from 0, at most the last one); the others keep their order.
void moveSheet(core::Project& project, const std::string& id, std::size_t to);
// Without effect where the definition cannot be read.
void setSheetNotes(core::Project& project, const std::string& id, const std::string& notes);

} // namespace jejaring::session
