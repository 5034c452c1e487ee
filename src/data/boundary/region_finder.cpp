// SPDX-License-Identifier: MIT
#include "data/boundary/region_finder.hpp"

#include "core/result.hpp"
#include "data/boundary/boundary_names.hpp"

#include <algorithm>

namespace jejaring::data {
namespace {

using core::RegionIndex;
using core::RegionLevel;
using core::RegionType;

constexpr const char* kUnknownCode = JEJARING_TR("No region has this code.");
constexpr const char* kAmbiguousCode =
    JEJARING_TR("Without its dot this code names one region to Kemendagri and another to BPS.");
constexpr const char* kUnknownName = JEJARING_TR("No region has this name.");
constexpr const char* kAmbiguousName = JEJARING_TR("Several regions have this name.");
constexpr const char* kEmpty = JEJARING_TR("The row has neither code nor name.");

std::string digitsOf(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9')
            digits += c;
    return digits;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

} // namespace

RegionFinder::RegionFinder(const core::RegionCatalog& catalog) : catalog_(catalog) {
    for (std::size_t i = 0; i < catalog.size(); ++i) {
        const auto index = static_cast<RegionIndex>(i);
        keys_.push_back(nameParts(catalog[index].name).key);
        byKey_.emplace(keys_.back(), index);
        if (!catalog[index].bpsCode.empty())
            byBpsCode_.emplace(catalog[index].bpsCode, index);
    }
    // Common other forms of provinces' names.
    constexpr std::pair<std::string_view, std::string_view> kForms[] = {{"jakarta", "31"},
                                                                        {"jakartaraya", "31"},
                                                                        {"daerahkhususibukotajakarta", "31"},
                                                                        {"daerahkhususjakarta", "31"},
                                                                        {"daerahistimewayogyakarta", "34"},
                                                                        {"diyogyakarta", "34"},
                                                                        {"yogyakarta", "34"},
                                                                        {"bangkabelitung", "19"},
                                                                        {"nanggroeacehdarussalam", "11"},
                                                                        {"ntb", "52"},
                                                                        {"ntt", "53"}};
    for (const auto& [key, code] : kForms)
        if (const auto region = catalog.find(code))
            byKey_.emplace(key, *region);
}

RegionAnswer RegionFinder::byCode(std::string_view code, std::string_view name) const {
    code = trimmed(code);
    if (code.empty())
        return {std::nullopt, kEmpty};
    // The dot says that it is Kemendagri's.
    if (const auto exact = catalog_.find(code); exact && code.size() == 5)
        return {exact, nullptr};
    const std::string digits = digitsOf(code);
    const bool plain = digits.size() == code.size() || (code.starts_with("ID") && digits.size() + 2 == code.size());
    if (!plain || (digits.size() != 2 && digits.size() != 4))
        return {std::nullopt, kUnknownCode};

    std::vector<RegionIndex> candidates;
    const std::string dotted = digits.size() == 2 ? digits : digits.substr(0, 2) + "." + digits.substr(2);
    if (const auto found = catalog_.find(dotted))
        candidates.push_back(*found);
    const auto [first, last] = byBpsCode_.equal_range(digits);
    for (auto at = first; at != last; ++at)
        if (std::find(candidates.begin(), candidates.end(), at->second) == candidates.end())
            candidates.push_back(at->second);
    if (candidates.empty())
        return {std::nullopt, kUnknownCode};
    if (candidates.size() == 1)
        return {candidates[0], nullptr};
    const NameParts parts = nameParts(name);
    std::optional<RegionIndex> confirmed;
    for (const RegionIndex candidate : candidates)
        if (!parts.key.empty() && keys_[candidate] == parts.key &&
            (!parts.type || *parts.type == catalog_[candidate].type)) {
            if (confirmed)
                return {std::nullopt, kAmbiguousCode};
            confirmed = candidate;
        }
    return {confirmed, confirmed ? nullptr : kAmbiguousCode};
}

std::vector<RegionIndex> RegionFinder::named(std::string_view key, RegionLevel level,
                                             std::optional<RegionType> type) const {
    std::vector<RegionIndex> found;
    const auto [first, last] = byKey_.equal_range(key);
    for (auto at = first; at != last; ++at) {
        const core::Region& region = catalog_[at->second];
        // A form of a name may be the name itself.
        const bool counted = std::find(found.begin(), found.end(), at->second) != found.end();
        if (!counted && region.level() == level && (!type || region.type == *type))
            found.push_back(at->second);
    }
    return found;
}

RegionAnswer RegionFinder::byName(std::string_view name, RegionLevel level, std::string_view type) const {
    NameParts parts = nameParts(trimmed(name));
    if (parts.key.empty())
        return {std::nullopt, kEmpty};
    if (!parts.type && !type.empty())
        parts.type = nameParts(std::string(type) + " x").type;
    if (level == RegionLevel::province)
        parts.type = std::nullopt;
    std::vector<RegionIndex> found = named(parts.key, level, parts.type);
    // "Kota Baru" may be the kabupaten Kotabaru, "Kota Gede" none.
    if (found.empty())
        found = named(nameKey(name), level, std::nullopt);
    if (found.size() == 1)
        return {found[0], nullptr};
    if (found.size() > 1)
        return {std::nullopt, kAmbiguousName};

    // One or two letters off, by the length of the name, and only one region so near.
    constexpr std::size_t kShort = 6;
    constexpr std::size_t kLong = 10;
    const std::size_t limit = parts.key.size() < kShort ? 0 : parts.key.size() < kLong ? 1 : 2;
    std::optional<RegionIndex> nearest;
    for (std::size_t i = 0; limit > 0 && i < keys_.size(); ++i) {
        const auto index = static_cast<RegionIndex>(i);
        const core::Region& region = catalog_[index];
        if (region.level() != level || (parts.type && region.type != *parts.type) ||
            editDistance(keys_[i], parts.key, limit) > limit)
            continue;
        if (nearest)
            return {std::nullopt, kAmbiguousName};
        nearest = index;
    }
    return {nearest, nearest ? nullptr : kUnknownName};
}

} // namespace jejaring::data
