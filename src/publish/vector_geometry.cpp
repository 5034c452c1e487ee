// SPDX-License-Identifier: MIT
#include "publish/vector_geometry.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <unordered_map>
#include <utility>

namespace jejaring::publish {
namespace {

struct VertexHash {
    std::size_t operator()(geo::Vertex v) const {
        // Adding zero makes one of the two zeros.
        const std::uint64_t x = std::bit_cast<std::uint32_t>(v.x + 0.0F);
        const std::uint64_t y = std::bit_cast<std::uint32_t>(v.y + 0.0F);
        std::uint64_t bits = (x << 32U | y) * 0x9e3779b97f4a7c15U;
        bits ^= bits >> 29U;
        return static_cast<std::size_t>(bits * 0xbf58476d1ce4e5b9U);
    }
};

template <class Value> using ByVertex = std::unordered_map<geo::Vertex, Value, VertexHash>;

bool isRing(const VertexLine& line) {
    return line.size() > 2 && line.front() == line.back();
}

// The ends of lines at each place: the number of a line and whether it is its last point.
struct LineEnd {
    std::size_t line = 0;
    bool last = false;
};

} // namespace

std::vector<VertexLine> joinRings(const std::vector<VertexLine>& lines) {
    std::vector<VertexLine> rings;
    ByVertex<std::vector<std::size_t>> starts;
    for (std::size_t i = lines.size(); i-- > 0;) // so that the first is taken first
        if (lines[i].size() >= 2 && !isRing(lines[i]))
            starts[lines[i].front()].push_back(i);
    std::vector<bool> used(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (used[i] || lines[i].size() < 2)
            continue;
        used[i] = true;
        VertexLine ring = lines[i];
        while (!(ring.front() == ring.back())) {
            const auto found = starts.find(ring.back());
            std::size_t next = lines.size();
            while (found != starts.end() && !found->second.empty() && next == lines.size()) {
                if (!used[found->second.back()])
                    next = found->second.back();
                found->second.pop_back();
            }
            if (next == lines.size())
                ring.push_back(ring.front());
            else {
                used[next] = true;
                ring.insert(ring.end(), lines[next].begin() + 1, lines[next].end());
            }
        }
        if (ring.size() > 3)
            rings.push_back(std::move(ring));
    }
    return rings;
}

std::vector<VertexLine> joinLines(const std::vector<VertexLine>& lines) {
    std::vector<VertexLine> joined;
    ByVertex<std::vector<LineEnd>> ends;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].size() < 2)
            continue;
        if (isRing(lines[i])) {
            joined.push_back(lines[i]);
            continue;
        }
        ends[lines[i].front()].push_back({i, false});
        ends[lines[i].back()].push_back({i, true});
    }
    std::vector<bool> used(lines.size());
    // Follows lines from the end `at` of one as far as no third line meets them.
    const auto follow = [&](LineEnd from) {
        VertexLine line;
        for (;;) {
            used[from.line] = true;
            const VertexLine& part = lines[from.line];
            const auto skip = static_cast<std::ptrdiff_t>(line.empty() ? 0 : 1);
            if (from.last)
                line.insert(line.end(), part.rbegin() + skip, part.rend());
            else
                line.insert(line.end(), part.begin() + skip, part.end());
            const std::vector<LineEnd>& meeting = ends.at(line.back());
            if (meeting.size() != 2)
                break;
            const auto next = std::find_if(meeting.begin(), meeting.end(), [&](LineEnd e) { return !used[e.line]; });
            if (next == meeting.end())
                break;
            from = *next;
        }
        joined.push_back(std::move(line));
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].size() < 2 || isRing(lines[i]))
            continue;
        for (const bool last : {false, true})
            if (!used[i] && ends.at(last ? lines[i].back() : lines[i].front()).size() != 2)
                follow({i, last});
    }
    // What is left runs in circles.
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (!used[i] && lines[i].size() >= 2 && !isRing(lines[i]))
            follow({i, false});
    return joined;
}

