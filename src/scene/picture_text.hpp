// SPDX-License-Identifier: MIT
// What a picture says in words; each word computed from what it shows. Used inside src/scene only.
#pragma once

#include "scene/map_context.hpp"
#include "scene/picture.hpp"

#include <string>

namespace jejaring::scene {

[[nodiscard]] PictureTexts pictureTexts(const MapContext& context, const PictureOptions& options);

// The filters in force in words, without a full stop; empty where there are none.
[[nodiscard]] std::string filterText(const MapContext& context);

} // namespace jejaring::scene
