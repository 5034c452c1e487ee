// SPDX-License-Identifier: MIT
#include "session/search.hpp"

#include "text/locale_format.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>

namespace jejaring::session {
namespace {

// The plain letter of a code point of Latin-1 and Latin Extended-A; 0 where there is none.
char plainLetter(unsigned code) {
    if (code < 0x80)
        return static_cast<char>(std::tolower(static_cast<int>(code)));
    constexpr std::string_view kLatin1 = "aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy";
    if (code >= 0xc0 && code <= 0xff)
        return kLatin1[code - 0xc0];
    constexpr std::string_view kExtendedA = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
                                            "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
    if (code >= 0x100 && code < 0x100 + kExtendedA.size())
        return kExtendedA[code - 0x100];
    return 0;
}

std::vector<std::string_view> wordsOf(std::string_view form) {
    std::vector<std::string_view> words;
    while (!form.empty()) {
        const std::size_t end = form.find(' ');
        if (end != 0)
            words.push_back(form.substr(0, end));
        if (end == std::string_view::npos)
            break;
        form.remove_prefix(end + 1);
    }
    return words;
}

// How well one typed word names one word of a candidate.
double wordSimilarity(std::string_view typed, std::string_view word) {
    if (typed == word)
        return 1;
    if (word.starts_with(typed))
        return 0.86 + 0.1 * static_cast<double>(typed.size()) / static_cast<double>(word.size());
    if (typed.size() < 3)
        return 0;
    const std::size_t allowed = typed.size() <= 4 ? 1 : typed.size() <= 8 ? 2 : 3;
    std::size_t best = editDistance(typed, word);
    // The user may not have typed to the end yet.
    for (std::size_t length = typed.size() - 1; length <= typed.size() + 1 && length < word.size(); ++length)
        best = std::min(best, editDistance(typed, word.substr(0, length)));
    // Below what any beginning of a word gets: a name that was spelled as it is comes before those that are only like
    // it.
    if (best <= allowed)
        return 0.70 - 0.43 * static_cast<double>(best) / static_cast<double>(typed.size());
    return word.find(typed) != std::string_view::npos ? 0.5 : 0;
}

std::string withoutType(std::string_view name) {
    for (const std::string_view type : {std::string_view("Kabupaten "), std::string_view("Kota ")})
        if (name.starts_with(type))
            return std::string(name.substr(type.size()));
    return std::string(name);
}

// Short names that people say and no list of regions holds. For searching alone: an import knows its own names
// (region_names.csv), because it may not guess between a province and its capital, while here both are offered, the
// city first.
struct SpokenName {
    std::string_view code;
    std::string_view form; // in searchForm
};
constexpr SpokenName kSpokenNames[] = {
    {"31", "jakarta"},         {"34", "diy"},           {"34", "di jogja"},     {"34", "di yogya"},
    {"34", "di jogjakarta"},   {"34.71", "kota jogja"}, {"34.71", "jogja"},     {"34.71", "yogya"},
    {"34.71", "jogjakarta"},   {"33.72", "solo"},       {"33.72", "kota solo"}, {"73.71", "ujung pandang"},
    {"73.71", "ujungpandang"},
};

constexpr unsigned kReplacement = 0xfffd;

// Of a script that is not Latin: kept as it is, for there is no plainer form of it.
bool isOtherLetter(unsigned code) {
    constexpr unsigned kGreek = 0x370;
    const bool isSign = (code >= 0x2000 && code < 0x2c00) || (code >= 0x3000 && code < 0x3040) ||
                        (code >= 0xfe00 && code < 0xfe70) || (code >= 0xff00 && code < 0xff66) || code >= 0xfff0 ||
                        code == 0x30fb;
    const bool isLatin = code >= 0x1e00 && code < 0x1f00;
    constexpr unsigned kBeyond = 0x20000; // further Han; between lie symbols
    return code >= kBeyond || (code >= kGreek && !isSign && !isLatin);
}

// Of a Greek or Cyrillic capital; two bytes both.
unsigned smallLetter(unsigned code) {
    const bool isCapital = (code >= 0x391 && code <= 0x3a9) || (code >= 0x410 && code <= 0x42f);
    return isCapital ? code + 0x20 : code >= 0x400 && code <= 0x40f ? code + 0x50 : code;
}

core::RegionIndex regionOf(const core::RegionCatalog& catalog, const core::RegionCode& code) {
    if (code.empty())
        return core::kNoRegion;
    return catalog.find(code).value_or(core::kNoRegion);
}

} // namespace

std::string searchForm(std::string_view utf8) {
    std::string form;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        unsigned code = byte;
        std::size_t length = 1;
        if (byte >= 0xc0 && byte < 0xe0 && i + 1 < utf8.size()) {
            code = (byte & 0x1fU) << 6U | (static_cast<unsigned char>(utf8[i + 1]) & 0x3fU);
            length = 2;
        } else if (byte >= 0xe0) {
            length = std::min<std::size_t>(byte < 0xf0 ? 3 : 4, utf8.size() - i);
            code = byte & (0xffU >> (length + 1));
            for (std::size_t k = 1; k < length; ++k)
                code = code << 6U | (static_cast<unsigned char>(utf8[i + k]) & 0x3fU);
        } else if (byte >= 0x80) {
            code = kReplacement;
        }
        const std::string_view character = utf8.substr(i, length);
        i += length;
        const char letter = plainLetter(code);
        if (const unsigned small = smallLetter(code); small != code)
            form += {static_cast<char>(0xc0U | small >> 6U), static_cast<char>(0x80U | (small & 0x3fU))};
        else if (isOtherLetter(code))
            form += character;
        else if (letter != 0 && std::isalnum(static_cast<unsigned char>(letter)))
            form += letter;
        else if (!form.empty() && form.back() != ' ' && code != '\'')
            form += ' ';
    }
    while (!form.empty() && form.back() == ' ')
        form.pop_back();
    return form;
}

