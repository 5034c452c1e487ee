// SPDX-License-Identifier: MIT
#include "data/boundary/boundary_matching.hpp"

#include "data/boundary/boundary_names.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

namespace jejaring::data {
namespace {

using core::RegionType;

// Thresholds of the vote of village names, set by looking at what they move: all of it belongs to regions formed or
// enlarged since, and no kecamatan with a common name wanders.
constexpr double kNameBonus = 0.5;       // a kecamatan's own name counts as much as this share of its villages ...
constexpr double kNameBonusVillages = 2; // ... and as many more
constexpr double kLeastShare = 0.4;      // of the villages that must name the new region where the kecamatan does not
constexpr double kLeastVotes = 1.5;
constexpr double kLeastMajority = 2;     // times the votes for the region the source has it in
constexpr std::size_t kLeastPart = 3;    // villages that make a part of a kecamatan ...
constexpr double kLeastPartShare = 0.12; // ... and the share of its villages

std::string provinceKey(std::string_view name) {
    static const std::map<std::string, std::string, std::less<>> kOldNames{
        {"bangkabelitung", "kepulauanbangkabelitung"},
        {"jakartaraya", "dkijakarta"},
        {"yogyakarta", "daerahistimewayogyakarta"}};
    std::string key = nameKey(name);
    const auto renamed = kOldNames.find(key);
    return renamed == kOldNames.end() ? key : renamed->second;
}

// Today's regions a region of the source can be, by province of the source: those of the province of that name and of
// the provinces that were formed out of it since.
class Provinces {
  public:
    explicit Provinces(const Areas& areas) {
        for (const Area& province : areas.provinces)
            codes_[nameKey(province.name)].push_back(province.code);
        static const std::map<std::string, std::vector<std::string>> kFormedFrom{
            {"papua", {"papuaselatan", "papuatengah", "papuapegunungan"}},
            {"papuabarat", {"papuabaratdaya"}},
            {"kalimantantimur", {"kalimantanutara"}}};
        for (const auto& [parent, children] : kFormedFrom)
            for (const std::string& child : children)
                if (const auto found = codes_.find(child); found != codes_.end())
                    codes_[parent].insert(codes_[parent].end(), found->second.begin(), found->second.end());
    }
    // Two-digit codes; empty for an unknown province.
    [[nodiscard]] const std::vector<std::string>& of(std::string_view sourceProvince) const {
        static const std::vector<std::string> kNone;
        const auto found = codes_.find(provinceKey(sourceProvince));
        return found == codes_.end() ? kNone : found->second;
    }

  private:
    std::map<std::string, std::vector<std::string>> codes_;
};

// Codes of areas by province and key of name.
class NameIndex {
  public:
    void add(std::string_view code, std::string_view name) {
        codes_[std::string(code.substr(0, 2)) + nameKey(name)].emplace_back(code);
    }
    template <class Visit>
    void find(std::span<const std::string> provinces, const std::string& key, Visit visit) const {
        for (const std::string& province : provinces)
            if (const auto found = codes_.find(province + key); found != codes_.end())
                for (const std::string& code : found->second)
                    visit(code);
    }

  private:
    std::unordered_map<std::string, std::vector<std::string>> codes_;
};

RegionType sourceType(const GadmFeature& feature, const NameParts& parts) {
    if (feature.type.empty())
        return parts.type.value_or(RegionType::kabupaten);
    return feature.type == "Kota" ? RegionType::kota : RegionType::kabupaten;
}

// "KotaBandung" -> "Bandung", but "KotaBaru" stays: GADM joins words, so a capital tells where one begins.
std::string withoutKota(const std::string& name, RegionType type) {
    const bool prefixed =
        type == RegionType::kota && name.size() > 5 && name.starts_with("Kota") && name[4] >= 'A' && name[4] <= 'Z';
    return prefixed ? name.substr(4) : name;
}

bool isWater(const GadmFeature& feature) {
    return feature.type == "WaterBody";
}

} // namespace

std::vector<RegencyMatch> matchRegencies(std::span<const GadmFeature> level2, const Areas& areas,
                                         std::span<const RegionAlias> aliases) {
    const Provinces provinces(areas);
    struct Candidate {
        std::uint32_t index;
        NameParts parts;
        std::string province;
    };
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < areas.regencies.size(); ++i)
        candidates.push_back(
            {static_cast<std::uint32_t>(i), nameParts(areas.regencies[i].name), areas.regencies[i].code.substr(0, 2)});
    std::vector<bool> taken(areas.regencies.size(), false);
    std::vector<RegencyMatch> matches(level2.size());
    std::vector<bool> settled(level2.size(), false);

