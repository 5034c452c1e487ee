// SPDX-License-Identifier: MIT
// Many pages, one after the other, as one document or as a folder of files. While a page is written another thread
// composes the next; no more than these two are kept.
#pragma once

#include "core/result.hpp"
#include "session/picture_export.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::session {

struct PageName {
    std::string name;    // for people: "Kab. Paser"
    std::string file;    // without its ending; see FileNames
    std::string chapter; // of an outline: what pages in a row have in common; may be empty
    std::string label;   // how viewers count the page; empty: by its number
};

struct PageRun {
    std::vector<PageName> names; // one a page; not empty
    // What makes a page, but for its path. Asked for from 0, in order, on a thread of its own. Its map is there.
    std::function<core::Result<ExportRequest>(std::size_t)> request;
    std::string title; // of the document
};

// Where pages go.
struct PageTarget {
    std::string path;
    PictureFormat format = PictureFormat::pdf; // of the document, or of each file in the folder
    bool folder = false;
    bool overwrite = false; // a folder's other files stay where they are
};
// A document by the ending of the path (PDF or PPTX), else a folder of `format`. Errors: invalidArgument where the path
// names a format that holds one page only (a name for a folder ends in a slash or in none of the formats).
[[nodiscard]] core::Result<PageTarget> pageTargetOf(std::string_view path, PictureFormat format = PictureFormat::png);

struct PageProgress {
    double done = 0;      // 0..1 of all
    std::size_t page = 0; // from 1
    std::size_t count = 0;
    std::string_view name; // of the page
};
// "17 of 514 · Kab. Paser"
[[nodiscard]] core::Message progressMessage(const PageProgress& progress);

// Writes all pages or nothing from the calling thread, which must have no OpenGL context of its own. `progress` returns
// false to stop. Warnings of pages are said once each. Errors: those of the pages, after one that names the page; of
// HeadlessContext::create and Renderer::create; of data::AtomicFile and data::AtomicFolder; invalidArgument for a size
// beyond the limits of pictures; cancelled.
[[nodiscard]] core::Outcome writePages(const PageRun& run, const PageTarget& target, const std::string& shaderFolder,
                                       const std::function<bool(const PageProgress&)>& progress = {});

} // namespace jejaring::session
