// SPDX-License-Identifier: MIT
#include "data/import/import_countries.hpp"

#include "core/id_table.hpp"
#include "core/phrase.hpp"
#include "data/boundary/boundary_names.hpp"
#include "data/import/import_text.hpp"
#include "data/table/csv.hpp"

#include <algorithm>

namespace jejaring::data {
namespace {

constexpr core::IdTable<CountryMatch, 5> kMatches{{{CountryMatch::exact, "exact"},
                                                   {CountryMatch::alias, "alias"},
                                                   {CountryMatch::fuzzy, "fuzzy"},
                                                   {CountryMatch::ambiguous, "ambiguous"},
                                                   {CountryMatch::none, "none"}}};

constexpr std::size_t kMostCandidates = 5;

// Words that may stand before a country's name and say nothing: "Negara Jepang", "Republik Korea" stays as it is.
std::string_view withoutTitle(std::string_view key) {
    for (const std::string_view title : {"negara ", "the "})
        if (key.substr(0, title.size()) == title)
            return key.substr(title.size());
    return key;
}

} // namespace

std::string_view countryMatchId(CountryMatch match) {
    return core::idOf(kMatches, match);
}

CountryMatcher::CountryMatcher(const Countries& countries, const std::vector<CountryName>& names) {
    for (const Country& country : countries.all()) {
        if (country.alpha3.empty())
            continue;
        alpha2_[country.alpha3] = country.alpha2;
        for (const std::string* code : {&country.alpha2, &country.alpha3, &country.numeric})
            if (!code->empty())
                byCode_[*code] = country.alpha3;
        add(country.english, country.alpha3, false);
        for (const std::string& name : country.others)
            add(name, country.alpha3, false);
    }
    for (const CountryName& name : names)
        if (alpha2_.count(name.alpha3) != 0)
            add(name.name, name.alpha3, name.alias);
}

void CountryMatcher::add(std::string_view name, const std::string& alpha3, bool alias) {
    const std::string key(withoutTitle(wordKey(name)));
    if (key.empty())
        return;
    std::vector<Entry>& entries = byKey_[key];
    const auto same = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.alpha3 == alpha3; });
    if (same == entries.end())
        entries.push_back({alpha3, alias});
    else
        same->alias = same->alias && alias;
}

CountryAnswer CountryMatcher::find(std::string_view text) const {
    CountryAnswer answer;
    const auto choose = [&](CountryMatch match, const std::string& alpha3) {
        answer.match = match;
        answer.alpha3 = alpha3;
        answer.alpha2 = alpha2_.at(alpha3);
    };
    const std::string cleaned = cleanText(text);
    const std::string wordsKey = wordKey(cleaned);
    const std::string key(withoutTitle(wordsKey));
    if (key.empty())
        return answer;
    // A usual name goes before a code: "RRT", "USA" and "DR" are words, too.
    if (const auto found = byKey_.find(key); found != byKey_.end()) {
        const std::vector<Entry>& entries = found->second;
        if (entries.size() == 1) {
            choose(entries[0].alias ? CountryMatch::alias : CountryMatch::exact, entries[0].alpha3);
        } else {
            answer.match = CountryMatch::ambiguous;
            for (const Entry& entry : entries)
                answer.candidates.push_back(entry.alpha3);
            std::sort(answer.candidates.begin(), answer.candidates.end());
        }
        return answer;
    }
    if (const auto found = byCode_.find(cleaned); found != byCode_.end()) {
        choose(CountryMatch::exact, found->second);
        return answer;
    }
    // One letter in four may differ, and at most three.
    const std::size_t limit = std::min<std::size_t>(key.size() / 4, 3);
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const auto& [name, entries] : byKey_) {
        const std::size_t longer = std::max(name.size(), key.size());
        if (limit == 0 || longer - std::min(name.size(), key.size()) > limit)
            continue;
        const std::size_t distance = editDistance(name, key, limit);
        if (distance <= limit)
            for (const Entry& entry : entries)
                near.emplace_back(distance, entry.alpha3);
    }
    std::sort(near.begin(), near.end());
    for (const auto& [distance, alpha3] : near)
        if (answer.candidates.size() < kMostCandidates &&
            std::find(answer.candidates.begin(), answer.candidates.end(), alpha3) == answer.candidates.end())
            answer.candidates.push_back(alpha3);
    if (!answer.candidates.empty())
        answer.match = CountryMatch::fuzzy;
    return answer;
}

core::Result<std::vector<CountryName>> readCountryNames(const std::string& assetsFolder) {
    const core::Result<CsvTable> names = readCsv(assetsFolder + "/data/country_names.csv", {"alpha3", "id", "en"});
    const core::Result<CsvTable> aliases =
        readCsv(assetsFolder + "/data/country_aliases.csv", {"alpha3", "name", "kind"});
    std::vector<CountryName> result;
    std::vector<core::Message> messages;
    for (const core::Result<CsvTable>* table : {&names, &aliases}) {
        if (!*table)
            return core::Result<std::vector<CountryName>>::failure(table->messages());
        messages.insert(messages.end(), table->messages().begin(), table->messages().end());
    }
    for (const CsvRow& row : names.value().rows())
        for (const char* language : {"id", "en"})
            result.push_back({std::string(names.value().cell(row, "alpha3")),
                              std::string(names.value().cell(row, language)), false});
    for (const CsvRow& row : aliases.value().rows())
        result.push_back({std::string(aliases.value().cell(row, "alpha3")),
                          std::string(aliases.value().cell(row, "name")),
                          aliases.value().cell(row, "kind") == "alias"});
    return {std::move(result), std::move(messages)};
}

Reading<std::string> readCountry(std::string_view text, const CountryMatcher& matcher) {
    if (isBlankLike(text))
        return Reading<std::string>::none();
    const CountryAnswer answer = matcher.find(text);
    if (!answer.alpha3.empty())
        return Reading<std::string>::of(answer.alpha3);
    // "Jepang (Japan)", "Japan/Jepang": one country in two languages.
    std::string both;
    std::size_t parts = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find_first_of("/()"), rest.size());
        const std::string_view part = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (isBlankLike(part))
            continue;
        const std::string alpha3 = matcher.find(part).alpha3;
        both = parts++ == 0 || both == alpha3 ? alpha3 : std::string();
        if (both.empty())
            break;
    }
    if (parts > 1 && !both.empty())
        return Reading<std::string>::of(both);
    if (answer.candidates.empty())
        return Reading<std::string>::failed(core::error(core::ErrorCode::wrongFormat,
                                                        JEJARING_TR("“{0}”: expected a country such as {1}"),
                                                        {cleanText(text), core::country("JPN")}));
    std::string candidates;
    for (const std::string& candidate : answer.candidates)
        candidates += (candidates.empty() ? "" : ", ") + core::country(candidate);
    return Reading<std::string>::failed(core::error(core::ErrorCode::wrongFormat,
                                                    answer.match == CountryMatch::ambiguous
                                                        ? JEJARING_TR("“{0}” may be any of these countries: {1}")
                                                        : JEJARING_TR("“{0}” is no country known here; similar: {1}"),
                                                    {cleanText(text), candidates}));
}

} // namespace jejaring::data
