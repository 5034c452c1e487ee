// SPDX-License-Identifier: MIT
// What tells one state of a file from another without reading it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace jejaring::data {

struct FileStamp {
    std::uint64_t device = 0;
    std::uint64_t file = 0;   // inode
    std::int64_t size = 0;    // bytes
    std::int64_t changed = 0; // nanoseconds since 1970
    // Of the log beside it in which SQLite's write-ahead mode keeps changes until the file takes them; 0 for none.
    std::int64_t logSize = 0;
    std::int64_t logChanged = 0;
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

// Nothing where there is no such file. An empty log is none: a reader leaves one.
[[nodiscard]] std::optional<FileStamp> stampOf(const std::string& path);

} // namespace jejaring::data
