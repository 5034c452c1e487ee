// SPDX-License-Identifier: MIT
#pragma once

#include "geo/level_builder.hpp"
#include "geo/map_geometry.hpp"

#include <memory>
#include <vector>

namespace jejaring::geo {

// The steps from boundaries to a MapGeometry. Used once: construct, run.
class MapGeometryBuilder {
  public:
    MapGeometryBuilder(const BoundaryShapes& shapes, ProjectionKind projection, std::span<const std::size_t> levels);

    // Null where `progress` stopped it.
    [[nodiscard]] std::shared_ptr<const MapGeometry> run(const std::function<bool(double)>& progress);

  private:
    void buildRegions(const BoundaryShapes& shapes);
    void buildWorld(const BoundaryShapes& shapes);
    void buildRegionLevel(LevelOfDetail& level) const;
    void buildWorldLevel(LevelOfDetail& level) const;
    void measureRegions();
    void findAnchors(core::RegionIndex first, core::RegionIndex last);
    [[nodiscard]] bool isRegency(FaceIndex face) const { return face < geometry_->catalog_.regencyCount(); }
    [[nodiscard]] core::RegionIndex regionOf(FaceIndex face) const;
    [[nodiscard]] BorderLine borderLine(const TopologyArc& arc) const;

    std::shared_ptr<MapGeometry> geometry_;
    Projection projection_;
    double finestTolerance_ = 0;
    Topology regions_; // faces: regencies, then lakes; metres relative to the origin
    std::unique_ptr<ArcSimplifier> regionSimplifier_;
    Topology world_;                         // faces: countries
    std::vector<std::uint8_t> worldHidden_;  // by point: which cuts it lies on
    std::vector<double> worldArcTolerances_; // by arc: the least there is
    std::unique_ptr<ArcSimplifier> worldSimplifier_;
    std::vector<std::vector<std::uint32_t>> arcsOfRegion_; // by RegionIndex, provinces too
};

} // namespace jejaring::geo
