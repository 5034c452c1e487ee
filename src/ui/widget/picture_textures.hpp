// SPDX-License-Identifier: MIT
#pragma once

#include "render/image_textures.hpp"

namespace jejaring::ui {

// The window's pictures on the graphics card.
class PictureTextures : public render::ImageTextures {};

} // namespace jejaring::ui
