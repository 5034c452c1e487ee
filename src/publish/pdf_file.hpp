// SPDX-License-Identifier: MIT
// Display lists as the pages of a PDF (by cairo): vectors, and text that can be searched and copied.
#pragma once

#include "core/result.hpp"
#include "publish/document_info.hpp"
#include "publish/vector_play.hpp"
#include "scene/display_list.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace jejaring::publish {

struct PdfOptions {
    double unitsPerInch = 96; // layout units an inch, which give the size of a page
    bool overwrite = false;
    DocumentInfo info;
    VectorOptions vectors;
};

struct PdfPage {
    scene::DisplayList list;
    std::optional<double> unitsPerInch; // where it is not that of the options
    std::optional<double> pixelRatio;   // detail of its maps, likewise
    std::string bookmark;               // its line in the outline; empty for none
    std::string chapter;                // one line above the bookmarks of all pages in a row that name the same
    std::string label;                  // how viewers count it; empty: by its number
};

// Pages one after the other: each is asked for once, in order, and freed before the next, so that a document takes no
// more memory than its largest page and what the file itself says about each.
struct PageSource {
    std::size_t count = 0;
    std::function<core::Result<PdfPage>(std::size_t)> page; // from 0
};

// Writes beside the file, syncs and renames, so that no half file is ever seen under its name. Fonts are embedded once,
// cut to the letters used. The same lists give the same bytes. Warnings of the source are handed on. Errors: those of
// the source, alreadyExists, permissionDenied, notFound, diskFull, missingFont (a font file cannot be read),
// invalidArgument (no page), cancelled (`progress` returned false; it gets 0..1).
[[nodiscard]] core::Outcome writePdf(const PageSource& source, const std::string& path, const PdfOptions& options,
                                     const std::function<bool(double)>& progress = {});
[[nodiscard]] core::Outcome writePdf(std::span<const scene::DisplayList> pages, const std::string& path,
                                     const PdfOptions& options, const std::function<bool(double)>& progress = {});

} // namespace jejaring::publish
