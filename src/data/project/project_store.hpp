// SPDX-License-Identifier: MIT
// A project as a file: one GeoPackage (*.jejaring.gpkg) with a table for each of the project's words. Partners, stops
// and activities have points, so that a GIS shows them. A value the source does not state is NULL.
#pragma once

#include "core/project.hpp"
#include "core/result.hpp"

#include <string>
#include <string_view>

namespace jejaring::data {

inline constexpr std::string_view kProjectSuffix = ".jejaring.gpkg";

// Raised whenever a table or column changes its meaning. Files of this schema or an older one open.
inline constexpr int kProjectSchema = 3;

// What to do with a file that a newer version wrote: refuse it, or read of it what is understood, with a warning of
// code newerSchema. Saving over such a file is refused in either case.
enum class NewerSchema : bool { refuse, read };

// Reads without writing to the file or locking others out; of an older schema a copy in memory is brought up to date,
// and a note says so. Rows that hold what no project can (an unknown region code
// or stage) come as warnings; the rest is read. Errors: notFound, unreadable (no permission, a read error),
// wrongFormat (no GeoPackage, or one that is no Jejaring project, or a column is missing), newerSchema, missingTable
// (named), locked.
[[nodiscard]] core::Result<core::Project> openProject(const std::string& path, NewerSchema newer = NewerSchema::refuse);

// The schema that a file was written with. Errors: as openProject's.
[[nodiscard]] core::Result<int> projectSchema(const std::string& path);

enum class Overwrite : bool { no, yes };

// Writes beside the file, syncs and renames: under its name there is either the old file or the whole new one. Tables
// and styles that a GIS added to an existing project are kept. Before a file of an older schema is replaced, it is kept
// beside as it was ("NAME.backup-v1.jejaring.gpkg"; a note says so). Errors: alreadyExists, notFound (no such folder),
// permissionDenied, diskFull, locked (another process holds the file), newerSchema (the file there was written by a
// newer version), unreadable.
[[nodiscard]] core::Outcome saveProject(const core::Project& project, const std::string& path,
                                        Overwrite overwrite = Overwrite::yes);

} // namespace jejaring::data