std::vector<VertexLine> outlineOf(std::span<const geo::Vertex> vertices, std::span<const std::uint32_t> triangles) {
    // An edge between two triangles is run through twice, one of the border once.
    ByVertex<std::uint32_t> numbers;
    std::vector<geo::Vertex> places;
    std::vector<std::uint32_t> numberOf(vertices.size());
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        const auto [found, fresh] = numbers.try_emplace(vertices[i], static_cast<std::uint32_t>(places.size()));
        if (fresh)
            places.push_back(vertices[i]);
        numberOf[i] = found->second;
    }
    struct Edge {
        std::uint32_t low = 0;
        std::uint32_t high = 0;
        bool turned = false; // runs from high to low
    };
    std::vector<Edge> edges;
    edges.reserve(triangles.size());
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
        std::array<std::uint32_t, 3> corners{};
        for (std::size_t k = 0; k < 3; ++k)
            corners[k] = numberOf[triangles[i + k]];
        const auto& [a, b, c] = corners;
        // All triangles run the same way round, so that the border's edges follow each other.
        const double turn = (static_cast<double>(places[b].x) - static_cast<double>(places[a].x)) *
                                (static_cast<double>(places[c].y) - static_cast<double>(places[a].y)) -
                            (static_cast<double>(places[c].x) - static_cast<double>(places[a].x)) *
                                (static_cast<double>(places[b].y) - static_cast<double>(places[a].y));
        if (turn < 0)
            std::swap(corners[1], corners[2]);
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t from = corners[k];
            const std::uint32_t to = corners[(k + 1) % 3];
            if (from != to)
                edges.push_back({std::min(from, to), std::max(from, to), from > to});
        }
    }
    std::sort(edges.begin(), edges.end(),
              [](const Edge& a, const Edge& b) { return std::pair(a.low, a.high) < std::pair(b.low, b.high); });
    std::vector<VertexLine> border;
    for (std::size_t i = 0; i < edges.size();) {
        std::size_t end = i + 1;
        while (end < edges.size() && edges[end].low == edges[i].low && edges[end].high == edges[i].high)
            ++end;
        if ((end - i) % 2 == 1) {
            const Edge& edge = edges[i];
            border.push_back({places[edge.turned ? edge.high : edge.low], places[edge.turned ? edge.low : edge.high]});
        }
        i = end;
    }
    return joinRings(border);
}

namespace {

// One side of a rectangle as a half-plane: `sign` times coordinate `axis` is at most `limit`.
struct Side {
    bool vertical = false; // limits y
    double sign = 1;
    double limit = 0;
    [[nodiscard]] double beyond(geo::Point p) const { return sign * (vertical ? p.y : p.x) - limit; }
};

std::array<Side, 4> sidesOf(const scene::Rect& rect) {
    return {Side{false, -1, -rect.x}, {false, 1, rect.right()}, {true, -1, -rect.y}, {true, 1, rect.bottom()}};
}

geo::Point between(geo::Point a, geo::Point b, double t) {
    return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

// Which sides a line crosses or lies beyond.
enum class Position : std::uint8_t { inside, crossing, outside };
Position positionOf(const Line& line, const Side& side) {
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    for (const geo::Point p : line) {
        const double beyond = side.beyond(p);
        least = std::min(least, beyond);
        most = std::max(most, beyond);
    }
    return most <= 0 ? Position::inside : least > 0 ? Position::outside : Position::crossing;
}

} // namespace

Line clipRing(const Line& ring, const scene::Rect& rect) {
    Line kept = ring;
    if (kept.size() > 1 && kept.front() == kept.back())
        kept.pop_back();
    Line next;
    for (const Side& side : sidesOf(rect)) {
        const Position position = positionOf(kept, side);
        if (position == Position::outside)
            return {};
        if (position == Position::inside)
            continue;
        next.clear();
        for (std::size_t i = 0; i < kept.size(); ++i) {
            const geo::Point from = kept[i];
            const geo::Point to = kept[(i + 1) % kept.size()];
            const double before = side.beyond(from);
            const double after = side.beyond(to);
            if (before <= 0)
                next.push_back(from);
            if ((before <= 0) != (after <= 0))
                next.push_back(between(from, to, before / (before - after)));
        }
        std::swap(kept, next);
    }
    return kept;
}

std::vector<LinePiece> clipLine(const Line& line, const scene::Rect& rect) {
    const std::array<Side, 4> sides = sidesOf(rect);
    bool whole = true;
    for (const Side& side : sides) {
        const Position position = positionOf(line, side);
        if (position == Position::outside)
            return {};
        whole = whole && position == Position::inside;
    }
    if (whole)
        return {LinePiece{line, 0}};
    std::vector<LinePiece> pieces;
    bool open = false; // the last piece goes on
    double along = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const geo::Point from = line[i];
        const geo::Point to = line[i + 1];
        double enters = 0; // Liang and Barsky 1984
        double leaves = 1;
        for (const Side& side : sides) {
            const double before = side.beyond(from);
            const double after = side.beyond(to);
            if (before > 0 && after > 0)
                leaves = -1;
            else if (before > 0)
                enters = std::max(enters, before / (before - after));
            else if (after > 0)
                leaves = std::min(leaves, before / (before - after));
        }
        const double length = std::hypot(to.x - from.x, to.y - from.y);
        if (enters < leaves) {
            if (!open || enters > 0)
                pieces.push_back({{between(from, to, enters)}, along + enters * length});
            pieces.back().points.push_back(leaves < 1 ? between(from, to, leaves) : to);
        }
        open = enters < leaves && leaves >= 1;
        along += length;
    }
    return pieces;
}

void roundPoints(Line& line, double step) {
    if (step > 0)
        for (geo::Point& p : line)
            p = {std::round(p.x / step) * step, std::round(p.y / step) * step};
    line.erase(std::unique(line.begin(), line.end()), line.end());
}

} // namespace jejaring::publish
