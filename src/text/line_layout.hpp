// SPDX-License-Identifier: MIT
// Lines of text in the faces of several fonts. Used inside src/text only.
#pragma once

#include "text/font_face.hpp"
#include "text/text_layout.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace jejaring::text {

struct OpenFace {
    FaceId id = 0;
    const FontFace* face = nullptr;
};
// For each of some letters of one script another face that has it; without a face where there is none.
using OtherFaces = std::function<std::vector<OpenFace>(std::u32string_view letters, hb_script_t script)>;

// In one face, which is all there is to most lines; with glyph 0 for what the face lacks.
[[nodiscard]] TextLayout layOut(std::string_view utf8, OpenFace own);
[[nodiscard]] bool isComplete(const TextLayout& layout);
// In other faces where the own one has no letter. Directions and their order are those of the Unicode bidirectional
// algorithm (UAX #9); a line is read from the left unless all of its letters are read from the right.
[[nodiscard]] TextLayout layOut(std::string_view utf8, OpenFace own, const OtherFaces& others);

// Where a text may be cut: 0, and the bytes at which its letters end, with what stands on them.
[[nodiscard]] std::vector<std::size_t> letterEnds(std::string_view utf8);

} // namespace jejaring::text
