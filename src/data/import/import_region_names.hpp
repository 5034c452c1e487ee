// SPDX-License-Identifier: MIT
// Which regions a name written by hand may mean: the word for its kind, its province after a comma, its other names.
#pragma once

#include "core/annotation.hpp"
#include "core/region.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::data {

// In lower case and freed of blanks that word processors leave.
[[nodiscard]] std::string loweredText(std::string_view text);

// The kind of region that a word or two name: "Kab.", "Kota Adm.", "Pemprov"; nothing for "Kab/Kota" and other words.
[[nodiscard]] std::optional<core::RegionType> regionTypeOf(std::string_view text);

// Where a name was found; an earlier one is surer.
enum class NameOrigin : std::uint8_t { project, name, program };

struct NameFinding {
    std::vector<core::RegionIndex> regions; // all that the name fits, in order of the catalog
    NameOrigin origin = NameOrigin::name;
    // Regions of that name but of another kind than the name says ("Kota Paser"); only where `regions` is empty.
    std::vector<core::RegionIndex> otherKind;
    // Regions that parts of the text name, which do not fit together ("Bandung, Surabaya"); likewise.
    std::vector<core::RegionIndex> parts;
};

// Keeps a reference to the catalog.
class RegionNames {
  public:
    RegionNames(const core::RegionCatalog& catalog, std::span<const core::RegionAlias> aliases);

    [[nodiscard]] NameFinding find(std::string_view text) const;
    // Regions whose names are spelled most alike or stand within the text, best first, at most `count`.
    [[nodiscard]] std::vector<core::RegionIndex> nearest(std::string_view text, std::size_t count) const;

  private:
    using Tokens = std::vector<std::string>;
    using Index = std::multimap<std::string, core::RegionIndex, std::less<>>;
    struct Part {
        std::optional<core::RegionType> type;
        std::string key;
    };
    [[nodiscard]] static Part partOf(const Tokens& tokens);
    [[nodiscard]] NameFinding lookUp(const Tokens& tokens) const;
    [[nodiscard]] NameFinding fromParts(const std::vector<Tokens>& parts) const;
    [[nodiscard]] NameFinding fromSplit(const Tokens& tokens) const;
    [[nodiscard]] std::vector<core::RegionIndex> named(const Index& index, std::string_view key,
                                                       std::optional<core::RegionType> type) const;

    const core::RegionCatalog& catalog_;
    Index names_;
    Index program_;
    Index project_;
};

} // namespace jejaring::data
