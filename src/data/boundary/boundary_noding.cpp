// SPDX-License-Identifier: MIT
#include "data/boundary/boundary_noding.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace jejaring::data {
namespace {

using Wide = std::int64_t;

constexpr std::int32_t kCellSize = 64; // grid steps: a few segments of the source's density

// Twice the signed area of the triangle a b c. Exact for the coordinates of the Earth on this grid.
Wide cross(GridPoint a, GridPoint b, GridPoint c) {
    return Wide(b.x - a.x) * Wide(c.y - a.y) - Wide(b.y - a.y) * Wide(c.x - a.x);
}

int sign(Wide value) {
    return (value > 0) - (value < 0);
}

struct Segment {
    GridPoint a; // a < b
    GridPoint b;
    friend auto operator<=>(const Segment&, const Segment&) = default;
};

// Things sorted into square cells.
class CellIndex {
  public:
    void add(std::int32_t minX, std::int32_t minY, std::int32_t maxX, std::int32_t maxY, std::uint32_t item) {
        for (std::int32_t y = cell(minY); y <= cell(maxY); ++y)
            for (std::int32_t x = cell(minX); x <= cell(maxX); ++x)
                entries_.push_back({key(x, y), item});
    }
    void finish() { std::sort(entries_.begin(), entries_.end()); }
    template <class Visit> void forEachCell(Visit visit) const {
        for (std::size_t first = 0; first < entries_.size();) {
            std::size_t last = first;
            while (last < entries_.size() && entries_[last].key == entries_[first].key)
                ++last;
            visit(std::span(entries_).subspan(first, last - first));
            first = last;
        }
    }
    struct Entry {
        std::uint64_t key = 0;
        std::uint32_t item = 0;
        friend auto operator<=>(const Entry&, const Entry&) = default;
    };
    [[nodiscard]] std::span<const Entry> entries() const { return entries_; }

  private:
    static std::int32_t cell(std::int32_t value) {
        return value >= 0 ? value / kCellSize : (value - kCellSize + 1) / kCellSize;
    }
    static std::uint64_t key(std::int32_t x, std::int32_t y) {
        return std::uint64_t(std::uint32_t(x)) << 32 | std::uint32_t(y);
    }
    std::vector<Entry> entries_;
};

std::vector<Segment> distinctSegments(const std::vector<ClaimedSegment>& segments) {
    std::vector<Segment> distinct;
    distinct.reserve(segments.size());
    for (const ClaimedSegment& s : segments)
        distinct.push_back(s.from < s.to ? Segment{s.from, s.to} : Segment{s.to, s.from});
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    return distinct;
}

// Where two segments cross inside both, rounded to the grid.
std::optional<GridPoint> crossing(const Segment& s, const Segment& t) {
    if (s.b.x < t.a.x || t.b.x < s.a.x || std::max(s.a.y, s.b.y) < std::min(t.a.y, t.b.y) ||
        std::max(t.a.y, t.b.y) < std::min(s.a.y, s.b.y))
        return std::nullopt;
    const Wide ta = cross(s.a, s.b, t.a);
    const Wide tb = cross(s.a, s.b, t.b);
    if (sign(ta) * sign(tb) >= 0 || sign(cross(t.a, t.b, s.a)) * sign(cross(t.a, t.b, s.b)) >= 0)
        return std::nullopt;
    const double share = double(ta) / double(ta - tb);
    return GridPoint{std::int32_t(std::lround(t.a.x + share * (t.b.x - t.a.x))),
                     std::int32_t(std::lround(t.a.y + share * (t.b.y - t.a.y)))};
}

// Whether a segment passes through the unit square around `p`, which owns its left and lower edges alone. Doubled
// coordinates keep the corners integer.
bool passesThrough(const Segment& s, GridPoint p) {
    if (p == s.a || p == s.b)
        return true;
    if (p.x < s.a.x || p.x > s.b.x || p.y < std::min(s.a.y, s.b.y) || p.y > std::max(s.a.y, s.b.y))
        return false;
    const GridPoint a{2 * s.a.x, 2 * s.a.y};
    const GridPoint b{2 * s.b.x, 2 * s.b.y};
    const int lowerLeft = sign(cross(a, b, {2 * p.x - 1, 2 * p.y - 1}));
    const int corners[] = {lowerLeft, sign(cross(a, b, {2 * p.x + 1, 2 * p.y - 1})),
                           sign(cross(a, b, {2 * p.x - 1, 2 * p.y + 1})),
                           sign(cross(a, b, {2 * p.x + 1, 2 * p.y + 1}))};
    const auto [low, high] = std::minmax_element(std::begin(corners), std::end(corners));
    return (*low < 0 && *high > 0) || lowerLeft == 0;
}

// The points a segment is to pass, its ends included, by segment; in order along it.
using Routes = std::vector<std::vector<GridPoint>>;

Routes routes(const std::vector<Segment>& segments) {
    CellIndex cells;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Segment& s = segments[i];
        cells.add(s.a.x - 1, std::min(s.a.y, s.b.y) - 1, s.b.x + 1, std::max(s.a.y, s.b.y) + 1,
                  static_cast<std::uint32_t>(i));
    }
    cells.finish();

