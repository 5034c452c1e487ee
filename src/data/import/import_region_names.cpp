// SPDX-License-Identifier: MIT
#include "data/import/import_region_names.hpp"

#include "data/boundary/boundary_names.hpp"
#include "data/import/import_regions.hpp"
#include "data/import/import_text.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <tuple>

namespace jejaring::data {
namespace {

using core::RegionIndex;
using core::RegionType;
using Tokens = std::vector<std::string>;

constexpr std::string_view kSeparators = ",;()[]/|\n:";

bool isWordByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80U;
}

// "psr" for "paser", "bdg" for "bandung": the first letter and then no vowel, in the order of the name.
bool isAbbreviation(std::string_view key, std::string_view name) {
    constexpr std::size_t kShortest = 3;
    if (key.size() < kShortest || key.size() >= name.size() || key[0] != name[0] || key.back() != name.back() ||
        key.find_first_of("aiueo 0123456789", 1) != std::string_view::npos)
        return false;
    std::size_t at = 0;
    for (const char c : name)
        at += at < key.size() && key[at] == c;
    return at == key.size();
}

// The words of a text that loweredText gave; "&" is "dan", apostrophes go without a trace.
Tokens tokensOf(std::string_view text) {
    Tokens tokens;
    bool inside = false;
    for (const char c : text) {
        if (c == '&') {
            tokens.emplace_back("dan");
            inside = false;
        } else if (isWordByte(c)) {
            if (!inside)
                tokens.emplace_back();
            tokens.back() += c;
            inside = true;
        } else if (c != '\'' && c != '`') {
            inside = false;
        }
    }
    return tokens;
}

void replaceAll(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

// Words that stand before a name. Longer ones first.
struct Words {
    std::initializer_list<std::string_view> words;
    std::optional<RegionType> type;
};
const std::array<Words, 44> kBefore{{
    {{"pemerintah", "daerah"}, std::nullopt},
    {{"daerah", "tingkat", "ii"}, std::nullopt},
    {{"daerah", "tingkat", "i"}, std::nullopt},
    {{"dati", "ii"}, std::nullopt},
    {{"dati", "i"}, std::nullopt},
    {{"tingkat", "ii"}, std::nullopt},
    {{"wali", "kota"}, RegionType::kota},
    {{"regency", "of"}, RegionType::kabupaten},
    {{"city", "of"}, RegionType::kota},
    {{"municipality", "of"}, RegionType::kota},
    {{"province", "of"}, RegionType::province},
    {{"d", "h"}, std::nullopt},
    {{"pemerintah"}, std::nullopt},
    {{"pemerintahan"}, std::nullopt},
    {{"pemda"}, std::nullopt},
    {{"pemkab"}, RegionType::kabupaten},
    {{"pemkot"}, RegionType::kota},
    {{"pemko"}, RegionType::kota},
    {{"pemprov"}, RegionType::province},
    {{"pemprop"}, RegionType::province},
    {{"bupati"}, RegionType::kabupaten},
    {{"walikota"}, RegionType::kota},
    {{"gubernur"}, RegionType::province},
    {{"kabupaten"}, RegionType::kabupaten},
    {{"kab"}, RegionType::kabupaten},
    {{"regency"}, RegionType::kabupaten},
    {{"kotamadya"}, RegionType::kota},
    {{"kodya"}, RegionType::kota},
    {{"kota"}, RegionType::kota},
    {{"city"}, RegionType::kota},
    {{"provinsi"}, RegionType::province},
    {{"propinsi"}, RegionType::province},
    {{"province"}, RegionType::province},
    {{"prov"}, RegionType::province},
    {{"prop"}, RegionType::province},
    {{"administrasi"}, std::nullopt},
    {{"administratif"}, std::nullopt},
    {{"adm"}, std::nullopt},
    {{"dh"}, std::nullopt},
    {{"eks"}, std::nullopt},
    {{"ex"}, std::nullopt},
    {{"dahulu"}, std::nullopt},
    {{"dulu"}, std::nullopt},
    {{"formerly"}, std::nullopt},
}};

// A word that stands after a name.
std::optional<RegionType> typeAfter(std::string_view word) {
    if (word == "regency" || word == "kab" || word == "kabupaten")
        return RegionType::kabupaten;
    if (word == "city" || word == "kota" || word == "municipality")
        return RegionType::kota;
    if (word == "province" || word == "prov" || word == "provinsi" || word == "propinsi")
        return RegionType::province;
    return std::nullopt;
}

bool beginsWith(const Tokens& tokens, std::size_t at, const Words& words) {
    return tokens.size() - at >= words.words.size() &&
           std::equal(words.words.begin(), words.words.end(), tokens.begin() + static_cast<std::ptrdiff_t>(at));
}

std::string joined(const Tokens& tokens, std::size_t first, std::size_t last) {
    std::string key;
    for (std::size_t i = first; i < last; ++i) {
        // "Kep." is "Kepulauan" wherever it stands, "Tj." is "Tanjung".
        const std::string& token = tokens[i];
        key += token == "kep" ? "kepulauan" : token == "tj" || token == "tjg" || token == "tg" ? "tanjung" : token;
    }
    return key;
}

// What a text says before its name: the kind, and where the name begins. The name may be empty.
struct Front {
    std::optional<RegionType> type;
    std::size_t name = 0;
};
Front frontOf(const Tokens& tokens) {
    Front front;
    for (bool found = true; found && front.name < tokens.size();) {
        found = false;
        for (const Words& words : kBefore) {
            // "Kabupaten Kota Baru": the second word belongs to the name.
            if (!beginsWith(tokens, front.name, words) || (words.type && front.type && *words.type != *front.type))
                continue;
            if (words.type)
                front.type = words.type;
            front.name += words.words.size();
            found = true;
            break;
        }
    }
    return front;
}

// The parts of a text that commas, brackets, strokes, dashes between blanks or the word for a province divide.
std::vector<Tokens> partsOf(std::string text) {
    for (const std::string_view dash : {" - ", " \u2013 ", " \u2014 ", "\u2013", "\u2014"})
        replaceAll(text, dash, ",");
    std::vector<Tokens> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(kSeparators, at), text.size());
        Tokens part;
        for (std::string& token : tokensOf(std::string_view(text).substr(at, end - at))) {
            const bool province =
                token == "prov" || token == "provinsi" || token == "propinsi" || token == "prop" || token == "province";
            if (province && !part.empty() && part.back() != "pemerintah") {
                parts.push_back(std::move(part));
                part.clear();
            }
            part.push_back(std::move(token));
        }
        if (!part.empty())
            parts.push_back(std::move(part));
        at = end + 1;
    }
    return parts;
}

