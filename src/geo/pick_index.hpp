// SPDX-License-Identifier: MIT
// Finds which of many areas holds a point.
#pragma once

#include "geo/point.hpp"
#include "geo/vertex.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jejaring::geo {

// A polyline of the borders of up to two areas; kNoArea where there is none on a side.
struct PickLine {
    std::span<const Vertex> points;
    std::uint32_t left = 0;
    std::uint32_t right = 0;
};
inline constexpr std::uint32_t kNoArea = 0xffffffff;

// Boxes of the areas' outlines first, then a ray cast through the few border stretches at the point's height.
// Immutable; const access is safe from any thread.
class PickIndex {
  public:
    // The lines' points must outlive the index. Every area's lines close to rings; areas count from 0.
    PickIndex(std::span<const PickLine> lines, std::size_t areaCount);

    // The area at the point by the even-odd rule, or kNoArea. Areas that share lines never both claim a point, nor
    // leave a gap between them.
    [[nodiscard]] std::uint32_t find(Point point) const;

  private:
    // A run of consecutive segments with its box.
    struct Run {
        float minY;
        float maxY;
        float maxX;
        const Vertex* points;
        std::uint32_t segments;
    };
    struct Area {
        Box box;
        double slabHeight = 1;
        std::uint32_t firstSlab = 0; // into slabs_; one more entry than slabs
        std::uint32_t slabCount = 0;
    };

    [[nodiscard]] bool holds(const Area& area, Point point) const;

    std::vector<Run> runs_;
    std::vector<Area> areas_;
    std::vector<std::uint32_t> slabs_;   // where each slab's runs begin in entries_
    std::vector<std::uint32_t> entries_; // indices into runs_
    // The areas whose box touches each cell of a grid over all of them.
    Box box_;
    double cellWidth_ = 1;
    double cellHeight_ = 1;
    std::vector<std::uint32_t> cells_;
    std::vector<std::uint32_t> cellAreas_;
};

} // namespace jejaring::geo
