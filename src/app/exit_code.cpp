// SPDX-License-Identifier: MIT
#include "app/exit_code.hpp"

#include <array>

namespace jejaring::app {
namespace {

constexpr std::array kTable{
    ExitCodeMeaning{ExitCode::success, JEJARING_TR("done")},
    ExitCodeMeaning{ExitCode::usage, JEJARING_TR("wrong arguments")},
    ExitCodeMeaning{ExitCode::wrongFormat, JEJARING_TR("a file is not what it should be, or a table is missing in it")},
    ExitCodeMeaning{ExitCode::noInput, JEJARING_TR("a file is missing or cannot be read")},
    ExitCodeMeaning{ExitCode::unknownRegion, JEJARING_TR("no region has this code")},
    ExitCodeMeaning{ExitCode::newerSchema,
                    JEJARING_TR("a newer version wrote the project, which this one does not change")},
    ExitCodeMeaning{ExitCode::noOpenGl, JEJARING_TR("no display, or no OpenGL 3.3")},
    ExitCodeMeaning{ExitCode::internal, JEJARING_TR("something went wrong inside the program")},
    ExitCodeMeaning{ExitCode::missingFont, JEJARING_TR("no font was found")},
    ExitCodeMeaning{ExitCode::missingBoundaries, JEJARING_TR("the boundaries have not been built")},
    ExitCodeMeaning{ExitCode::exists, JEJARING_TR("the file to be written exists already")},
    ExitCodeMeaning{ExitCode::diskFull, JEJARING_TR("no space is left on the disk")},
    ExitCodeMeaning{ExitCode::locked, JEJARING_TR("another program holds the file")},
    ExitCodeMeaning{ExitCode::incompleteBoundaries, JEJARING_TR("boundaries of some regions were not found")},
    ExitCodeMeaning{ExitCode::noPermission, JEJARING_TR("a file cannot be written there")},
    ExitCodeMeaning{ExitCode::openRows,
                    JEJARING_TR("some rows were not imported: they want an answer or a correction")},
    ExitCodeMeaning{ExitCode::cancelled, JEJARING_TR("stopped by the user")},
};

} // namespace

ExitCode exitCodeOf(core::ErrorCode code) {
    using core::ErrorCode;
    switch (code) {
    case ErrorCode::none:
        return ExitCode::success;
    case ErrorCode::invalidArgument:
        return ExitCode::usage;
    case ErrorCode::wrongFormat:
    case ErrorCode::missingTable:
        return ExitCode::wrongFormat;
    case ErrorCode::notFound:
    case ErrorCode::unreadable:
        return ExitCode::noInput;
    case ErrorCode::unknownRegion:
        return ExitCode::unknownRegion;
    case ErrorCode::newerSchema:
        return ExitCode::newerSchema;
    case ErrorCode::noOpenGl:
        return ExitCode::noOpenGl;
    case ErrorCode::missingFont:
        return ExitCode::missingFont;
    case ErrorCode::missingBoundaries:
        return ExitCode::missingBoundaries;
    case ErrorCode::alreadyExists:
        return ExitCode::exists;
    case ErrorCode::diskFull:
        return ExitCode::diskFull;
    case ErrorCode::locked:
        return ExitCode::locked;
    case ErrorCode::incompleteBoundaries:
        return ExitCode::incompleteBoundaries;
    case ErrorCode::permissionDenied:
        return ExitCode::noPermission;
    case ErrorCode::cancelled:
        return ExitCode::cancelled;
    case ErrorCode::internal:
        break;
    }
    return ExitCode::internal;
}

std::span<const ExitCodeMeaning> exitCodeTable() {
    return kTable;
}

} // namespace jejaring::app
