// SPDX-License-Identifier: MIT
// Names of files made of any text: of regions, of sheets.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace jejaring::session {

// What all usual file systems take as a name, ending included: without separators, control characters and what Windows
// reserves, at most 120 bytes of UTF-8. Empty where nothing is left of the text.
[[nodiscard]] std::string safeFileName(std::string_view text);

// Names that differ from each other, also where a file system does not tell capitals apart.
class FileNames {
  public:
    // The safe name, or "name (2)" where that was given before; `otherwise` where nothing is left of the text.
    [[nodiscard]] std::string next(std::string_view text, std::string_view otherwise);

  private:
    std::set<std::string> given_; // in small letters
};

} // namespace jejaring::session
