// SPDX-License-Identifier: MIT
// What a page of a region without a record can tell instead: what is known around it.
#include "scene/layout_context.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::scene {
namespace {

// The first digits of codes go by islands; Sumatera has two.
char islandOf(const core::RegionCode& code) {
    const char digit = code.text().front();
    return digit == '2' ? '1' : digit;
}

bool recorded(const LayoutContext& context, core::RegionIndex region) {
    return context.input.map->impact.regions[region].state != analysis::ValueState::noRecord;
}

std::vector<core::RegionIndex> around(const LayoutContext& context, core::RegionIndex region) {
    const core::RegionCatalog& catalog = context.catalog();
    std::vector<core::RegionIndex> found;
    const auto take = [&](std::size_t index) {
        const auto other = static_cast<core::RegionIndex>(index);
        // What shows its province's value would say the same again.
        if (other != region && recorded(context, other) && !context.input.map->impact.regions[other].provincial)
            found.push_back(other);
    };
    if (catalog[region].level() == core::RegionLevel::regency) {
        const core::RegionIndex province = catalog.provinceOf(region);
        if (province == core::kNoRegion)
            return found;
        for (std::size_t i = catalog.regenciesOf(province).first; i < catalog.regenciesOf(province).last; ++i)
            take(i);
    } else {
        for (std::size_t i = 0; i < catalog.provinceCount(); ++i)
            if (islandOf(catalog[static_cast<core::RegionIndex>(i)].code) == islandOf(catalog[region].code))
                take(i);
    }
    const std::vector<analysis::RegionImpact>& impacts = context.input.map->impact.regions;
    std::stable_sort(found.begin(), found.end(), [&](core::RegionIndex a, core::RegionIndex b) {
        return impacts[a].score != impacts[b].score ? impacts[a].score > impacts[b].score
                                                    : impacts[a].recorded > impacts[b].recorded;
    });
    if (catalog[region].level() == core::RegionLevel::regency && recorded(context, catalog.provinceOf(region)))
        found.insert(found.begin(), catalog.provinceOf(region));
    return found;
}

} // namespace

Block aroundBlock(const LayoutContext& context, core::RegionIndex region) {
    const core::RegionCatalog& catalog = context.catalog();
    std::vector<core::RegionIndex> regions = around(context, region);
    bool regency =
        catalog[region].level() == core::RegionLevel::regency && catalog.provinceOf(region) != core::kNoRegion;
    if (regency && regions.empty()) { // then a little farther
        regions = around(context, catalog.provinceOf(region));
        regency = false;
    }
    Table table;
    table.title = regency ? context.tr(JEJARING_TR("Recorded in {0}"), {catalog[catalog.provinceOf(region)].name})
                          : context.tr(JEJARING_TR("Recorded in provinces nearby"));
    table.columns = {{context.tr(JEJARING_TR("Region")), 2.4, false, true},
                     {context.tr(JEJARING_TR("Recorded")), 1, true},
                     {context.tr(JEJARING_TR("In force")), 1, true},
                     {context.tr(JEJARING_TR("Impact")), 1, true}};
    table.empty = context.tr(JEJARING_TR("No region around it has a record."));
    for (const core::RegionIndex other : regions) {
        const analysis::RegionImpact& impact = context.input.map->impact.regions[other];
        const bool value = impact.state == analysis::ValueState::value;
        table.rows.push_back({catalog[other].name, context.number(impact.recorded), context.number(impact.inForce),
                              value || impact.state == analysis::ValueState::zero
                                  ? context.number(value ? std::round(impact.score) : 0)
                                  : std::string("–")});
    }
    return tableBlock(context, "around", JEJARING_TR("Around it"), std::move(table));
}

} // namespace jejaring::scene
