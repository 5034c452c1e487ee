// SPDX-License-Identifier: MIT
// Draws the map's own items: fills of regions, neighbours, lakes, borders, outlines.
#pragma once

#include "render/frame.hpp"
#include "render/map_mesh.hpp"
#include "render/shader_program.hpp"

#include <memory>
#include <unordered_map>
#include <vector>

namespace jejaring::render {

class MapPainter {
  public:
    [[nodiscard]] static core::Result<std::unique_ptr<MapPainter>> create(const std::string& shaderFolder);

    // Before the first item of a display list; the list must live until the last one.
    void begin(const scene::DisplayList& list, const Frame& frame);

    // Each restricts itself to its map's frame within `clip`.
    void draw(const scene::WorldFill& item, const PixelRect& clip);
    void draw(const scene::LakeFill& item, const PixelRect& clip);
    void draw(const scene::RegionFills& item, const PixelRect& clip);
    void draw(const scene::BorderStroke& item, const PixelRect& clip);
    void draw(const scene::RegionOutline& item, const PixelRect& clip);

    // Drops levels of detail and tables of styles that no recent frame drew.
    void trim();

  private:
    struct FillProgram {
        ShaderProgram program;
        GLint picture, camera, view, single, color;
    };
    struct PatternProgram {
        ShaderProgram program;
        GLint picture, origin, camera, view, pattern;
    };
    // The three kinds of map_strip share most uniforms; a kind ignores those it lacks.
    enum class StripKind : std::uint8_t { stroke, edge, mix };
    struct StripProgram {
        ShaderProgram program;
        GLint picture, origin, camera, view, extent, color, profile, outside;
    };
    struct Level {
        std::shared_ptr<const geo::MapGeometry> geometry; // keeps the level that the mesh refers to
        LevelMesh mesh;
        std::uint64_t lastDrawn = 0;
    };
    struct Styles {
        std::shared_ptr<const std::vector<scene::RegionStyle>> source;
        GlTexture texture;
        bool opaque = true;
        bool patterned = false;
        std::uint64_t lastDrawn = 0;
    };
    // A map as it lies in the picture.
    struct Placement {
        const geo::MapGeometry* geometry = nullptr;
        LevelMesh* mesh = nullptr;
        float camera[4] = {};
        float view[3] = {};
        double metresPerPixel = 1;
        double anchorX = 0; // the pixel of the geometry's origin
        double anchorY = 0;
        PixelRect pixels;
    };

    MapPainter(FillProgram fill, PatternProgram pattern, std::vector<StripProgram> strips)
        : fill_(std::move(fill)), pattern_(std::move(pattern)), strips_(std::move(strips)) {}

    [[nodiscard]] Placement& place(std::size_t map);
    [[nodiscard]] const Styles& stylesFor(const scene::RegionFills& item);
    [[nodiscard]] bool startItem(const Placement& placement, const PixelRect& clip, double margin);
    void useFill(const Placement& placement, const scene::Color* color);
    // The program is in use and has its uniforms; `extent` is half the strip's width in pixels.
    const StripProgram& useStrip(const Placement& placement, StripKind kind, float extent);
    // Coverage is `reach` minus the distance in pixels, at most `most`.
    void useStroke(const Placement& placement, float reach, float most, const scene::Color& color);
    void useLine(const Placement& placement, float widthInPixels, const scene::Color& color);
    void addRange(const MeshChunk& chunk);
    void drawRanges();
    template <class Chunks, class Accept> void drawChunks(const Chunks& chunks, const Accept& accept);

    FillProgram fill_;
    PatternProgram pattern_;
    std::vector<StripProgram> strips_; // by StripKind
    const scene::DisplayList* list_ = nullptr;
    Frame frame_;
    std::vector<Placement> placements_;
    MeshBox visible_; // of the item being drawn
    std::vector<GLsizei> counts_;
    std::vector<const void*> offsets_;
    std::uint32_t rangeEnd_ = 0;
    std::unordered_map<const geo::LevelOfDetail*, Level> levels_;
    std::vector<Styles> styles_;
    std::uint64_t drawn_ = 0; // display lists so far
};

} // namespace jejaring::render
