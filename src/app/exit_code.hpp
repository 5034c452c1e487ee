// SPDX-License-Identifier: MIT
// What the program's exit status tells a script, after sysexits.h where that has a word for it.
#pragma once

#include "core/result.hpp"

#include <span>
#include <string_view>

namespace jejaring::app {

enum class ExitCode : int {
    success = 0,
    usage = 64,
    wrongFormat = 65,
    noInput = 66,
    unknownRegion = 67,
    newerSchema = 68,
    noOpenGl = 69,
    internal = 70,
    missingFont = 71,
    missingBoundaries = 72,
    exists = 73,
    diskFull = 74,
    locked = 75,
    incompleteBoundaries = 76,
    noPermission = 77,
    openRows = 78,
    cancelled = 130,
};

[[nodiscard]] ExitCode exitCodeOf(core::ErrorCode code);

struct ExitCodeMeaning {
    ExitCode code;
    std::string_view meaning; // message id
};
// In order of code.
[[nodiscard]] std::span<const ExitCodeMeaning> exitCodeTable();

} // namespace jejaring::app
