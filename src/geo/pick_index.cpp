// SPDX-License-Identifier: MIT
#include "geo/pick_index.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::geo {
namespace {

constexpr std::size_t kSegmentsARun = 16;
constexpr std::size_t kMostSlabs = 256;
constexpr std::size_t kColumns = 128;
constexpr std::size_t kRows = 64;

// `value` as a step of `size` from `start`, held within [0, count).
std::size_t stepOf(double value, double start, double size, std::size_t count) {
    const double step = (value - start) / size;
    if (!(step > 0))
        return 0;
    return step >= static_cast<double>(count) ? count - 1 : static_cast<std::size_t>(step);
}

// Turns counts at [i + 1] into where each i begins.
void accumulate(std::vector<std::uint32_t>& counts, std::size_t from) {
    for (std::size_t i = from + 1; i < counts.size(); ++i)
        counts[i] += counts[i - 1];
}

} // namespace

PickIndex::PickIndex(std::span<const PickLine> lines, std::size_t areaCount) : areas_(areaCount) {
    std::vector<std::vector<std::uint32_t>> runsOf(areaCount);
    for (const PickLine& line : lines) {
        if (line.left == line.right || line.points.size() < 2)
            continue;
        for (std::size_t first = 0; first + 1 < line.points.size(); first += kSegmentsARun) {
            const std::size_t count = std::min(kSegmentsARun, line.points.size() - 1 - first);
            Box box;
            for (std::size_t i = first; i <= first + count; ++i)
                box.extend(Point{line.points[i].x, line.points[i].y});
            if (box.empty())
                continue;
            for (const std::uint32_t area : {line.left, line.right})
                if (area < areaCount) {
                    areas_[area].box.extend(box);
                    runsOf[area].push_back(static_cast<std::uint32_t>(runs_.size()));
                }
            runs_.push_back({static_cast<float>(box.minY), static_cast<float>(box.maxY), static_cast<float>(box.maxX),
                             line.points.data() + first, static_cast<std::uint32_t>(count)});
        }
    }
    // Per area: the runs that touch each of its slabs of equal height.
    for (std::size_t a = 0; a < areaCount; ++a) {
        Area& area = areas_[a];
        area.firstSlab = static_cast<std::uint32_t>(slabs_.size());
        area.slabCount = static_cast<std::uint32_t>(std::clamp<std::size_t>(runsOf[a].size() / 2, 1, kMostSlabs));
        area.slabHeight = std::max(area.box.height() / area.slabCount, 1e-9);
        const auto slabOf = [&](double y) { return stepOf(y, area.box.minY, area.slabHeight, area.slabCount); };
        slabs_.resize(slabs_.size() + area.slabCount + 1, 0);
        slabs_[area.firstSlab] = static_cast<std::uint32_t>(entries_.size());
        for (const std::uint32_t run : runsOf[a])
            for (std::size_t s = slabOf(runs_[run].minY); s <= slabOf(runs_[run].maxY); ++s)
                ++slabs_[area.firstSlab + s + 1];
        accumulate(slabs_, area.firstSlab);
        entries_.resize(slabs_.back());
        std::vector<std::uint32_t> next(slabs_.begin() + area.firstSlab, slabs_.end() - 1);
        for (const std::uint32_t run : runsOf[a])
            for (std::size_t s = slabOf(runs_[run].minY); s <= slabOf(runs_[run].maxY); ++s)
                entries_[next[s]++] = run;
        box_.extend(area.box);
    }
    cellWidth_ = std::max(box_.width() / kColumns, 1e-9);
    cellHeight_ = std::max(box_.height() / kRows, 1e-9);
    const auto forEachCell = [&](const Area& area, auto visit) {
        if (area.box.empty())
            return;
        const std::size_t lastColumn = stepOf(area.box.maxX, box_.minX, cellWidth_, kColumns);
        const std::size_t lastRow = stepOf(area.box.maxY, box_.minY, cellHeight_, kRows);
        for (std::size_t r = stepOf(area.box.minY, box_.minY, cellHeight_, kRows); r <= lastRow; ++r)
            for (std::size_t c = stepOf(area.box.minX, box_.minX, cellWidth_, kColumns); c <= lastColumn; ++c)
                visit(r * kColumns + c);
    };
    cells_.assign(kColumns * kRows + 1, 0);
    for (const Area& area : areas_)
        forEachCell(area, [&](std::size_t cell) { ++cells_[cell + 1]; });
    accumulate(cells_, 0);
    cellAreas_.resize(cells_.back());
    std::vector<std::uint32_t> next(cells_.begin(), cells_.end() - 1);
    for (std::size_t a = 0; a < areaCount; ++a)
        forEachCell(areas_[a], [&](std::size_t cell) { cellAreas_[next[cell]++] = static_cast<std::uint32_t>(a); });
}

std::uint32_t PickIndex::find(Point point) const {
    if (!box_.contains(point))
        return kNoArea;
    const std::size_t cell =
        stepOf(point.y, box_.minY, cellHeight_, kRows) * kColumns + stepOf(point.x, box_.minX, cellWidth_, kColumns);
    for (std::uint32_t i = cells_[cell]; i < cells_[cell + 1]; ++i) {
        const Area& area = areas_[cellAreas_[i]];
        if (area.box.contains(point) && holds(area, point))
            return cellAreas_[i];
    }
    return kNoArea;
}

// A ray to the east; every crossing changes sides.
bool PickIndex::holds(const Area& area, Point point) const {
    bool inside = false;
    const std::size_t slab = area.firstSlab + stepOf(point.y, area.box.minY, area.slabHeight, area.slabCount);
    for (std::uint32_t e = slabs_[slab]; e < slabs_[slab + 1]; ++e) {
        const Run& run = runs_[entries_[e]];
        if (point.y < run.minY || point.y >= run.maxY || point.x >= run.maxX)
            continue;
        for (std::uint32_t i = 0; i < run.segments; ++i) {
            const Vertex a = run.points[i];
            const Vertex b = run.points[i + 1];
            if ((a.y > point.y) == (b.y > point.y))
                continue;
            const double x = (double{b.x} - a.x) * (point.y - a.y) / (double{b.y} - a.y) + a.x;
            if (point.x < x)
                inside = !inside;
        }
    }
    return inside;
}

} // namespace jejaring::geo
