// SPDX-License-Identifier: MIT
#pragma once

#include "geo/map_geometry.hpp"
#include "support/generated_map.hpp"

#include <string>

namespace jejaring::test {

// A generated map as boundaries in degrees around 118° E: provinces of seven regencies each, a country and a lake.
inline geo::BoundaryShapes generatedShapes(unsigned seed, int columns = 5, int rows = 4) {
    const auto toDegrees = [](geo::MultiPolygon polygons) {
        const auto convert = [](geo::Ring& ring) {
            for (geo::Point& p : ring)
                p = {117 + p.x / 111320, -2 + p.y / 110574};
        };
        for (geo::Polygon& polygon : polygons) {
            convert(polygon.outer);
            for (geo::Ring& hole : polygon.holes)
                convert(hole);
        }
        return polygons;
    };
    const auto twoDigits = [](std::size_t n) { return std::string{char('0' + n / 10), char('0' + n % 10)}; };
    const GeneratedMap map = MapGenerator(seed).make(columns, rows);
    geo::BoundaryShapes shapes;
    std::vector<core::Region> regions;
    constexpr std::size_t kRegenciesAProvince = 7;
    // One face becomes a lake.
    for (std::size_t i = 0; i + 1 < map.faces.size(); ++i) {
        const std::string province = twoDigits(11 + i / kRegenciesAProvince);
        if (i % kRegenciesAProvince == 0)
            regions.push_back(
                {*core::RegionCode::parse(province), "Provinsi " + province, core::RegionType::province, "", ""});
        const std::string code = province + '.' + twoDigits(1 + i % kRegenciesAProvince);
        regions.push_back(
            {*core::RegionCode::parse(code), "Kabupaten " + code, core::RegionType::kabupaten, "", "doubtful"});
        shapes.regencies.push_back(toDegrees(map.faces[i]));
    }
    shapes.lakes.push_back(toDegrees(map.faces.back()));
    shapes.catalog = core::RegionCatalog(std::move(regions));
    shapes.countries.push_back({{{{170, 50}, {-170, 55}, {-175, 65}, {172, 60}}, {}}});
    shapes.countries.push_back(
        {{{{100, 5}, {104, 5}, {104, 9}, {100, 9}}, {}}, {{{-70, -10}, {-50, -10}, {-55, 3}}, {}}});
    shapes.countries.push_back({{{{104, 5}, {108, 6}, {104, 9}}, {}}});
    return shapes;
}

} // namespace jejaring::test
