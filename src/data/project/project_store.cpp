// SPDX-License-Identifier: MIT
#include "data/project/project_store.hpp"

#include "core/reason.hpp"
#include "core/version.hpp"
#include "data/file_io.hpp"
#include "data/geopackage.hpp"
#include "data/project/project_columns.hpp"
#include "data/project/project_migration.hpp"
#include "data/project/project_rows.hpp"
#include "data/sqlite.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <set>
#include <type_traits>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace jejaring::data {
namespace {

using core::error;
using core::ErrorCode;
using core::Message;

std::string nameOf(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

template <class Row> std::vector<Column> columnsOf() {
    ColumnLister lister;
    const Row row{};
    fields(lister, row);
    return lister.columns();
}

template <class Row> std::optional<core::Coordinates> pointOfRow(const Row& row) {
    if constexpr (std::is_same_v<Row, core::Partner>)
        return row.place;
    else if constexpr (requires { row.stop.coordinates; })
        return row.stop.coordinates;
    else if constexpr (requires { row.coordinates; })
        return row.coordinates;
    else
        return std::nullopt;
}

template <class Rows>
bool writeTable(Database& database, const std::string& name, const std::string& description, const Rows& rows) {
    using Row = typename Rows::value_type;
    std::string definitions = "fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL";
    std::string names;
    std::string parameters;
    bool hasPoints = false;
    for (const Column& column : columnsOf<Row>()) {
        definitions += ", " + quoted(column.name) + ' ' + column.type;
        names += (names.empty() ? "" : ", ") + quoted(column.name);
        parameters += parameters.empty() ? "?" : ", ?";
        hasPoints = hasPoints || column.name == "geom";
    }
    if (!database.execute("CREATE TABLE " + quoted(name) + " (" + definitions + ")"))
        return false;
    Statement insert(database, "INSERT INTO " + quoted(name) + " (" + names + ") VALUES (" + parameters + ")");
    if (!insert)
        return false;
    std::vector<core::Coordinates> points;
    for (const Row& row : rows) {
        RowWriter writer(insert);
        fields(writer, row);
        if (insert.step() || insert.failed())
            return false;
        insert.reset();
        if (const std::optional<core::Coordinates> point = pointOfRow(row))
            points.push_back(*point);
    }
    return registerTable(database, name, description, hasPoints, points);
}

// The columns that a table of the file has; empty where it cannot be asked.
std::set<std::string, std::less<>> columnsInFile(const Database& database, const char* table) {
    std::set<std::string, std::less<>> names;
    Statement list(database, "SELECT name FROM pragma_table_info(?)");
    if (!list)
        return names;
    list.bind(1, std::string_view(table));
    while (list.step())
        names.emplace(list.text(0));
    return names;
}

// False where the table could not be read to its end. `lenient`: a column that the file lacks is blank in every row.
template <class Row>
bool readTable(const Database& database, const char* name, bool lenient, std::vector<Row>& rows,
               std::vector<Message>& messages) {
    const std::set<std::string, std::less<>> there =
        lenient ? columnsInFile(database, name) : std::set<std::string, std::less<>>{};
    std::string sql = "SELECT fid";
    for (const Column& column : columnsOf<Row>())
        sql += lenient && !there.contains(column.name) ? ", NULL" : ", " + quoted(column.name);
    Statement select(database, sql + " FROM " + quoted(name) + " ORDER BY fid");
    if (!select)
        return false;
    RowReader reader(select, name, messages);
    while (select.step()) {
        reader.nextRow();
        fields(reader, rows.emplace_back());
    }
    return !select.failed();
}

// Why a path cannot be opened as a GeoPackage at all; nothing where it can.
std::optional<Message> obstacle(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return error(ErrorCode::notFound, JEJARING_TR("{0} does not exist"), {path});
        return error(ErrorCode::unreadable, JEJARING_TR("{0} cannot be read: {1}"), {path, core::systemReason(errno)});
    }
    if (S_ISDIR(status.st_mode))
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is a folder"), {path});
    if (::faccessat(AT_FDCWD, path.c_str(), R_OK, AT_EACCESS) != 0)
        return error(ErrorCode::unreadable, JEJARING_TR("{0} cannot be read: {1}"), {path, core::systemReason(errno)});
    if (!isGeoPackage(path))
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is not a GeoPackage"), {path});
    return std::nullopt;
}

core::Result<std::vector<std::string>> tableNames(const Database& database, const std::string& path) {
    std::vector<std::string> names;
    Statement list(database, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')");
    while (list && list.step())
        names.emplace_back(list.text(0));
    if (list.failed())
        return databaseFailure(database, path);
    return names;
}

// The schema of an open file; fails where it is no Jejaring project.
core::Result<int> schemaOf(const Database& database, const std::string& path) {
    const core::Result<std::vector<std::string>> tables = tableNames(database, path);
    if (!tables)
        return core::Result<int>::failure(tables.messages());
    const Message noProject =
        error(ErrorCode::wrongFormat, JEJARING_TR("{0} is a GeoPackage, but not a Jejaring project"), {path});
    if (std::find(tables.value().begin(), tables.value().end(), "jejaring_project") == tables.value().end())
        return noProject;
    Statement select(database, "SELECT value FROM jejaring_project WHERE key = 'schema'");
    if (!select)
        return databaseFailure(database, path);
    const std::string text = select.step() ? std::string(select.text(0)) : "";
    if (select.failed())
        return databaseFailure(database, path);
    int schema = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), schema);
    if (failure != std::errc{} || end != text.data() + text.size() || schema < 1)
        return noProject;
    return schema;
}

