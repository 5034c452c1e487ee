// SPDX-License-Identifier: MIT
// Glyphs rasterised by FreeType at their exact size in pixels, kept side by side in one texture.
#pragma once

#include "render/gl_object.hpp"
#include "text/font.hpp"

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

namespace jejaring::render {

// What one rasterised glyph depends on.
struct GlyphKey {
    std::uint32_t index = 0;
    std::uint32_t size = 0;  // em in 1/64 pixel
    std::uint16_t halo = 0;  // how far the glyph is fattened, in 1/64 pixel
    std::int16_t angle = 0;  // clockwise, in 1/10000 radian
    std::uint8_t shiftX = 0; // quarters of a pixel to the right
    std::uint8_t shiftY = 0; // and down
    text::FaceId face = 0;
    friend bool operator==(const GlyphKey&, const GlyphKey&) = default;
};

struct GlyphKeyHash {
    std::size_t operator()(const GlyphKey& key) const;
};

// Where a glyph lies in the atlas, and where its upper left corner stands from its origin (x to the right, y down).
struct AtlasGlyph {
    int texelX = 0;
    int texelY = 0;
    int width = 0; // pixels; 0 for a blank
    int height = 0;
    int left = 0;
    int top = 0;
};

class GlyphAtlas {
  public:
    GlyphAtlas();
    ~GlyphAtlas();

    // Before the first glyph of a display list. Starts afresh where the fonts changed or much has piled up.
    void begin(const std::shared_ptr<const text::FontSet>& fonts);
    // A blank where the font has no such glyph or its file cannot be read.
    [[nodiscard]] const AtlasGlyph& glyph(const GlyphKey& key);
    // Uploads what is new and binds the texture to unit 0.
    void bind();

  private:
    struct Rasterizer;
    [[nodiscard]] AtlasGlyph rasterize(const GlyphKey& key);
    void clear();

    std::unique_ptr<Rasterizer> rasterizer_;
    std::shared_ptr<const text::FontSet> fonts_;
    std::unordered_map<GlyphKey, AtlasGlyph, GlyphKeyHash> glyphs_;
    std::vector<std::uint8_t> texels_; // rows of kWidth
    int height_ = 0;
    int shelfTop_ = 0; // glyphs stand on shelves, each as high as its highest glyph
    int shelfHeight_ = 0;
    int shelfX_ = 0;
    int dirtyTop_ = 0; // rows that the texture lacks
    int dirtyBottom_ = 0;
    int textureHeight_ = 0;
    GlTexture texture_;
};

} // namespace jejaring::render
