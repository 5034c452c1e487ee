// SPDX-License-Identifier: MIT
// The program in its window.
#pragma once

#include "session/session.hpp"

#include <optional>
#include <string>

namespace jejaring::ui {

struct LaunchOptions {
    session::Installation installation;
    std::string configFolder;
    std::string boundaries;                 // boundaries.gpkg; where it is missing the window says how to build it
    std::string project;                    // empty: the sample, as a copy
    std::optional<text::Language> language; // for this run; else the one remembered
    std::string uiStateFile;                // where to keep the window's state as JSON for tests; empty: nowhere
};

// Opens the window and returns when it was closed. Fails with noOpenGl or missingFont where there is no window to be
// had. text::initTranslations must have been called. Main thread only.
[[nodiscard]] core::Outcome run(const LaunchOptions& options);

} // namespace jejaring::ui