Message newerSchema(const std::string& path, int schema) {
    return error(ErrorCode::newerSchema,
                 JEJARING_TR("{0} was written by a newer version of Jejaring (schema {1}; this one reads up to {2})"),
                 {path, std::to_string(schema), std::to_string(kProjectSchema)});
}

core::Result<core::Project> readProject(Database& database, const std::string& path, NewerSchema newer);

// Reads a copy that is brought up to date, so that nothing is written by reading.
core::Result<core::Project> readOlder(const Database& database, const std::string& path, int schema) {
    Database copy = database.copy();
    if (!copy)
        return databaseFailure(database, path);
    if (const core::Outcome migrated = migrate(copy, schema, path); !migrated)
        return core::Result<core::Project>::failure(migrated.messages());
    // A trigger of the file may undo a step.
    if (const core::Result<int> now = schemaOf(copy, path); !now || now.value() != kProjectSchema)
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} cannot be brought up to date: its schema stays {1}"),
                     {path, std::to_string(schema)});
    core::Result<core::Project> project = readProject(copy, path, NewerSchema::refuse);
    if (project)
        project.add(core::note(JEJARING_TR("{0} was written by an older version of Jejaring (schema {1}). When it is "
                                           "saved, the file as it is now stays beside as {2}."),
                               {path, std::to_string(schema), nameOf(backupPath(path, schema))}));
    return project;
}

core::Result<core::Project> readProject(Database& database, const std::string& path, NewerSchema newer) {
    // One snapshot for all tables, whoever writes meanwhile.
    if (!database.execute("BEGIN"))
        return databaseFailure(database, path);
    const core::Result<int> schema = schemaOf(database, path);
    if (!schema)
        return core::Result<core::Project>::failure(schema.messages());
    if (schema.value() < kProjectSchema)
        return readOlder(database, path, schema.value());
    const bool isNewer = schema.value() > kProjectSchema;
    if (isNewer && newer == NewerSchema::refuse)
        return newerSchema(path, schema.value());
    const core::Result<std::vector<std::string>> tables = tableNames(database, path);
    if (!tables)
        return core::Result<core::Project>::failure(tables.messages());

    ProjectRows rows;
    std::vector<Message> messages;
    if (isNewer) {
        Message notice = newerSchema(path, schema.value());
        notice.severity = core::Severity::warning;
        messages.push_back(std::move(notice));
    }
    std::optional<Message> failure;
    forEachTable(rows, [&](const char* name, const char*, auto& table) {
        if (failure)
            return;
        if (std::find(tables.value().begin(), tables.value().end(), name) == tables.value().end())
            failure = error(ErrorCode::missingTable, JEJARING_TR("{0} lacks the table \"{1}\""), {path, name});
        else if (!readTable(database, name, isNewer, table, messages))
            failure = databaseFailure(database, path);
    });
    if (failure)
        return *failure;
    core::Project project = projectOf(std::move(rows), messages);
    return {std::move(project), std::move(messages)};
}

