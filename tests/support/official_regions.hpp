// SPDX-License-Identifier: MIT
#pragma once

#include "core/project.hpp"

#include <set>
#include <string>
#include <vector>

namespace jejaring::test {

// The codes of the 38 provinces.
inline std::vector<std::string> provinceCodes() {
    std::vector<std::string> codes;
    for (const auto& [first, last] : std::vector<std::pair<int, int>>{
             {11, 19}, {21, 21}, {31, 36}, {51, 53}, {61, 65}, {71, 76}, {81, 82}, {91, 96}})
        for (int code = first; code <= last; ++code)
            codes.push_back(std::to_string(code));
    return codes;
}

inline core::Region region(const std::string& code) {
    const core::RegionCode parsed = core::RegionCode::parse(code).value();
    const bool kota = code.size() == 5 && code[3] == '7';
    return {parsed, code,
            code.size() == 2 ? core::RegionType::province
            : kota           ? core::RegionType::kota
                             : core::RegionType::kabupaten,
            "", ""};
}

// 38 provinces and 514 kabupaten/kota: the codes that a project names and Jakarta's six units, and as many synthetic
// ones as are missing, which no project names.
inline core::RegionCatalog catalogFor(const core::Project& project) {
    std::set<std::string> regencies{"31.01", "31.71", "31.72", "31.73", "31.74", "31.75"};
    for (const core::Agreement& agreement : project.agreements)
        for (const core::Party& party : agreement.parties)
            if (party.region.text().size() == 5)
                regencies.insert(party.region.text());
    for (const core::Visit& visit : project.visits)
        for (const core::Stop& stop : visit.stops)
            if (stop.region.text().size() == 5)
                regencies.insert(stop.region.text());
    const std::vector<std::string> provinces = provinceCodes();
    for (int number = 99; regencies.size() < core::kRegencyCount; --number)
        for (const std::string& province : provinces)
            if (province != "31" && regencies.size() < core::kRegencyCount)
                regencies.insert(province + '.' + (number < 10 ? "0" : "") + std::to_string(number));
    std::vector<core::Region> regions;
    for (const std::string& code : provinces)
        regions.push_back(region(code));
    for (const std::string& code : regencies)
        regions.push_back(region(code));
    return core::RegionCatalog(std::move(regions));
}

} // namespace jejaring::test
