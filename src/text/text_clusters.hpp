// SPDX-License-Identifier: MIT
// Which letters of a run's string stand behind which of its glyphs.
#pragma once

#include "text/font.hpp"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace jejaring::text {

// Bytes of the string and the glyphs they became; clusters follow each other in both.
struct TextCluster {
    int bytes = 0;
    int glyphs = 0;
};

struct RunText {
    std::vector<TextCluster> clusters;
    double tracking = 0; // layout units added between letters
};

// Shapes strings again to learn what the glyphs do not say.
class TextClusters {
  public:
    // The fonts must outlive this.
    explicit TextClusters(const FontSet& fonts);
    ~TextClusters();
    TextClusters(const TextClusters&) = delete;
    TextClusters& operator=(const TextClusters&) = delete;

    // Of a run that FontSet::shape made from the string; one cluster for all of it where it was made otherwise.
    [[nodiscard]] RunText of(std::string_view utf8, FontWeight weight, float size, std::span<const Glyph> glyphs) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace jejaring::text
