// SPDX-License-Identifier: MIT
// Pictures on the graphics card.
#pragma once

#include "core/image.hpp"
#include "render/gl_object.hpp"

#include <cstdint>
#include <memory>
#include <unordered_map>

namespace jejaring::render {

class ImageTextures {
  public:
    struct Texture {
        GLuint name = 0;
        int width = 0; // texels; fewer than the picture has where the driver allows no more
        int height = 0;
    };

    // Before the first picture of a display list.
    void begin() { ++drawn_; }
    // Alpha premultiplied, with all smaller levels of detail; lives at least until begin(). Uploads the picture on
    // first sight, and then drops others where many were drawn before. Precondition: the picture has pixels.
    [[nodiscard]] Texture textureFor(const std::shared_ptr<const core::Image>& image);

    void trim();

  private:
    struct Kept {
        std::shared_ptr<const core::Image> image; // so that its address stays its own
        GlTexture texture;
        int width = 0;
        int height = 0;
        std::uint64_t lastDrawn = 0;
    };
    [[nodiscard]] Kept upload(const std::shared_ptr<const core::Image>& image) const;
    void makeRoom();

    std::unordered_map<const core::Image*, Kept> kept_;
    std::uint64_t drawn_ = 0; // display lists so far
};

} // namespace jejaring::render
