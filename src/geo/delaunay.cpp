// SPDX-License-Identifier: MIT
#include "geo/delaunay.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace jejaring::geo {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// Twice the area, positive where a, b, c run anticlockwise.
double turn(Vertex a, Vertex b, Vertex c) {
    const double abx = double{b.x} - double{a.x};
    const double aby = double{b.y} - double{a.y};
    return abx * (double{c.y} - double{a.y}) - aby * (double{c.x} - double{a.x});
}

// Positive where p lies within the circle through a, b, c, which run anticlockwise.
double inCircle(Vertex a, Vertex b, Vertex c, Vertex p) {
    const double ax = double{a.x} - double{p.x};
    const double ay = double{a.y} - double{p.y};
    const double bx = double{b.x} - double{p.x};
    const double by = double{b.y} - double{p.y};
    const double cx = double{c.x} - double{p.x};
    const double cy = double{c.y} - double{p.y};
    return (ax * ax + ay * ay) * (bx * cy - cx * by) - (bx * bx + by * by) * (ax * cy - cx * ay) +
           (cx * cx + cy * cy) * (ax * by - bx * ay);
}

// For each corner's edge, from it to the next corner of its triangle, the same edge seen from the other triangle.
std::vector<std::uint32_t> twins(std::span<const std::uint32_t> indices) {
    struct Edge {
        std::uint64_t key;
        std::uint32_t corner;
    };
    std::vector<Edge> edges(indices.size());
    for (std::uint32_t corner = 0; corner < indices.size(); ++corner) {
        const std::uint64_t from = indices[corner];
        const std::uint64_t to = indices[corner % 3 == 2 ? corner - 2 : corner + 1];
        edges[corner] = {(std::min(from, to) << 32U) | std::max(from, to), corner};
    }
    std::sort(edges.begin(), edges.end(),
              [](const Edge& a, const Edge& b) { return a.key != b.key ? a.key < b.key : a.corner < b.corner; });
    std::vector<std::uint32_t> twin(indices.size(), kNone);
    for (std::size_t i = 0; i < edges.size();) {
        std::size_t end = i + 1;
        while (end < edges.size() && edges[end].key == edges[i].key)
            ++end;
        const std::uint32_t a = edges[i].corner;
        const std::uint32_t b = edges[end - 1].corner;
        if (end - i == 2 && indices[a] != indices[b]) {
            twin[a] = b;
            twin[b] = a;
        }
        i = end;
    }
    return twin;
}

} // namespace

void turnToDelaunay(std::span<const Vertex> vertices, std::span<std::uint32_t> indices) {
    std::vector<std::uint32_t> twin = twins(indices);
    std::vector<std::uint32_t> open;
    for (std::uint32_t corner = 0; corner < indices.size(); ++corner)
        if (twin[corner] != kNone && corner < twin[corner])
            open.push_back(corner);
    const auto link = [&](std::uint32_t a, std::uint32_t b) {
        twin[a] = b;
        if (b != kNone)
            twin[b] = a;
    };
    // Rounding may make an edge look better both ways; turns are counted so that such a pair cannot go on for ever.
    std::size_t turnsLeft = 16 * indices.size();
    while (!open.empty() && turnsLeft > 0) {
        // The edge from `right` to `left` between two triangles, with `above` and `below` as their third corners.
        const std::uint32_t a = open.back();
        open.pop_back();
        const std::uint32_t b = twin[a];
        if (b == kNone)
            continue;
        const std::uint32_t aNext = a - a % 3 + (a + 1) % 3;
        const std::uint32_t aLast = a - a % 3 + (a + 2) % 3;
        const std::uint32_t bNext = b - b % 3 + (b + 1) % 3;
        const std::uint32_t bLast = b - b % 3 + (b + 2) % 3;
        const Vertex right = vertices[indices[a]];
        const Vertex left = vertices[indices[b]];
        const Vertex above = vertices[indices[aLast]];
        const Vertex below = vertices[indices[bLast]];
        if (!(inCircle(right, left, above, below) > 0) || !(turn(below, left, above) > 0) ||
            !(turn(above, right, below) > 0))
            continue;
        indices[a] = indices[bLast];
        indices[b] = indices[aLast];
        const std::uint32_t beyondA = twin[aLast];
        const std::uint32_t beyondB = twin[bLast];
        link(a, beyondB);
        link(b, beyondA);
        link(aLast, bLast);
        open.insert(open.end(), {a, aNext, b, bNext});
        --turnsLeft;
    }
}

} // namespace jejaring::geo
