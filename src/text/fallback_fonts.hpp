// SPDX-License-Identifier: MIT
// Fonts for letters that the family of texts lacks, by fontconfig. Used inside src/text only.
#pragma once

#include "text/font_files.hpp"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace jejaring::text {

// The language whose fonts a script is drawn in (BCP 47), English where none is known. Scripts are those of ISO 15924,
// four letters in one number as HarfBuzz has them.
[[nodiscard]] const char* languageOfScript(std::uint32_t script);

// Not to be shared between threads.
class FallbackFonts {
  public:
    FallbackFonts();
    ~FallbackFonts();
    FallbackFonts(const FallbackFonts&) = delete;
    FallbackFonts& operator=(const FallbackFonts&) = delete;

    // For each of some letters of one script the font that it is drawn in, null where no installed one has it. Sans
    // serif and of about this weight where there is a choice; one that has all the letters goes before others. The
    // same for the same installed fonts, whatever was asked before. The files stay where they are.
    [[nodiscard]] std::vector<const FontFile*> find(std::u32string_view letters, std::uint32_t script,
                                                    FontWeight weight);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace jejaring::text
