// SPDX-License-Identifier: MIT
// Which of today's regions each kabupaten/kota and kecamatan of the source belongs to.
#pragma once

#include "data/boundary/boundary_report.hpp"
#include "data/boundary/boundary_sources.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace jejaring::data {

inline constexpr std::uint32_t kNoRegency = 0xffffffff; // index into Areas::regencies

// What became of one kabupaten/kota of the source.
struct RegencyMatch {
    std::string sourceId; // GID_2
    std::string sourceName;
    std::string bpsCode;
    std::uint32_t regency = kNoRegency; // none for a lake
    MatchMethod method = MatchMethod::exact;
    std::string lake; // a lake's name; empty for land
};

// Matches level 2 by province, type and name. What it cannot match is left out of the result.
[[nodiscard]] std::vector<RegencyMatch> matchRegencies(std::span<const GadmFeature> level2, const Areas& areas,
                                                       std::span<const RegionAlias> aliases);

// Villages of one kecamatan that today belong to another region than the rest of it.
struct KecamatanPart {
    std::uint32_t regency = kNoRegency;
    std::vector<std::size_t> villages; // indices into level 4
    std::string today;                 // code of the kecamatan they are in today
};

struct KecamatanMatch {
    std::uint32_t regency = kNoRegency; // none for a lake
    std::uint32_t before = kNoRegency;  // where the source has it
    std::string district;               // today's code where the name tells; else empty
    double support = 0;                 // the share of its villages that confirm `regency`, where it was moved
    std::vector<KecamatanPart> parts;
};

// Settles each kecamatan of level 3 by its own name and those of its villages (level 4).
[[nodiscard]] std::vector<KecamatanMatch> matchKecamatan(std::span<const GadmFeature> level3,
                                                         std::span<const GadmFeature> level4,
                                                         std::span<const RegencyMatch> regencies, const Areas& areas);

} // namespace jejaring::data