    std::vector<GridPoint> pixels;
    pixels.reserve(segments.size() * 2);
    for (const Segment& s : segments) {
        pixels.push_back(s.a);
        pixels.push_back(s.b);
    }
    // Both that cross pass the rounded point, even where by the half-open rule it lies just beside one of them: else
    // they would cross for ever.
    Routes result(segments.size());
    cells.forEachCell([&](std::span<const CellIndex::Entry> entries) {
        for (std::size_t i = 0; i < entries.size(); ++i)
            for (std::size_t j = i + 1; j < entries.size(); ++j)
                if (const auto at = crossing(segments[entries[i].item], segments[entries[j].item])) {
                    pixels.push_back(*at);
                    result[entries[i].item].push_back(*at);
                    result[entries[j].item].push_back(*at);
                }
    });
    std::sort(pixels.begin(), pixels.end());
    pixels.erase(std::unique(pixels.begin(), pixels.end()), pixels.end());

    CellIndex pixelCells;
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixelCells.add(pixels[i].x, pixels[i].y, pixels[i].x, pixels[i].y, static_cast<std::uint32_t>(i));
    pixelCells.finish();

    auto pixel = pixelCells.entries().begin();
    cells.forEachCell([&](std::span<const CellIndex::Entry> entries) {
        while (pixel != pixelCells.entries().end() && pixel->key < entries.front().key)
            ++pixel;
        auto last = pixel;
        while (last != pixelCells.entries().end() && last->key == entries.front().key)
            ++last;
        for (const CellIndex::Entry& entry : entries)
            for (auto at = pixel; at != last; ++at)
                if (passesThrough(segments[entry.item], pixels[at->item]))
                    result[entry.item].push_back(pixels[at->item]);
    });
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Segment& s = segments[i];
        const auto along = [&s](GridPoint p) {
            return Wide(p.x - s.a.x) * (s.b.x - s.a.x) + Wide(p.y - s.a.y) * (s.b.y - s.a.y);
        };
        std::sort(result[i].begin(), result[i].end(), [&along](GridPoint p, GridPoint q) {
            const Wide tp = along(p);
            const Wide tq = along(q);
            return tp != tq ? tp < tq : p < q;
        });
        result[i].erase(std::unique(result[i].begin(), result[i].end()), result[i].end());
    }
    return result;
}

} // namespace

std::vector<ClaimedSegment> nodeSegments(std::vector<ClaimedSegment> segments) {
    std::erase_if(segments, [](const ClaimedSegment& s) { return s.from == s.to; });
    // One pass does it but for crossings whose rounding fell into the next square.
    constexpr int kPasses = 8;
    for (int pass = 0; pass < kPasses; ++pass) {
        const std::vector<Segment> distinct = distinctSegments(segments);
        const Routes route = routes(distinct);
        if (std::all_of(route.begin(), route.end(), [](const auto& points) { return points.size() == 2; }))
            break;
        std::vector<ClaimedSegment> split;
        split.reserve(segments.size() + segments.size() / 4);
        for (const ClaimedSegment& s : segments) {
            const bool forward = s.from < s.to;
            const Segment key = forward ? Segment{s.from, s.to} : Segment{s.to, s.from};
            const auto found = std::lower_bound(distinct.begin(), distinct.end(), key);
            const auto& points = route[static_cast<std::size_t>(found - distinct.begin())];
            for (std::size_t i = 1; i < points.size(); ++i)
                split.push_back(forward ? ClaimedSegment{points[i - 1], points[i], s.unit}
                                        : ClaimedSegment{points[i], points[i - 1], s.unit});
        }
        segments = std::move(split);
    }
    return segments;
}

} // namespace jejaring::data
