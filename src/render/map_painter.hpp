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
    struct StripProgram {
        ShaderProgram program;
        GLint picture, origin, camera, view, extent, single, color, profile, outward;
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
    // How a strip is shaded: see map_strip.frag.
    struct Stroke {
        float extent = 0;
        float profile[4] = {};
        bool outward = false;
        const scene::Color* color = nullptr; // null: the colours beside
    };

    MapPainter(FillProgram fill, PatternProgram pattern, StripProgram strip)
        : fill_(std::move(fill)), pattern_(std::move(pattern)), strip_(std::move(strip)) {}

    [[nodiscard]] Placement& place(std::size_t map);
    [[nodiscard]] const Styles& stylesFor(const scene::RegionFills& item);
    [[nodiscard]] bool startItem(const Placement& placement, const PixelRect& clip, double margin);
    void useFill(const Placement& placement, const scene::Color* color);
    void useStrip(const Placement& placement, const Stroke& stroke);
    static Stroke strokeOf(float widthInPixels, const scene::Color& color);
    void addRange(const MeshChunk& chunk);
    void drawRanges();
    template <class Chunks, class Accept> void drawChunks(const Chunks& chunks, const Accept& accept);

    FillProgram fill_;
    PatternProgram pattern_;
    StripProgram strip_;
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
