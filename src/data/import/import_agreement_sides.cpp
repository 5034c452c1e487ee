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

bool readsAsRegion(const std::string& name, bool amongRegions, ReadingTools& tools) {
    if (looseParts(name).size() > 1)
        return false;
    // Words that no partner abroad bears.
    static constexpr std::array<std::string_view, 8> kIndonesian{
        "pemkab ", "pemkot ", "pemprov ", "pemda ", "kabupaten ", "kab ", "pemerintah kabupaten ", "pemerintah kab "};
    static constexpr std::array<std::string_view, 5> kOthers{"kota ", "kotamadya ", "provinsi ", "prov ",
                                                             "pemerintah "};
    const std::string key = wordKey(name) + ' ';
    const auto begins = [&key](std::string_view word) { return key.starts_with(word) && key.size() > word.size(); };
    if (std::any_of(kIndonesian.begin(), kIndonesian.end(), begins))
        return true;
    if (!amongRegions)
        return false;
    if (std::any_of(kOthers.begin(), kOthers.end(), begins))
        return true;
    RegionText text;
    text.name = name;
    const RegionFinding& finding = tools.region(text);
    return finding.match != RegionMatch::unmatched && finding.match != RegionMatch::blank;
}

std::vector<core::Partner> partListedRegions(std::vector<core::Partner> partners, ReadingTools& tools) {
    std::vector<core::Partner> result;
    for (core::Partner& partner : partners) {
        const bool atHome = partner.country.empty() || partner.country == "IDN";
        std::vector<std::string> parts = atHome ? listedRegions(partner.name, tools) : std::vector<std::string>{};
        if (!std::all_of(parts.begin(), parts.end(), [&](const std::string& part) { return namesRegion(part, tools); }))
            parts.clear();
        if (parts.empty()) {
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

PartnersApart partnersApart(const std::string& name, const std::string& countryCell, ReadingTools& tools) {
    PartnersApart apart{{name}, {}, false};
    std::vector<std::string> names = looseParts(name);
    if (names.size() < 2 || !listedRegions(name, tools).empty())
        return apart;
    const auto countryOf = [&tools](const std::string& text) {
        const Reading<std::string>& reading = tools.country(text);
        return reading.ok() ? *reading.value : std::string();
    };
    std::vector<std::string> countries;
    for (const std::string& part : names)
        if (const auto [own, bracket] = partedAtBracket(part); !own.empty() && !bracket.empty())
            if (std::string code = countryOf(bracket); !code.empty())
                countries.push_back(std::move(code));
    if (countries.size() == names.size()) {
        for (std::string& part : names)
            part = partedAtBracket(part).first;
        return {std::move(names), std::move(countries), false};
    }
    // "Kochi, Jepang" is one.
    if (names.size() == 2 && !countryOf(names.back()).empty() && name.find(',') != std::string::npos)
        return apart;
    countries.clear();
    const std::string shared = countryCell.empty() ? std::string() : countryOf(countryCell);
    if (shared.empty())
        for (const std::string& part : looseParts(countryCell))
            if (std::string code = countryOf(part); !code.empty())
                countries.push_back(std::move(code));
    if (!shared.empty())
        countries.assign(names.size(), shared);
    std::size_t known = 0;
    if (countries.size() == names.size())
        for (std::size_t i = 0; i < names.size(); ++i)
            known += tools.place(names[i], countries[i]).has_value();
    // "Seattle, Washington" is a city and its state, though both are cities' names.
    const bool list = names.size() > 2 || shared.empty() || name.find(',') == std::string::npos;
    if (known == names.size() && list)
        return {std::move(names), std::move(countries), false};
    static constexpr std::array<std::string_view, 12> kBodies{
        "kementerian ", "universitas ", "university ", "dinas ", "badan ",    "institut ",
        "lembaga ",     "yayasan ",     "pt ",         "cv ",    "asosiasi ", "ministry "};
    const std::string key = wordKey(name) + ' ';
    const bool body =
        std::any_of(kBodies.begin(), kBodies.end(), [&](std::string_view word) { return key.starts_with(word); });
    const bool shortNames = std::all_of(names.begin(), names.end(), [](const std::string& part) {
        return std::count(part.begin(), part.end(), ' ') < 2;
    });
    apart.doubtful = known > 0 || (!body && shortNames && names.size() > 1 && list);
    return apart;
}

std::vector<std::string> readCountries(ImportRow& row, std::size_t partners) {
    if (!row.states(ImportField::country))
        return {};
    const ColumnChoice& choice = *row.columns().of(ImportField::country).front();
    const std::string whole = row.peek(ImportField::country);
    std::vector<std::string> texts{whole};
    const std::vector<std::string> parts = splitLinesBeside(whole, partners);
    const bool eachIsOne = std::all_of(parts.begin(), parts.end(), [&row](const std::string& part) {
        return part.empty() || row.tools().country(part).ok();
    });
    if (parts.size() > 1 && (eachIsOne || !row.tools().country(whole).ok()))
        texts = parts;
    std::vector<std::string> codes;
    for (const std::string& text : texts) {
        if (text.empty()) {
            codes.emplace_back();
            continue;
        }
        Reading<std::string> reading = row.tools().country(text);
        const std::string understood = reading.value.value_or("");
        codes.push_back(row.take(choice, std::move(reading), understood).value_or(""));
    }
    if (codes.size() == 1)
        return std::vector<std::string>(partners, codes.front());
    if (codes.size() != partners)
        row.flag(ImportField::country, FlagKind::several,
                 core::warning(
                     JEJARING_TR(
                         "{0} {0:country|countries} for {1} {1:partner|partners}: which belongs to which is not said"),
                     {std::to_string(codes.size()), std::to_string(partners)}));
    return codes;
}

void takeCountryOffName(ImportRow& row, core::Partner& partner) {
    auto [name, country] = partedAtBracket(partner.name);
    if (country.empty()) {
        const std::size_t comma = partner.name.rfind(',');
        if (comma == std::string::npos || comma == 0)
            return;
        name = cleanText(std::string_view(partner.name).substr(0, comma));
        country = cleanText(std::string_view(partner.name).substr(comma + 1));
    }
    const Reading<std::string>& reading = row.tools().country(country);
    if (name.empty() || !reading.ok() || country.size() < 4)
        return;
    partner.name = name;
    partner.country = *reading.value;
    for (CellFinding& finding : row.cells)
        if (finding.field == ImportField::partner)
            finding.understood = name + " (" + partner.country + ")";
}

} // namespace jejaring::data
