// SPDX-License-Identifier: MIT
#include "geo/topology.hpp"

#include <algorithm>
#include <bit>
#include <unordered_map>

namespace jejaring::geo {
namespace {

using VertexId = std::uint32_t;
constexpr VertexId kNoVertex = std::numeric_limits<VertexId>::max();

// Numbers distinct points in order of first sight; open addressing keeps a million of them under 0.1 s.
class VertexTable {
  public:
    explicit VertexTable(std::size_t expected)
        : slots_(std::bit_ceil(std::max<std::size_t>(16, expected * 2)), kNoVertex), mask_(slots_.size() - 1) {
        points_.reserve(expected);
    }

    VertexId idOf(Point p) {
        p = {p.x + 0.0, p.y + 0.0}; // -0 becomes 0
        std::size_t slot = hash(p) & mask_;
        while (slots_[slot] != kNoVertex) {
            if (points_[slots_[slot]] == p)
                return slots_[slot];
            slot = (slot + 1) & mask_;
        }
        slots_[slot] = static_cast<VertexId>(points_.size());
        points_.push_back(p);
        return slots_[slot];
    }
    [[nodiscard]] const std::vector<Point>& points() const { return points_; }

  private:
    static std::size_t hash(Point p) {
        const auto x = std::bit_cast<std::uint64_t>(p.x) * 0x9E3779B97F4A7C15U;
        const auto y = std::bit_cast<std::uint64_t>(p.y) * 0xC2B2AE3D27D4EB4FU;
        std::uint64_t h = x ^ std::rotl(y, 31);
        h ^= h >> 32;
        h *= 0xD6E8FEB86659FD93U;
        return static_cast<std::size_t>(h ^ (h >> 29));
    }

    std::vector<VertexId> slots_;
    std::size_t mask_;
    std::vector<Point> points_;
};

// A ring as vertex ids, its face to the left.
struct VertexRing {
    std::vector<VertexId> vertices;
    FaceIndex face = kNoFace;
    std::uint32_t polygon = 0;
    bool hole = false;
};

// Without repeated points and without spikes (there and straight back), which bound nothing.
std::vector<VertexId> cleaned(const Ring& ring, VertexTable& table) {
    std::vector<VertexId> out;
    out.reserve(ring.size());
    for (const Point p : ring) {
        if (!(p.x == p.x && p.y == p.y)) // NaN: not a place
            continue;
        const VertexId id = table.idOf(p);
        if (!out.empty() && out.back() == id)
            continue;
        if (out.size() >= 2 && out[out.size() - 2] == id) {
            out.pop_back();
            continue;
        }
        out.push_back(id);
    }
    std::size_t first = 0;
    while (out.size() - first >= 2) {
        const std::size_t last = out.size() - 1;
        if (out[first] == out[last] || out[first] == out[last - 1])
            out.pop_back();
        else if (out[first + 1] == out[last])
            ++first;
        else
            break;
    }
    out.erase(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(first));
    return out;
}

class Builder {
  public:
    explicit Builder(std::span<const MultiPolygon> faces) : table_(countPoints(faces)) {
        topology_.faceCount = static_cast<FaceIndex>(faces.size());
        for (std::size_t face = 0; face < faces.size(); ++face)
            for (const Polygon& polygon : faces[face]) {
                addRing(polygon.outer, static_cast<FaceIndex>(face), false);
                for (const Ring& hole : polygon.holes)
                    addRing(hole, static_cast<FaceIndex>(face), true);
                ++polygonCount_;
            }
    }

    Topology build() {
        findJunctions();
        for (VertexRing& ring : rings_)
            cut(ring);
        numberComponents();
        return std::move(topology_);
    }

  private:
    static std::size_t countPoints(std::span<const MultiPolygon> faces) {
        std::size_t count = 0;
        for (const MultiPolygon& face : faces)
            for (const Polygon& polygon : face) {
                count += polygon.outer.size();
                for (const Ring& hole : polygon.holes)
                    count += hole.size();
            }
        return count;
    }

    void addRing(const Ring& ring, FaceIndex face, bool hole) {
        VertexRing out{cleaned(ring, table_), face, polygonCount_, hole};
        if (out.vertices.size() < 3)
            return;
        Ring points;
        points.reserve(out.vertices.size());
        for (const VertexId id : out.vertices)
            points.push_back(table_.points()[id]);
        const bool anticlockwise = signedArea(points) > 0;
        if (anticlockwise == hole)
            std::reverse(out.vertices.begin(), out.vertices.end());
        rings_.push_back(std::move(out));
    }

