// SPDX-License-Identifier: MIT
// What a slide says beside its picture: the speaker's notes with the sources, and texts for who cannot see the map.
#pragma once

#include "session/picture_export.hpp"

#include <string>
#include <vector>

namespace jejaring::session {

// The request's own notes, `texts` and then the sources of the facts shown, each with its address: those of the
// agreements that the filter lets through (of the region, where the picture shows one) and of the visit, where one is
// chosen. Lines are paragraphs. Precondition: the map is there.
[[nodiscard]] std::string speakerNotes(const ExportRequest& request, const scene::PictureTexts& texts);

// "Jawa Timur: Cooperation impact 87" or what stands in place of a number, by RegionIndex.
[[nodiscard]] std::vector<std::string> regionTexts(const scene::MapData& map, text::Language language);

} // namespace jejaring::session
