// SPDX-License-Identifier: MIT
// Display lists as slides of a PowerPoint file (ISO/IEC 29500): texts, regions and symbols are native shapes, which can
// be edited, recoloured and moved.
#pragma once

#include "core/date.hpp"
#include "core/result.hpp"
#include "scene/display_list.hpp"
#include "scene/style.hpp"
#include "text/language.hpp"

#include <cstddef>
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
    std::string description; // sources, date, filters, what is not recorded, credit
    // Of making; the environment's SOURCE_DATE_EPOCH, where it is set, outranks it. Nothing: the file does not say.
    std::optional<core::Day> date;
    // Detail of the map: that of a picture of so many pixels a layout unit.
    double pixelRatio = 2;
};

// Slides one after the other: each is asked for once, in order, and freed before the next, so that a presentation takes
// no more memory than its largest slide.
struct SlideSource {
    std::size_t count = 0;
    std::function<core::Result<Slide>(std::size_t)> slide; // from 0
    // Whether a slide has speaker notes, which the file says before its slides are known. Empty: all have.
    std::function<bool(std::size_t)> hasNotes;
};

// Writes one slide a display list; the page has the shape of the first one's. Warnings of the source are handed on.
// Errors: those of the source and of data::AtomicFile, cancelled (`progress` returned false; it gets 0..1),
// invalidArgument (no slides, a page of a shape that PowerPoint does not know: a side more than 56 times the other; or
// more than a zip file holds: 4 GB). The same call gives the same bytes.
[[nodiscard]] core::Outcome writePptx(const SlideSource& source, const std::string& path, const PptxOptions& options,
                                      const std::function<bool(double)>& progress = {});
[[nodiscard]] core::Outcome writePptx(std::span<const Slide> slides, const std::string& path,
                                      const PptxOptions& options, const std::function<bool(double)>& progress = {});

} // namespace jejaring::publish