std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + cost});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

double similarity(std::string_view query, std::string_view candidate) {
    if (query.empty() || candidate.empty())
        return 0;
    if (query == candidate)
        return 1;
    const std::vector<std::string_view> typed = wordsOf(query);
    const std::vector<std::string_view> words = wordsOf(candidate);
    // Joined or split words ("Tanjungpinang", "tanjung pinang") are the same name.
    std::string joinedQuery(query);
    std::string joinedCandidate(candidate);
    std::erase(joinedQuery, ' ');
    std::erase(joinedCandidate, ' ');
    double joined = 0;
    if (joinedQuery == joinedCandidate)
        joined = 0.97;
    else if (joinedQuery.size() >= 4 && joinedCandidate.starts_with(joinedQuery))
        joined = 0.9;

    double sum = 0;
    std::vector<bool> used(words.size(), false);
    for (const std::string_view word : typed) {
        double best = 0;
        std::size_t bestAt = words.size();
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (used[i])
                continue;
            const double score = wordSimilarity(word, words[i]);
            if (score > best) {
                best = score;
                bestAt = i;
            }
        }
        if (bestAt == words.size())
            return joined;
        used[bestAt] = true;
        sum += best;
    }
    const double matched = sum / static_cast<double>(typed.size());
    // What was not typed weighs a little: "Kota Surabaya" before "Bandara Surabaya Timur".
    const double unused = static_cast<double>(words.size() - typed.size()) / static_cast<double>(words.size());
    return std::max(joined, matched * (1 - 0.12 * unused));
}

