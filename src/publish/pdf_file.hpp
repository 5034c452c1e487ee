// SPDX-License-Identifier: MIT
// Display lists as the pages of a PDF (by cairo): vectors, and text that can be searched and copied.
#pragma once

#include "core/result.hpp"
#include "publish/document_info.hpp"
#include "publish/vector_play.hpp"
#include "scene/display_list.hpp"

#include <functional>
#include <span>
#include <string>

namespace jejaring::publish {

struct PdfOptions {
    double unitsPerInch = 96; // layout units an inch, which give the size of a page
    bool overwrite = false;
    DocumentInfo info;
    VectorOptions vectors;
};

// Writes beside the file, syncs and renames, so that no half file is ever seen under its name. Fonts are embedded, cut
// to the letters used. The same lists give the same bytes. Errors: alreadyExists, permissionDenied, notFound, diskFull,
// missingFont (a font file cannot be read), invalidArgument (no page), cancelled (`progress` returned false; it gets
// 0..1).
[[nodiscard]] core::Outcome writePdf(std::span<const scene::DisplayList> pages, const std::string& path,
                                     const PdfOptions& options, const std::function<bool(double)>& progress = {});

} // namespace jejaring::publish
