// SPDX-License-Identifier: MIT
// Names of regions: as officials write them, and as they compare whatever the spelling.
#pragma once

#include "core/region.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace jejaring::data {

// "KABUPATEN PANGKAJENE DAN KEPULAUAN" -> "Kabupaten Pangkajene dan Kepulauan"; acronyms such as DKI and Roman numerals
// stay in capitals.
[[nodiscard]] std::string officialName(std::string_view capitals);

// "AronganLambalek" -> "Arongan Lambalek": a capital after a small letter begins a word.
[[nodiscard]] std::string spacedName(std::string_view joined);

// Letters and digits alone, in lower case: what "Tanjung Jabung-Timur" and "TanjungJabungTimur" have in common.
[[nodiscard]] std::string nameKey(std::string_view name);

// A name taken apart: what kind of region it says it is, and its key without that word. "Kab. Paser" -> kabupaten,
// "paser"; "Kota Administrasi Jakarta Pusat" -> kota, "jakartapusat"; "Prov. Bali" -> province, "bali"; "Paser" ->
// none.
struct NameParts {
    std::optional<core::RegionType> type;
    std::string key;
};
[[nodiscard]] NameParts nameParts(std::string_view name);

// How many letters must be added, dropped or replaced to turn one into the other; more than `limit` counts as
// limit + 1.
[[nodiscard]] std::size_t editDistance(std::string_view a, std::string_view b, std::size_t limit);

} // namespace jejaring::data
