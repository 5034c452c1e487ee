// SPDX-License-Identifier: MIT
// What can be done with sheets from strip, menus and keys: each edit of the project is one undo step.
#pragma once

#include "ui/interface.hpp"

#include <string>

namespace jejaring::ui {

// A picture of what the window shows, as a sheet keeps it. Precondition: there is a map.
[[nodiscard]] session::ExportRequest requestOfView(const Interface& ui);
// A new sheet behind the chosen one; it is chosen then, and the strip of sheets comes to sight.
void addSheet(Interface& ui, const session::ExportRequest& request, const std::optional<session::Extent>& extent);
void addSheetOfView(Interface& ui);
void updateSheetFromView(Interface& ui, const std::string& id);
// In the export dialog, with its own map.
void editSheet(Interface& ui, const std::string& id);
void duplicateSheet(Interface& ui, const std::string& id);
// Its neighbour is chosen then.
void removeSheet(Interface& ui, const std::string& id);
void moveSheet(Interface& ui, const std::string& id, std::size_t to);
void renameSheet(Interface& ui, const std::string& id, const std::string& name);
// From this sheet on, else from the first one.
void presentSheets(Interface& ui, const std::string& id);

// What kind of page it is, for people: "Map view", "Profile of a region".
[[nodiscard]] std::string sheetKindName(const Interface& ui, const core::Sheet& sheet);
// Where a sheet stands in the project, from 0; the number of sheets where it does not.
[[nodiscard]] std::size_t placeOfSheet(const core::Project& project, const std::string& id);

} // namespace jejaring::ui
