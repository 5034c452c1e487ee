// SPDX-License-Identifier: MIT
// Maps made up for tests: no real boundary is in them.
#pragma once

#include "geo/map_geometry.hpp"

#include <cmath>
#include <memory>

namespace jejaring::test {

// Two provinces of six kabupaten each, as a leaning board of 4 × 3 fields; four wavy islands of the second province's
// last kabupaten and of three more; a wavy country in the west; a lake in one field.
inline std::shared_ptr<const geo::MapGeometry> syntheticMap() {
    const auto region = [](const std::string& code, core::RegionType type) {
        core::Region made;
        made.code = *core::RegionCode::parse(code);
        made.name = "Rekaan " + code;
        made.type = type;
        return made;
    };
    std::vector<core::Region> regions{region("91", core::RegionType::province),
                                      region("92", core::RegionType::province)};
    geo::BoundaryShapes shapes;
    const auto wavy = [](double x, double y, double radius, int points, double phase) {
        geo::Polygon polygon;
        for (int i = 0; i < points; ++i) {
            const double angle = i * 6.283185307179586 / points;
            const double r = radius * (1 + 0.25 * std::sin(5 * angle + phase) + 0.06 * std::sin(23 * angle));
            polygon.outer.push_back({x + r * std::cos(angle), y + r * std::sin(angle)});
        }
        return polygon;
    };
    for (int i = 0; i < 16; ++i) {
        const bool board = i < 12;
        const int row = i / 4;
        const std::string province = board && row == 0 ? "91" : "92";
        const int number = board && row == 0 ? i + 1 : i - 3;
        regions.push_back(
            region(province + "." + (number < 10 ? "0" : "") + std::to_string(number), core::RegionType::kabupaten));
        geo::Polygon polygon;
        if (board) {
            const double x = 112 + (i % 4) * 2;
            const double y = 0 - row * 2;
            for (const auto& [dx, dy] : {std::pair{0, 0}, {2, 0}, {2, 2}, {0, 2}})
                polygon.outer.push_back({x + dx + 0.3 * (y + dy), y + dy + 0.15 * (x + dx - 112)});
            if (i == 5)
                polygon.holes.push_back(wavy(x + 1 + 0.3 * (y + 1), y + 1 + 0.15 * (x + 1 - 112), 0.4, 80, 2).outer);
        } else {
            polygon = wavy(107 + (i - 12) * 5.0, 6, 1.2, 400, i);
        }
        shapes.regencies.push_back({polygon});
    }
    shapes.lakes.push_back({geo::Polygon{shapes.regencies[5][0].holes[0], {}}});
    shapes.countries.push_back({wavy(104, -2, 2, 300, 1)});
    shapes.catalog = core::RegionCatalog(std::move(regions));
    return geo::MapGeometry::build(shapes, geo::ProjectionKind::equalEarth);
}

} // namespace jejaring::test