void addNew(std::vector<RegionIndex>& to, std::span<const RegionIndex> from) {
    for (const RegionIndex region : from)
        if (std::find(to.begin(), to.end(), region) == to.end())
            to.push_back(region);
}

bool contains(std::span<const RegionIndex> regions, RegionIndex region) {
    return std::find(regions.begin(), regions.end(), region) != regions.end();
}

} // namespace

std::string loweredText(std::string_view text) {
    std::string lower = cleanText(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::optional<RegionType> regionTypeOf(std::string_view text) {
    const Tokens tokens = tokensOf(loweredText(text));
    const Front front = frontOf(tokens);
    return front.name == tokens.size() ? front.type : std::nullopt;
}

RegionNames::RegionNames(const core::RegionCatalog& catalog, std::span<const core::RegionAlias> aliases)
    : catalog_(catalog) {
    for (std::size_t i = 0; i < catalog.size(); ++i)
        names_.emplace(partOf(tokensOf(loweredText(catalog[static_cast<RegionIndex>(i)].name))).key,
                       static_cast<RegionIndex>(i));
    // "Mentawai" for the Kepulauan Mentawai, where nothing else is called so.
    for (std::size_t i = 0; i < catalog.size(); ++i) {
        const Part part = partOf(tokensOf(loweredText(catalog[static_cast<RegionIndex>(i)].name)));
        for (const std::string_view group : {"kepulauan", "pulau"})
            if (part.key.size() > group.size() && part.key.starts_with(group) &&
                !names_.contains(part.key.substr(group.size())))
                program_.emplace(part.key.substr(group.size()), static_cast<RegionIndex>(i));
    }
    for (const core::RegionAlias& alias : aliases) {
        const auto region = catalog.find(alias.region);
        const Tokens tokens = tokensOf(loweredText(alias.alias));
        if (!region || tokens.empty())
            continue;
        Index& index = alias.origin == kProgramOrigin       ? program_
                       : alias.origin == kProgramNameOrigin ? names_
                                                            : project_;
        const std::string key = partOf(tokens).key;
        const std::string whole = joined(tokens, 0, tokens.size());
        index.emplace(key, *region);
        if (whole != key)
            index.emplace(whole, *region);
    }
}

RegionNames::Part RegionNames::partOf(const Tokens& tokens) {
    const Front front = frontOf(tokens);
    if (front.name == tokens.size())
        return {front.type, {}};
    return {front.type, joined(tokens, front.name, tokens.size())};
}

std::vector<RegionIndex> RegionNames::named(const Index& index, std::string_view key,
                                            std::optional<RegionType> type) const {
    std::vector<RegionIndex> found;
    const auto [first, last] = index.equal_range(key);
    for (auto at = first; at != last; ++at)
        if ((!type || catalog_[at->second].type == *type) && !contains(found, at->second))
            found.push_back(at->second);
    std::sort(found.begin(), found.end());
    return found;
}

NameFinding RegionNames::lookUp(const Tokens& tokens) const {
    NameFinding finding;
    if (tokens.empty())
        return finding;
    std::vector<Part> forms{partOf(tokens)};
    // "Kota Baru" may be the Kabupaten Kotabaru.
    forms.push_back({std::nullopt, joined(tokens, 0, tokens.size())});
    if (const auto after = typeAfter(tokens.back()); after && tokens.size() > 1) {
        const Part before = partOf(Tokens(tokens.begin(), tokens.end() - 1));
        if (!before.type || *before.type == *after)
            forms.push_back({after, before.key});
    }
    const std::array<std::pair<const Index*, NameOrigin>, 3> indices{
        {{&project_, NameOrigin::project}, {&names_, NameOrigin::name}, {&program_, NameOrigin::program}}};
    for (const auto& [index, origin] : indices)
        for (const Part& form : forms)
            if (finding.regions.empty() && !form.key.empty()) {
                finding.regions = named(*index, form.key, form.type);
                finding.origin = origin;
            }
    for (const Part& form : forms)
        if (finding.regions.empty() && form.type && !form.key.empty()) {
            addNew(finding.otherKind, named(names_, form.key, std::nullopt));
            addNew(finding.otherKind, named(program_, form.key, std::nullopt));
        }
    return finding;
}

// Regions that every part either names or names the province of.
NameFinding RegionNames::fromParts(const std::vector<Tokens>& parts) const {
    NameFinding together;
    std::optional<RegionType> type;
    std::vector<NameFinding> named;
    bool unknown = false;
    for (const Tokens& part : parts) {
        const Front front = frontOf(part);
        if (front.name == part.size()) {
            unknown = unknown || (type && front.type && *type != *front.type);
            type = front.type ? front.type : type;
            continue;
        }
        if (part.back() == "indonesia")
            continue;
        const NameFinding found = lookUp(part);
        unknown = unknown || found.regions.empty();
        addNew(together.parts, found.regions.empty() ? found.otherKind : found.regions);
        if (found.regions.empty())
            continue;
        named.push_back(found);
    }
    if (unknown || named.empty())
        return together;
    const auto fits = [&](RegionIndex region) {
        return (!type || catalog_[region].type == *type) &&
               std::all_of(named.begin(), named.end(), [&](const NameFinding& part) {
                   return contains(part.regions, region) || contains(part.regions, catalog_.provinceOf(region));
               });
    };
    for (const RegionIndex region : together.parts)
        if (fits(region))
            together.regions.push_back(region);
    std::sort(together.regions.begin(), together.regions.end());
    if (together.regions.empty())
        return together;
    together.parts.clear();
    together.origin = NameOrigin::program;
    for (const NameFinding& part : named)
        if (contains(part.regions, together.regions[0]))
            together.origin = std::min(together.origin, part.origin);
    return together;
}

// "Kab. Bandung Jawa Barat" and "Kab. Paser dan Kab. Berau": parts without a mark between them.
NameFinding RegionNames::fromSplit(const Tokens& tokens) const {
    for (std::size_t at = tokens.size() - 1; at > 0; --at) {
        const bool list = tokens[at] == "dan" || tokens[at] == "and" || tokens[at] == "serta";
        const auto middle = tokens.begin() + static_cast<std::ptrdiff_t>(at);
        const Tokens left(tokens.begin(), middle);
        const Tokens right(middle + (list ? 1 : 0), tokens.end());
        const NameFinding first = lookUp(left);
        const NameFinding second = right.empty() ? NameFinding{} : lookUp(right);
        if (first.regions.empty() || second.regions.empty())
            continue;
        const bool province = std::any_of(second.regions.begin(), second.regions.end(), [this](RegionIndex region) {
            return catalog_[region].type == RegionType::province;
        });
        if (list) {
            NameFinding both;
            addNew(both.parts, first.regions);
            addNew(both.parts, second.regions);
            return both;
        }
        if (province)
            return fromParts({left, right});
    }
    return {};
}

NameFinding RegionNames::find(std::string_view text) const {
    std::string lower = loweredText(text);
    for (const std::string_view either : {"kabupaten/kota", "kabupaten / kota", "kab./kota", "kab/kota", "kab / kota"})
        replaceAll(lower, either, " ");
    replaceAll(lower, "d/h", "dh");
    const Tokens tokens = tokensOf(lower);
    NameFinding whole = lookUp(tokens);
    if (!whole.regions.empty() || tokens.empty())
        return whole;
    const std::vector<Tokens> parts = partsOf(lower);
    NameFinding divided = parts.size() > 1 ? fromParts(parts) : fromSplit(tokens);
    if (divided.regions.empty() && divided.parts.empty() && divided.otherKind.empty())
        return whole;
    return divided;
}

std::vector<RegionIndex> RegionNames::nearest(std::string_view text, std::size_t count) const {
    const Tokens tokens = tokensOf(loweredText(text));
    const Part part = partOf(tokens);
    const std::string& key = part.key;
    std::map<RegionIndex, std::size_t> distances;
    const auto note = [&distances](RegionIndex region, std::size_t distance) {
        const auto [at, added] = distances.emplace(region, distance);
        if (!added)
            at->second = std::min(at->second, distance);
    };
    // Names within the text: "Dinas Pariwisata Kabupaten Paser".
    constexpr std::size_t kLongest = 6;
    constexpr std::size_t kTooShort = 4;
    for (std::size_t first = 0; first < tokens.size(); ++first)
        for (std::size_t last = first + 1; last <= std::min(tokens.size(), first + kLongest); ++last) {
            const std::string within = joined(tokens, first, last);
            if (within.size() >= kTooShort)
                for (const Index* const index : {&names_, &program_})
                    for (const RegionIndex region : named(*index, within, std::nullopt))
                        note(region, 1);
        }
    constexpr std::size_t kFarthest = 4;
    const std::size_t limit = std::clamp<std::size_t>(key.size() / 3, 1, kFarthest);
    for (const Index* const index : {&names_, &program_, &project_})
        for (const auto& [name, region] : *index) {
            if (key.size() >= kTooShort && name.starts_with(key))
                note(region, 2);
            else if (const std::size_t distance = key.empty() ? limit + 1 : editDistance(name, key, limit);
                     distance <= limit)
                note(region, distance);
            else if (isAbbreviation(key, name))
                note(region, limit + 1);
        }
    // Of those alike the ones of the kind that the text says: "Kota Bandng" is rather a kota.
    std::vector<std::tuple<std::size_t, bool, RegionIndex>> order;
    order.reserve(distances.size());
    for (const auto& [region, distance] : distances)
        order.emplace_back(distance, part.type && catalog_[region].type != *part.type, region);
    std::sort(order.begin(), order.end());
    std::vector<RegionIndex> best;
    for (std::size_t i = 0; i < std::min(count, order.size()); ++i)
        best.push_back(std::get<RegionIndex>(order[i]));
    return best;
}

} // namespace jejaring::data
