// SPDX-License-Identifier: MIT
// A display list as a PNG file, drawn in tiles and encoded while drawing.
#pragma once

#include "core/result.hpp"
#include "publish/tiles.hpp"
#include "render/renderer.hpp"
#include "scene/display_list.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace jejaring::publish {

struct PngOptions {
    double pixelRatio = 1;  // pixels a layout unit
    double dotsPerInch = 0; // how large programs that lay out pages show it; 0: 96 layout units an inch
    int tileRows = 512;     // pixels; any value gives the same picture
    bool overwrite = false;
    // PNG text chunks (keyword, UTF-8 text), e.g. Title, Source, Software.
    std::vector<std::pair<std::string, std::string>> texts;
    TileMemory* memory = nullptr; // kept by those who draw many pictures; null: of its own
};

// Writes beside the file, syncs and renames, so that no half file is ever seen under its name. Errors: alreadyExists,
// permissionDenied, diskFull, cancelled (`progress` returned false; it gets 0..1). The same list gives the same bytes
// on the same machine.
[[nodiscard]] core::Outcome writePng(render::Renderer& renderer, const scene::DisplayList& list,
                                     const std::string& path, const PngOptions& options,
                                     const std::function<bool(double)>& progress = {});

// Pixels from top to bottom, RGBA with straight alpha.
struct Pixels {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
};
[[nodiscard]] core::Result<Pixels> renderToPixels(render::Renderer& renderer, const scene::DisplayList& list,
                                                  double pixelRatio = 1, int tileRows = 512);

// A whole picture that is already in memory; as writePng otherwise.
[[nodiscard]] core::Outcome writePng(const Pixels& pixels, const std::string& path, const PngOptions& options);

} // namespace jejaring::publish
