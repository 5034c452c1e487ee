// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.hpp"

#include <string>

namespace jejaring::data {

// A folder of files that appears when all of them are there: they are written to a folder beside it, which then takes
// its name. Destroyed without commit() it leaves nothing behind.
// Where the folder is there already, they are written to a folder inside it and then put into it: with `overwrite` each
// in the place of the one of its name, and whatever else it holds stays. Where one cannot be put there, none is.
class AtomicFolder {
  public:
    // Errors: alreadyExists (unless `overwrite`, or it is empty), permissionDenied, notFound (the folder it is to be
    // in), diskFull, invalidArgument (a file has that name), internal (any other error of the system, with its text).
    [[nodiscard]] static core::Result<AtomicFolder> create(const std::string& path, bool overwrite);
    ~AtomicFolder();
    AtomicFolder(AtomicFolder&& other) noexcept;
    AtomicFolder& operator=(AtomicFolder&& other) noexcept;

    // Where the files are to be written until commit().
    [[nodiscard]] const std::string& path() const { return temporaryPath_; }
    // Errors: as those of create(), alreadyExists where something took the name meanwhile.
    [[nodiscard]] core::Outcome commit();

  private:
    AtomicFolder() = default;
    void discard();
    // Puts each file into the folder that is there.
    [[nodiscard]] core::Outcome moveFiles();

    std::string target_;        // without a slash at its end
    std::string temporaryPath_; // empty once committed or discarded
    bool merges_ = false;       // into a folder that is there
};

} // namespace jejaring::data
