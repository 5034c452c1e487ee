// SPDX-License-Identifier: MIT
// Whole files, read and written so that a reader never sees half of one.
#pragma once

#include "core/result.hpp"

#include <cstddef>
#include <span>
#include <string>

namespace jejaring::data {

// Errors: notFound, unreadable (no permission, a folder, a read error).
[[nodiscard]] core::Result<std::string> readWholeFile(const std::string& path);

// Writes the parts one after another beside the file, syncs, renames over it and syncs the folder. A link is followed,
// so that the file it points to is replaced. Nothing is left behind on failure. Errors: notFound (no such folder),
// permissionDenied, diskFull, unreadable (any other error of the system, with its text).
[[nodiscard]] core::Outcome writeWholeFile(const std::string& path, std::span<const std::span<const std::byte>> parts);

// Removes what writers of this file that were killed left beside it. Only for who knows that nobody else writes it now.
void removePartialFiles(const std::string& path);

} // namespace jejaring::data
