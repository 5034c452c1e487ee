// SPDX-License-Identifier: MIT
// A project's records as tables for spreadsheets, written so that an import of them changes nothing.
#pragma once

#include "core/project.hpp"
#include "data/import/import_countries.hpp"
#include "data/import/import_fields.hpp"
#include "data/import/import_words.hpp"
#include "data/table/table_file.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace jejaring::data {

struct TableExportContext {
    const core::RegionCatalog& catalog; // for names beside the codes
    const ImportWords& words;           // what the import understands
    const CountryMatcher& countries;    // likewise
    // Headings and names of sheets: the message in the user's language. The import knows them in both.
    std::function<std::string(const char* messageId)> translate;
    std::function<std::string(std::string_view alpha3)> countryName; // in the user's language
    bool indonesian = true;                                          // which labels of stages and sectors
};

// One row a record, one value of an indicator or one stop. Each bears its id (a stop its visit's and its place in it),
// so that an import of the table finds it again. A word that the import would not take for the same entry stands as
// the entry's id. Several regions, partners, stages or follow-ups of one record are parted by ";" and stand in the
// same order in columns beside each other, "-" where one of them lacks what the others have. Days are dates, months and
// years texts ("1997-04").
[[nodiscard]] TableSheet exportTable(const core::Project& project, ImportKind kind, const TableExportContext& context);

// How many rows the table would have.
[[nodiscard]] std::size_t exportedRows(const core::Project& project, ImportKind kind);

// A file of these tables for writeTableFile(), each a sheet named as the kind. CSV: one kind. Errors: cancelled
// (`progress`, which goes from 0 to 1, said false).
[[nodiscard]] core::Result<TableFile> exportTables(const core::Project& project, std::span<const ImportKind> kinds,
                                                   TableFormat format, const TableExportContext& context,
                                                   const TableProgress& progress = {});

} // namespace jejaring::data
