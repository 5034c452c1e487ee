// SPDX-License-Identifier: MIT
// Whole files, read and written so that a reader never sees half of one.
#pragma once

#include "core/result.hpp"
#include "data/atomic_file.hpp"

#include <cstddef>
#include <span>
#include <string>

namespace jejaring::data {

// Errors: notFound, unreadable (no permission, a folder, a read error).
[[nodiscard]] core::Result<std::string> readWholeFile(const std::string& path);

// Replaces the file by the parts, one after another, as AtomicFile does. Errors: its.
[[nodiscard]] core::Outcome writeWholeFile(const std::string& path, std::span<const std::span<const std::byte>> parts,
                                           Durable durable = Durable::yes);

} // namespace jejaring::data
