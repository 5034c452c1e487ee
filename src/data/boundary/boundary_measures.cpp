// SPDX-License-Identifier: MIT
#include "data/boundary/boundary_measures.hpp"

#include <cmath>
#include <numbers>

namespace jejaring::data {
namespace {

// On the sphere of the Earth's area, radius 6371.007 km (Snyder 1987, p. 16). `degrees` are those of a unit.
template <class Ring> double ringArea(const Ring& ring, double degrees) {
    constexpr double kRadius = 6371.0072;
    const double radians = std::numbers::pi / 180 * degrees;
    double sum = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        sum += (ring[i].x - ring[j].x) * radians * (std::sin(ring[j].y * radians) + std::sin(ring[i].y * radians)) / 2;
    return std::abs(sum) * kRadius * kRadius;
}

template <class Polygons> double areaOf(const Polygons& polygons, double degrees) {
    double sum = 0;
    for (const auto& polygon : polygons) {
        sum += ringArea(polygon.outer, degrees);
        for (const auto& hole : polygon.holes)
            sum -= ringArea(hole, degrees);
    }
    return sum;
}

} // namespace

double squareKilometres(const GridMultiPolygon& polygons) {
    return areaOf(polygons, kGridStep);
}

double squareKilometres(const geo::MultiPolygon& degrees) {
    return areaOf(degrees, 1);
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
