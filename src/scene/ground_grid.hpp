// SPDX-License-Identifier: MIT
// What lies at each place of a map as it is shown, in cells of a few layout units, looked up once each: for placing
// names on the land or beside it. Used inside src/scene only.
#pragma once

#include "scene/land_raster.hpp"
#include "scene/map_context.hpp"

#include <memory>
#include <vector>

namespace jejaring::scene {

class GroundGrid {
  public:
    explicit GroundGrid(const MapContext& context);

    struct Cell {
        int column = 0;
        int row = 0;
    };
    [[nodiscard]] double cellSize() const { return size_; } // layout units
    [[nodiscard]] Cell cellAt(geo::Point layout) const;
    [[nodiscard]] geo::Point middleOf(Cell cell) const; // layout units

    // The regency in the middle of a cell, LandRaster::kForeign, or core::kNoRegion for the sea and beyond the frame's
    // surroundings.
    [[nodiscard]] core::RegionIndex at(Cell cell) const;
    // True where there is no land in all of the cell, not even an islet beside its middle.
    [[nodiscard]] bool allSea(Cell cell) const;
    // True where the land in the cell is `region`'s, which is a province or a regency.
    [[nodiscard]] bool owns(core::RegionIndex region, core::RegionIndex land) const {
        return land < provinceOf_.size() && (land == region || provinceOf_[land] == region);
    }

    // The islands of a region within a rectangle, without the islets that say little of where it is.
    struct Part {
        Cell first; // of the cells looked at, row by row
        int columns = 0;
        int rows = 0;
        std::vector<bool> cells;
        std::vector<Cell> shore; // its cells at the sea
        [[nodiscard]] bool contains(Cell cell) const {
            const int column = cell.column - first.column;
            const int row = cell.row - first.row;
            return column >= 0 && row >= 0 && column < columns && row < rows &&
                   cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                         static_cast<std::size_t>(column)];
        }
    };
    [[nodiscard]] Part mainPart(core::RegionIndex region, const Rect& within) const;

    // Distances from a rectangle (a point is one without size) to the land in it and around it, layout units: to
    // `part` of `region`, and to any other region or country. Those above `reach` are given as infinity. Looks at every
    // `stride`th cell.
    struct Distances {
        double own = 0;
        double other = 0;
    };
    [[nodiscard]] Distances distances(core::RegionIndex region, const Part& part, const Rect& from, double reach,
                                      int stride) const;

  private:
    [[nodiscard]] core::RegionIndex lookUp(Cell cell) const;

    const MapContext& context_;
    std::shared_ptr<const LandRaster> land_;
    std::vector<core::RegionIndex> provinceOf_; // by RegionIndex
    double size_ = 1;
    double left_ = 0; // of column 0, layout units; cells keep their place on the map when it is panned
    double top_ = 0;
    int columns_ = 0;
    int rows_ = 0;
    mutable std::vector<core::RegionIndex> cells_;
};

} // namespace jejaring::scene
