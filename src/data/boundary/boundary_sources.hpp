// SPDX-License-Identifier: MIT
// The packages that the boundaries are built from, as they come.
#pragma once

#include "core/result.hpp"
#include "data/boundary/boundary_partition.hpp"

#include <string>
#include <vector>

namespace jejaring::data {

// A feature of GADM 4.1, of level 2 (kabupaten/kota), 3 (kecamatan) or 4 (villages). Names are joined words:
// "TanjungJabungB"; what a level does not have is empty.
struct GadmFeature {
    std::string province; // NAME_1
    std::string regency;  // NAME_2
    std::string kecamatan;
    std::string village;
    std::string regencyId;   // GID_2
    std::string kecamatanId; // GID_3
    std::string type;        // of its own level: "Kabupaten", "Kota", "WaterBody", "Kecamatan" ...
    std::string bpsCode;     // CC of its own level
    GridMultiPolygon polygons;
};
// "Hutan" alone, or with the forest's name: not a kecamatan, whatever its type says.
[[nodiscard]] inline bool isForest(const GadmFeature& feature) {
    return feature.kecamatan.starts_with("Hutan");
}

// Reads gadm41_IDN_<level>.json. Duplicate points are dropped, rings otherwise as they are.
[[nodiscard]] core::Result<std::vector<GadmFeature>> readGadm(const std::string& packages, int level);

// A row of idn-area-data: "11.01", "KABUPATEN ACEH SELATAN". The parent is what precedes the last dot.
struct Area {
    std::string code;
    std::string name;
    friend bool operator==(const Area&, const Area&) = default;
};

struct Areas {
    std::vector<Area> provinces;
    std::vector<Area> regencies;
    std::vector<Area> districts;
    std::vector<Area> villages;
};

[[nodiscard]] core::Result<Areas> readAreas(const std::string& packages);

// A row of region_aliases.csv: a region of the source whose name does not tell which of today's it is.
struct RegionAlias {
    std::string province; // as GADM writes it
    std::string type;     // "Kabupaten", "Kota"; empty: any
    std::string name;     // as GADM writes it
    std::string code;     // today's; "lake" for water, which belongs to no region
    std::string label;    // of a lake, as a map writes it
};

[[nodiscard]] core::Result<std::vector<RegionAlias>> readAliases(const std::string& path);

// The codes in region_doubts.csv: regions of which an independent source covers less than about two thirds.
[[nodiscard]] core::Result<std::vector<std::string>> readDoubtfulRegions(const std::string& path);

} // namespace jejaring::data