    const auto settle = [&](std::size_t i, std::uint32_t regency, MatchMethod method) {
        matches[i].regency = regency;
        matches[i].method = method;
        taken[regency] = true;
        settled[i] = true;
    };
    const auto findIn = [&](std::size_t i, bool ignoreType, std::size_t distance) -> std::optional<std::uint32_t> {
        const GadmFeature& f = level2[i];
        const RegionType type = sourceType(f, nameParts(f.regency));
        const std::string key = nameKey(withoutKota(f.regency, type));
        const auto& within = provinces.of(f.province);
        std::optional<std::uint32_t> found;
        for (const Candidate& c : candidates) {
            if (taken[c.index] || (!ignoreType && c.parts.type != type) ||
                std::find(within.begin(), within.end(), c.province) == within.end())
                continue;
            if (distance == 0 ? c.parts.key != key : editDistance(c.parts.key, key, distance) > distance)
                continue;
            if (found)
                return std::nullopt; // two of them: the name does not tell
            found = c.index;
        }
        return found;
    };

    for (std::size_t i = 0; i < level2.size(); ++i) {
        const GadmFeature& f = level2[i];
        matches[i].sourceId = f.regencyId;
        matches[i].sourceName = f.regency;
        matches[i].bpsCode = f.bpsCode;
        for (const RegionAlias& alias : aliases) {
            if (alias.province != f.province || alias.name != f.regency ||
                (!alias.type.empty() && alias.type != f.type))
                continue;
            if (alias.code == "lake") {
                matches[i].lake = alias.label.empty() ? f.regency : alias.label;
                settled[i] = true;
                continue;
            }
            for (const Candidate& c : candidates)
                if (areas.regencies[c.index].code == alias.code && !taken[c.index])
                    settle(i, c.index, MatchMethod::alias);
        }
        if (!settled[i] && isWater(f)) {
            matches[i].lake = f.regency;
            settled[i] = true;
        }
    }
    for (std::size_t i = 0; i < level2.size(); ++i)
        if (!settled[i])
            if (const auto found = findIn(i, false, 0))
                settle(i, *found, MatchMethod::exact);
    // Where the source states no type, the name alone may tell; then spelling.
    for (std::size_t i = 0; i < level2.size(); ++i)
        if (!settled[i] && level2[i].type.empty())
            if (const auto found = findIn(i, true, 0))
                settle(i, *found, MatchMethod::exact);
    for (std::size_t i = 0; i < level2.size(); ++i)
        if (!settled[i])
            if (const auto found = findIn(i, false, 2))
                settle(i, *found, MatchMethod::fuzzy);

    std::vector<RegencyMatch> result;
    for (std::size_t i = 0; i < matches.size(); ++i)
        if (settled[i])
            result.push_back(std::move(matches[i]));
    return result;
}

