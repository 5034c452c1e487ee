// SPDX-License-Identifier: MIT
#include "data/import/import_regions.hpp"

#include "data/import/import_region_names.hpp"
#include "data/import/import_text.hpp"
#include "data/table/csv.hpp"

#include <algorithm>
#include <array>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace jejaring::data {
namespace {

using core::RegionIndex;
using core::RegionLevel;
using core::RegionType;
using Regions = std::vector<RegionIndex>;

constexpr const char* kCodeUnknown = JEJARING_TR("No region has this code; the name was taken.");
constexpr const char* kNoSuchCode = JEJARING_TR("No region has this code.");
constexpr const char* kNameUnknown = JEJARING_TR("The name is not known for the region of this code.");
constexpr const char* kCodeAndName = JEJARING_TR("The code and the name mean different regions.");
constexpr const char* kBareCode = JEJARING_TR("Without its dot the code may be Kemendagri's or BPS's.");
constexpr const char* kCutCode = JEJARING_TR("A spreadsheet seems to have cut the zero at the end of the code.");
constexpr const char* kSameName = JEJARING_TR("Several regions have this name.");
constexpr const char* kTypeDiffers = JEJARING_TR("No region of this name is of the kind that the row states.");
constexpr const char* kProvinceDiffers =
    JEJARING_TR("No region of this name lies in the province that the row states.");
constexpr const char* kProvinceUnknown = JEJARING_TR("The province that the row states is not known.");
constexpr const char* kFormerProvince = JEJARING_TR("The row states the province that the region once belonged to.");
constexpr const char* kSeveralNames = JEJARING_TR("The cell names several regions.");
constexpr const char* kOnlyProvince = JEJARING_TR("The row states nothing but the province.");
constexpr const char* kGroupDecided = JEJARING_TR("The province named above the row decided.");
constexpr const char* kGroupDiffers = JEJARING_TR("The region lies outside the province named above the row.");
constexpr std::size_t kCandidates = 8;

// Provinces that were parted since 1999, and what they were part of.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kParted{{{"65", "64"},
                                                                                 {"93", "91"},
                                                                                 {"94", "91"},
                                                                                 {"95", "91"},
                                                                                 {"96", "92"},
                                                                                 {"92", "91"},
                                                                                 {"76", "73"},
                                                                                 {"75", "71"},
                                                                                 {"36", "32"},
                                                                                 {"19", "16"},
                                                                                 {"21", "14"},
                                                                                 {"82", "81"}}};

bool isDigits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool wasPartOf(std::string_view province, std::string_view former) {
    for (const auto& [parted, of] : kParted)
        if (parted == province && (of == former || wasPartOf(of, former)))
            return true;
    return false;
}

bool contains(const Regions& regions, RegionIndex region) {
    return std::find(regions.begin(), regions.end(), region) != regions.end();
}

Regions merged(const Regions& a, const Regions& b) {
    Regions all = a;
    for (const RegionIndex region : b)
        if (!contains(all, region))
            all.push_back(region);
    return all;
}

template <class Keep> Regions filtered(const Regions& regions, Keep keep) {
    Regions kept;
    std::copy_if(regions.begin(), regions.end(), std::back_inserter(kept), keep);
    return kept;
}

// What one source of a row (its code, its name) says. One region is found, several are ambiguous; none with candidates
// is one or the other, as `match` says.
struct Answer {
    RegionMatch match = RegionMatch::blank;
    Regions regions;
    Regions candidates;
    const char* remark = nullptr;
};

// A code freed of what spreadsheets and people put around it: "'64,01", "ID6401", "6401.0", "64.01.".
std::string codeText(std::string_view text) {
    std::string code;
    for (const char c : cleanText(text))
        if (c != ' ' && c != '\'' && c != '"')
            code += c == ',' ? '.' : c;
    for (const std::string_view prefix : {"ID-", "ID", "id"})
        if (code.starts_with(prefix)) {
            code.erase(0, prefix.size());
            break;
        }
    while (code.ends_with('.'))
        code.pop_back();
    // A number of a spreadsheet or a table of one: "6401.0".
    const std::size_t dot = code.find('.');
    if (dot == 4 && code.find_first_not_of('0', dot + 1) == std::string::npos)
        code.erase(dot);
    return code;
}

} // namespace

