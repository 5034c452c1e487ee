// SPDX-License-Identifier: MIT
// Keeps a recovery copy of a project with changes that are not saved, by a thread of its own.
#pragma once

#include "core/project.hpp"
#include "core/result.hpp"
#include "data/project/recovery.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace jejaring::session {

class Autosaver {
  public:
    // Writes to `recoveryFolder` (empty: never), `delay` after the first change that is not in the copy: what changes
    // meanwhile goes into the same one. Copies that take long to write are written less often. `wake` is called from
    // the thread when a failure waits to be taken.
    Autosaver(std::string recoveryFolder, std::function<void()> wake,
              std::chrono::milliseconds delay = std::chrono::seconds(3));
    // The copy stays where it was not cleared.
    ~Autosaver();
    Autosaver(const Autosaver&) = delete;
    Autosaver& operator=(const Autosaver&) = delete;

    // The newest state.
    void keep(std::shared_ptr<const core::Project> project, std::string projectPath);
    // Goes on with a copy that holds the newest state already, in place of its own, which is removed.
    void adopt(std::shared_ptr<data::RecoveryCopy> copy);
    // Everything is saved: removes the copy.
    void clear();
    // Waits until the newest state is written or removed. For tests and for leaving in haste.
    void finish();
    // Why the last copies could not be written; each failure once.
    [[nodiscard]] std::vector<core::Message> takeFailures();

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

} // namespace jejaring::session
