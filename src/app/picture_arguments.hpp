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

// The view's indicator, where it is one of the project's, by the id that it has there. Errors: notFound, which says
// what there is.
[[nodiscard]] core::Outcome findIndicator(scene::MapView& view, const core::Project& project);

// A full ISO 8601 date; today for an empty text.
[[nodiscard]] core::Result<core::Day> dayOf(const std::string& text);

} // namespace jejaring::app
