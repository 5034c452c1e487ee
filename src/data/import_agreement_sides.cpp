// SPDX-License-Identifier: MIT
// Regions among the partners of an agreement, where no column says that they are.
#include "data/import_agreement_row.hpp"

#include <algorithm>
#include <array>

namespace jejaring::data {

bool namesRegion(const std::string& name, ReadingTools& tools) {
    static constexpr std::array<std::string_view, 12> kWords{"provinsi", "propinsi",  "prov",       "pemprov",
                                                             "pemda",    "kabupaten", "kab",        "pemkab",
                                                             "kota",     "pemkot",    "pemerintah", "kotamadya"};
    const std::string key = wordKey(name);
    if (std::find(kWords.begin(), kWords.end(), key.substr(0, key.find(' '))) == kWords.end())
        return false;
    RegionText text;
    text.name = name;
    return !tools.region(text).region.empty();
}

std::vector<core::Partner> partListedRegions(std::vector<core::Partner> partners, ReadingTools& tools) {
    std::vector<core::Partner> result;
    for (core::Partner& partner : partners) {
        const std::vector<std::string> parts = looseParts(partner.name);
        const bool atHome = partner.country.empty() || partner.country == "IDN";
        if (!atHome || parts.size() < 2 || namesRegion(partner.name, tools) ||
            !std::all_of(parts.begin(), parts.end(),
                         [&](const std::string& part) { return namesRegion(part, tools); })) {
            result.push_back(std::move(partner));
            continue;
        }
        for (const std::string& part : parts) {
            core::Partner one = partner;
            one.name = part;
            one.place.reset();
            result.push_back(std::move(one));
        }
    }
    return result;
}

} // namespace jejaring::data
