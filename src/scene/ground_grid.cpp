// SPDX-License-Identifier: MIT
#include "scene/ground_grid.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace jejaring::scene {
namespace {

constexpr core::RegionIndex kUnknown = LandRaster::kForeign - 1; // a cell not looked up yet
constexpr double kCellSize = 3;                                  // layout units at a scale of 1
constexpr double kAround = 96; // of the frame, so that what lies just outside is heeded, too

} // namespace

GroundGrid::GroundGrid(const MapContext& context)
    : context_(context), land_(landRasterOf(context.data.geometry)), size_(kCellSize * context.look.scale) {
    const core::RegionCatalog& catalog = context.catalog();
    provinceOf_.reserve(catalog.size());
    for (std::size_t i = 0; i < catalog.size(); ++i)
        provinceOf_.push_back(catalog.provinceOf(static_cast<core::RegionIndex>(i)));

    const Rect& frame = context.frame;
    const double around = kAround * context.look.scale;
    // The grid's lines lie at multiples of a cell on the map.
    const geo::Point corner = toMetres(context.camera, frame, {frame.x - around, frame.y - around});
    const double metres = size_ * context.camera.metresPerUnit;
    const geo::Point snapped =
        context.layout({std::floor(corner.x / metres) * metres, std::ceil(corner.y / metres) * metres});
    left_ = snapped.x;
    top_ = snapped.y;
    columns_ = static_cast<int>(std::ceil((frame.right() + around - left_) / size_)) + 1;
    rows_ = static_cast<int>(std::ceil((frame.bottom() + around - top_) / size_)) + 1;
    cells_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), kUnknown);
}

GroundGrid::Cell GroundGrid::cellAt(geo::Point layout) const {
    return {static_cast<int>(std::floor((layout.x - left_) / size_)),
            static_cast<int>(std::floor((layout.y - top_) / size_))};
}

geo::Point GroundGrid::middleOf(Cell cell) const {
    return {left_ + (cell.column + 0.5) * size_, top_ + (cell.row + 0.5) * size_};
}

core::RegionIndex GroundGrid::at(Cell cell) const {
    if (cell.column < 0 || cell.row < 0 || cell.column >= columns_ || cell.row >= rows_)
        return core::kNoRegion;
    core::RegionIndex& known = cells_[static_cast<std::size_t>(cell.row) * static_cast<std::size_t>(columns_) +
                                      static_cast<std::size_t>(cell.column)];
    if (known == kUnknown)
        known = lookUp(cell);
    return known;
}

core::RegionIndex GroundGrid::lookUp(Cell cell) const {
    const geo::Point metres = toMetres(context_.camera, context_.frame, middleOf(cell));
    // The raster is too coarse where a cell of it is wider than a letter.
    if (context_.camera.metresPerUnit * context_.look.scale * 8 < LandRaster::kCell) {
        const core::RegionIndex picked = context_.geometry().pick(metres);
        if (picked != core::kNoRegion)
            return picked;
        return land_->at(metres) == LandRaster::kForeign ? LandRaster::kForeign : core::kNoRegion;
    }
    return land_->at(metres);
}

GroundGrid::Distances GroundGrid::distances(core::RegionIndex region, const Rect& from, double reach,
                                            int stride) const {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    Distances found{kInfinity, kInfinity};
    const Cell first = cellAt({from.x - reach, from.y - reach});
    const Cell last = cellAt({from.right() + reach, from.bottom() + reach});
    for (int row = first.row; row <= last.row; row += stride)
        for (int column = first.column; column <= last.column; column += stride) {
            const core::RegionIndex land = at({column, row});
            if (land == core::kNoRegion)
                continue;
            const geo::Point p = middleOf({column, row});
            const double dx = std::max({from.x - p.x, p.x - from.right(), 0.0});
            const double dy = std::max({from.y - p.y, p.y - from.bottom(), 0.0});
            const double distance = std::hypot(dx, dy);
            if (distance > reach)
                continue;
            double& least = owns(region, land) ? found.own : found.other;
            least = std::min(least, distance);
        }
    return found;
}

} // namespace jejaring::scene
