// SPDX-License-Identifier: MIT
// Display lists as slides of a PowerPoint file (ISO/IEC 29500): texts, regions and symbols are native shapes, which can
// be edited, recoloured and moved.
#pragma once

#include "core/date.hpp"
#include "core/result.hpp"
#include "scene/display_list.hpp"
#include "scene/style.hpp"
#include "text/language.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace jejaring::publish {

struct Slide {
    scene::DisplayList list;
    std::string title;                    // for the outline, where the list has no heading
    std::string notes;                    // of the speaker; lines are paragraphs; empty for none
    std::string mapText;                  // alternative text of the map
    std::vector<std::string> regionTexts; // alternative texts by RegionIndex; where empty the region's name
};

struct PptxOptions {
    scene::Theme theme = scene::Theme::light; // gives the presentation its colours
    text::Language language = text::Language::indonesian;
    bool overwrite = false;
    std::string title; // of the document, as those below; all may be empty
    std::string subject;
    std::string rights;
    std::optional<core::Day> date;
    // Detail of the map: that of a picture of so many pixels a layout unit.
    double pixelRatio = 2;
};

// Writes one slide a display list; the page has the shape of the first one's. Errors: those of data::AtomicFile,
// cancelled (`progress` returned false; it gets 0..1), invalidArgument (no slides, or a page of a shape that PowerPoint
// does not know: a side more than 56 times the other). The same call gives the same bytes.
[[nodiscard]] core::Outcome writePptx(std::span<const Slide> slides, const std::string& path,
                                      const PptxOptions& options, const std::function<bool(double)>& progress = {});

} // namespace jejaring::publish