std::vector<KecamatanMatch> matchKecamatan(std::span<const GadmFeature> level3, std::span<const GadmFeature> level4,
                                           std::span<const RegencyMatch> regencies, const Areas& areas) {
    const Provinces provinces(areas);
    NameIndex villages;
    for (const Area& village : areas.villages)
        villages.add(village.code, village.name);
    NameIndex districts;
    for (const Area& district : areas.districts)
        districts.add(district.code, district.name);
    std::unordered_map<std::string, std::uint32_t> indexOf; // of today's regency by code
    for (std::size_t i = 0; i < areas.regencies.size(); ++i)
        indexOf[areas.regencies[i].code] = static_cast<std::uint32_t>(i);
    std::unordered_map<std::string, const RegencyMatch*> before;
    for (const RegencyMatch& match : regencies)
        before[match.sourceId] = &match;
    std::unordered_map<std::string, std::vector<std::size_t>> villagesOf;
    for (std::size_t i = 0; i < level4.size(); ++i)
        villagesOf[level4[i].kecamatanId].push_back(i);

    const auto regencyCode = [](std::string_view code) { return std::string(code.substr(0, 5)); };
    const auto districtCode = [](std::string_view code) { return std::string(code.substr(0, 8)); };

    std::vector<KecamatanMatch> result(level3.size());
    for (std::size_t k = 0; k < level3.size(); ++k) {
        const GadmFeature& f = level3[k];
        KecamatanMatch& match = result[k];
        const auto home = before.find(f.regencyId);
        if (home == before.end() || home->second->regency == kNoRegency)
            continue;
        match.before = match.regency = home->second->regency;
        const std::string& homeCode = areas.regencies[match.before].code;
        const auto& within = provinces.of(f.province);
        const auto& own = villagesOf[f.kecamatanId];

        std::map<std::string, double> votes;
        std::vector<std::vector<std::string>> today(own.size()); // by village: codes of that name
        for (std::size_t v = 0; v < own.size(); ++v) {
            std::set<std::string> named;
            villages.find(within, nameKey(level4[own[v]].village), [&](const std::string& code) {
                today[v].push_back(code);
                named.insert(regencyCode(code));
            });
            for (const std::string& code : named)
                votes[code] += 1.0 / static_cast<double>(named.size());
        }
        std::map<std::string, double> scores = votes;
        std::map<std::string, std::string> named; // today's kecamatan of this name, by regency
        districts.find(within, nameKey(f.kecamatan), [&](const std::string& code) {
            if (named.emplace(regencyCode(code), code).second)
                scores[regencyCode(code)] += kNameBonus * static_cast<double>(own.size()) + kNameBonusVillages;
        });

        const auto best = std::max_element(scores.begin(), scores.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        if (best != scores.end() && best->first != homeCode && indexOf.contains(best->first)) {
            const double forIt = votes[best->first];
            const double share = forIt / static_cast<double>(std::max<std::size_t>(own.size(), 1));
            const double forHome = scores.contains(homeCode) ? scores[homeCode] : 0;
            const bool confirmed = (named.contains(best->first) && forIt >= kLeastVotes) || share >= kLeastShare;
            if (confirmed && forIt >= kLeastVotes && best->second >= kLeastMajority * forHome) {
                match.regency = indexOf[best->first];
                match.support = share;
            }
        }
        const std::string& nowCode = areas.regencies[match.regency].code;
        if (const auto found = named.find(nowCode); found != named.end())
            match.district = found->second;

        // Villages that no village of the region bears the name of, but several of one kecamatan elsewhere do.
        std::map<std::string, std::vector<std::size_t>> elsewhere;
        for (std::size_t v = 0; v < own.size(); ++v) {
            const bool stays = std::any_of(today[v].begin(), today[v].end(),
                                           [&](const std::string& code) { return regencyCode(code) == nowCode; });
            std::set<std::string> in;
            for (const std::string& code : today[v])
                in.insert(districtCode(code));
            if (!stays)
                for (const std::string& code : in)
                    elsewhere[code].push_back(own[v]);
        }
        std::set<std::size_t> gone;
        for (auto& [district, members] : elsewhere) {
            std::erase_if(members, [&gone](std::size_t v) { return gone.contains(v); });
            if (members.size() < kLeastPart ||
                static_cast<double>(members.size()) < kLeastPartShare * static_cast<double>(own.size()) ||
                !indexOf.contains(regencyCode(district)))
                continue;
            gone.insert(members.begin(), members.end());
            match.parts.push_back({indexOf[regencyCode(district)], members, district});
        }
    }
    return result;
}

} // namespace jejaring::data
