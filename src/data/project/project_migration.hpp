// SPDX-License-Identifier: MIT
// Brings a project file of an older schema up to today's, step by step. What is read is a copy in memory: the file
// itself changes when the project is saved, and as it was it stays beside.
#pragma once

#include "core/result.hpp"
#include "data/sqlite.hpp"

#include <span>
#include <string>

namespace jejaring::data {

// A column that a table gets, unless a GIS gave it one of that name already.
struct AddedColumn {
    const char* table = "";
    const char* name = "";
    const char* type = "TEXT";
};

// From schema `from` to the next one.
struct MigrationStep {
    int from = 0;
    const char* sql = ""; // statements; the schema's number itself is raised by migrate()
    std::span<const AddedColumn> columns = {};
};

// One for each schema before today's, the oldest first.
[[nodiscard]] std::span<const MigrationStep> migrationSteps();

// Takes a project's database from `schema` to the schema behind the last of `steps`, in one transaction: where one
// fails, none is done. Errors: missingTable or those of databaseFailure; `path` is for their texts.
[[nodiscard]] core::Outcome migrate(Database& database, int schema, const std::string& path,
                                    std::span<const MigrationStep> steps = migrationSteps());

// "a.backup-v1.jejaring.gpkg" for "a.jejaring.gpkg"; with `number` from 2 on "a.backup-v1-2.jejaring.gpkg".
[[nodiscard]] std::string backupPath(const std::string& path, int schema, int number = 1);

// Copies the file beside itself under the first such name that is free, and answers it; a backup that holds the same
// already is enough. Never writes over a file. Errors: as AtomicFile's and readWholeFile's.
[[nodiscard]] core::Result<std::string> backUp(const std::string& path, int schema);

} // namespace jejaring::data
