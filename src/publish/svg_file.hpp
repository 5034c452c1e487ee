// SPDX-License-Identifier: MIT
// A display list as an SVG file for designers: named groups, classes to restyle, text as text in its own font.
#pragma once

#include "core/result.hpp"
#include "publish/document_info.hpp"
#include "publish/vector_play.hpp"
#include "scene/display_list.hpp"

#include <functional>
#include <string>

namespace jejaring::publish {

struct SvgOptions {
    double unitsPerInch = 96; // layout units an inch, which give the size of the page
    bool overwrite = false;
    DocumentInfo info;
    VectorOptions vectors;
};

// User units are layout units. Each region is a group with its code as id and data-code, its name as data-name and
// title; regions of one look share a class. Fonts are embedded, cut to the letters used. The same list gives the same
// bytes. Writes as writePdf, with the same errors.
[[nodiscard]] core::Outcome writeSvg(const scene::DisplayList& list, const std::string& path, const SvgOptions& options,
                                     const std::function<bool(double)>& progress = {});

} // namespace jejaring::publish
