// SPDX-License-Identifier: MIT
#include "scene/ground_grid.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace jejaring::scene {
namespace {

constexpr core::RegionIndex kUnknown = LandRaster::kForeign - 1; // a cell not looked up yet
constexpr double kCellSize = 3;                                  // layout units at a scale of 1
constexpr double kIslet = 0.04;                                  // of a region's largest island
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

bool GroundGrid::allSea(Cell cell) const {
    const geo::Point middle = toMetres(context_.camera, context_.frame, middleOf(cell));
    const double half = size_ * context_.camera.metresPerUnit / 2;
    return at(cell) == core::kNoRegion &&
           !land_->touchesRegion({middle.x - half, middle.y - half, middle.x + half, middle.y + half});
}

GroundGrid::Part GroundGrid::mainPart(core::RegionIndex region, const Rect& within) const {
    Part part;
    part.first = cellAt({within.x, within.y});
    const Cell last = cellAt({within.right(), within.bottom()});
    part.columns = std::max(last.column - part.first.column + 1, 0);
    part.rows = std::max(last.row - part.first.row + 1, 0);
    part.cells.assign(static_cast<std::size_t>(part.columns) * static_cast<std::size_t>(part.rows), false);

    std::vector<std::vector<Cell>> islands;
    std::vector<Cell> open;
    const auto visit = [&](Cell cell) {
        const int column = cell.column - part.first.column;
        const int row = cell.row - part.first.row;
        if (column < 0 || row < 0 || column >= part.columns || row >= part.rows || part.contains(cell) ||
            !owns(region, at(cell)))
            return;
        part.cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(part.columns) +
                   static_cast<std::size_t>(column)] = true;
        open.push_back(cell);
    };
    std::size_t largest = 0;
    for (int row = part.first.row; row <= last.row; ++row)
        for (int column = part.first.column; column <= last.column; ++column) {
            visit({column, row});
            if (open.empty())
                continue;
            std::vector<Cell>& island = islands.emplace_back();
            while (!open.empty()) {
                const Cell cell = open.back();
                open.pop_back();
                island.push_back(cell);
                for (const auto& [dx, dy] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}})
                    visit({cell.column + dx, cell.row + dy});
            }
            largest = std::max(largest, island.size());
        }
    const auto sea = [&](int column, int row) { return at({column, row}) == core::kNoRegion; };
    for (const std::vector<Cell>& island : islands) {
        const bool islet = static_cast<double>(island.size()) < kIslet * static_cast<double>(largest);
        for (const Cell& cell : island)
            if (islet)
                part.cells[static_cast<std::size_t>(cell.row - part.first.row) *
                               static_cast<std::size_t>(part.columns) +
                           static_cast<std::size_t>(cell.column - part.first.column)] = false;
            else if (sea(cell.column - 1, cell.row) || sea(cell.column + 1, cell.row) ||
                     sea(cell.column, cell.row - 1) || sea(cell.column, cell.row + 1))
                part.shore.push_back(cell);
    }
    return part;
}

GroundGrid::Distances GroundGrid::distances(core::RegionIndex region, const Part& part, const Rect& from, double reach,
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
            const bool own = owns(region, land);
            if (own && !part.contains({column, row}))
                continue;
            const geo::Point p = middleOf({column, row});
            const double dx = std::max({from.x - p.x, p.x - from.right(), 0.0});
            const double dy = std::max({from.y - p.y, p.y - from.bottom(), 0.0});
            const double distance = std::hypot(dx, dy);
            if (distance > reach)
                continue;
            double& least = own ? found.own : found.other;
            least = std::min(least, distance);
        }
    return found;
}

} // namespace jejaring::scene
