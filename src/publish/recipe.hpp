// SPDX-License-Identifier: MIT
// Everything that makes an output but the project and the boundaries: travels in its metadata, so that it can be made
// again, and is what a saved sheet holds.
#pragma once

#include "core/result.hpp"
#include "scene/layout.hpp"
#include "scene/picture.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::publish {

struct Recipe {
    scene::MapView view;
    std::vector<core::RegionCode> selection; // the first is the main one
    std::string visitId;
    std::string agreementId;
    std::optional<scene::Layout> layout; // nothing: the plain picture, as `picture` says
    scene::PictureOptions picture;       // without its region, which is below, and its credit
    core::RegionCode region;             // that the plain picture shows
    scene::Theme theme = scene::Theme::light;
    text::Language language = text::Language::indonesian;
    int width = 3840; // pixels
    int height = 2160;
    double pixelRatio = 2;  // pixels a layout unit
    double dotsPerInch = 0; // of the page; 0: as its width says, 300 where there is no page
    std::string notes;      // of the speaker

    friend bool operator==(const Recipe&, const Recipe&) = default;
};

// JSON in one line, ASCII only, the same text for the same recipe.
[[nodiscard]] std::string recipeText(const Recipe& recipe);
// What a text leaves out has its default; unknown members are passed over. Errors: wrongFormat for a text that is no
// JSON object, has a member of a wrong type or value (which the message names), or was written by a newer version.
[[nodiscard]] core::Result<Recipe> parseRecipe(std::string_view text);

} // namespace jejaring::publish
