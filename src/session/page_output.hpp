// SPDX-License-Identifier: MIT
// What is written of one page, whatever file it goes to. Used inside src/session only.
#pragma once

#include "publish/document_info.hpp"
#include "publish/pdf_file.hpp"
#include "publish/picture_file.hpp"
#include "publish/pptx_file.hpp"
#include "render/context.hpp"
#include "render/renderer.hpp"
#include "session/picture_export.hpp"

#include <functional>
#include <memory>
#include <string>

namespace jejaring::session {

// A page as it is drawn, and what it was made from.
struct ComposedPage {
    ExportRequest request;
    scene::DisplayList list;
};
[[nodiscard]] ComposedPage composePage(ExportRequest request);
// A warning where PNG or PDF draw letters that the font lacks; SVG and PPTX leave them to the fonts of their reader.
[[nodiscard]] std::vector<core::Message> lackingLetters(const ComposedPage& page);

// Sides and scale are within their limits. Errors: invalidArgument.
[[nodiscard]] core::Outcome checkPageSize(const ExportRequest& request);

// An OpenGL context of the calling thread, which must have no other one, and what draws with it.
struct Canvas {
    std::unique_ptr<render::HeadlessContext> context; // outlives the others
    std::unique_ptr<render::Renderer> renderer;
    std::unique_ptr<publish::TileMemory> memory;
};
[[nodiscard]] core::Result<Canvas> makeCanvas(const std::string& shaderFolder);

// What the page says; where it says nothing, what it would say. The projection stands in the source.
[[nodiscard]] scene::PictureTexts textsShown(const ComposedPage& page);
// What it tells of itself to those who find it as a file.
[[nodiscard]] publish::DocumentInfo documentInfo(const ComposedPage& page);
[[nodiscard]] publish::Slide slideOf(ComposedPage page);
[[nodiscard]] publish::PdfPage pdfPageOf(ComposedPage page);
// Of vectors: as much detail as `request` has pixels, and more.
[[nodiscard]] publish::VectorOptions vectorOptions(const ExportRequest& request);

// To the path of its request, whose ending tells the format. `canvas` may be null where that is not PNG.
[[nodiscard]] core::Outcome writePage(ComposedPage page, const Canvas* canvas,
                                      const std::function<bool(double)>& progress);

} // namespace jejaring::session
