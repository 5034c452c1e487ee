// SPDX-License-Identifier: MIT
// A picture written away from the window: its own size, its own camera, its own OpenGL context. PNG holds its pixels,
// PDF and SVG its shapes and texts, PPTX the same as native shapes of a slide.
#pragma once

#include "core/result.hpp"
#include "publish/recipe.hpp"
#include "scene/layout.hpp"
#include "scene/map_view.hpp"
#include "scene/picture.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace jejaring::session {

enum class PictureFormat : std::uint8_t { png, pdf, svg, pptx };
// By the end of a file's name, in capitals or not; nothing for any other.
[[nodiscard]] std::optional<PictureFormat> pictureFormatOf(std::string_view path);
// The endings that pictureFormatOf knows, for people: ".png, .pdf, .svg, .pptx".
[[nodiscard]] std::string pictureEndings();
// Whether a template's page without a ground has a meaning there: slides always stand on that of their presentation.
[[nodiscard]] bool hasTransparency(std::string_view path);

inline constexpr double kUsualDots = 300; // an inch, of a picture without a page
// Limits of what users may ask for.
inline constexpr double kLeastDots = 30;
inline constexpr double kMostDots = 1200;

struct ExportRequest {
    std::string path; // its ending tells the format
    int width = 3840; // pixels
    int height = 2160;
    double pixelRatio = 2;               // pixels a layout unit
    double dotsPerInch = kUsualDots;     // pixels an inch of the page, which a PNG states
    scene::PictureOptions picture;       // its width and height follow from those above
    std::optional<scene::Layout> layout; // a page of a template instead; `picture` gives its credit and transparency
    scene::Highlight highlight;
    scene::Look look;
    std::string notes; // of the speaker: before what a slide's notes say by themselves
    std::shared_ptr<const scene::MapData> map;
    bool overwrite = false;
};

// Limits of a picture's side in pixels, and of the pixels a layout unit.
inline constexpr int kSmallestSide = 16;
inline constexpr int kLargestSide = 32768;
inline constexpr double kSmallestRatio = 0.1;
inline constexpr double kLargestRatio = 16;
// The map of a PDF or SVG shows as much as one of so many times the pixels, so that one may look closer.
inline constexpr double kVectorDetail = 2;

// Everything of a request but project, boundaries and fonts, and back. Regions and partners that the map does not know
// are left out. Precondition of the first: the map is there; of the second: request.map and request.look.fonts are.
[[nodiscard]] publish::Recipe recipeOf(const ExportRequest& request);
void applyRecipe(ExportRequest& request, const publish::Recipe& recipe);

// Pixels of a page at a resolution in dots an inch, and so many a layout unit as that takes.
void setPageSize(ExportRequest& request, const scene::Page& page, double dotsPerInch);

// The page of request.layout as it is drawn. Preconditions: map, fonts and layout are there.
[[nodiscard]] scene::LaidOut layOutExport(const ExportRequest& request);
// The display list of the picture that writePicture draws, e.g. for a preview. Preconditions: map and fonts are there.
[[nodiscard]] scene::DisplayList composeExport(const ExportRequest& request);

// What makes a request: reads project and geometry, and computes the map.
using ExportSource = std::function<core::Result<ExportRequest>()>;

// Writes the picture from the calling thread, which must have no OpenGL context of its own. `progress` gets 0..1 and
// returns false to stop. Errors: those of HeadlessContext::create, Renderer::create and publish::writePng (or writePdf,
// writeSvg, writePptx), and invalidArgument for a size beyond the limits above or an unknown format. Preconditions: map
// and fonts are there.
[[nodiscard]] core::Outcome writePicture(const ExportRequest& request, const std::string& shaderFolder,
                                         const std::function<bool(double)>& progress = {});
// The same, while another thread makes the request, whose path is `path`: a context takes as long to make as a map.
[[nodiscard]] core::Outcome writePicture(const ExportSource& source, const std::string& path,
                                         const std::string& shaderFolder,
                                         const std::function<bool(double)>& progress = {});

} // namespace jejaring::session
