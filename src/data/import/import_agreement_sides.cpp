// SPDX-License-Identifier: MIT
// Several partners in one cell, and regions among them, where no column says so.
#include "data/import/import_agreement_row.hpp"

#include <algorithm>
#include <array>

namespace jejaring::data {

std::pair<std::string, std::string> partedAtBracket(const std::string& text) {
    const std::size_t open = text.rfind('(');
    if (open == std::string::npos || open == 0 || text.back() != ')')
        return {text, {}};
    return {cleanText(std::string_view(text).substr(0, open)),
            cleanText(std::string_view(text).substr(open + 1, text.size() - open - 2))};
}

std::vector<std::string> partNamesWithCountries(const std::string& name, ReadingTools& tools) {
    std::vector<std::string> parts = looseParts(name);
    const bool eachSays = std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
        const auto [own, country] = partedAtBracket(part);
        return !own.empty() && !country.empty() && tools.country(country).ok();
    });
    if (parts.size() < 2 || !eachSays)
        return {name};
    return parts;
}

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
