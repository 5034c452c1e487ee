// SPDX-License-Identifier: MIT
#include "data/project/project_migration.hpp"

#include "data/atomic_file.hpp"
#include "data/file_io.hpp"
#include "data/project/project_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace jejaring::data {
namespace {

// 2: a date may be a quarter ("2024-Q1") or half a year ("2024-S1"), a time may be 24:00. Nothing that a file of schema
// 1 can hold means anything else by that.
// 3: a source has a publisher and the date when it was published.
constexpr std::array<AddedColumn, 2> kOfSources{
    {{"sources", "publisher", "TEXT"}, {"sources", "published_on", "TEXT"}}};
constexpr std::array<MigrationStep, kProjectSchema - 1> kSteps{{{1, "", {}}, {2, "", kOfSources}}};

bool add(Database& database, const AddedColumn& column) {
    Statement known(database, "SELECT 1 FROM pragma_table_info(?) WHERE name = ? COLLATE NOCASE");
    if (!known)
        return false;
    known.bind(1, std::string_view(column.table));
    known.bind(2, std::string_view(column.name));
    if (known.step())
        return true;
    return !known.failed() &&
           database.execute(fmt::format("ALTER TABLE {} ADD COLUMN {} {}", column.table, column.name, column.type));
}

} // namespace

std::span<const MigrationStep> migrationSteps() {
    return kSteps;
}

core::Outcome migrate(Database& database, int schema, const std::string& path, std::span<const MigrationStep> steps) {
    bool done = database.execute("BEGIN IMMEDIATE");
    for (const MigrationStep& step : steps) {
        if (!done || step.from < schema)
            continue;
        done = step.from == schema && database.execute(step.sql) &&
               std::all_of(step.columns.begin(), step.columns.end(),
                           [&](const AddedColumn& column) { return add(database, column); }) &&
               database.execute("UPDATE jejaring_project SET value = '" + std::to_string(step.from + 1) +
                                "' WHERE key = 'schema'");
        schema = step.from + 1;
    }
    if (done && database.execute("COMMIT"))
        return core::Nothing{};
    core::Message reason = databaseFailure(database, path);
    database.execute("ROLLBACK");
    return reason;
}

std::string backupPath(const std::string& path, int schema, int number) {
    std::string stem = path;
    std::string suffix;
    if (stem.ends_with(kProjectSuffix)) {
        suffix = kProjectSuffix;
        stem.resize(stem.size() - suffix.size());
    }
    return stem + ".backup-v" + std::to_string(schema) + (number > 1 ? '-' + std::to_string(number) : "") + suffix;
}

core::Result<std::string> backUp(const std::string& path, int schema) {
    constexpr int kMost = 1000;
    const core::Result<std::string> bytes = readWholeFile(path);
    if (!bytes)
        return core::Result<std::string>::failure(bytes.messages());
    for (int number = 1;; ++number) {
        const std::string name = backupPath(path, schema, number);
        core::Result<AtomicFile> file = AtomicFile::create(name, false);
        core::Outcome written = core::Nothing{};
        if (file) {
            file.value().write(std::as_bytes(std::span(bytes.value())));
            written = file.value().commit();
            if (written)
                return name;
        }
        const core::Message& reason = file ? written.error() : file.error();
        if (reason.code != core::ErrorCode::alreadyExists || number == kMost)
            return reason;
        if (const core::Result<std::string> there = readWholeFile(name); there && there.value() == bytes.value())
            return name;
    }
}

} // namespace jejaring::data
