// SPDX-License-Identifier: MIT
// Pictures of the project as pages show them: decoded whole, and kept while pages follow one another.
#pragma once

#include "core/annotation.hpp"
#include "scene/display_list.hpp"

namespace jejaring::session {

// From any thread. Without pixels where the picture cannot be decoded.
[[nodiscard]] scene::ImageSource pagePicture(const core::Picture& picture);

} // namespace jejaring::session
