// SPDX-License-Identifier: MIT
#include "render/triangulate.hpp"

namespace jejaring::render {

namespace {

double turn(StripPoint a, StripPoint b, StripPoint c) {
    const double abX = static_cast<double>(b.x) - static_cast<double>(a.x);
    const double abY = static_cast<double>(b.y) - static_cast<double>(a.y);
    const double acX = static_cast<double>(c.x) - static_cast<double>(a.x);
    const double acY = static_cast<double>(c.y) - static_cast<double>(a.y);
    return abX * acY - abY * acX;
}

} // namespace

double doubledArea(std::span<const StripPoint> ring) {
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const StripPoint a = ring[i];
        const StripPoint b = ring[(i + 1) % ring.size()];
        sum +=
            static_cast<double>(a.x) * static_cast<double>(b.y) - static_cast<double>(b.x) * static_cast<double>(a.y);
    }
    return sum;
}

std::vector<std::uint32_t> triangulate(std::span<const StripPoint> ring) {
    std::vector<std::uint32_t> triangles;
    std::vector<std::uint32_t> left;
    for (std::uint32_t i = 0; i < ring.size(); ++i)
        left.push_back(i);
    const double orientation = doubledArea(ring) < 0 ? -1.0 : 1.0;

    const auto isEar = [&](std::size_t i) {
        const std::size_t n = left.size();
        const StripPoint a = ring[left[(i + n - 1) % n]];
        const StripPoint b = ring[left[i]];
        const StripPoint c = ring[left[(i + 1) % n]];
        if (turn(a, b, c) * orientation <= 0)
            return false;
        for (const std::uint32_t other : left) {
            const StripPoint p = ring[other];
            if (p == a || p == b || p == c)
                continue;
            if (turn(a, b, p) * orientation >= 0 && turn(b, c, p) * orientation >= 0 &&
                turn(c, a, p) * orientation >= 0)
                return false;
        }
        return true;
    };
    std::size_t at = 0;
    std::size_t refused = 0;
    while (left.size() >= 3) {
        const std::size_t n = left.size();
        at %= n;
        // Where no corner is an ear the ring is degenerate there; the corner goes without a triangle.
        const bool ear = isEar(at);
        if (!ear && refused < n) {
            ++refused;
            ++at;
            continue;
        }
        if (ear)
            triangles.insert(triangles.end(), {left[(at + n - 1) % n], left[at], left[(at + 1) % n]});
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(at));
        refused = 0;
    }
    return triangles;
}

} // namespace jejaring::render
