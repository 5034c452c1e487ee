// SPDX-License-Identifier: MIT
// The drawable form of one set of boundaries in one projection: shared arcs simplified at several levels of detail,
// fills tessellated, borders classed. Immutable after construction; const access is safe from any thread.
#pragma once

#include "core/region.hpp"
#include "geo/label_anchor.hpp"
#include "geo/polygon.hpp"
#include "geo/projection.hpp"
#include "geo/vertex.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace jejaring::geo {

// What an arc of the boundaries separates. Higher ones outrank lower ones where they are drawn together.
enum class BorderClass : std::uint8_t {
    regency,  // two kabupaten/kota of one province
    province, // two provinces
    coast,    // a region and the sea, a lake or a neighbouring country
};
inline constexpr std::size_t kBorderClassCount = 3;

// A polyline of a border at one level of detail; `left` and `right` are the regencies beside it (kNoRegion: none).
struct Arc {
    BorderClass border = BorderClass::coast;
    core::RegionIndex left = core::kNoRegion;
    core::RegionIndex right = core::kNoRegion;
    std::uint32_t firstPoint = 0; // into LevelOfDetail::arcPoints
    std::uint32_t pointCount = 0; // a closed arc repeats its first point
};

// [first, first + count) of LevelOfDetail::indices.
struct IndexRange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

struct LevelOfDetail {
    double tolerance = 0;                 // metres; no simplified point moved farther than this
    std::vector<Vertex> vertices;         // each belongs to one regency only
    std::vector<std::uint32_t> indices;   // triangles
    std::vector<IndexRange> regionRanges; // by regency: index r - catalog.provinceCount()
    std::vector<Vertex> arcPoints;
    std::vector<Arc> arcs; // grouped by border class, in its order
    // Neighbouring countries and the rest of the world. Simplified a little more than the tolerance says: as far as
    // their source does not show, and more so where they are far from Indonesia.
    std::vector<Vertex> worldVertices;
    std::vector<std::uint32_t> worldIndices;
    std::vector<Vertex> worldArcPoints; // their outlines, as arcs of class coast
    std::vector<Arc> worldArcs;
    std::vector<Vertex> lakeVertices;
    std::vector<std::uint32_t> lakeIndices;
};

// What the geometry is made from; degrees of WGS 84.
struct BoundaryShapes {
    core::RegionCatalog catalog;
    std::vector<MultiPolygon> regencies; // by r - catalog.provinceCount()
    std::vector<MultiPolygon> countries; // neighbours and the world, without Indonesia
    std::vector<MultiPolygon> lakes;
};

class MapGeometry {
  public:
    // Levels of detail, coarse to fine: tolerances in metres.
    static constexpr std::array<double, 7> kTolerances{4000, 2200, 1250, 625, 310, 110, 0};

    // Builds every level of detail named by `levels` (indices into kTolerances; empty means all). `progress` gets 0..1
    // and returns false to stop, in which case the result is null.
    [[nodiscard]] static std::shared_ptr<const MapGeometry> build(const BoundaryShapes& shapes,
                                                                  ProjectionKind projection,
                                                                  std::span<const std::size_t> levels = {},
                                                                  const std::function<bool(double)>& progress = {});

    // A binary image for a cache on disk, and back. fromBytes answers null for bytes of another version or a damaged
    // image; it checks sums, lengths and indices, so no input makes it read out of bounds. Of the levels in the image
    // it takes those named (indices into kTolerances; empty means all) and touches only their bytes; null where one of
    // them is not there.
    [[nodiscard]] std::vector<std::byte> toBytes() const;
    [[nodiscard]] static std::shared_ptr<const MapGeometry> fromBytes(std::span<const std::byte> bytes,
                                                                      std::span<const std::size_t> levels = {});

    [[nodiscard]] const core::RegionCatalog& catalog() const { return catalog_; }
    [[nodiscard]] ProjectionKind projection() const { return projection_; }
    [[nodiscard]] Point origin() const { return origin_; } // projected metres
    // The coarsest level that moves no point farther than `metres`; the finest one there is where none does.
    [[nodiscard]] const LevelOfDetail& levelFor(double metres) const;
    [[nodiscard]] std::span<const LevelOfDetail> levels() const { return levels_; }

    // Projected metres, of a province or a regency. One without a shape has an empty box, no area, and an anchor of
    // radius 0.
    [[nodiscard]] const Box& bounds(core::RegionIndex region) const { return bounds_[region]; }
    [[nodiscard]] const Box& bounds() const { return allBounds_; }
    [[nodiscard]] double area(core::RegionIndex region) const { return areas_[region]; } // square metres, projected
    [[nodiscard]] const LabelAnchor& anchor(core::RegionIndex region) const { return anchors_[region]; }
    // The regency at a projected point by the finest level there is, or kNoRegion. 99 % of picks take under 10 µs,
    // after a first one that makes the index (some 10 ms); preparePick() does that beforehand, on a worker say.
    [[nodiscard]] core::RegionIndex pick(Point metres) const;
    void preparePick() const;

  private:
    friend class MapGeometryBuilder;
    friend class MapGeometryImage;
    MapGeometry();

    core::RegionCatalog catalog_;
    ProjectionKind projection_ = ProjectionKind::equalEarth;
    Point origin_;
    std::vector<LevelOfDetail> levels_;
    std::vector<Box> bounds_;
    Box allBounds_;
    std::vector<double> areas_;
    std::vector<LabelAnchor> anchors_;
    struct LazyPick; // made on the first pick, so that a picture without one does not pay for it
    std::shared_ptr<LazyPick> pick_;
};

} // namespace jejaring::geo
