// SPDX-License-Identifier: MIT
#pragma once

#include "core/region.hpp"

#include <string_view>

namespace jejaring::test {

// A region whose type its name says; a name without "Kabupaten" or "Kota" is a province's. `code` as "64.01".
inline core::Region namedRegion(const char* code, const char* name, const char* bps = "") {
    const std::string_view text(name);
    return {core::RegionCode::parse(code).value(), name,
            text.starts_with("Kabupaten") ? core::RegionType::kabupaten
            : text.starts_with("Kota ")   ? core::RegionType::kota
                                          : core::RegionType::province,
            bps, ""};
}

} // namespace jejaring::test
