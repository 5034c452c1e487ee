// SPDX-License-Identifier: MIT
#include "data/boundary/boundary_districts.hpp"

#include "data/boundary/boundary_names.hpp"

namespace jejaring::data {
namespace {

constexpr std::size_t kDistrictCode = 8; // characters: "11.05.07"

// The last part of a village's code tells what it is: 1001 and on are kelurahan, 2001 and on desa.
bool isKelurahan(const std::string& code) {
    return code.size() > kDistrictCode + 1 && code[kDistrictCode + 1] == '1';
}

} // namespace

DistrictRows::DistrictRows(const Areas& areas) {
    for (const Area& district : areas.districts)
        districtNames_.emplace(district.code, district.name);
    for (const Area& village : areas.villages)
        villages_.emplace(village.code.substr(0, kDistrictCode) + nameKey(village.name), village);
}

BoundaryRow DistrictRows::district(const GadmFeature& source, const std::string& code,
                                   const std::string& regency) const {
    const auto known = districtNames_.find(code);
    return {known == districtNames_.end() ? std::string() : code,
            known == districtNames_.end() ? spacedName(source.kecamatan) : known->second,
            source.type == "Distrik" ? "distrik" : "kecamatan",
            regency,
            source.bpsCode,
            {},
            {}};
}

BoundaryRow DistrictRows::village(const GadmFeature& source, const std::string& district, const std::string& regency) {
    const auto known = district.empty() ? villages_.end() : villages_.find(district + nameKey(source.village));
    const bool named = known != villages_.end() && taken_.insert(known->second.code).second;
    const bool kelurahan = named ? isKelurahan(known->second.code) : source.type == "Kelurahan";
    return {named ? known->second.code : std::string(),
            named ? known->second.name : spacedName(source.village),
            kelurahan ? "kelurahan" : "desa",
            district.empty() ? regency : district,
            source.bpsCode,
            {},
            {}};
}

} // namespace jejaring::data
