// SPDX-License-Identifier: MIT
// The parts of a presentation that are the same whatever its slides show: theme, master, layouts, properties. Used
// inside src/publish only.
#pragma once

#include "publish/pptx_markup.hpp"
#include "publish/zip_stream.hpp"
#include "text/language.hpp"

#include <string>
#include <vector>

namespace jejaring::publish {

struct PresentationFrame {
    SlideSize size;
    ThemeColors colors{scene::Theme::light};
    std::string font; // family
    text::Language language = text::Language::indonesian;
    std::string title;
    std::string subject; // may be empty, as those below
    std::string description;
    std::string moment;       // of making, as YYYY-MM-DDThh:mm:ssZ
    std::vector<bool> slides; // whether each has a page of speaker notes
};

// [Content_Types].xml, relations, presentation, properties, themes, masters and layouts. What it refers to and leaves
// to others: ppt/slides/slideN.xml, and ppt/notesSlides/notesSlideN.xml for those with notes, N from 1, with the
// relations below.
void addFrame(ZipStream& package, const PresentationFrame& frame);

struct SlideRelations {
    std::size_t number = 1;            // of the slide
    bool titled = false;               // by the layout with a title, else by the blank one
    bool notes = false;                // has a page of speaker notes
    std::vector<std::string> pictures; // their names in ppt/media: rId2 and on
};
void addRelations(ZipStream& package, const SlideRelations& slide);

// "id-ID" or "en-GB".
[[nodiscard]] std::string_view languageTag(text::Language language);

} // namespace jejaring::publish
