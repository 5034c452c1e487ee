// SPDX-License-Identifier: MIT
#include "data/boundary_measures.hpp"

#include <cmath>
#include <numbers>

namespace jejaring::data {
namespace {

// On the sphere of the Earth's area, radius 6371.007 km (Snyder 1987, p. 16).
double ringArea(const GridRing& ring) {
    constexpr double kRadius = 6371.0072;
    constexpr double kRadians = std::numbers::pi / 180 * kGridStep;
    double sum = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        sum +=
            (ring[i].x - ring[j].x) * kRadians * (std::sin(ring[j].y * kRadians) + std::sin(ring[i].y * kRadians)) / 2;
    return std::abs(sum) * kRadius * kRadius;
}

} // namespace

double squareKilometres(const GridMultiPolygon& polygons) {
    double sum = 0;
    for (const GridPolygon& polygon : polygons) {
        sum += ringArea(polygon.outer);
        for (const GridRing& hole : polygon.holes)
            sum -= ringArea(hole);
    }
    return sum;
}

std::size_t vertexCount(const GridMultiPolygon& polygons) {
    std::size_t count = 0;
    for (const GridPolygon& polygon : polygons) {
        count += polygon.outer.size();
        for (const GridRing& hole : polygon.holes)
            count += hole.size();
    }
    return count;
}

} // namespace jejaring::data
