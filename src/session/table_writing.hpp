// SPDX-License-Identifier: MIT
// Tables of a project as a file, the same from the window and from the command line.
#pragma once

#include "core/project.hpp"
#include "core/region.hpp"
#include "core/result.hpp"
#include "data/import/import_fields.hpp"
#include "data/table/table_file.hpp"
#include "text/language.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace jejaring::session {

struct TableRequest {
    std::string path;
    std::vector<data::ImportKind> kinds; // not empty; CSV: one
    data::TableFormat format = data::TableFormat::xlsx;
    bool overwrite = false;
    text::Language language = text::Language::indonesian; // of headings, names and labels
};

// By the ending of the path: XLSX or CSV; nothing for others.
[[nodiscard]] std::optional<data::TableFormat> tableFormatOf(const std::string& path);

// The kinds that have rows; an empty project gives the headings of its agreements. CSV: agreements.
[[nodiscard]] std::vector<data::ImportKind> tableKinds(const core::Project& project, data::TableFormat format);

// Whole or not at all. `assets`: folder of the program's lists. `progress` is told the share done; false stops. Errors:
// writeTableFile's, unreadable lists, cancelled.
[[nodiscard]] core::Outcome writeTables(const core::Project& project, const core::RegionCatalog& catalog,
                                        const std::string& assets, const TableRequest& request,
                                        const std::function<bool(double)>& progress = {});

} // namespace jejaring::session
