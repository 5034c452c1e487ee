// SPDX-License-Identifier: MIT
// Checks of one level of a topology: that its faces lie edge to edge.
#pragma once

#include "geo/level_builder.hpp"

#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace jejaring::test {

inline double orientation(geo::Point a, geo::Point b, geo::Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

// How often triangles cover a point; -1 where it lies on an edge of one.
class CoverageCounter {
  public:
    CoverageCounter(const std::vector<geo::Vertex>& vertices, const std::vector<std::uint32_t>& indices)
        : vertices_(vertices), indices_(indices) {
        for (const geo::Vertex v : vertices)
            box_.extend(geo::Point{v.x, v.y});
        cells_.resize(kCells * kCells);
        for (std::size_t i = 0; i < indices.size(); i += 3) {
            geo::Box box;
            for (std::size_t k = 0; k < 3; ++k)
                box.extend(corner(i + k));
            for (std::size_t r = step(box.minY, box_.minY, box_.height());
                 r <= step(box.maxY, box_.minY, box_.height()); ++r)
                for (std::size_t c = step(box.minX, box_.minX, box_.width());
                     c <= step(box.maxX, box_.minX, box_.width()); ++c)
                    cells_[r * kCells + c].push_back(i);
        }
    }

    [[nodiscard]] int count(geo::Point p) const {
        int covered = 0;
        if (!box_.contains(p))
            return 0;
        for (const std::size_t i :
             cells_[step(p.y, box_.minY, box_.height()) * kCells + step(p.x, box_.minX, box_.width())]) {
            const geo::Point a = corner(i);
            const geo::Point b = corner(i + 1);
            const geo::Point c = corner(i + 2);
            if (orientation(a, b, c) == 0)
                continue;
            const double u = orientation(a, b, p);
            const double v = orientation(b, c, p);
            const double w = orientation(c, a, p);
            if ((u > 0 && v > 0 && w > 0) || (u < 0 && v < 0 && w < 0))
                ++covered;
            else if ((u >= 0 && v >= 0 && w >= 0) || (u <= 0 && v <= 0 && w <= 0))
                return -1;
        }
        return covered;
    }

  private:
    static constexpr std::size_t kCells = 64;
    [[nodiscard]] geo::Point corner(std::size_t i) const {
        return {vertices_[indices_[i]].x, vertices_[indices_[i]].y};
    }
    static std::size_t step(double value, double start, double length) {
        return std::min(kCells - 1, static_cast<std::size_t>((value - start) / length * kCells));
    }
    const std::vector<geo::Vertex>& vertices_;
    const std::vector<std::uint32_t>& indices_;
    geo::Box box_;
    std::vector<std::vector<std::size_t>> cells_;
};

// Area by the triangles, and how far its parts' sum may be off by rounding.
inline double triangleArea(const std::vector<geo::Vertex>& vertices, const std::vector<std::uint32_t>& indices,
                           geo::IndexRange range) {
    double total = 0;
    for (std::uint32_t i = range.first; i < range.first + range.count; i += 3) {
        const auto at = [&](std::uint32_t k) { return geo::Point{vertices[indices[k]].x, vertices[indices[k]].y}; };
        total += std::abs(orientation(at(i), at(i + 1), at(i + 2))) / 2;
    }
    return total;
}

// Twice the area to the left of a line closed through the origin.
inline double sweptTwice(const std::vector<geo::Point>& line) {
    double twice = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        twice += line[i].x * line[i + 1].y - line[i + 1].x * line[i].y;
    return twice;
}

} // namespace jejaring::test
