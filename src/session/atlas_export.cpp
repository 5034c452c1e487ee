// SPDX-License-Identifier: MIT
#include "session/atlas_export.hpp"

#include "session/file_names.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace jejaring::session {
namespace {

// The texts of a plain picture have no layout that would replace their tokens.
std::string withTokens(const ExportRequest& page, const core::RegionCode& region, const std::string& text) {
    scene::Layout layout = page.layout.value_or(scene::Layout{});
    layout.region = region;
    return scene::replaceTokens({page.map, page.look, page.picture.credit, {}}, layout, text);
}

bool belongs(const scene::MapData& map, AtlasScope scope, core::RegionIndex region) {
    if (scope != AtlasScope::recorded && scope != AtlasScope::scored)
        return true;
    // What is its province's is counted there.
    const analysis::RegionImpact& impact = map.impact.regions[region];
    return impact.state != analysis::ValueState::noRecord && !impact.provincial &&
           (scope == AtlasScope::recorded || map.values[region].state == analysis::ValueState::value);
}

// A region at the level asked for: itself, its province, or what it is divided into.
void addAt(std::vector<core::RegionIndex>& regions, const core::RegionCatalog& catalog, core::RegionLevel level,
           core::RegionIndex region) {
    if (catalog[region].code.level() == level) {
        regions.push_back(region);
    } else if (level == core::RegionLevel::province) {
        if (const core::RegionIndex province = catalog.provinceOf(region); province != core::kNoRegion)
            regions.push_back(province);
    } else {
        const core::RegionCatalog::Range range = catalog.regenciesOf(region);
        for (core::RegionIndex i = range.first; i < range.last; ++i)
            regions.push_back(i);
    }
}

} // namespace

std::vector<core::RegionIndex> atlasRegions(const scene::MapData& map, core::RegionLevel level, AtlasScope scope,
                                            const std::vector<core::RegionIndex>& chosen) {
    const core::RegionCatalog& catalog = map.geometry->catalog();
    std::vector<core::RegionIndex> regions;
    if (scope == AtlasScope::chosen) {
        for (const core::RegionIndex region : chosen)
            if (region < catalog.size())
                addAt(regions, catalog, level, region);
    } else {
        for (std::size_t i = 0; i < catalog.size(); ++i)
            if (const auto region = static_cast<core::RegionIndex>(i);
                catalog[region].code.level() == level && belongs(map, scope, region))
                regions.push_back(region);
    }
    std::sort(regions.begin(), regions.end(),
              [&](core::RegionIndex a, core::RegionIndex b) { return catalog[a].code < catalog[b].code; });
    regions.erase(std::unique(regions.begin(), regions.end()), regions.end());
    return regions;
}

bool isForAtlas(scene::TemplateKind kind) {
    return kind == scene::TemplateKind::choropleth || scene::templateInfo(kind).subject == scene::SubjectKind::region;
}

ExportRequest atlasPage(const AtlasRequest& atlas, core::RegionIndex region) {
    const core::RegionCode& code = atlas.page.map->geometry->catalog()[region].code;
    ExportRequest page = atlas.page;
    page.highlight = {};
    page.highlight.selection = {region};
    if (page.layout) {
        page.layout->region = code;
        page.layout->cameras.clear(); // those of the region that it was made for
        return page;
    }
    page.picture.region = region;
    page.picture.camera.reset();
    page.picture.country = false;
    for (std::string* text : {&page.picture.title, &page.picture.subtitle})
        *text = withTokens(atlas.page, code, *text);
    return page;
}

std::vector<std::string> atlasFileNames(const AtlasRequest& atlas, std::size_t most) {
    const core::RegionCatalog& catalog = atlas.page.map->geometry->catalog();
    std::vector<std::string> names;
    FileNames files;
    for (std::size_t i = 0; i < std::min(most, atlas.regions.size()); ++i) {
        const core::RegionCode& code = catalog[atlas.regions[i]].code;
        names.push_back(files.next(withTokens(atlas.page, code, atlas.name), code.text()));
    }
    return names;
}

core::Result<PageRun> atlasRun(AtlasRequest atlas) {
    if (atlas.page.layout && !isForAtlas(atlas.page.layout->kind))
        return core::error(core::ErrorCode::invalidArgument,
                           JEJARING_TR("An atlas has pages about regions: choropleth, partners, profile or "
                                       "region-brief, not {0}."),
                           {std::string(scene::templateInfo(atlas.page.layout->kind).id)});
    if (atlas.regions.empty())
        return core::error(core::ErrorCode::invalidArgument,
                           JEJARING_TR("No region is left to make a page of: none has a record that the filter lets "
                                       "through, or none is chosen."));
    const core::RegionCatalog& catalog = atlas.page.map->geometry->catalog();
    PageRun run;
    const std::vector<std::string> files = atlasFileNames(atlas);
    for (const core::RegionIndex region : atlas.regions) {
        const core::Region& known = catalog[region];
        PageName name;
        name.name = known.name;
        name.file = files[run.names.size()];
        name.label = known.code.text();
        const core::RegionIndex province = catalog.provinceOf(region);
        if (province != region && province != core::kNoRegion)
            name.chapter = catalog[province].name;
        run.names.push_back(std::move(name));
    }
    run.title = text::translate(atlas.page.look.language, JEJARING_TR("Atlas of regional cooperation"));
    const auto shared = std::make_shared<const AtlasRequest>(std::move(atlas));
    run.request = [shared](std::size_t number) -> core::Result<ExportRequest> {
        return atlasPage(*shared, shared->regions[number]);
    };
    return run;
}

} // namespace jejaring::session
