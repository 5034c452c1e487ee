// SPDX-License-Identifier: MIT
// A zip file in memory, put together part by part. The same parts give the same bytes, whatever the day.
#pragma once

#include "core/result.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace jejaring::publish {

class ZipPackage {
  public:
    // Parts stand in the file in the order in which they are added. Precondition: no name comes twice.
    void add(std::string name, std::string content) { parts_.push_back({std::move(name), std::move(content)}); }

    // Errors: internal (with the library's own word).
    [[nodiscard]] core::Result<std::vector<std::byte>> bytes() const;

  private:
    struct Part {
        std::string name;
        std::string content;
    };
    std::vector<Part> parts_;
};

} // namespace jejaring::publish
