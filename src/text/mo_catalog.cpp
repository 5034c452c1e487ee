// SPDX-License-Identifier: MIT
#include "text/mo_catalog.hpp"

#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>

namespace jejaring::text {
namespace {

constexpr std::uint32_t kMagic = 0x950412de;

std::optional<std::uint32_t> wordAt(std::string_view bytes, std::size_t at) {
    std::uint32_t word = 0;
    if (bytes.size() < sizeof word || at > bytes.size() - sizeof word)
        return std::nullopt;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    return word;
}

// The string that the descriptor at `at` (length, offset) points to.
std::optional<std::string_view> stringAt(std::string_view bytes, std::size_t at) {
    const auto length = wordAt(bytes, at);
    const auto offset = wordAt(bytes, at + 4);
    if (!length || !offset || *offset > bytes.size() || *length > bytes.size() - *offset)
        return std::nullopt;
    return bytes.substr(*offset, *length);
}

} // namespace

std::optional<MoCatalog> MoCatalog::read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return std::nullopt;
    return parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

std::optional<MoCatalog> MoCatalog::parse(std::string bytes) {
    const auto magic = wordAt(bytes, 0);
    const auto count = wordAt(bytes, 8);
    const auto originals = wordAt(bytes, 12);
    const auto translations = wordAt(bytes, 16);
    if (magic != kMagic || !count || !originals || !translations || *count > bytes.size() / 16)
        return std::nullopt;
    MoCatalog catalog;
    for (std::size_t i = 0; i < *count; ++i) {
        const auto id = stringAt(bytes, *originals + 8 * i);
        const auto text = stringAt(bytes, *translations + 8 * i);
        if (!id || !text)
            return std::nullopt;
        if (!id->empty() && !text->empty()) // the empty id holds the catalogue's own header
            catalog.texts_.emplace(*id, *text);
    }
    return catalog;
}

std::optional<std::string_view> MoCatalog::find(const std::string& id) const {
    const auto found = texts_.find(id);
    if (found == texts_.end())
        return std::nullopt;
    return found->second;
}

} // namespace jejaring::text
