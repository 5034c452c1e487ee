// SPDX-License-Identifier: MIT
#include "data/sqlite.hpp"

#include "core/phrase.hpp"
#include "core/reason.hpp"

#include <cerrno>
#include <utility>

#include <sqlite3.h>

namespace jejaring::data {
namespace {

// How long a lock of another process is waited for: a GIS that saves is done by then, one that edits is not.
constexpr int kBusyMilliseconds = 250;

std::string immutableAddress(const std::string& path) {
    std::string address = "file:";
    for (const char c : path)
        if (c == '%' || c == '?' || c == '#')
            address += c == '%' ? "%25" : c == '?' ? "%3f" : "%23";
        else
            address += c;
    return address + "?immutable=1";
}

} // namespace

void Database::Close::operator()(sqlite3* handle) const {
    sqlite3_close_v2(handle);
}

Database Database::inMemory() {
    return open(":memory:", Access::write);
}

Database Database::open(const std::string& path, Access access) {
    sqlite3* handle = nullptr;
    const int flags = access == Access::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    if (access == Access::immutable)
        sqlite3_open_v2(immutableAddress(path).c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI,
                        nullptr);
    else
        sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database;
    database.handle_.reset(handle);
    if (handle != nullptr) {
        sqlite3_busy_timeout(handle, kBusyMilliseconds);
        // Else a column that is missing would be read as the text of its name.
        sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
        // Views and the like of a file call no function that does more than compute.
        sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    }
    return database;
}

Database Database::copy() const {
    Database copy = inMemory();
    sqlite3_backup* const backup = copy ? sqlite3_backup_init(copy.handle(), "main", handle_.get(), "main") : nullptr;
    if (backup == nullptr)
        return {};
    constexpr int kAllPages = -1;
    const bool whole = sqlite3_backup_step(backup, kAllPages) == SQLITE_DONE;
    sqlite3_backup_finish(backup);
    return whole ? std::move(copy) : Database();
}

bool Database::execute(const std::string& sql) {
    return sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

int Database::errorCode() const {
    return sqlite3_errcode(handle_.get()) & 0xff;
}

std::string Database::errorText() const {
    return sqlite3_errmsg(handle_.get());
}

void DatabaseBytes::Free::operator()(unsigned char* bytes) const {
    sqlite3_free(bytes);
}

DatabaseBytes Database::serialize() const {
    sqlite3_int64 size = 0;
    unsigned char* const bytes = sqlite3_serialize(handle_.get(), "main", &size, 0);
    return {bytes, static_cast<std::size_t>(size)};
}

void Statement::Finalize::operator()(sqlite3_stmt* handle) const {
    sqlite3_finalize(handle);
}

Statement::Statement(const Database& database, const std::string& sql) {
    sqlite3_stmt* handle = nullptr;
    failed_ =
        sqlite3_prepare_v2(database.handle(), sql.c_str(), static_cast<int>(sql.size()), &handle, nullptr) != SQLITE_OK;
    handle_.reset(handle);
}

void Statement::bindNull(int parameter) {
    sqlite3_bind_null(handle_.get(), parameter);
}
void Statement::bind(int parameter, long long value) {
    sqlite3_bind_int64(handle_.get(), parameter, value);
}
void Statement::bind(int parameter, double value) {
    sqlite3_bind_double(handle_.get(), parameter, value);
}
void Statement::bind(int parameter, std::string_view text) {
    sqlite3_bind_text64(handle_.get(), parameter, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}
void Statement::bind(int parameter, std::span<const std::byte> blob) {
    sqlite3_bind_blob64(handle_.get(), parameter, blob.data(), blob.size(), SQLITE_STATIC);
}

bool Statement::step() {
    const int result = sqlite3_step(handle_.get());
    failed_ = result != SQLITE_ROW && result != SQLITE_DONE;
    return result == SQLITE_ROW;
}

void Statement::reset() {
    sqlite3_reset(handle_.get());
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
}
long long Statement::integer(int column) const {
    return sqlite3_column_int64(handle_.get(), column);
}
double Statement::number(int column) const {
    return sqlite3_column_double(handle_.get(), column);
}
std::string_view Statement::text(int column) const {
    // The pointer first: asking for the length before may count another encoding.
    const auto* const text = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
    return text == nullptr
               ? std::string_view{}
               : std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column)));
}
std::span<const std::byte> Statement::blob(int column) const {
    const auto* const bytes = static_cast<const std::byte*>(sqlite3_column_blob(handle_.get(), column));
    return {bytes, bytes == nullptr ? 0 : static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

std::string quoted(std::string_view name) {
    std::string result = "\"";
    for (const char c : name) {
        result += c;
        if (c == '"')
            result += '"';
    }
    return result + '"';
}

std::string databaseReason(const Database& database) {
    const std::string text = database ? database.errorText() : "";
    switch (database ? database.errorCode() : SQLITE_NOMEM) {
    case SQLITE_CORRUPT:
        return core::phrase(JEJARING_TR("its parts do not fit together"));
    case SQLITE_NOTADB:
        return core::phrase(JEJARING_TR("it does not begin as a database does"));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return core::systemReason(EBUSY);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return core::systemReason(EACCES);
    case SQLITE_FULL:
        return core::systemReason(ENOSPC);
    case SQLITE_IOERR:
        return core::systemReason(EIO);
    case SQLITE_NOMEM:
        return core::systemReason(ENOMEM);
    case SQLITE_CANTOPEN:
        return core::phrase(JEJARING_TR("the system does not open it"));
    default:
        break;
    }
    for (const auto& [beginning, id] :
         {std::pair<std::string_view, std::string_view>{"no such table: ", JEJARING_TR("it lacks the table \"{0}\"")},
          {"no such column: ", JEJARING_TR("it lacks the column \"{0}\"")}})
        if (text.starts_with(beginning))
            return core::phrase(id, {text.substr(beginning.size())});
    return "(" + text + ")";
}

core::Message databaseFailure(const Database& database, const std::string& path) {
    using core::error;
    using core::ErrorCode;
    switch (database ? database.errorCode() : SQLITE_NOMEM) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error(ErrorCode::locked, JEJARING_TR("{0} is in use by another program"), {path});
    case SQLITE_FULL:
        return error(ErrorCode::diskFull, JEJARING_TR("No space left to write {0}"), {path});
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return error(ErrorCode::permissionDenied, JEJARING_TR("No permission to write {0}"), {path});
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is damaged: {1}"), {path, databaseReason(database)});
    case SQLITE_ERROR:
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is not as a Jejaring project should be: {1}"),
                     {path, databaseReason(database)});
    case SQLITE_NOMEM:
        return error(ErrorCode::internal, JEJARING_TR("Not enough memory for {0}"), {path});
    default:
        return error(ErrorCode::unreadable, JEJARING_TR("{0} cannot be read: {1}"), {path, databaseReason(database)});
    }
}

} // namespace jejaring::data