SearchIndex::SearchIndex(const core::RegionCatalog& catalog, const core::Project* project, text::Language language) {
    for (std::size_t i = 0; i < catalog.size(); ++i) {
        const auto index = static_cast<core::RegionIndex>(i);
        const core::Region& region = catalog[index];
        Entry entry;
        entry.hit.kind = SearchHit::Kind::region;
        entry.hit.region = index;
        entry.hit.name = region.name;
        entry.hit.detail = region.code.text();
        const core::RegionIndex province = catalog.provinceOf(index);
        if (region.level() == core::RegionLevel::regency && province != core::kNoRegion)
            entry.hit.detail += " · " + catalog[province].name;
        entry.forms = {searchForm(region.name), searchForm(withoutType(region.name)), searchForm(region.code.text())};
        const std::string code = region.code.text();
        for (const SpokenName& spoken : kSpokenNames)
            if (spoken.code == code)
                entry.forms.emplace_back(spoken.form);
        std::string plainCode = region.code.text();
        std::erase(plainCode, '.');
        entry.forms.push_back(plainCode);
        if (!region.bpsCode.empty())
            entry.forms.push_back(region.bpsCode);
        entry.weight = region.level() == core::RegionLevel::province ? 1.0
                       : region.type == core::RegionType::kota       ? 0.995
                                                                     : 0.99;
        entries_.push_back(std::move(entry));
    }
    if (!project)
        return;
    // Where on the map a partner belongs: the first region that cooperates with it.
    std::unordered_map<std::string, core::RegionIndex> partnerRegion;
    for (const core::Agreement& agreement : project->agreements) {
        core::RegionIndex region = core::kNoRegion;
        for (const core::Party& party : agreement.parties)
            if (region == core::kNoRegion)
                region = regionOf(catalog, party.region);
        for (const core::Party& party : agreement.parties)
            if (!party.partnerId.empty())
                partnerRegion.try_emplace(party.partnerId, region);
    }
    for (const core::Partner& partner : project->partners) {
        if (!partner.region.empty())
            continue; // a region of our own is there already
        Entry entry;
        entry.hit.kind = SearchHit::Kind::partner;
        entry.hit.id = partner.id;
        entry.hit.name = partner.name;
        const std::string country = partner.country.empty() ? "" : text::countryName(language, partner.country);
        entry.hit.detail = country;
        if (const auto found = partnerRegion.find(partner.id); found != partnerRegion.end())
            entry.hit.region = found->second;
        entry.forms = {searchForm(partner.name), searchForm(country),
                       searchForm(partner.name) + " " + searchForm(country)};
        if (!partner.country.empty()) {
            const text::Language other =
                language == text::Language::english ? text::Language::indonesian : text::Language::english;
            entry.forms.push_back(searchForm(text::countryName(other, partner.country)));
        }
        entry.weight = 0.98;
        entries_.push_back(std::move(entry));
    }
    for (const core::Visit& visit : project->visits) {
        Entry entry;
        entry.hit.kind = SearchHit::Kind::visit;
        entry.hit.id = visit.id;
        entry.hit.name = visit.title;
        entry.hit.detail = visit.start ? text::formatDate(language, *visit.start) : "";
        entry.hit.region = regionOf(catalog, visit.province);
        entry.forms = {searchForm(visit.title), searchForm(visit.visitor)};
        entry.weight = 0.95;
        entries_.push_back(std::move(entry));
    }
    for (const core::Activity& activity : project->activities) {
        Entry entry;
        entry.hit.kind = SearchHit::Kind::activity;
        entry.hit.id = activity.id;
        entry.hit.name = activity.title;
        entry.hit.detail = activity.start ? text::formatDate(language, *activity.start) : "";
        const std::vector<core::RegionCode> regions = core::regionsOf(activity);
        if (!regions.empty())
            entry.hit.region = regionOf(catalog, regions.front());
        entry.forms = {searchForm(activity.title), searchForm(activity.place)};
        entry.weight = 0.94;
        entries_.push_back(std::move(entry));
    }
}

std::vector<SearchHit> SearchIndex::find(std::string_view query, std::size_t limit) const {
    const std::string form = searchForm(query);
    std::vector<SearchHit> hits;
    if (form.empty())
        return hits;
    constexpr double kWorthShowing = 0.45;
    for (const Entry& entry : entries_) {
        double best = 0;
        for (const std::string& candidate : entry.forms)
            best = std::max(best, similarity(form, candidate));
        best *= entry.weight;
        if (best < kWorthShowing)
            continue;
        hits.push_back(entry.hit);
        hits.back().score = best;
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const SearchHit& a, const SearchHit& b) { return a.score > b.score; });
    // Who spelled a name right does not look for others that are spelled like it.
    constexpr double kRight = 0.9;
    constexpr double kLikeIt = 0.72;
    if (!hits.empty() && hits.front().score >= kRight)
        std::erase_if(hits, [](const SearchHit& hit) { return hit.score < kLikeIt; });
    if (hits.size() > limit)
        hits.resize(limit);
    return hits;
}

} // namespace jejaring::session
