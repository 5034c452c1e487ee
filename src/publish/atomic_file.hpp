// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace jejaring::publish {

// A file that appears under its name only when it is whole: written beside it under another name, synced, and renamed.
// Destroyed without commit() it leaves nothing behind.
class AtomicFile {
  public:
    // Errors: alreadyExists (unless `overwrite`), permissionDenied, notFound (no such folder), diskFull.
    [[nodiscard]] static core::Result<AtomicFile> create(const std::string& path, bool overwrite);
    ~AtomicFile();
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) noexcept;

    // After a failure all later writes do nothing; commit() reports it.
    void write(std::span<const std::uint8_t> bytes);
    [[nodiscard]] bool failed() const { return failure_ != 0; }
    // Errors: diskFull, permissionDenied, and alreadyExists where another file took the name meanwhile.
    [[nodiscard]] core::Outcome commit();

  private:
    AtomicFile() = default;
    void discard();

    std::string path_;
    std::string temporaryPath_; // empty once committed or discarded
    bool overwrite_ = false;
    int descriptor_ = -1;
    int failure_ = 0; // errno of the first failure
};

} // namespace jejaring::publish