struct RegionMatcher::Implementation {
    Implementation(const core::RegionCatalog& regions, std::span<const core::RegionAlias> aliases,
                   std::map<std::string, core::RegionCode> given)
        : catalog(regions), names(regions, aliases), answers(std::move(given)) {
        for (std::size_t i = 0; i < catalog.size(); ++i)
            if (const std::string& bps = catalog[static_cast<RegionIndex>(i)].bpsCode; !bps.empty())
                byBps.emplace(bps, static_cast<RegionIndex>(i));
        for (const core::RegionAlias& alias : aliases)
            if (alias.origin != kProgramOrigin && alias.origin != kProgramNameOrigin)
                keys.insert_or_assign(loweredText(alias.alias), alias.region);
    }

    [[nodiscard]] static std::string keyOf(const RegionText& text);
    [[nodiscard]] RegionFinding match(const RegionText& text, const std::string& key) const;
    [[nodiscard]] Answer byCode(const RegionText& text) const;
    [[nodiscard]] Answer byBareCode(const std::string& code, CodeSystem system) const;
    [[nodiscard]] Answer byName(const RegionText& text) const;
    [[nodiscard]] Answer byBoth(const RegionText& text) const;
    void narrowByType(Answer& answer, const RegionText& text) const;
    void narrowByProvince(Answer& answer, const RegionText& text) const;
    void narrowByGroup(Answer& answer, const RegionText& text) const;
    [[nodiscard]] Regions provincesOf(const RegionText& text) const;

    const core::RegionCatalog& catalog;
    RegionNames names;
    std::map<std::string, core::RegionCode> answers;
    std::map<std::string, core::RegionCode> keys; // aliases of the project, as keys
    std::multimap<std::string, RegionIndex, std::less<>> byBps;
    // What was found for rows that said the same.
    mutable std::mutex mutex;
    mutable std::unordered_map<std::string, RegionFinding> known;
};

std::string RegionMatcher::Implementation::keyOf(const RegionText& text) {
    std::string key;
    const auto add = [&key](std::string part) {
        if (part.empty() || isBlankLike(part))
            return;
        key += key.empty() ? "" : " | ";
        key += part;
    };
    std::string code = codeText(text.code);
    if (!code.empty() && text.system != CodeSystem::notSaid)
        code += text.system == CodeSystem::bps ? " (bps)" : " (kemendagri)";
    add(std::move(code));
    add(loweredText(text.type));
    add(loweredText(text.name));
    add(loweredText(text.province));
    if (!isBlankLike(text.name) && isBlankLike(text.province))
        add(text.group.text());
    return key;
}

Answer RegionMatcher::Implementation::byBareCode(const std::string& code, CodeSystem system) const {
    Regions kemendagri;
    Regions bps;
    const std::string dotted = code.size() == 2 ? code : code.substr(0, 2) + '.' + code.substr(2);
    if (const auto region = catalog.find(dotted); region && system != CodeSystem::bps)
        kemendagri.push_back(*region);
    if (system != CodeSystem::kemendagri) {
        const auto [first, last] = byBps.equal_range(code);
        for (auto at = first; at != last; ++at)
            bps.push_back(at->second);
    }
    const Regions all = merged(kemendagri, bps);
    if (all.empty())
        return {RegionMatch::unmatched, {}, {}, kNoSuchCode};
    // Both systems number the provinces alike, but for those of Papua.
    const bool alike = code.size() == 2 && code < "91" && !kemendagri.empty();
    if (all.size() == 1 && (system != CodeSystem::notSaid || alike || (!kemendagri.empty() && !bps.empty())))
        return {code.size() == 2 ? RegionMatch::code : RegionMatch::bareCode, all, {}, nullptr};
    return {RegionMatch::ambiguous, {}, all, kBareCode};
}

