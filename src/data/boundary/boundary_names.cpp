// SPDX-License-Identifier: MIT
#include "data/boundary/boundary_names.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

namespace jejaring::data {
namespace {

constexpr std::array<std::string_view, 2> kAcronyms{"DKI", "DI"};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::string lowered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

bool isRomanNumeral(std::string_view word) {
    return word.size() > 1 && word.find_first_not_of("IVX") == std::string_view::npos;
}

// The words at the front of a name that say what kind of region it is, in lower case. Longer ones first.
struct Prefix {
    std::string_view word;
    std::optional<core::RegionType> type;
};
constexpr std::array<Prefix, 14> kPrefixes{{{"kabupaten", core::RegionType::kabupaten},
                                            {"kab.", core::RegionType::kabupaten},
                                            {"kab", core::RegionType::kabupaten},
                                            {"regency of", core::RegionType::kabupaten},
                                            {"kotamadya", core::RegionType::kota},
                                            {"kodya", core::RegionType::kota},
                                            {"kota", core::RegionType::kota},
                                            {"city of", core::RegionType::kota},
                                            {"provinsi", core::RegionType::province},
                                            {"propinsi", core::RegionType::province},
                                            {"prov.", core::RegionType::province},
                                            {"prov", core::RegionType::province},
                                            {"administrasi", std::nullopt},
                                            {"adm.", std::nullopt}}};
constexpr std::array<Prefix, 3> kSuffixes{{{"regency", core::RegionType::kabupaten},
                                           {"city", core::RegionType::kota},
                                           {"province", core::RegionType::province}}};

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

} // namespace

std::string officialName(std::string_view capitals) {
    std::string result;
    for (std::size_t at = 0; at < capitals.size();) {
        if (!isLetter(capitals[at])) {
            result += capitals[at++];
            continue;
        }
        std::size_t end = at;
        // An apostrophe does not begin a new word: "MU'ARA".
        while (end < capitals.size() && (isLetter(capitals[end]) || capitals[end] == '\''))
            ++end;
        const std::string_view word = capitals.substr(at, end - at);
        if (std::find(kAcronyms.begin(), kAcronyms.end(), word) != kAcronyms.end() || isRomanNumeral(word)) {
            result += word;
        } else if (at > 0 && lowered(word) == "dan") {
            result += "dan";
        } else {
            result += upper(word.front());
            result += lowered(word.substr(1));
        }
        at = end;
    }
    return result;
}

std::string spacedName(std::string_view joined) {
    std::string result;
    for (const char c : joined) {
        if (!result.empty() && isLetter(c) && c != lower(c) && isLetter(result.back()) &&
            result.back() == lower(result.back()))
            result += ' ';
        result += c;
    }
    return result;
}

std::string nameKey(std::string_view name) {
    std::string key;
    for (const char c : name)
        if (isLetter(c) || isDigit(c))
            key += lower(c);
    return key;
}

NameParts nameParts(std::string_view name) {
    const std::string text = lowered(trimmed(name));
    std::string_view rest = text;
    NameParts parts;
    for (bool found = true; found;) {
        found = false;
        for (const Prefix& prefix : kPrefixes) {
            // A word of its own, and not all of the name: "Kotabaru" and "Kota" are names.
            const bool whole = rest.size() > prefix.word.size() && rest.starts_with(prefix.word) &&
                               (prefix.word.back() == '.' || !isLetter(rest[prefix.word.size()]));
            if (!whole || trimmed(rest.substr(prefix.word.size())).empty())
                continue;
            if (prefix.type && parts.type)
                continue;
            if (prefix.type)
                parts.type = prefix.type;
            rest = trimmed(rest.substr(prefix.word.size()));
            found = true;
            break;
        }
    }
    for (const Prefix& suffix : kSuffixes)
        if (!parts.type && rest.size() > suffix.word.size() + 1 && rest.ends_with(suffix.word) &&
            rest[rest.size() - suffix.word.size() - 1] == ' ') {
            parts.type = suffix.type;
            rest = trimmed(rest.substr(0, rest.size() - suffix.word.size()));
        }
    parts.key = nameKey(rest);
    return parts;
}

std::size_t editDistance(std::string_view a, std::string_view b, std::size_t limit) {
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit)
        return limit + 1;
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return std::min(row.back(), limit + 1);
}

} // namespace jejaring::data
