// SPDX-License-Identifier: MIT
#include "geo/map_geometry.hpp"

#include "geo/pick_index.hpp"

#include <mutex>

namespace jejaring::geo {

struct MapGeometry::LazyPick {
    std::once_flag once;
    std::unique_ptr<const PickIndex> index;
};

MapGeometry::MapGeometry() : pick_(std::make_shared<LazyPick>()) {}

const LevelOfDetail& MapGeometry::levelFor(double metres) const {
    for (const LevelOfDetail& level : levels_)
        if (level.tolerance <= metres)
            return level;
    return levels_.back();
}

void MapGeometry::preparePick() const {
    std::call_once(pick_->once, [this] {
        const LevelOfDetail& finest = levels_.back();
        const auto areaOf = [&](core::RegionIndex region) {
            return region == core::kNoRegion ? kNoArea : static_cast<std::uint32_t>(region - catalog_.provinceCount());
        };
        std::vector<PickLine> lines;
        lines.reserve(finest.arcs.size());
        for (const Arc& arc : finest.arcs)
            lines.push_back({std::span(finest.arcPoints).subspan(arc.firstPoint, arc.pointCount), areaOf(arc.left),
                             areaOf(arc.right)});
        pick_->index = std::make_unique<const PickIndex>(lines, catalog_.regencyCount());
    });
}

core::RegionIndex MapGeometry::pick(Point metres) const {
    preparePick();
    const std::uint32_t area = pick_->index->find({metres.x - origin_.x, metres.y - origin_.y});
    return area == kNoArea ? core::kNoRegion : static_cast<core::RegionIndex>(area + catalog_.provinceCount());
}

} // namespace jejaring::geo
