// SPDX-License-Identifier: MIT
// Copies of projects with changes that were not saved, for the start after a crash. Each window keeps one copy in a
// folder of its own; a copy whose window is gone is abandoned, and can be restored.
#pragma once

#include "core/project.hpp"
#include "core/result.hpp"

#include <memory>
#include <string>
#include <vector>

namespace jejaring::data {

// A copy that a window left behind.
struct AbandonedCopy {
    std::string folder;      // names it for restoring and discarding
    std::string projectPath; // of the project it is a copy of; empty where it had never been saved
    std::string title;       // of the project
    std::string written;     // ISO 8601 date and time, UTC
};

// The copy of one window. It is abandoned, not removed, where the process ends without clear().
class RecoveryCopy {
  public:
    // Nothing is written before the first save().
    explicit RecoveryCopy(std::string recoveryFolder);
    ~RecoveryCopy();
    RecoveryCopy(const RecoveryCopy&) = delete;
    RecoveryCopy& operator=(const RecoveryCopy&) = delete;

    // Makes a copy that another window left behind its own: nobody else is offered it any more, it stays as it is until
    // the next save(), and clear() removes it. Errors: locked where another window was faster, notFound where it is
    // gone by now, and openProject's; then nothing has changed.
    [[nodiscard]] core::Result<core::Project> takeOver(const AbandonedCopy& abandoned);
    // Whole or not at all; the copy before stays until the new one is complete. Errors: permissionDenied, diskFull,
    // unreadable.
    [[nodiscard]] core::Outcome save(const core::Project& project, const std::string& projectPath);
    // There is nothing to recover any more.
    void clear();

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

// The copies in `recoveryFolder` whose windows are gone, newest first.
[[nodiscard]] std::vector<AbandonedCopy> abandonedCopies(const std::string& recoveryFolder);

// The project of a copy; the copy stays until it is discarded. Errors as openProject's.
[[nodiscard]] core::Result<core::Project> readCopy(const AbandonedCopy& copy);
// Leaves it where a window has taken it over meanwhile.
void discardCopy(const AbandonedCopy& copy);

} // namespace jejaring::data
