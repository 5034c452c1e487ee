// SPDX-License-Identifier: MIT
// Notices that a file is not what it was any more, by a thread of its own. It asks for the file's stamp again and
// again, because folders that are shared over a network tell nobody of what other machines do in them.
#pragma once

#include "data/file_stamp.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace jejaring::session {

class FileWatch {
  public:
    // `wake` is called from the thread when there is a change to be taken, and at no other time.
    explicit FileWatch(std::function<void()> wake, std::chrono::milliseconds interval = std::chrono::milliseconds(500));
    ~FileWatch();
    FileWatch(const FileWatch&) = delete;
    FileWatch& operator=(const FileWatch&) = delete;

    // Watches this file from now on, and no other one: any stamp but `known` is a change. What was not taken of the
    // file before is forgotten.
    void follow(std::string path, const data::FileStamp& known);
    // Watches nothing.
    void rest();
    // True once for each follow(), after the file was changed or replaced. One that is still being written counts when
    // it has kept the same stamp for an interval; one that is gone does not count, until there is one again.
    [[nodiscard]] bool takeChange();

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

} // namespace jejaring::session