Answer RegionMatcher::Implementation::byCode(const RegionText& text) const {
    const std::string code = codeText(text.code);
    if (code.empty() || isBlankLike(code))
        return {};
    if (isDigits(code) && (code.size() == 2 || code.size() == 4))
        return byBareCode(code, text.system);
    const std::size_t dot = code.find('.');
    if (dot != 2 || !isDigits(code.substr(0, 2)) || !isDigits(code.substr(3)) || code.size() > 5)
        return {RegionMatch::unmatched, {}, {}, kNoSuchCode};
    if (const auto region = catalog.find(code))
        return {RegionMatch::code, {*region}, {}, nullptr};
    const std::string province = code.substr(0, 2);
    const std::string rest = code.substr(3);
    // "64.00" and what a spreadsheet makes of it stand for the province.
    if (rest.find_first_not_of('0') == std::string::npos && catalog.find(province))
        return {RegionMatch::code, {*catalog.find(province)}, {}, nullptr};
    if (rest.size() == 1) {
        // A number keeps the zero of 11.01 and loses that of 11.10.
        if (const auto region = catalog.find(province + '.' + rest + '0'))
            return {RegionMatch::cutCode, {*region}, {}, kCutCode};
        if (const auto region = catalog.find(province + ".0" + rest))
            return {RegionMatch::ambiguous, {}, {*region}, kNoSuchCode};
    }
    return {RegionMatch::unmatched, {}, {}, kNoSuchCode};
}

Answer RegionMatcher::Implementation::byName(const RegionText& text) const {
    if (isBlankLike(text.name))
        return {};
    const NameFinding found = names.find(text.name);
    if (found.regions.empty()) {
        if (!found.otherKind.empty())
            return {RegionMatch::ambiguous, {}, found.otherKind, kTypeDiffers};
        if (found.parts.size() > 1)
            return {RegionMatch::ambiguous, {}, found.parts, kSeveralNames};
        return {RegionMatch::unmatched, {}, merged(found.parts, names.nearest(text.name, kCandidates)), nullptr};
    }
    Answer answer{RegionMatch::name, found.regions, {}, nullptr};
    if (found.origin != NameOrigin::name)
        answer.match = RegionMatch::alias;
    narrowByType(answer, text);
    narrowByProvince(answer, text);
    narrowByGroup(answer, text);
    if (answer.regions.size() == 1 && answer.match == RegionMatch::name &&
        loweredText(catalog[answer.regions[0]].name) == loweredText(text.name))
        answer.match = RegionMatch::exact;
    if (answer.regions.size() > 1)
        answer = {RegionMatch::ambiguous,
                  {},
                  answer.regions,
                  answer.remark && answer.remark != kGroupDecided ? answer.remark : kSameName};
    return answer;
}

void RegionMatcher::Implementation::narrowByType(Answer& answer, const RegionText& text) const {
    const auto type = regionTypeOf(text.type);
    if (!type)
        return;
    const auto fits = [&](RegionIndex region) { return catalog[region].type == *type; };
    const Regions kept = filtered(answer.regions, fits);
    if (!kept.empty()) {
        answer.regions = kept;
        return;
    }
    // "Kota Bogor" in a row that says "Kabupaten": both are candidates.
    const std::string word = *type == RegionType::kota ? "kota " : *type == RegionType::kabupaten ? "kab. " : "prov. ";
    Regions candidates = answer.regions;
    for (const RegionIndex region : answer.regions)
        candidates = merged(candidates,
                            names.find(word + catalog[region].name.substr(catalog[region].name.find(' ') + 1)).regions);
    answer = {RegionMatch::ambiguous, {}, candidates, kTypeDiffers};
}

Regions RegionMatcher::Implementation::provincesOf(const RegionText& text) const {
    const std::string code = codeText(text.province);
    const bool isCode = !code.empty() && code[0] >= '0' && code[0] <= '9';
    Regions found;
    if (isCode && code.size() == 2) {
        const Answer answer = byBareCode(code, text.system);
        found = merged(answer.regions, answer.candidates);
    } else {
        found = names.find(text.province).regions;
    }
    return filtered(found, [this](RegionIndex region) { return catalog[region].type == RegionType::province; });
}

