// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <sys/types.h>

namespace jejaring::data {

// Whether a file is to outlast a loss of power right after it was written. It costs some milliseconds.
enum class Durable : std::uint8_t { no, yes };

// A file that appears under its name only when it is whole: written beside it under another name, and renamed.
// A link is followed, so that the file it points to is replaced; a file that is replaced hands on its permissions.
// Destroyed without commit() it leaves nothing behind.
class AtomicFile {
  public:
    // Errors: alreadyExists (unless `overwrite`), permissionDenied, notFound (no such folder), diskFull,
    // invalidArgument (a folder, or a device), internal (any other error of the system, with its text).
    [[nodiscard]] static core::Result<AtomicFile> create(const std::string& path, bool overwrite);
    ~AtomicFile();
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) noexcept;

    // After a failure all later writes do nothing; commit() reports it.
    void write(std::span<const std::byte> bytes);
    void write(std::span<const std::uint8_t> bytes) { write(std::as_bytes(bytes)); }
    [[nodiscard]] bool failed() const { return failure_ != 0; }
    // Errors: as those of create(), alreadyExists where another file took the name meanwhile.
    [[nodiscard]] core::Outcome commit(Durable durable = Durable::yes);

  private:
    AtomicFile() = default;
    [[nodiscard]] bool takeMode(mode_t mode);
    void discard();

    std::string path_;
    std::string temporaryPath_; // empty once committed or discarded
    bool overwrite_ = false;
    int descriptor_ = -1;
    int failure_ = 0; // errno of the first failure
};

// Removes what writers of this file that were killed left beside it. Only for who knows that nobody else writes it now.
void removePartialFiles(const std::string& path);

} // namespace jejaring::data
