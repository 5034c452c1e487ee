// SPDX-License-Identifier: MIT
// A coarse grid that says quickly what lies where: for placing labels and furniture beside the land.
// Used inside src/scene only.
#pragma once

#include "geo/map_geometry.hpp"

#include <memory>
#include <vector>

namespace jejaring::scene {

class LandRaster {
  public:
    static constexpr double kCell = 4000;                              // metres
    static constexpr core::RegionIndex kForeign = core::kNoRegion - 1; // a neighbouring country

    explicit LandRaster(const geo::MapGeometry& geometry);

    // The regency at a projected point, kForeign, or kNoRegion for the sea and for everything far from Indonesia.
    [[nodiscard]] core::RegionIndex at(geo::Point metres) const;
    // True where a regency has land in a cell that the box touches; as quick for large boxes as for small ones.
    [[nodiscard]] bool touchesRegion(const geo::Box& metres) const;

  private:
    void fill(const std::vector<geo::Vertex>& vertices, std::span<const std::uint32_t> indices, geo::Point origin,
              core::RegionIndex value);

    geo::Box box_;
    int columns_ = 0;
    int rows_ = 0;
    std::vector<core::RegionIndex> cells_;
    // Cells of regencies below and left of a corner of the cells, row by row of columns_ + 1 (a summed-area table).
    std::vector<std::uint32_t> sums_;
};

// The raster of a geometry, made on first use and kept as long as the geometry lives. Any thread.
[[nodiscard]] std::shared_ptr<const LandRaster> landRasterOf(const std::shared_ptr<const geo::MapGeometry>& geometry);

} // namespace jejaring::scene
