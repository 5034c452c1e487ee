// SPDX-License-Identifier: MIT
// The texts of `jejaring export` as values. A failure is invalidArgument and says what would be right.
#pragma once

#include "app/arguments.hpp"
#include "core/project.hpp"
#include "session/picture_export.hpp"

namespace jejaring::app {

[[nodiscard]] core::Result<scene::MapView> viewOf(const ExportArguments& arguments);
// All but the map, the fonts, the credit and the region, which are read from files.
[[nodiscard]] core::Result<session::ExportRequest> requestOf(const ExportArguments& arguments, text::Language language);

// What of a view only the project can tell: its indicator, where it is one of the project's, by the id that it has
// there, and its filter. Errors: notFound, which says what there is, and those of filterOf.
[[nodiscard]] core::Outcome findChoices(scene::MapView& view, const FilterArguments& filter,
                                        const core::Project& project, const std::string& assetsFolder);

// A full ISO 8601 date; today for an empty text.
[[nodiscard]] core::Result<core::Day> dayOf(const std::string& text);

} // namespace jejaring::app
