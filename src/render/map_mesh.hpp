// SPDX-License-Identifier: MIT
// One level of detail of the map as GPU buffers, in chunks that can be left out where they are not in view.
#pragma once

#include "geo/map_geometry.hpp"
#include "render/gl_object.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace jejaring::render {

// A box in metres from the geometry's origin.
struct MeshBox {
    float minX = 0;
    float minY = 0;
    float maxX = 0;
    float maxY = 0;
    [[nodiscard]] bool intersects(const MeshBox& o) const {
        return minX <= o.maxX && o.minX <= maxX && minY <= o.maxY && o.minY <= maxY;
    }
};

// [first, first + count) of a mesh's indices, and what they cover.
struct MeshChunk {
    MeshBox box;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

// Triangles, one chunk a region or a cell of a grid.
struct FillMesh {
    std::vector<MeshChunk> chunks;
    IndexedMesh mesh;
};

struct StripChunk : MeshChunk {
    geo::BorderClass border = geo::BorderClass::coast;
    core::RegionIndex left = core::kNoRegion;
    core::RegionIndex right = core::kNoRegion;
};

struct StripMesh {
    std::vector<StripChunk> chunks; // grouped by border class
    IndexedMesh mesh;
};

// The buffers of a level, each uploaded when first asked for. Keeps a reference to the level: its geometry must live.
class LevelMesh {
  public:
    LevelMesh(const geo::LevelOfDetail& level, std::size_t provinceCount)
        : level_(level), provinceCount_(provinceCount) {}

    [[nodiscard]] const FillMesh& regions(); // a chunk for each regency, in order
    [[nodiscard]] const StripMesh& arcs();
    [[nodiscard]] const FillMesh& world();
    [[nodiscard]] const StripMesh& worldArcs();
    [[nodiscard]] const FillMesh& lakes();

  private:
    const geo::LevelOfDetail& level_;
    std::size_t provinceCount_;
    std::optional<FillMesh> regions_;
    std::optional<StripMesh> arcs_;
    std::optional<FillMesh> world_;
    std::optional<StripMesh> worldArcs_;
    std::optional<FillMesh> lakes_;
};

} // namespace jejaring::render