    // A vertex is a junction where not every pass through it has the same two neighbours.
    void findJunctions() {
        struct Neighbours {
            VertexId low = kNoVertex;
            VertexId high = kNoVertex;
            bool operator==(const Neighbours&) const = default;
        };
        std::vector<Neighbours> seen(table_.points().size());
        junction_.assign(table_.points().size(), 0);
        for (const VertexRing& ring : rings_) {
            const std::size_t count = ring.vertices.size();
            for (std::size_t i = 0; i < count; ++i) {
                const VertexId before = ring.vertices[i == 0 ? count - 1 : i - 1];
                const VertexId after = ring.vertices[i + 1 == count ? 0 : i + 1];
                const Neighbours here{std::min(before, after), std::max(before, after)};
                Neighbours& known = seen[ring.vertices[i]];
                if (known.low == kNoVertex)
                    known = here;
                else if (!(known == here))
                    junction_[ring.vertices[i]] = 1;
            }
        }
    }

    void cut(VertexRing& ring) {
        std::vector<VertexId>& v = ring.vertices;
        TopologyRing out{static_cast<std::uint32_t>(topology_.uses.size()), 0, ring.face, ring.polygon, ring.hole};
        const auto firstJunction = std::find_if(v.begin(), v.end(), [&](VertexId id) { return junction_[id] != 0; });
        const bool closed = firstJunction == v.end();
        // A closed arc starts at its lowest vertex, so that both of its rings agree where that is.
        std::rotate(v.begin(), closed ? std::min_element(v.begin(), v.end()) : firstJunction, v.end());
        v.push_back(v.front());
        std::size_t start = 0;
        for (std::size_t i = 1; i < v.size(); ++i)
            if (i + 1 == v.size() || junction_[v[i]] != 0) {
                use({v.data() + start, i - start + 1}, ring.face, closed);
                start = i;
            }
        out.useCount = static_cast<std::uint32_t>(topology_.uses.size()) - out.firstUse;
        topology_.rings.push_back(out);
    }

    static std::uint64_t key(VertexId from, VertexId to) { return std::uint64_t{from} << 32 | to; }

    // The first step away from a junction tells arcs apart: behind it there is no other choice.
    void use(std::span<const VertexId> path, FaceIndex face, bool closed) {
        const auto backward = byFirstStep_.find(key(path[path.size() - 1], path[path.size() - 2]));
        if (backward != byFirstStep_.end()) {
            TopologyArc& arc = topology_.arcs[backward->second];
            if (arc.right == kNoFace && arc.pointCount == path.size()) {
                arc.right = face;
                topology_.uses.push_back({backward->second, true});
                return;
            }
        }
        const auto index = static_cast<std::uint32_t>(topology_.arcs.size());
        byFirstStep_[key(path[0], path[1])] = index;
        topology_.arcs.push_back({static_cast<std::uint32_t>(topology_.points.size()),
                                  static_cast<std::uint32_t>(path.size()), face, kNoFace, closed, 0});
        ends_.push_back({path.front(), path.back()});
        for (const VertexId id : path)
            topology_.points.push_back(table_.points()[id]);
        topology_.uses.push_back({index, false});
    }

    VertexId root(VertexId vertex) {
        while (parent_[vertex] != vertex)
            vertex = parent_[vertex] = parent_[parent_[vertex]];
        return vertex;
    }

    void numberComponents() {
        parent_.resize(table_.points().size());
        for (std::size_t i = 0; i < parent_.size(); ++i)
            parent_[i] = static_cast<VertexId>(i);
        for (const Ends& ends : ends_)
            parent_[root(ends.first)] = root(ends.last);
        std::vector<std::uint32_t> number(parent_.size(), kNoVertex);
        for (std::size_t arc = 0; arc < ends_.size(); ++arc) {
            std::uint32_t& component = number[root(ends_[arc].first)];
            if (component == kNoVertex)
                component = topology_.componentCount++;
            topology_.arcs[arc].component = component;
        }
    }

    struct Ends {
        VertexId first = kNoVertex;
        VertexId last = kNoVertex;
    };

    VertexTable table_;
    std::vector<VertexRing> rings_;
    std::uint32_t polygonCount_ = 0;
    std::vector<std::uint8_t> junction_;
    std::unordered_map<std::uint64_t, std::uint32_t> byFirstStep_;
    std::vector<Ends> ends_; // by arc
    std::vector<VertexId> parent_;
    Topology topology_;
};

} // namespace

Topology buildTopology(std::span<const MultiPolygon> faces) {
    return Builder(faces).build();
}

} // namespace jejaring::geo
