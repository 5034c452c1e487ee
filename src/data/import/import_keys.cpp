// SPDX-License-Identifier: MIT
#include "data/import/import_keys.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

namespace jejaring::data {
namespace {

constexpr std::string_view kDigits = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's: none looks like another
constexpr std::size_t kIdLength = 10;

std::string_view nextField(std::string_view& text) {
    const std::size_t end = std::min(text.find('\t'), text.size());
    const std::string_view field = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return field;
}

// Names of files and sheets may hold anything; a tab would end the field.
std::string plain(std::string text) {
    std::replace(text.begin(), text.end(), '\t', ' ');
    return text;
}

} // namespace

std::uint64_t textHash(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3U;
    }
    return hash;
}

std::uint32_t partHash(std::string_view text) {
    const std::uint64_t hash = textHash(text);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

std::string idFromKey(char letter, std::string_view key) {
    std::string id(1, letter);
    std::uint64_t hash = textHash(key);
    for (std::size_t i = 0; i < kIdLength; ++i) {
        id += kDigits[hash % kDigits.size()];
        hash /= kDigits.size();
    }
    return id;
}

bool isMadeId(std::string_view id) {
    const std::string_view made = id.substr(0, id.find('-')); // "-2" after one that was taken
    return made.size() == kIdLength + 1 && made[0] >= 'A' && made[0] <= 'Z' &&
           made.substr(1).find_first_not_of(kDigits) == std::string_view::npos &&
           made.find_first_of("0123456789") != std::string_view::npos;
}

std::string joinedKey(std::initializer_list<std::string_view> parts) {
    std::string key;
    for (const std::string_view part : parts)
        key.append(part).append(" | ");
    while (key.ends_with(" | "))
        key.resize(key.size() - 3);
    return key;
}

ImportStamps::ImportStamps(core::Project& project, std::string_view table)
    : project_(project), prefix_(fmt::format("import.{}:", table)) {}

std::optional<ImportStamp> ImportStamps::find(const std::string& key) const {
    const auto found = project_.settings.find(prefix_ + key);
    return found == project_.settings.end() ? std::nullopt : std::optional(parse(found->second));
}

void ImportStamps::write(const std::string& key, const ImportStamp& stamp) {
    std::string text = fmt::format("{}\t{}\t{}\t{}\t{}\t", plain(stamp.id), plain(stamp.provenance.file),
                                   plain(stamp.provenance.sheet), stamp.provenance.row, stamp.provenance.imported);
    for (const auto& [name, hash] : stamp.parts)
        text += fmt::format("{}={:08x} ", name, hash);
    project_.settings[prefix_ + key] = std::move(text);
}

void ImportStamps::remove(const std::string& key) {
    project_.settings.erase(prefix_ + key);
}

ImportStamp ImportStamps::parse(std::string_view text) {
    ImportStamp stamp;
    stamp.id = nextField(text);
    stamp.provenance.file = nextField(text);
    stamp.provenance.sheet = nextField(text);
    const std::string_view row = nextField(text);
    std::from_chars(row.data(), row.data() + row.size(), stamp.provenance.row);
    stamp.provenance.imported = nextField(text);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view part = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t equals = part.find('=');
        std::uint32_t hash = 0;
        if (equals != std::string_view::npos &&
            std::from_chars(part.data() + equals + 1, part.data() + part.size(), hash, 16).ec == std::errc{})
            stamp.parts.emplace(part.substr(0, equals), hash);
    }
    return stamp;
}

} // namespace jejaring::data
