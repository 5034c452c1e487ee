// SPDX-License-Identifier: MIT
// SQLite as far as the project store needs it. A GeoPackage is an SQLite database; reading one through SQLite alone
// saves the tens of milliseconds that loading GDAL takes.
#pragma once

#include "core/result.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace jejaring::data {

// A database as the bytes of a file.
class DatabaseBytes {
  public:
    DatabaseBytes() = default;
    // `bytes` is SQLite's.
    DatabaseBytes(unsigned char* bytes, std::size_t size) : bytes_(bytes), size_(bytes == nullptr ? 0 : size) {}
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] std::span<const std::byte> span() const {
        return {reinterpret_cast<const std::byte*>(bytes_.get()), size_};
    }

  private:
    struct Free {
        void operator()(unsigned char* bytes) const;
    };
    std::unique_ptr<unsigned char, Free> bytes_;
    std::size_t size_ = 0;
};

class Database {
  public:
    Database() = default;

    [[nodiscard]] static Database inMemory();
    // `immutable`: read, of a file that nobody writes now; leaves nothing beside it, whatever its journal's mode.
    enum class Access { read, immutable, write };
    // Null where it cannot be opened even so far as to ask why.
    [[nodiscard]] static Database open(const std::string& path, Access access);

    // A copy in memory, as of one moment; null where the database cannot be read or memory ran out.
    [[nodiscard]] Database copy() const;

    explicit operator bool() const { return handle_ != nullptr; }
    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }
    // Runs statements without parameters and drops their rows. False where one failed; see errorCode.
    bool execute(const std::string& sql);
    // SQLite's primary result code of the last failure, and its text.
    [[nodiscard]] int errorCode() const;
    [[nodiscard]] std::string errorText() const;
    // The database as the bytes of a file; empty where memory ran out.
    [[nodiscard]] DatabaseBytes serialize() const;

  private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    std::unique_ptr<sqlite3, Close> handle_;
};

// A prepared statement. Parameters count from 1, columns from 0.
class Statement {
  public:
    Statement(const Database& database, const std::string& sql);

    // False where the SQL could not be prepared.
    explicit operator bool() const { return handle_ != nullptr; }
    void bindNull(int parameter);
    void bind(int parameter, long long value);
    void bind(int parameter, double value);
    // The bytes must live until reset() or the end.
    void bind(int parameter, std::string_view text);
    void bind(int parameter, std::span<const std::byte> blob);

    // True where there is a row. False at the end or on failure: see failed().
    [[nodiscard]] bool step();
    [[nodiscard]] bool failed() const { return failed_; }
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] long long integer(int column) const;
    [[nodiscard]] double number(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::span<const std::byte> blob(int column) const;

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* handle) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> handle_;
    bool failed_ = false;
};

// A name as SQL writes it, in double quotes.
[[nodiscard]] std::string quoted(std::string_view name);

// Why the last call failed, as an argument of a message; of a rare failure SQLite's own words in brackets.
[[nodiscard]] std::string databaseReason(const Database& database);
// The last failure of a database at `path`, as a message: locked, diskFull, permissionDenied, wrongFormat or
// unreadable.
[[nodiscard]] core::Message databaseFailure(const Database& database, const std::string& path);

} // namespace jejaring::data
