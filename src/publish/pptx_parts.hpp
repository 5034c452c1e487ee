// SPDX-License-Identifier: MIT
// The parts of a presentation that are the same whatever its slides show: theme, master, layouts, properties. Used
// inside src/publish only.
#pragma once

#include "core/date.hpp"
#include "publish/pptx_markup.hpp"
#include "publish/zip_package.hpp"
#include "text/language.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jejaring::publish {

struct PresentationFrame {
    struct SlideEntry {
        bool titled = false;               // by the layout with a title, else by the blank one
        bool notes = false;                // has a page of speaker notes
        std::vector<std::string> pictures; // their names in ppt/media: relations rId2 and on
    };
    SlideSize size;
    ThemeColors colors{scene::Theme::light};
    std::string font; // family
    text::Language language = text::Language::indonesian;
    std::string title;
    std::string subject; // may be empty, as those below
    std::string rights;
    std::optional<core::Day> date;
    std::vector<SlideEntry> slides;
};

// [Content_Types].xml, relations (those of slides, too), presentation, properties, themes, masters and layouts. What it
// refers to and leaves to others: ppt/slides/slideN.xml, and ppt/notesSlides/notesSlideN.xml for those with notes, N
// from 1; ppt/media.
void addFrame(ZipPackage& package, const PresentationFrame& frame);

// "id-ID" or "en-GB".
[[nodiscard]] std::string_view languageTag(text::Language language);

} // namespace jejaring::publish
