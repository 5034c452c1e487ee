// SPDX-License-Identifier: MIT
// Draws everything of a display list that is not the map itself, in few batches: shapes, lines and polygons, glyphs.
#pragma once

#include "render/frame.hpp"
#include "render/glyph_atlas.hpp"
#include "render/image_textures.hpp"
#include "render/shader_program.hpp"
#include "render/strip.hpp"

#include <array>
#include <memory>
#include <vector>

namespace jejaring::render {

class ItemPainter {
  public:
    [[nodiscard]] static core::Result<std::unique_ptr<ItemPainter>> create(const std::string& shaderFolder);

    // Before the first item of a display list.
    void begin(const scene::DisplayList& list, const Frame& frame);

    // Each is kept until flush(), drawn within `clip`, over what overlaps it and came before.
    void add(const scene::Circle& item, const PixelRect& clip);
    void add(const scene::RoundedRect& item, const PixelRect& clip);
    void add(const scene::Polyline& item, const PixelRect& clip);
    void add(const scene::FilledPolygon& item, const PixelRect& clip);
    void add(const scene::GlyphRun& item, const PixelRect& clip);
    void add(const scene::Image& item, const PixelRect& clip);
    void flush();

    // Drops pictures that no recent display list drew.
    void trim() { images_.trim(); }

  private:
    enum class Technique : std::uint8_t { line, shape, glyph, image };
    static constexpr std::size_t kTechniqueCount = 4;

    using Rgba = std::array<std::uint8_t, 4>;
    struct LineVertex {
        StripPoint at;
        std::array<float, 4> segment{};
        std::array<float, 4> profile{};
        Rgba color{};
        float dash = 0;
    };
    struct ShapeVertex {
        StripPoint at;
        std::array<float, 4> box{};
        std::array<float, 4> form{};
        Rgba fill{};
        Rgba stroke{};
        Rgba patternColor{};
    };
    struct GlyphVertex {
        StripPoint at;
        std::array<float, 2> texel{};
        Rgba color{};
    };
    struct ImageVertex {
        StripPoint at;
        std::array<float, 4> box{};
        std::array<float, 4> part{};
        std::array<float, 2> form{};
    };
    // What is drawn with one call.
    struct Batch {
        Technique technique = Technique::line;
        GLuint texture = 0; // of a picture
        PixelRect clip;
        std::vector<PixelRect> boxes; // of its items
        PixelRect bounds;
        std::vector<std::uint32_t> indices;
    };
    struct Program {
        ShaderProgram program;
        GLint picture, origin, unit;
    };

    explicit ItemPainter(std::vector<Program> programs);

    [[nodiscard]] static Rgba rgba(const scene::Color& color) { return {color.r, color.g, color.b, color.a}; }
    [[nodiscard]] StripPoint pixel(geo::Point layout) const;
    [[nodiscard]] bool inView(const PixelRect& box, const PixelRect& clip) const;
    // The batch that an item covering `box` may join without changing what is seen.
    [[nodiscard]] Batch& batchFor(Technique technique, const PixelRect& box, const PixelRect& clip, GLuint texture = 0);
    void addShape(const std::array<float, 4>& box, const std::array<float, 4>& form, Rgba fill, Rgba stroke,
                  Rgba patternColor, const PixelRect& clip);
    void addGlyphs(const scene::GlyphRun& item, const scene::Color& color, float haloInPixels, const PixelRect& clip);

    std::vector<Program> programs_; // by Technique
    GlyphAtlas atlas_;
    ImageTextures images_;
    IndexedMesh lineMesh_;
    IndexedMesh shapeMesh_;
    IndexedMesh glyphMesh_;
    IndexedMesh imageMesh_;
    Frame frame_;
    std::vector<LineVertex> lines_;
    std::vector<ShapeVertex> shapes_;
    std::vector<GlyphVertex> glyphs_;
    std::vector<ImageVertex> imageQuads_;
    std::vector<Batch> batches_;
    Strip strip_;
    std::vector<StripPoint> points_;
};

} // namespace jejaring::render