void RegionMatcher::Implementation::narrowByProvince(Answer& answer, const RegionText& text) const {
    if (isBlankLike(text.province) || answer.regions.empty())
        return;
    const Regions provinces = provincesOf(text);
    if (provinces.empty()) {
        answer.remark = kProvinceUnknown;
        return;
    }
    const Regions kept =
        filtered(answer.regions, [&](RegionIndex region) { return contains(provinces, catalog.provinceOf(region)); });
    if (!kept.empty()) {
        answer.regions = kept;
        return;
    }
    const Regions former = filtered(answer.regions, [&](RegionIndex region) {
        return std::any_of(provinces.begin(), provinces.end(), [&](RegionIndex province) {
            return wasPartOf(catalog[region].code.province().text(), catalog[province].code.text());
        });
    });
    if (former.empty()) {
        answer = {RegionMatch::ambiguous, {}, answer.regions, kProvinceDiffers};
        return;
    }
    answer.regions = former;
    answer.remark = kFormerProvince;
}

void RegionMatcher::Implementation::narrowByGroup(Answer& answer, const RegionText& text) const {
    const auto group = text.group.empty() || !isBlankLike(text.province) ? std::nullopt : catalog.find(text.group);
    if (!group || answer.regions.empty())
        return;
    const Regions inside =
        filtered(answer.regions, [&](RegionIndex region) { return catalog.provinceOf(region) == *group; });
    if (inside.empty()) {
        if (answer.regions.size() == 1 && answer.remark == nullptr)
            answer.remark = kGroupDiffers;
    } else if (inside.size() < answer.regions.size()) {
        answer.regions = inside;
        answer.remark = kGroupDecided;
    }
}

Answer RegionMatcher::Implementation::byBoth(const RegionText& text) const {
    Answer code = byCode(text);
    Answer name = byName(text);
    if (code.match == RegionMatch::blank)
        return name;
    if (name.match == RegionMatch::blank)
        return code;
    const Regions codes = merged(code.regions, code.candidates);
    const Regions named = name.match == RegionMatch::unmatched ? Regions{} : merged(name.regions, name.candidates);
    if (codes.empty()) {
        Answer answer = name;
        if (answer.match != RegionMatch::unmatched && !answer.remark)
            answer.remark = kCodeUnknown;
        return answer;
    }
    if (named.empty()) {
        Answer answer = code;
        if (!answer.regions.empty() && !answer.remark)
            answer.remark = kNameUnknown;
        return answer;
    }
    const Regions both = filtered(codes, [&](RegionIndex region) { return contains(named, region); });
    if (both.size() == 1) {
        const bool bare = isDigits(codeText(text.code)) && codeText(text.code).size() == 4;
        const bool cut = !bare && codeText(text.code).size() == 4;
        return {bare  ? RegionMatch::bareCode
                : cut ? RegionMatch::cutCode
                      : RegionMatch::code,
                both,
                {},
                name.regions.empty() && name.remark == kTypeDiffers ? kTypeDiffers : nullptr};
    }
    // The code of the province beside the name of a kabupaten or kota in it narrows.
    if (both.empty() && code.regions.size() == 1 && catalog[code.regions[0]].level() == RegionLevel::province) {
        const Regions inside =
            filtered(named, [&](RegionIndex region) { return catalog.provinceOf(region) == code.regions[0]; });
        if (inside.size() == 1 && name.regions == inside)
            return name;
        if (!inside.empty())
            return {RegionMatch::ambiguous, {}, inside, kSameName};
    }
    return {RegionMatch::ambiguous, {}, both.empty() ? merged(codes, named) : both, kCodeAndName};
}

