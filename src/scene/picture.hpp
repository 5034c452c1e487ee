// SPDX-License-Identifier: MIT
// The composed picture: title, map, legend, scale, source line and credit on a page of its own.
#pragma once

#include "scene/map_view.hpp"

namespace jejaring::scene {

// A text of the picture: in its own place, elsewhere, or not at all.
struct PicturePlace {
    bool shown = true;
    std::optional<Rect> at; // layout units; its lines are set to this width
    friend bool operator==(const PicturePlace&, const PicturePlace&) = default;
};

struct PictureOptions {
    double width = 1920;                     // layout units
    double height = 1080;                    // layout units
    double typeScale = 1;                    // of type, lines and margins, against what suits a page of this area
    std::string title;                       // empty: a title computed from the view
    std::string subtitle;                    // likewise
    std::string credit;                      // of the boundaries
    std::optional<core::RegionIndex> region; // the region shown; nothing for the whole country
    std::optional<Camera> camera;            // overrides `region`
    bool country = false;                    // the whole country, even where a visit is chosen
    bool furniture = true;                   // title, legend, scale bar, source line
    PicturePlace titlePlace;
    PicturePlace subtitlePlace;
    PicturePlace sourcePlace;
    bool transparent = false;
    friend bool operator==(const PictureOptions&, const PictureOptions&) = default;
};

// Pixels a layout unit that suit a picture of so many pixels: one of at least 1920 x 1080 layout units' area.
[[nodiscard]] double defaultPixelRatio(int width, int height);
// Sets size and scale of type for a picture of so many pixels, `pixelRatio` of them a layout unit. Half as many pixels
// at half the ratio are the same picture, down to 1920 x 1080; more of them a unit make type and lines larger.
void setPictureSize(PictureOptions& options, int width, int height, double pixelRatio);

// What a picture says in words; each word computed from what it shows.
struct PictureTexts {
    std::string title;
    std::string subtitle;
    std::string source; // index, facts, filters and boundaries, in sentences
    std::string projection;
};
[[nodiscard]] PictureTexts pictureTexts(const MapData& data, const Highlight& highlight, const Look& look,
                                        const PictureOptions& options);

// Where the parts of a picture came to stand, in layout units.
struct PictureParts {
    Rect title;
    Rect subtitle;
    Rect source;
    Rect map;
    Camera camera; // of `map`
};
[[nodiscard]] DisplayList composePicture(const MapData& data, const Highlight& highlight, const Look& look,
                                         const PictureOptions& options, PictureParts* parts = nullptr);

} // namespace jejaring::scene
