// SPDX-License-Identifier: MIT
#include "geo/level_builder.hpp"

#include "geo/tessellate.hpp"

#include <array>

namespace jejaring::geo {
namespace {

Vertex toVertex(Point p) {
    return {static_cast<float>(p.x), static_cast<float>(p.y)};
}

// The ring without its repeated last point; empty where its arcs are dropped.
void ringVertices(const Topology& topology, const SimplifiedArcs& simplified, const TopologyRing& ring,
                  std::vector<Vertex>& out) {
    out.clear();
    const auto add = [&](std::uint32_t point) {
        const Vertex v = toVertex(topology.points[point]);
        if (out.empty() || !(out.back() == v))
            out.push_back(v);
    };
    for (const ArcUse use : topology.usesOf(ring)) {
        const std::span<const std::uint32_t> points = simplified.pointsOf(use.arc);
        // The last point of an arc is the first of the next.
        for (std::size_t i = 0; i + 1 < points.size(); ++i)
            add(points[use.reversed ? points.size() - 1 - i : i]);
    }
    while (out.size() > 1 && out.back() == out.front())
        out.pop_back();
}

} // namespace

void appendFills(const Topology& topology, const SimplifiedArcs& simplified, FaceIndex first, FaceIndex last,
                 std::vector<Vertex>& vertices, std::vector<std::uint32_t>& indices, std::vector<IndexRange>* ranges) {
    Tessellator tessellator;
    std::vector<Vertex> ring;
    const auto rangeStart = static_cast<std::uint32_t>(indices.size());
    FaceIndex face = first;
    std::uint32_t faceStart = rangeStart;
    const auto closeFacesBefore = [&](FaceIndex next) {
        for (; face < next; ++face) {
            const auto end = static_cast<std::uint32_t>(indices.size());
            if (ranges != nullptr)
                ranges->push_back({faceStart, end - faceStart});
            faceStart = end;
        }
    };
    // Rings are in order of face and polygon, holes behind their outer ring.
    for (std::size_t i = 0; i < topology.rings.size();) {
        const TopologyRing& outer = topology.rings[i];
        std::size_t end = i + 1;
        while (end < topology.rings.size() && topology.rings[end].polygon == outer.polygon)
            ++end;
        if (outer.face >= first && outer.face < last && !outer.hole) {
            closeFacesBefore(outer.face);
            ringVertices(topology, simplified, outer, ring);
            if (ring.size() >= 3) {
                tessellator.addRing(ring);
                for (std::size_t hole = i + 1; hole < end; ++hole) {
                    ringVertices(topology, simplified, topology.rings[hole], ring);
                    tessellator.addRing(ring);
                }
                // A polygon that GLU cannot do (out of memory) is missing from the fill, and its lines are drawn still.
                static_cast<void>(tessellator.finish(vertices, indices));
            }
        }
        i = end;
    }
    closeFacesBefore(last);
}

void appendLines(const Topology& topology, const SimplifiedArcs& simplified,
                 const std::function<BorderLine(const TopologyArc&)>& lineOf, std::span<const std::uint8_t> hidden,
                 std::vector<Vertex>& points, std::vector<Arc>& arcs) {
    std::array<std::vector<std::size_t>, kBorderClassCount> byClass;
    for (std::size_t i = 0; i < topology.arcs.size(); ++i)
        if (topology.arcs[i].left != topology.arcs[i].right && simplified.arcs[i].count >= 2)
            byClass[static_cast<std::size_t>(lineOf(topology.arcs[i]).border)].push_back(i);
    for (const std::vector<std::size_t>& members : byClass)
        for (const std::size_t i : members) {
            const BorderLine line = lineOf(topology.arcs[i]);
            auto first = static_cast<std::uint32_t>(points.size());
            const auto finishLine = [&] {
                const auto count = static_cast<std::uint32_t>(points.size()) - first;
                if (count >= 2)
                    arcs.push_back({line.border, line.left, line.right, first, count});
                else
                    points.resize(first);
                first = static_cast<std::uint32_t>(points.size());
            };
            std::uint8_t before = 0;
            for (const std::uint32_t point : simplified.pointsOf(i)) {
                const std::uint8_t mask = hidden.empty() ? std::uint8_t{0} : hidden[point];
                if ((mask & before) != 0)
                    finishLine();
                before = mask;
                const Vertex v = toVertex(topology.points[point]);
                if (points.size() == first || !(points.back() == v))
                    points.push_back(v);
            }
            finishLine();
        }
}

} // namespace jejaring::geo