RegionFinding RegionMatcher::Implementation::match(const RegionText& text, const std::string& key) const {
    RegionFinding finding;
    finding.key = key;
    if (key.empty())
        return finding;
    if (const auto given = answers.find(key); given != answers.end() && catalog.find(given->second)) {
        finding.match = RegionMatch::answer;
        finding.region = given->second;
        return finding;
    }
    if (const auto alias = keys.find(key); alias != keys.end() && catalog.find(alias->second)) {
        finding.match = RegionMatch::alias;
        finding.region = alias->second;
        return finding;
    }
    Answer answer = byBoth(text);
    // Nothing but a province, or "Pemerintah Provinsi" beside it.
    const auto kind = isBlankLike(text.name) ? regionTypeOf(text.type) : regionTypeOf(text.name);
    const bool nameless = isBlankLike(text.name) || kind.has_value();
    if (nameless && (answer.match == RegionMatch::blank || answer.match == RegionMatch::unmatched) &&
        codeText(text.code).empty() && !isBlankLike(text.province) && (!kind || kind == RegionType::province)) {
        const Regions provinces = provincesOf(text);
        if (provinces.size() == 1)
            answer = {RegionMatch::name, provinces, {}, kOnlyProvince};
        else
            answer = {RegionMatch::unmatched, {}, names.nearest(text.province, kCandidates), nullptr};
    }
    finding.match = answer.match;
    finding.remark = answer.remark;
    if (answer.regions.size() == 1)
        finding.region = catalog[answer.regions[0]].code;
    for (std::size_t i = 0; i < std::min(kCandidates, answer.candidates.size()); ++i)
        finding.candidates.push_back(catalog[answer.candidates[i]].code);
    return finding;
}

std::string_view regionMatchId(RegionMatch match) {
    constexpr std::array<std::string_view, 10> kIds{"code",  "cut_code", "bare_code", "exact",     "name",
                                                    "alias", "answer",   "ambiguous", "unmatched", "blank"};
    return kIds[static_cast<std::size_t>(match)];
}

core::Result<std::vector<core::RegionAlias>> readRegionNames(const std::string& assetsFolder) {
    core::Result<CsvTable> table = readCsv(assetsFolder + "/data/region_names.csv", {"code", "name", "kind"});
    if (!table)
        return core::Result<std::vector<core::RegionAlias>>::failure(table.messages());
    std::vector<core::RegionAlias> aliases;
    std::vector<core::Message> messages = table.messages();
    for (const CsvRow& row : table.value().rows()) {
        const auto code = core::RegionCode::parse(table.value().cell(row, "code"));
        const std::string name(table.value().cell(row, "name"));
        const std::string_view kind = table.value().cell(row, "kind");
        if (code && !name.empty() && (kind == "name" || kind == "alias"))
            aliases.push_back({name, *code, kind == "name" ? kProgramNameOrigin : kProgramOrigin});
        else
            messages.push_back(core::warning(JEJARING_TR("{0}, row {1}: no code, name and kind; left out"),
                                             {table.value().file(), std::to_string(row.number)}));
    }
    return {std::move(aliases), std::move(messages)};
}

RegionMatcher::RegionMatcher(const core::RegionCatalog& catalog, std::span<const core::RegionAlias> aliases,
                             std::map<std::string, core::RegionCode> answers)
    : implementation_(std::make_unique<const Implementation>(catalog, aliases, std::move(answers))) {}
RegionMatcher::~RegionMatcher() = default;
RegionMatcher::RegionMatcher(RegionMatcher&&) noexcept = default;
RegionMatcher& RegionMatcher::operator=(RegionMatcher&&) noexcept = default;

RegionFinding RegionMatcher::find(const RegionText& text) const {
    constexpr std::size_t kRemembered = 20000;
    const std::string key = Implementation::keyOf(text);
    {
        const std::lock_guard lock(implementation_->mutex);
        if (const auto known = implementation_->known.find(key); known != implementation_->known.end())
            return known->second;
    }
    RegionFinding finding = implementation_->match(text, key);
    const std::lock_guard lock(implementation_->mutex);
    if (implementation_->known.size() < kRemembered)
        implementation_->known.emplace(key, finding);
    return finding;
}

} // namespace jejaring::data
