// SPDX-License-Identifier: MIT
// The commands, one function each. They report on the console and answer the exit code.
#pragma once

#include "app/arguments.hpp"
#include "core/project.hpp"
#include "data/project/project_store.hpp"
#include "session/session.hpp"

namespace jejaring::app {

[[nodiscard]] ExitCode runExport(const ExportArguments& arguments, const session::Installation& installation,
                                 const Console& console);
[[nodiscard]] ExitCode runAtlas(const AtlasArguments& arguments, const session::Installation& installation,
                                const Console& console);
[[nodiscard]] ExitCode runDeck(const DeckArguments& arguments, const session::Installation& installation,
                               const Console& console);
[[nodiscard]] ExitCode runInfo(const InfoArguments& arguments, const session::Installation& installation,
                               const Console& console);
[[nodiscard]] ExitCode runSample(const SampleArguments& arguments, const session::Installation& installation,
                                 const Console& console);
[[nodiscard]] ExitCode runImport(const ImportArguments& arguments, const session::Installation& installation,
                                 const Console& console);
[[nodiscard]] ExitCode runTable(const TableArguments& arguments, const session::Installation& installation,
                                const Console& console);
[[nodiscard]] ExitCode runBoundariesBuild(const BoundariesBuildArguments& arguments,
                                          const session::Installation& installation, const Console& console);
[[nodiscard]] ExitCode runBoundariesImport(const BoundariesImportArguments& arguments, const Console& console);
[[nodiscard]] ExitCode runWindow(const WindowArguments& arguments, const session::Installation& installation,
                                 const Console& console);

// The project that an argument names: a file, or the built-in sample. Commands that write nothing into it read what
// they understand of one that a newer version wrote, with a warning.
[[nodiscard]] core::Result<core::Project> readProject(const std::string& project,
                                                      const session::Installation& installation,
                                                      data::NewerSchema newer = data::NewerSchema::read);
// `path`, or where `jejaring boundaries build` writes.
[[nodiscard]] std::string boundariesOr(const std::string& path);

// From the first call on, SIGINT and SIGTERM no longer end the program; stopRequested() tells that one came.
void watchSignals();
[[nodiscard]] bool stopRequested();

} // namespace jejaring::app