// What keeps an existing file from being replaced; and whether it is a project whose further tables are to be kept.
struct Existing {
    std::optional<Message> failure;
    bool isProject = false;
    int schema = kProjectSchema;
};

Existing examineExisting(const std::string& path) {
    if (!isGeoPackage(path))
        return {};
    Database database = Database::open(path, Database::Access::write);
    if (!database)
        return {databaseFailure(database, path), false};
    // Whoever has the file open in write-ahead mode would go on with a log that no longer fits it.
    const bool alone = database.execute("PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE");
    const int code = alone ? SQLITE_OK : database.errorCode();
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        return {databaseFailure(database, path), false};
    if (!alone && code != SQLITE_NOTADB && code != SQLITE_CORRUPT)
        return {databaseFailure(database, path), false}; // what is there cannot be kept beside
    if (!alone)
        return {};
    const core::Result<int> schema = schemaOf(database, path);
    if (schema && schema.value() > kProjectSchema)
        return {newerSchema(path, schema.value()), false};
    return {std::nullopt, schema.ok(), schema ? schema.value() : kProjectSchema};
}

} // namespace

core::Result<core::Project> openProject(const std::string& path, NewerSchema newer) {
    if (const std::optional<Message> failure = obstacle(path))
        return *failure;
    Database database = Database::open(path, Database::Access::read);
    if (!database)
        return databaseFailure(database, path);
    return readProject(database, path, newer);
}

core::Result<int> projectSchema(const std::string& path) {
    if (const std::optional<Message> failure = obstacle(path))
        return *failure;
    const Database database = Database::open(path, Database::Access::read);
    return database ? schemaOf(database, path) : databaseFailure(database, path);
}

core::Outcome saveProject(const core::Project& project, const std::string& path, Overwrite overwrite) {
    Existing existing;
    if (struct stat status{}; ::stat(path.c_str(), &status) == 0) {
        if (overwrite == Overwrite::no)
            return error(ErrorCode::alreadyExists, JEJARING_TR("{0} exists already"), {path});
        if (::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0)
            existing = examineExisting(path);
        if (existing.failure)
            return *existing.failure;
    }
    // The file is made in memory, so that the disk sees one plain write and every failure of it is the system's own.
    Database database = Database::inMemory();
    bool written = database && createGeoPackage(database) && database.execute("BEGIN");
    ProjectRowsView rows = rowsOf(project);
    forEachTable(rows, [&](const char* name, const char* description, auto& table) {
        written = written && writeTable(database, name, description, table);
        table = {}; // so that a large project is not in memory once more when the last table is written
    });
    written = written && addMetadata(database, "Jejaring " + std::string(core::version()) + ", schema " +
                                                   std::to_string(kProjectSchema));
    written = written && database.execute("COMMIT");
    if (!written)
        return databaseFailure(database, path);
    const bool allKept = !existing.isProject || keepForeignTables(database, path);
    const DatabaseBytes bytes = database.serialize();
    if (bytes.empty())
        return databaseFailure(database, path);
    database = Database(); // its pages are in the bytes
    std::optional<Message> kept;
    if (existing.schema < kProjectSchema) {
        const core::Result<std::string> backup = backUp(path, existing.schema);
        if (!backup)
            return core::Outcome::failure(
                {error(backup.error().code,
                       JEJARING_TR("{0} was not saved: the file of an older version could not be kept beside it."),
                       {path}),
                 backup.error()});
        kept = core::note(JEJARING_TR("{0} was brought up to date. The older version's file stays beside as {1}."),
                          {path, nameOf(backup.value())});
    }
    const std::span<const std::byte> whole = bytes.span();
    core::Outcome outcome = writeWholeFile(path, std::span(&whole, 1));
    if (outcome && kept)
        outcome.add(*std::move(kept));
    if (outcome && !allKept)
        outcome.add(
            core::warning(JEJARING_TR("Tables that another program added to {0} could not all be kept"), {path}));
    return outcome;
}

} // namespace jejaring::data
