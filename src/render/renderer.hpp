// SPDX-License-Identifier: MIT
// Draws display lists with OpenGL 3.3 core. Needs a current context, always the same; owns all GL objects it makes.
#pragma once

#include "core/result.hpp"
#include "scene/display_list.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace jejaring::render {

// Which part of a display list is drawn where. The list's layout unit becomes `pixelRatio` pixels.
struct Viewport {
    int x = 0; // pixels of the framebuffer, from the lower left corner as OpenGL counts
    int y = 0;
    int width = 0; // pixels
    int height = 0;
    double pixelRatio = 1;
    double offsetX = 0; // layout units: what stands at the viewport's upper left corner
    double offsetY = 0;
};

// Items [first, last) of a display list.
struct ItemRange {
    std::size_t first = 0;
    std::size_t last = static_cast<std::size_t>(-1);
};

class Renderer {
  public:
    // Compiles the shaders. `shaderFolder` is where shaders/ is found.
    [[nodiscard]] static core::Result<std::unique_ptr<Renderer>> create(const std::string& shaderFolder);
    ~Renderer();

    // Draws into the bound framebuffer. Geometry and pictures are uploaded on first sight and kept while in use; glyphs
    // are rasterised at their size in pixels and kept in an atlas. Of the list only `items` are drawn: those that begin
    // it on its background, later ones over what the framebuffer holds.
    void draw(const scene::DisplayList& list, const Viewport& viewport, ItemRange items = {});

    // Forgets geometry and pictures that the last frames did not draw.
    void trim();

  private:
    Renderer();
    struct State;
    std::unique_ptr<State> state_;
};

// An offscreen RGBA8 target.
class OffscreenTarget {
  public:
    [[nodiscard]] static core::Result<std::unique_ptr<OffscreenTarget>> create(int width, int height);
    ~OffscreenTarget();
    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }
    // The texture it draws into; alpha is premultiplied as drawn, the first row is the bottom one.
    [[nodiscard]] unsigned texture() const { return texture_; }
    void bind() const;
    // Takes the picture of a target of the same size.
    void copyFrom(const OffscreenTarget& other) const;
    // Rows from top to bottom, RGBA, straight alpha. `rows` of them from `firstRow` (counted from the top).
    void read(int firstRow, int rows, std::span<std::uint8_t> out) const;
    // The same rows as they lie in memory, which is faster: from bottom to top, alpha premultiplied.
    void readRaw(int firstRow, int rows, std::span<std::uint8_t> out) const;
    // Starts the drawing that was asked for so far, without waiting for it.
    static void flush();

  private:
    OffscreenTarget() = default;
    int width_ = 0;
    int height_ = 0;
    unsigned framebuffer_ = 0;
    unsigned texture_ = 0;
};

// Turns premultiplied alpha into straight alpha, in place.
void straightenAlpha(std::span<std::uint8_t> rgba);

} // namespace jejaring::render
