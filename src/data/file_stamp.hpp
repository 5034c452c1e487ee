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
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

// Nothing where there is no such file.
[[nodiscard]] std::optional<FileStamp> stampOf(const std::string& path);

} // namespace jejaring::data
