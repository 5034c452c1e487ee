// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.hpp"
#include "session/session.hpp"

namespace jejaring::app {

// Where the program's own files are: $JEJARING_SHARE (a folder share/jejaring), else share/jejaring beside the
// executable (as in a build tree), else ../share/jejaring from it (as installed). Fails with notFound, naming the
// places looked at.
[[nodiscard]] core::Result<session::Installation> findInstallation();

} // namespace jejaring::app
