// SPDX-License-Identifier: MIT
#pragma once

#include "publish/vector_target.hpp"
#include "scene/display_list.hpp"
#include "text/language.hpp"

#include <functional>

namespace jejaring::publish {

struct VectorOptions {
    // Detail of the map: that of a picture of so many pixels a layout unit. At the default a page of 96 units an inch
    // shows what a printer of 300 dots can.
    double pixelRatio = 3;
    double step = 0.01; // coordinates of the map are multiples of it, in layout units; 0 keeps them as they are
    // How far areas of the map reach beyond its frame, which a clip or the page then cuts; 0 for formats without clips.
    double bleed = 1;
    text::Language language = text::Language::indonesian; // of the groups' names
};

// Plays the list into the target. The map is cut to its frame, so that nothing outside it comes along: fills of
// kabupaten/kota are grouped by province, provinces with one colour are one path each, and borders are long lines.
// `progress` gets 0..1 and returns false to stop, and then so does this.
bool playVectors(const scene::DisplayList& list, const VectorOptions& options, VectorTarget& target,
                 const std::function<bool(double)>& progress = {});

} // namespace jejaring::publish
