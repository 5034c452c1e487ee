// SPDX-License-Identifier: MIT
// Which region a row of somebody else's table means, by code or by name.
#pragma once

#include "core/region.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::data {

// Why no region was found; ids of messages. Null where one was.
struct RegionAnswer {
    std::optional<core::RegionIndex> region;
    const char* reason = nullptr;
};

// Keeps a reference to the catalog.
class RegionFinder {
  public:
    explicit RegionFinder(const core::RegionCatalog& catalog);

    // "64.01"; "6401" where reading it as a Kemendagri code without its dot and as a BPS code do not lead to different
    // regions (some 155 codes do), or where `name` says which; "64" for a province.
    [[nodiscard]] RegionAnswer byCode(std::string_view code, std::string_view name = {}) const;

    // "Kabupaten Paser", "Kab. Paser", "PASER"; `type` ("Kota", "Kabupaten" or empty) is what another column says.
    // Without a type, a name that several regions of `level` bear is ambiguous.
    [[nodiscard]] RegionAnswer byName(std::string_view name, core::RegionLevel level, std::string_view type = {}) const;

  private:
    [[nodiscard]] std::vector<core::RegionIndex> named(std::string_view key, core::RegionLevel level,
                                                       std::optional<core::RegionType> type) const;
    const core::RegionCatalog& catalog_;
    std::vector<std::string> keys_; // by region
    std::multimap<std::string, core::RegionIndex, std::less<>> byKey_;
    std::multimap<std::string, core::RegionIndex, std::less<>> byBpsCode_;
};

} // namespace jejaring::data
