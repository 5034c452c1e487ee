// SPDX-License-Identifier: MIT
// Who has a project open to write it. A lock lies beside the project, ".~lock.NAME#", so that other machines on a
// shared folder see it, too; the system lets go of it when its process ends, however it ends.
#pragma once

#include <optional>
#include <string>

namespace jejaring::data {

class ProjectLock {
  public:
    enum class State {
        none,   // not asked for
        held,   // by this process
        taken,  // by another one, or by another window of this one
        failed, // no lock can be made beside the file, e.g. in a folder without permission to write
    };

    // As the holder wrote it; any part may be empty.
    struct Holder {
        std::string user;
        std::string host;
        std::string process; // its number
    };

    ProjectLock() = default;
    ~ProjectLock();
    ProjectLock(ProjectLock&& other) noexcept;
    ProjectLock& operator=(ProjectLock&& other) noexcept;

    // Does not wait for other windows, except up to 5 seconds for one whose process is ending, as after a crash. The
    // project itself need not exist.
    [[nodiscard]] static ProjectLock acquire(const std::string& projectPath);

    [[nodiscard]] State state() const { return state_; }
    // Of the other one, where taken.
    [[nodiscard]] const std::optional<Holder>& holder() const { return holder_; }

  private:
    void release();

    State state_ = State::none;
    int handle_ = -1;
    std::string file_;
    std::optional<Holder> holder_;
};

} // namespace jejaring::data
