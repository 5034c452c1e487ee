// SPDX-License-Identifier: MIT
#pragma once

#include "publish/recipe.hpp"

#include <string>

namespace jejaring::publish {

// The keyword under which a recipe stands among the texts of a picture.
inline constexpr const char* kRecipeKeyword = "Jejaring";

// The recipe of a PNG picture that Jejaring wrote; its pixels are not read. Errors: unreadable, wrongFormat for other
// files and for pictures without a recipe, and those of parseRecipe.
[[nodiscard]] core::Result<Recipe> readRecipe(const std::string& path);

} // namespace jejaring::publish
