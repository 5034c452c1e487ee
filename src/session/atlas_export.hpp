// SPDX-License-Identifier: MIT
// An atlas: one page for each of many provinces or kabupaten/kota, all alike.
#pragma once

#include "core/result.hpp"
#include "session/page_run.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::session {

enum class AtlasScope : std::uint8_t {
    all,
    chosen,   // those given: of a province its kabupaten/kota where these are asked for, and the other way round
    recorded, // with a record that the map's filter lets through
    scored,   // of those, with a value of the map's indicator
};

// The regions of a level, in the order of their codes.
[[nodiscard]] std::vector<core::RegionIndex> atlasRegions(const scene::MapData& map, core::RegionLevel level,
                                                          AtlasScope scope,
                                                          const std::vector<core::RegionIndex>& chosen = {});

// Whether an atlas can be made of a template: its pages are about a region, or may be.
[[nodiscard]] bool isForAtlas(scene::TemplateKind kind);

struct AtlasRequest {
    // How each page is, but for its region: a layout, or the plain picture. Tokens in its texts are replaced on each
    // page: see scene::replaceTokens. Its path is not used; map, fonts and credit are there.
    ExportRequest page;
    std::vector<core::RegionIndex> regions;
    std::string name = std::string(kName); // of a folder's files, with the same tokens
    static constexpr std::string_view kName = "{code} {name}";
};

// One page of it.
[[nodiscard]] ExportRequest atlasPage(const AtlasRequest& atlas, core::RegionIndex region);

// What the files of a folder are called, without their ending: the first `most` of them.
[[nodiscard]] std::vector<std::string> atlasFileNames(const AtlasRequest& atlas, std::size_t most = std::size_t(-1));

// Errors: invalidArgument for a template that is not about regions, and where there is no region.
[[nodiscard]] core::Result<PageRun> atlasRun(AtlasRequest atlas);

} // namespace jejaring::session
