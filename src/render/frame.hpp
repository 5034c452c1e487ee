// SPDX-License-Identifier: MIT
// Where a draw call's pixels are: the whole picture, the part of it that is drawn, and that part's place in the
// framebuffer.
#pragma once

#include "render/renderer.hpp"

namespace jejaring::render {

// Pixels of the picture: x to the right, y down, right and bottom excluded.
struct PixelRect {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    [[nodiscard]] bool empty() const { return left >= right || top >= bottom; }
    friend bool operator==(const PixelRect&, const PixelRect&) = default;
};
[[nodiscard]] PixelRect intersection(const PixelRect& a, const PixelRect& b);

struct Frame {
    double ratio = 1; // pixels a layout unit
    int pictureWidth = 0;
    int pictureHeight = 0;
    PixelRect shown;   // of the picture
    int viewportX = 0; // for glViewport, which spans the whole picture
    int viewportY = 0;
    float originX = 0; // uOrigin of the shaders
    float originY = 0;
};

[[nodiscard]] Frame frameOf(const scene::DisplayList& list, const Viewport& viewport);
// A rectangle of the layout as whole pixels of the picture.
[[nodiscard]] PixelRect pixelsOf(const Frame& frame, const scene::Rect& rect);
// Restricts drawing to `rect` of the picture.
void scissor(const Frame& frame, const PixelRect& rect);

} // namespace jejaring::render
