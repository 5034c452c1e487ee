// SPDX-License-Identifier: MIT
#include "render/frame.hpp"

#include <epoxy/gl.h>

#include <algorithm>
#include <cmath>

namespace jejaring::render {

PixelRect intersection(const PixelRect& a, const PixelRect& b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

namespace {
int whole(double value) {
    return static_cast<int>(std::lround(value));
}
} // namespace

Frame frameOf(const scene::DisplayList& list, const Viewport& viewport) {
    Frame frame;
    frame.ratio = viewport.pixelRatio;
    frame.pictureWidth = std::max(1, whole(list.width * viewport.pixelRatio));
    frame.pictureHeight = std::max(1, whole(list.height * viewport.pixelRatio));
    const int left = whole(viewport.offsetX * viewport.pixelRatio);
    const int top = whole(viewport.offsetY * viewport.pixelRatio);
    frame.shown = intersection({left, top, left + viewport.width, top + viewport.height},
                               {0, 0, frame.pictureWidth, frame.pictureHeight});
    const int pictureTop = viewport.y + viewport.height + top;
    frame.viewportX = viewport.x - left;
    frame.viewportY = pictureTop - frame.pictureHeight;
    frame.originX = static_cast<float>(left - viewport.x);
    frame.originY = static_cast<float>(pictureTop);
    return frame;
}

PixelRect pixelsOf(const Frame& frame, const scene::Rect& rect) {
    return {whole(rect.x * frame.ratio), whole(rect.y * frame.ratio), whole(rect.right() * frame.ratio),
            whole(rect.bottom() * frame.ratio)};
}

void scissor(const Frame& frame, const PixelRect& rect) {
    glScissor(rect.left + frame.viewportX, frame.viewportY + frame.pictureHeight - rect.bottom,
              std::max(0, rect.right - rect.left), std::max(0, rect.bottom - rect.top));
}

} // namespace jejaring::render
