// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.hpp"

#include <string>
#include <string_view>

namespace jejaring::session {

// Replaces a small file as a whole: written beside it, synced and renamed, so that a reader sees the old or the new
// text and never a half. Makes the folder where it is missing. Errors: permissionDenied, diskFull.
[[nodiscard]] core::Outcome writeFileAtomically(const std::string& path, std::string_view text);

} // namespace jejaring::session
